import type { ShutReason } from './dto/vault'

/** How long an open vault stays open; all in milliseconds. */
export interface ShutLimits {
  /** Since the person last moved or typed. */
  readonly idleMs: number
  readonly pagesGoneMs: number
  readonly openMs: number
  /** A look at the clock that comes this late finds a computer that slept. */
  readonly sleepMs: number
}

export const SHUT_LIMITS: ShutLimits = {
  idleMs: 5 * 60_000,
  pagesGoneMs: 60_000,
  openMs: 12 * 3_600_000,
  sleepMs: 60_000,
}

export interface Moment {
  readonly monotonicMs: number
  readonly wallMs: number
}

/** What is known of an open vault. All but `lastLook` are monotonic milliseconds. */
export interface OpenSince {
  readonly openedMs: number
  readonly touchedMs: number
  /** Since when no page is there; null while one is, or where pages are not counted. */
  readonly pagesGoneMs: number | null
  readonly lastLook: Moment
}

/**
 * Why an open vault must be shut now, or null. A clock set forward by more than `sleepMs` looks like sleep and shuts it (the
 * safe side); one set back changes nothing: idleness and age are counted on the clock nobody can set.
 */
export function reasonToShut(since: OpenSince, now: Moment, limits: ShutLimits): ShutReason | null {
  const { lastLook } = since
  const slept = Math.max(now.monotonicMs - lastLook.monotonicMs, now.wallMs - lastLook.wallMs)
  if (slept > limits.sleepMs) return 'suspend'
  if (now.monotonicMs - since.touchedMs >= limits.idleMs) return 'idle'
  if (now.monotonicMs - since.openedMs >= limits.openMs) return 'openTooLong'
  if (since.pagesGoneMs === null) return null
  const alone = now.monotonicMs - Math.max(since.pagesGoneMs, since.openedMs)
  return alone >= limits.pagesGoneMs ? 'tabsGone' : null
}
