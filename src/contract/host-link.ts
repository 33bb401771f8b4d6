import type { Reply } from './errors'
import type { FromHost, HostQuestion, ToHost } from './host-messages'
import type { Timers } from './timers'

/** The host's process as a shell holds it, whatever it was forked by. */
export interface HostChild {
  send(message: ToHost): void
  /** Ends it at once, asking nothing. */
  kill(): void
  onMessage(listener: (message: FromHost) => void): void
  /** Called once, when the process is gone. */
  onExit(listener: () => void): void
}

export interface HostEvents {
  /** What only a shell can do: print, keep preferences. */
  answer(question: HostQuestion): unknown
  onComeForward(): void
  /** The keys are in the host's memory from now on. */
  onOpened(): void
  /** The process is gone, by itself or because it was told to. */
  onGone(): void
}

/** What a host that was told to end has for the writes that are under way; then it is killed. */
export const END_GRACE_MS = 700

const DISCONNECTED: Reply<never> = { ok: false, error: { code: 'disconnected' } }

/** A shell's end of the message channel to one host process: which reply belongs to which call, and its end. */
export class HostLink {
  readonly #child: HostChild
  readonly #events: HostEvents
  readonly #timers: Timers
  readonly #waiting = new Map<number, (reply: Reply<unknown>) => void>()
  #calls = 0
  /** What every call is answered once the link is over. */
  #over: Reply<never> | null = null
  /** True when the host is ready, false when another process has the vault. Rejects when the process ends before. */
  readonly ready: Promise<boolean>
  readonly gone: Promise<void>
  #settleReady: (isOurs: boolean) => void = () => undefined

  constructor(child: HostChild, events: HostEvents, timers: Timers) {
    this.#child = child
    this.#events = events
    this.#timers = timers
    let fail: (error: Error) => void = () => undefined
    this.ready = new Promise((resolve, reject) => {
      this.#settleReady = resolve
      fail = reject
    })
    this.ready.catch(() => undefined)
    this.gone = new Promise((resolve) => {
      child.onExit(() => {
        fail(new Error('the host ended'))
        this.#close(DISCONNECTED)
        resolve()
        events.onGone()
      })
    })
    child.onMessage((message) => this.#receive(message))
  }

  readonly call = (name: string, input: unknown): Promise<Reply<unknown>> =>
    new Promise((resolve) => {
      if (this.#over) {
        resolve(this.#over)
        return
      }
      this.#calls += 1
      this.#waiting.set(this.#calls, resolve)
      this.#child.send({ type: 'call', id: this.#calls, name, input })
    })

  /**
   * Tells the host to end, and kills it when it takes too long. From this moment nothing it says reaches anyone: open
   * calls and later ones are answered with `reply`. Resolves when the process is gone.
   */
  end(reply: Reply<never> = DISCONNECTED): Promise<void> {
    this.#close(reply)
    this.#child.send({ type: 'end' })
    const cancel = this.#timers.after(END_GRACE_MS, () => this.#child.kill())
    return this.gone.then(cancel)
  }

  #close(reply: Reply<never>): void {
    this.#over ??= reply
    for (const settle of this.#waiting.values()) settle(this.#over)
    this.#waiting.clear()
  }

  #receive(message: FromHost): void {
    if (this.#over) return
    switch (message.type) {
      case 'ready':
      case 'alreadyOpen':
        this.#settleReady(message.type === 'ready')
        return
      case 'opened':
        this.#events.onOpened()
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

  async #answer(id: number, question: HostQuestion): Promise<void> {
    let value: unknown = null
    try {
      value = await this.#events.answer(question)
    } catch {
      // A shell that cannot do it says so with null; the host has a word for each case.
    }
    this.#child.send({ type: 'answer', id, value })
  }
}
