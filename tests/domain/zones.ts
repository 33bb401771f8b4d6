import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** Where the reader's computer may stand: at Beijing, a day behind it with summer time, a day ahead. */
const ZONES = [
  ['Asia/Shanghai', 8],
  ['America/New_York', -5],
  ['Pacific/Kiritimati', 14],
] as const

/** CI runs each property so often, in each zone. */
export const RUNS = { numRuns: 1000 }

/** Runs work as a computer in the zone would; the process goes back to its own zone afterwards. */
export function inZone<T>(zone: string, work: () => T): T {
  const own = process.env['TZ']
  process.env['TZ'] = zone
  try {
    return work()
  } finally {
    if (own === undefined) delete process.env['TZ']
    else process.env['TZ'] = own
  }
}

/** What every zone answers to the same work. */
export const inEveryZone = <T>(work: () => T): T[] => ZONES.map(([zone]) => inZone(zone, work))

/** The same tests in each of the zones, with the control that the zone is really in force. */
export function describeInZones(name: string, tests: () => void): void {
  describe.each(ZONES)(`${name}, in %s`, (zone, hoursAhead) => {
    const own = process.env['TZ']
    beforeAll(() => {
      process.env['TZ'] = zone
    })
    afterAll(() => {
      if (own === undefined) delete process.env['TZ']
      else process.env['TZ'] = own
    })
    test('the zone is in force', () => {
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-60 * hoursAhead)
    })
    tests()
  })
}
