import type { Reply } from '#contract/errors'
import type { ShellEvent } from '#contract/shell-event'
import type { ShellClient } from './client'

/** What Electron's preload puts on `window`: two functions. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  onEvent(listener: (event: ShellEvent) => void): void
}

/** The desktop transport. The shell itself loads the page anew, in another process, once it was told to blank. */
export function createElectronClient(bridge: Bridge, blank: () => void): ShellClient {
  const listeners: (() => void)[] = []
  bridge.onEvent((event) => {
    if (event.type !== 'shut') return
    blank()
    for (const listener of listeners) listener()
  })
  return {
    call: (name, input) =>
      bridge.call(name, input).catch(() => ({ ok: false, error: { code: 'disconnected' } })) as Promise<Reply<never>>,
    onShut: (callback) => void listeners.push(callback),
  }
}
