import type { Reply } from './errors'
import type { FromHost, HostQuestion, ToHost } from './host-messages'

export interface HostEvents {
  /** What only a shell can do: print, keep preferences. */
  answer(question: HostQuestion): unknown
  onComeForward(): void
  /** The vault was opened. */
  onOpened?(): void
}

const DISCONNECTED: Reply<never> = { ok: false, error: { code: 'disconnected' } }

/** A shell's end of the message channel to the host: which reply belongs to which call. Knows no transport. */
export class HostLink {
  readonly #send: (message: ToHost) => void
  readonly #events: HostEvents
  readonly #waiting = new Map<number, (reply: Reply<unknown>) => void>()
  #calls = 0
  #isOver = false
  #settleOpened: (isOurs: boolean) => void = () => undefined
  /** True when the host has the case open, false when another process has. Stays open if the host ends before. */
  readonly opened = new Promise<boolean>((resolve) => {
    this.#settleOpened = resolve
  })

  constructor(send: (message: ToHost) => void, events: HostEvents) {
    this.#send = send
    this.#events = events
  }

  readonly call = (name: string, input: unknown): Promise<Reply<unknown>> =>
    new Promise((resolve) => {
      if (this.#isOver) {
        resolve(DISCONNECTED)
        return
      }
      this.#calls += 1
      this.#waiting.set(this.#calls, resolve)
      this.#send({ type: 'call', id: this.#calls, name, input })
    })

  receive(message: FromHost): void {
    switch (message.type) {
      case 'ready':
      case 'alreadyOpen':
        this.#settleOpened(message.type === 'ready')
        return
      case 'opened':
        this.#events.onOpened?.()
        return
      case 'comeForward':
        this.#events.onComeForward()
        return
      case 'reply':
        this.#waiting.get(message.id)?.(message.reply)
        this.#waiting.delete(message.id)
        return
      case 'question':
        void this.#answer(message.id, message.question)
    }
  }

  /** The host process is gone: every open call is answered, and every later one at once. */
  end(): void {
    this.#isOver = true
    for (const settle of this.#waiting.values()) settle(DISCONNECTED)
    this.#waiting.clear()
  }

  async #answer(id: number, question: HostQuestion): Promise<void> {
    let value: unknown = null
    try {
      value = await this.#events.answer(question)
    } catch {
      // A shell that cannot do it says so with null; the host has a word for each case.
    }
    this.#send({ type: 'answer', id, value })
  }
}
