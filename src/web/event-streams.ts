import type { ServerResponse } from 'node:http'
import { securityHeaders } from '#contract/page-policy'
import type { ShellEvent } from '#contract/shell-event'
import { newNonce } from '#shells/page-assets'

const BEAT_MS = 15_000
/** A browser keeps six connections to one address: more waiting ones would leave none for calls. */
const MOST_STREAMS = 4
/** A page that reads nothing any more is gone. */
const MOST_UNREAD_BYTES = 65_536

/** The open event streams, one for each page: lines of JSON, with a heartbeat. Their number is how many pages live. */
export class EventStreams {
  readonly #onCount: (count: number) => void
  readonly #open: ServerResponse[] = []

  constructor(onCount: (count: number) => void, beatMs = BEAT_MS) {
    this.#onCount = onCount
    setInterval(() => this.push({ type: 'beat' }), beatMs).unref()
  }

  add(response: ServerResponse): void {
    response.writeHead(200, {
      ...securityHeaders(newNonce()),
      'Content-Type': 'application/x-ndjson; charset=utf-8',
    })
    write(response, { type: 'beat' })
    this.#open.push(response)
    response.once('close', () => {
      const at = this.#open.indexOf(response)
      if (at >= 0) this.#open.splice(at, 1)
      this.#onCount(this.#open.length)
    })
    this.#onCount(this.#open.length)
    if (this.#open.length > MOST_STREAMS) this.#open[0]?.end()
  }

  push(event: ShellEvent): void {
    for (const response of this.#open) write(response, event)
  }

  /** Ends every stream with what it was told so far. */
  end(): void {
    for (const response of this.#open) response.end()
  }
}

function write(response: ServerResponse, event: ShellEvent): void {
  if (response.writableLength > MOST_UNREAD_BYTES) response.destroy()
  else response.write(`${JSON.stringify(event)}\n`)
}
