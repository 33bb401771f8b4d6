import { addDays, localDate } from '#domain/calendar/local-date'
import { lprOn, lprTable, timesLpr, type LprTable } from '#domain/rules/lpr-table'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../resources/rule-files'

const builtIn = lprTable(ruleBook, [])!
const fourTimes = (table: LprTable, on: string) => {
  const found = lprOn(table, localDate(on))
  return found && timesLpr(found.row, 40_000) / 100_000
}

describe('four times the one-year LPR', () => {
  // shared/domain/law-cn.md §3.1; days are the 20th, moved over weekends.
  it.each([
    ['2019-08-20', 17],
    ['2019-09-20', 16.8],
    ['2019-11-20', 16.6],
    ['2020-02-20', 16.2],
    ['2020-04-20', 15.4],
    ['2021-12-20', 15.2],
    ['2022-01-20', 14.8],
    ['2022-08-22', 14.6],
    ['2023-06-20', 14.2],
    ['2023-08-21', 13.8],
    ['2024-07-22', 13.4],
    ['2024-10-21', 12.4],
    ['2025-05-20', 12],
  ])('from %s is %d %% a year, and the day before it is the one before', (from, percent) => {
    expect(fourTimes(builtIn, from)).toBe(percent)
    const at = builtIn.rows.findIndex((row) => row.from === from)
    const before = builtIn.rows[at - 1]
    const dayBefore = addDays(localDate(from), -1)
    if (before) expect(lprOn(builtIn, dayBefore)?.row).toEqual(before)
    else expect(lprOn(builtIn, dayBefore)).toBeNull()
  })

  it('never falls on a weekend', () => {
    for (const { from } of builtIn.rows) expect([0, 6]).not.toContain(new Date(`${from}T00:00:00Z`).getUTCDay())
  })

  it('carries the last figure forward after the day it was checked, and says so', () => {
    expect(builtIn.asOf).toBe('2026-08-20')
    expect(lprOn(builtIn, localDate('2026-08-20'))).toMatchObject({ isCarriedForward: false })
    expect(lprOn(builtIn, localDate('2026-08-21'))).toMatchObject({
      isCarriedForward: true,
      asOf: '2026-08-20',
      row: { partsPerTenMillion: 300_000 },
    })
  })
})

describe("the user's own entries", () => {
  const entry = (from: string, percent: number) => ({
    from: localDate(from),
    partsPerTenMillion: Math.round(percent * 100_000),
  })

  it('extend the table and move the day it is vouched for', () => {
    const table = lprTable(ruleBook, [entry('2026-10-20', 2.9)])!
    expect(fourTimes(table, '2026-10-19')).toBe(12)
    expect(fourTimes(table, '2026-10-20')).toBe(11.6)
    expect(table.asOf).toBe('2026-10-20')
    expect(lprOn(table, localDate('2026-10-20'))).toMatchObject({ row: { source: 'user' }, isCarriedForward: false })
  })

  it('override a built-in row of the same day and stand in between', () => {
    const table = lprTable(ruleBook, [entry('2025-05-20', 3.05), entry('2024-08-20', 3.3)])!
    expect(fourTimes(table, '2025-06-01')).toBe(12.2)
    expect(fourTimes(table, '2024-09-01')).toBe(13.2)
    expect(fourTimes(table, '2024-10-21')).toBe(12.4)
    expect(table.rows).toHaveLength(builtIn.rows.length + 1)
    expect(table.asOf).toBe('2026-08-20')
  })

  it('leave every day before them as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 1000 }), (start, before) => {
        const from = addDays(localDate('2019-08-20'), start)
        const table = lprTable(ruleBook, [{ from, partsPerTenMillion: 123_456 }])!
        const on = addDays(from, -before)
        expect(lprOn(table, on)?.row).toEqual(lprOn(builtIn, on)?.row)
        expect(lprOn(table, from)?.row.partsPerTenMillion).toBe(123_456)
      }),
      { numRuns: 1000 },
    )
  })
})
