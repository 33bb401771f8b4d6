import { SHUT_LIMITS } from '#contract/shut-rules'

/**
 * How long an untouched vault stays open, in milliseconds: five minutes. `BREATHING_ROOM_IDLE_MS` shortens it for tests, as
 * `BREATHING_ROOM_TODAY` sets the date; it can never lengthen it.
 */
export function idleLimit(env: Readonly<Record<string, string | undefined>>): number {
  const wanted = Number(env['BREATHING_ROOM_IDLE_MS'] ?? Number.NaN)
  return wanted > 0 && wanted < SHUT_LIMITS.idleMs ? wanted : SHUT_LIMITS.idleMs
}
