import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Budget, BudgetLine } from '#domain/budget/budget'
import { monthBudget, typicalMonth } from '#domain/budget/month-budget'
import { addDays, localDate, monthIndex, type LocalDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'

type Income = Extract<BudgetLine, { side: 'income' }>

const income = (changes: Partial<Income>): BudgetLine => ({
  id: 'line',
  name: 'wage',
  side: 'income',
  category: 'wage',
  amountFen: fen(100_000),
  cadence: 'monthly',
  dayOfMonth: null,
  startsOn: null,
  endsOn: null,
  certainty: 'sure',
  ...changes,
})
const essential = (amountFen: number): BudgetLine => ({
  ...income({}),
  side: 'essential',
  category: 'food',
  amountFen: fen(amountFen),
})
const of = (...lines: readonly BudgetLine[]): Budget => ({ lines, cashNowFen: fen(0), reserveFen: fen(0) })
const month = (text: string): number => monthIndex(localDate(`${text}-01`))
const daysOf = (line: BudgetLine, text: string): readonly LocalDate[] =>
  monthBudget(of(line), month(text)).entries.map((entry) => entry.on)

describe('the days money moves', () => {
  it('keeps a monthly day and clamps it to the month’s end', () => {
    expect(daysOf(income({ dayOfMonth: 31 }), '2026-11')).toEqual(['2026-11-30'])
    expect(daysOf(income({ dayOfMonth: 31 }), '2027-02')).toEqual(['2027-02-28'])
    expect(daysOf(income({ dayOfMonth: 31 }), '2028-02')).toEqual(['2028-02-29'])
    expect(daysOf(income({ dayOfMonth: 10 }), '2026-11')).toEqual(['2026-11-10'])
  })

  it('is careful where no day is known: outgoings on the first, income on the last', () => {
    const entries = monthBudget(of(income({}), essential(5_000)), month('2026-11')).entries
    expect(entries).toEqual([
      { on: '2026-11-01', amountFen: -5_000 },
      { on: '2026-11-30', amountFen: 100_000 },
    ])
  })

  it('counts weeks and pairs of weeks from the first day', () => {
    const startsOn = localDate('2026-11-06')
    expect(daysOf(income({ cadence: 'weekly', startsOn }), '2026-11')).toEqual([
      '2026-11-06',
      '2026-11-13',
      '2026-11-20',
      '2026-11-27',
    ])
    expect(daysOf(income({ cadence: 'twoWeeks', startsOn }), '2026-12')).toEqual(['2026-12-04', '2026-12-18'])
    expect(daysOf(income({ cadence: 'weekly', startsOn }), '2026-10')).toEqual([])
  })

  it('puts a quarter and a year into their months, on the day clamped', () => {
    const startsOn = localDate('2026-11-30')
    const quarterly = income({ cadence: 'quarterly', startsOn })
    expect(daysOf(quarterly, '2026-11')).toEqual(['2026-11-30'])
    expect(daysOf(quarterly, '2026-12')).toEqual([])
    expect(daysOf(quarterly, '2027-02')).toEqual(['2027-02-28'])
    const yearly = income({ cadence: 'yearly', startsOn: localDate('2028-02-29') })
    expect(daysOf(yearly, '2029-02')).toEqual(['2029-02-28'])
    expect(daysOf(yearly, '2029-03')).toEqual([])
  })

  it('counts once what happens once, and not without its day', () => {
    const bonus = income({ cadence: 'once', startsOn: localDate('2027-02-11') })
    expect(daysOf(bonus, '2027-02')).toEqual(['2027-02-11'])
    expect(daysOf(bonus, '2028-02')).toEqual([])
    expect(daysOf(income({ cadence: 'once' }), '2027-02')).toEqual([])
  })

  it('stops with the last day of a line, that day included', () => {
    const ending = income({ dayOfMonth: 10, endsOn: localDate('2027-01-10') })
    expect(daysOf(ending, '2027-01')).toEqual(['2027-01-10'])
    expect(daysOf(ending, '2027-02')).toEqual([])
    expect(daysOf({ ...ending, endsOn: localDate('2027-01-09') }, '2027-01')).toEqual([])
  })

  it('counts the running month only from a day on', () => {
    const budget = of(income({ dayOfMonth: 10 }), income({ dayOfMonth: 25 }))
    expect(monthBudget(budget, month('2026-11'), localDate('2026-11-24')).incomeFen).toBe(100_000)
    expect(monthBudget(budget, month('2026-11'), localDate('2026-11-25')).incomeFen).toBe(100_000)
    expect(monthBudget(budget, month('2026-11'), localDate('2026-11-26')).incomeFen).toBe(0)
  })
})

const yearOf = (line: BudgetLine, first: number): number =>
  Array.from({ length: 12 }, (_, step) => monthBudget(of(line), first + step).incomeFen).reduce((a, b) => a + b, 0)

it('holds in any twelve months exactly a yearly amount, and four quarterly ones', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: month('2026-11'), max: month('2040-12') }),
      fc.option(fc.integer({ min: 0, max: 1_000 }), { nil: null }),
      (amount, first, day) => {
        const startsOn = day === null ? null : addDays(localDate('2020-01-01'), day)
        const line = income({ amountFen: fen(amount), startsOn })
        expect(yearOf({ ...line, cadence: 'yearly' }, first)).toBe(amount)
        expect(yearOf({ ...line, cadence: 'quarterly' }, first)).toBe(4 * amount)
        expect(yearOf({ ...line, cadence: 'monthly' }, first)).toBe(12 * amount)
      },
    ),
  )
})

it('never counts a weekly income more than 53 times a year, with or without a first day', () => {
  for (let first = month('2026-11'); first < month('2032-11'); first += 1)
    for (const startsOn of [null, localDate('2026-01-02')]) {
      const weeks = yearOf(income({ cadence: 'weekly', startsOn }), first) / 100_000
      expect([52, 53]).toContain(weeks)
      expect([26, 27]).toContain(yearOf(income({ cadence: 'twoWeeks', startsOn }), first) / 100_000)
    }
})

it('leaves income less essentials and other spending, below zero when they are more', () => {
  const other: BudgetLine = { ...essential(70_000), side: 'other', category: 'otherSpending' }
  const money = monthBudget(of(income({}), essential(60_000), other), month('2026-11'))
  expect(money).toMatchObject({ incomeFen: 100_000, essentialsFen: 60_000, otherFen: 70_000, disposableFen: -30_000 })
  expect(money.entries.reduce((sum, entry) => sum + entry.amountFen, 0)).toBe(money.disposableFen)
  const typical = typicalMonth(of(income({}), essential(60_000), other), localDate('2026-11-24'))
  expect(typical.disposableFen).toBe(-30_000)
})
