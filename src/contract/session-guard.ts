import type { ShutReason } from './dto/vault'
import type { ContractError, Reply } from './errors'
import { HostLink, type HostChild, type HostEvents } from './host-link'
import { procedures, type ProcedureName } from './procedures'
import { reasonToShut, SHUT_LIMITS, type Moment, type ShutLimits } from './shut-rules'
import type { Timers } from './timers'

/** Why the program cannot go on: another process took the vault, or the host keeps dying. */
export type GiveUp = 'elsewhere' | 'hostKeepsEnding'

export interface GuardParts {
  /** Forks a host process. */
  fork(shutReason: ShutReason | undefined): HostChild
  readonly events: Pick<HostEvents, 'answer' | 'onComeForward'>
  readonly timers: Timers
  /** Whether pages come and go while the program runs on; then the vault does not stay open without one. */
  readonly countsPages: boolean
  readonly limits?: Partial<ShutLimits>
  /** The vault was open and no longer is: at once, before the host process is gone. */
  onShut(reason: ShutReason): void
  onGiveUp(why: GiveUp): void
}

/** How often an open vault is looked at. */
const LOOK_MS = 1000
/** A host that ends by itself so often within a minute is not started again. */
const MOST_ENDS = 3
const ENDS_WITHIN_MS = 60_000

/** Calls after which a password may stand in the host's memory, whatever they answer. */
const CARRIES_SECRETS: ReadonlySet<string> = new Set<ProcedureName>([
  'vault.create',
  'vault.open',
  'vault.strength',
  'backups.look',
  'backups.takeOver',
])

const failure = (error: ContractError): Reply<never> => ({ ok: false, error })
const LOCKED = failure({ code: 'locked' })
const DISCONNECTED = failure({ code: 'disconnected' })

/**
 * Owns the host process for either shell, and decides when it must die: keys and case live in its memory only, so shutting
 * the vault means ending it and starting another that knows nothing.
 *
 * No host → shut → open (the host says `opened`) → shut again, by one of the `ShutReason`s.
 */
export class SessionGuard {
  readonly #parts: GuardParts
  readonly #limits: ShutLimits
  /** The host that answers: the present one, or the one being started. */
  #host: Promise<HostLink | null> = Promise.resolve(null)
  #link: HostLink | null = null
  #isOpen = false
  #mayHoldSecrets = false
  #isEnding = false
  #openedMs = 0
  #touchedMs = 0
  #pagesGoneMs: number | null = null
  #lastLook: Moment = { monotonicMs: 0, wallMs: 0 }
  #stopLooking: () => void = () => undefined
  #ends: number[] = []
  #hasStarted = false
  #leaving: Promise<void> = Promise.resolve()

  constructor(parts: GuardParts) {
    this.#parts = parts
    this.#limits = { ...SHUT_LIMITS, ...parts.limits }
    if (parts.countsPages) this.#pagesGoneMs = parts.timers.monotonicMs()
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Starts the first host. False when another process has the vault; rejects when the host cannot start. */
  async start(): Promise<boolean> {
    const starting = this.#begin(undefined)
    this.#host = starting.catch(() => null)
    this.#hasStarted = (await starting) !== null
    return this.#hasStarted
  }

  /** Answers a call of the page: itself, by the host, or with `locked`. */
  readonly call = async (name: string, input: unknown): Promise<Reply<unknown>> => {
    const known = Object.hasOwn(procedures, name) ? procedures[name as ProcedureName] : undefined
    if (known?.mode === 'shell') {
      const { error } = known.input.safeParse(input)
      const issues = error?.issues.slice(0, 20).map(({ path, code }) => ({ path: path.join('.'), issue: code }))
      return issues ? failure({ code: 'invalid_input', issues }) : this.#answer(name)
    }
    if (known?.access === 'read' && !this.#isOpen) return LOCKED
    const host = await this.#host
    if (!host) return DISCONNECTED
    if (CARRIES_SECRETS.has(name)) this.#mayHoldSecrets = true
    return host.call(name, input)
  }

  /** Shuts the vault. Resolves when the process that held the keys is gone; at once when no key was in it. */
  async shut(reason: ShutReason): Promise<void> {
    const link = this.#link
    if (link && !this.#isEnding && (this.#isOpen || this.#mayHoldSecrets)) {
      this.#leaving = this.#leave(link, reason, LOCKED)
      this.#startAgain(reason, this.#leaving)
    }
    await this.#leaving
  }

  /** How many pages are there now. */
  pagesAre(count: number): void {
    if (!this.#parts.countsPages) return
    if (count > 0) this.#pagesGoneMs = null
    else this.#pagesGoneMs ??= this.#parts.timers.monotonicMs()
  }

  /** Ends the program's host for good. */
  async end(): Promise<void> {
    this.#isEnding = true
    const link = this.#link
    if (link) await this.#leave(link, 'asked', DISCONNECTED)
  }

  async #answer(name: string): Promise<Reply<unknown>> {
    if (name === 'vault.shut') await this.shut('asked')
    else this.#touchedMs = this.#parts.timers.monotonicMs()
    return { ok: true, value: {} }
  }

  #leave(link: HostLink, reason: ShutReason, reply: Reply<never>): Promise<void> {
    this.#link = null
    const gone = link.end(reply)
    this.#becomeShut(reason)
    return gone
  }

  #becomeShut(reason: ShutReason): void {
    const wasOpen = this.#isOpen
    this.#isOpen = false
    this.#mayHoldSecrets = false
    this.#stopLooking()
    if (wasOpen) this.#parts.onShut(reason)
  }

  #startAgain(reason: ShutReason, gone: Promise<void>): void {
    // Calls made from now on wait for the new host; the vault's lock is free only when the old one is gone.
    this.#host = gone
      .then(() => (this.#isEnding ? null : this.#begin(reason)))
      .then((link) => {
        if (!link && !this.#isEnding) this.#parts.onGiveUp('elsewhere')
        return link
      })
      // It ended before it was ready: `#onGone` has started another or given up.
      .catch(() => (this.#isEnding ? null : this.#host))
  }

  async #begin(reason: ShutReason | undefined): Promise<HostLink | null> {
    const events = {
      ...this.#parts.events,
      onOpened: () => this.#becomeOpen(link),
      onGone: () => this.#onGone(link),
    }
    const link: HostLink = new HostLink(this.#parts.fork(reason), events, this.#parts.timers)
    this.#link = link
    if (await link.ready) return link
    this.#link = null
    await link.end()
    return null
  }

  #becomeOpen(link: HostLink): void {
    if (link !== this.#link || this.#isOpen) return
    this.#isOpen = true
    this.#lastLook = this.#now()
    this.#openedMs = this.#touchedMs = this.#lastLook.monotonicMs
    this.#lookLater()
  }

  #lookLater(): void {
    this.#stopLooking = this.#parts.timers.after(LOOK_MS, () => {
      const now = this.#now()
      const since = { openedMs: this.#openedMs, touchedMs: this.#touchedMs, pagesGoneMs: this.#pagesGoneMs }
      const reason = reasonToShut({ ...since, lastLook: this.#lastLook }, now, this.#limits)
      this.#lastLook = now
      if (reason) void this.shut(reason)
      else this.#lookLater()
    })
  }

  #now(): Moment {
    return { monotonicMs: this.#parts.timers.monotonicMs(), wallMs: this.#parts.timers.wallMs() }
  }

  /** A host is gone that nobody told to go. Before the first was ever ready, `start` says so. */
  #onGone(link: HostLink): void {
    if (link !== this.#link) return
    this.#link = null
    this.#becomeShut('ended')
    if (!this.#hasStarted) return
    const now = this.#parts.timers.monotonicMs()
    this.#ends = [...this.#ends.filter((endedMs) => now - endedMs < ENDS_WITHIN_MS), now]
    if (this.#ends.length > MOST_ENDS) {
      this.#host = Promise.resolve(null)
      this.#parts.onGiveUp('hostKeepsEnding')
    } else this.#startAgain('ended', Promise.resolve())
  }
}
