import { describe, expect, test } from 'vitest'
import { backupsToKeep, type Kept } from '#domain/vault/backups-to-keep'

const DAY = 86_400_000
const MONDAY_NOON = Date.UTC(2026, 10, 23, 4)
const daily = (days: number, everyDays = 1): Kept[] =>
  Array.from({ length: days }, (_unused, index) => ({
    name: `${index * everyDays}`,
    savedAt: MONDAY_NOON - index * everyDays * DAY,
  }))
const agesKept = (backups: readonly Kept[]): number[] => [...backupsToKeep(backups)].map(Number).sort((a, b) => a - b)

describe('automatic backups that stay', () => {
  test('are seven days, four weeks and twelve months, counted from a Monday', () => {
    const ages = agesKept(daily(500))
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    // The last day of each of the three weeks before this one: 22, 15 and 8 November; then the last of each month.
    expect(ages).toContain(8)
    expect(ages).toContain(15)
    expect(ages.filter((age) => age > 15)).toHaveLength(11)
    expect(Math.max(...ages)).toBeGreaterThan(320)
  })

  test('do not vanish over a long pause or with a clock that went back', () => {
    expect(agesKept(daily(7, 400))).toEqual([0, 400, 800, 1200, 1600, 2000, 2400])
    const fromTheFuture = [...daily(3), { name: '999', savedAt: MONDAY_NOON + 4000 * DAY }]
    expect(agesKept(fromTheFuture)).toEqual([0, 1, 2, 999])
  })

  test('change days at midnight in Beijing', () => {
    const midnight = Date.UTC(2026, 10, 23, 16)
    const around = [
      { name: '1', savedAt: midnight - 1 },
      { name: '2', savedAt: midnight },
      { name: '3', savedAt: midnight + 1 },
    ]
    expect(agesKept(around)).toEqual([1, 3])
  })
})
