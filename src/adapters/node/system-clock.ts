import { performance } from 'node:perf_hooks'
import { localDate } from '#domain/calendar/local-date'
import type { ClockPort } from '#services/ports'

const BEIJING_OFFSET_MS = 8 * 3_600_000

/** Beijing's date whatever the computer's zone. `BREATHING_ROOM_TODAY` sets it for tests and pictures. */
export const systemClock: ClockPort = {
  today() {
    const fixed = process.env['BREATHING_ROOM_TODAY']
    return localDate(fixed ?? new Date(Date.now() + BEIJING_OFFSET_MS).toISOString().slice(0, 10))
  },
  instant: () => Date.now(),
  elapsed: () => performance.now(),
}
