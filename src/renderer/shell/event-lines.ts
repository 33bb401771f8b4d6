import type { ShellEvent } from '#contract/shell-event'

/** The events of a stream of JSON lines, until it ends. A line that is no JSON ends it too. */
export async function* eventLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<ShellEvent> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) yield JSON.parse(line) as ShellEvent
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}
