import { expect, test } from 'vitest'
import { cadenceDate, MONTHLY } from '#domain/calendar/cadence'
import { addMonths, dayNumber, fromDayNumber, localDate, type LocalDate } from '#domain/calendar/local-date'

const MS_PER_DAY = 86_400_000

/** The engine's own calendar against the platform's, which is asked in UTC. */
const platformDate = (day: number) => new Date(day * MS_PER_DAY).toISOString().slice(0, 10)

test('every day from 1970 to 2199 is numbered as the platform numbers it, both ways', () => {
  const last = Date.UTC(2199, 11, 31) / MS_PER_DAY
  const wrong: string[] = []
  for (let day = 0; day <= last; day++) {
    const text = platformDate(day)
    if (fromDayNumber(day) !== text || dayNumber(text as LocalDate) !== day) wrong.push(text)
  }
  expect(wrong).toEqual([])
  expect(fromDayNumber(last)).toBe('2199-12-31')
})

test('months from every day of a leap year and the year after clamp to the month end', () => {
  const wrong: string[] = []
  for (let day = dayNumber(localDate('2024-01-01')); day < dayNumber(localDate('2026-01-01')); day++) {
    const anchor = fromDayNumber(day)
    for (const months of [-25, -12, -1, 0, 1, 2, 11, 12, 13, 48, 359, 600]) {
      const first = new Date(Date.UTC(Number(anchor.slice(0, 4)), Number(anchor.slice(5, 7)) - 1 + months, 1))
      const monthEnd = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
      const dayOfMonth = String(Math.min(Number(anchor.slice(8)), monthEnd)).padStart(2, '0')
      const wanted = `${first.toISOString().slice(0, 8)}${dayOfMonth}`
      if (addMonths(anchor, months) !== wanted) wrong.push(`${anchor} ${months}`)
    }
  }
  expect(wrong).toEqual([])
})

test('from 31 January the due dates are 28 or 29 February, 31 March, 30 April', () => {
  const due = (anchor: string) => [1, 2, 3].map((count) => cadenceDate(localDate(anchor), MONTHLY, count))
  expect(due('2026-01-31')).toEqual(['2026-02-28', '2026-03-31', '2026-04-30'])
  expect(due('2028-01-31')).toEqual(['2028-02-29', '2028-03-31', '2028-04-30'])
})
