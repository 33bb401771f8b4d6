import type { HostChild } from '#contract/host-link'
import type { FromHost, ToHost } from '#contract/host-messages'
import type { ShutReason } from '#contract/dto/vault'
import type { Timers } from '#contract/timers'

/** Time that passes only when a test says so, on two clocks that can be pulled apart. */
export class FakeTimers implements Timers {
  #monotonic = 1_000
  #wall = 1_700_000_000_000
  #next = 0
  readonly #due = new Map<number, { readonly atMs: number; readonly run: () => void }>()

  monotonicMs = (): number => this.#monotonic
  wallMs = (): number => this.#wall

  after(ms: number, run: () => void): () => void {
    this.#next += 1
    const id = this.#next
    this.#due.set(id, { atMs: this.#monotonic + ms, run })
    return () => void this.#due.delete(id)
  }

  /** Lets time pass, timer by timer, and everything that follows from each. */
  async pass(ms: number): Promise<void> {
    const until = this.#monotonic + ms
    for (;;) {
      const [first] = [...this.#due].sort(([, a], [, b]) => a.atMs - b.atMs)
      if (!first || first[1].atMs > until) break
      this.#due.delete(first[0])
      // A timer that is overdue (the machine slept) runs now, not in the past.
      const waited = Math.max(0, first[1].atMs - this.#monotonic)
      this.#wall += waited
      this.#monotonic += waited
      first[1].run()
      await settled()
    }
    const rest = Math.max(0, until - this.#monotonic)
    this.#wall += rest
    this.#monotonic += rest
    await settled()
  }

  setWall(byMs: number): void {
    this.#wall += byMs
  }

  /** The machine sleeps: by the wall clock alone (Linux) or by both. Timers run late. */
  sleep(ms: number, isMonotonicAwake: boolean): void {
    this.#wall += ms
    if (isMonotonicAwake) this.#monotonic += ms
  }
}

/** Lets every promise that can settle do so. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A host process that does what a test says. */
export class FakeChild implements HostChild {
  readonly heard: ToHost[] = []
  isAlive = true
  wasKilled = false
  /** A stubborn one does not end when told to. */
  isStubborn = false
  readonly #listeners: ((message: FromHost) => void)[] = []
  readonly #exits: (() => void)[] = []

  constructor(readonly shutReason: ShutReason | undefined) {}

  send(message: ToHost): void {
    if (!this.isAlive) return
    this.heard.push(message)
    if (message.type === 'end' && !this.isStubborn) setImmediate(() => this.die())
  }

  kill(): void {
    this.wasKilled = true
    this.die()
  }

  onMessage(listener: (message: FromHost) => void): void {
    this.#listeners.push(listener)
  }

  onExit(listener: () => void): void {
    this.#exits.push(listener)
  }

  say(message: FromHost): void {
    for (const listener of this.#listeners) listener(message)
  }

  /** Answers the last call that was made. */
  reply(value: unknown): void {
    const calls = this.heard.filter((message) => message.type === 'call')
    const last = calls.at(-1)
    if (last) this.say({ type: 'reply', id: last.id, reply: { ok: true, value } })
  }

  die(): void {
    if (!this.isAlive) return
    this.isAlive = false
    for (const listener of this.#exits) listener()
  }

  get calls(): readonly string[] {
    return this.heard.flatMap((message) => (message.type === 'call' ? [message.name] : []))
  }
}
