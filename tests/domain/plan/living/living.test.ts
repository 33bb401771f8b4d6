import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, localDate, type LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { fen } from '#domain/money/fen'
import { payList } from '#domain/plan/living/pay-list'
import { paidByMonth } from '#domain/plan/living/paid-in'
import { promiseOf } from '#domain/plan/living/promise'
import { promiseCells } from '#domain/plan/living/promise-cells'
import type { PlanVersion } from '#domain/plan/plan-version'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { paid } from '../../loan/a-loan'
import { anyBudget, anyLoans, earning, levelLoan, planOf, stateAt, TODAY } from '../a-plan'

const promised = (loans: readonly Loan[], monthlyFen: number, on: LocalDate = TODAY): PlanVersion => {
  const input = planOf(loans, earning(monthlyFen), 'avalanche', on)
  return promiseOf({
    id: 'v',
    madeOn: on,
    note: '',
    settings: input.settings,
    budget: input.budget,
    result: simulatePlan(input),
    loans,
  })
}

const loan = levelLoan('loan', { principal: 1_200_000, bp: 1_200, periods: 12, dueIn: 20 })

describe('a promise', () => {
  it('holds what the plan pays, month by month, and ends where the plan ends', () => {
    fc.assert(
      fc.property(anyLoans, anyBudget, (loans, budget) => {
        const input = planOf(loans, budget)
        const result = simulatePlan(input)
        const version = promiseOf({ id: 'v', madeOn: TODAY, note: '', settings: input.settings, budget, result, loans })
        expect(version.debtFreeMonth).toBe(result.debtFreeMonth)
        for (const [step, month] of result.months.slice(0, 60).entries()) {
          const sum = version.loans.reduce((total, { payFen }) => total + (payFen[step] ?? 0), 0)
          expect(sum).toBe(month.paidFen)
        }
        for (const { endsIn, closingFen } of version.loans)
          if (endsIn !== null && endsIn === result.months[closingFen.length - 1]?.month)
            expect(closingFen.at(-1)).toBe(0)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the cells of a promise', () => {
  // As much as its instalments: all twelve months are needed.
  const version = promised([loan], 107_000)
  const first = version.loans[0]?.payFen ?? []
  const statuses = (changed: Loan, today: LocalDate) =>
    promiseCells(version, [changed], today)[0]?.cells.map(({ status }) => status)
  const pay = (...payments: readonly [string, number][]): Loan => ({
    ...loan,
    events: payments.map(([on, amount], at) => paid(`p${at}`, on, amount)),
  })

  it('tell paid, more, partly, missed, not over, and to come', () => {
    expect(first[0]).toBe(0)
    const sum = first[1]!
    const today = localDate('2027-04-10')
    const lived = pay(['2026-12-14', sum], ['2027-01-14', sum + 1], ['2027-02-14', 100])
    expect(statuses(lived, today)).toEqual(
      ['none', 'paid', 'more', 'partly', 'missed', 'open', ...Array.from({ length: 5 }, () => 'ahead')].slice(0, 11),
    )
  })

  it('count a payment in the month of its day, a corrected one on its corrected day, a returned one not at all', () => {
    const sum = first[1]!
    const events = [
      paid('a', '2026-12-14', sum),
      {
        kind: 'correction' as const,
        id: 'c',
        on: localDate('2027-01-05'),
        note: '',
        paymentId: 'a',
        paidOn: localDate('2027-01-02'),
        amountFen: fen(sum - 1),
      },
      paid('b', '2026-12-20', 500),
      { kind: 'reversal' as const, id: 'r', on: localDate('2026-12-22'), note: '', paymentId: 'b' },
    ]
    const cells = promiseCells(version, [{ ...loan, events }], localDate('2027-02-01'))[0]?.cells ?? []
    expect(cells.slice(1, 3).map(({ paidFen }) => paidFen)).toEqual([0, sum - 1])
  })

  it('do not count what was paid before the promise, on the same day or earlier, and count what is paid after it that day', () => {
    const before = { ...loan, events: [paid('a', TODAY, 40_000), paid('b', addDays(TODAY, -3), 7_000)] }
    const made = promised([before], 300_000)
    const paidNow = (changed: Loan) => promiseCells(made, [changed], TODAY)[0]?.cells[0]?.paidFen
    expect(paidNow(before)).toBe(0)
    expect(paidNow({ ...before, events: [...before.events, paid('c', TODAY, 1_234)] })).toBe(1_234)
  })

  it('add up to the payments made since', () => {
    const payment = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 90_000 }))
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 20 }), (payments) => {
        const today = addDays(TODAY, 500)
        const events = payments.map(([days, amount], at) => paid(`p${at}`, addDays(TODAY, days), amount))
        const cells = promiseCells(version, [{ ...loan, events }], today)[0]?.cells ?? []
        const sum = cells.reduce((total, { paidFen }) => total + paidFen, 0)
        expect(sum).toBe(payments.reduce((total, [, amount]) => total + amount, 0))
        expect([...paidByMonth({ events }, today).values()].reduce((total, part) => total + part, 0)).toBe(sum)
      }),
      { numRuns: 200 },
    )
  })

  it('have a row for a loan that came after the promise, once something was paid on it', () => {
    const today = localDate('2027-01-10')
    const newer = { ...loan, id: 'newer' }
    expect(promiseCells(version, [loan, newer], today)).toHaveLength(1)
    const rows = promiseCells(version, [loan, { ...newer, events: [paid('n', '2026-12-20', 5_000)] }], today)
    expect(rows[1]?.cells.map(({ status }) => status).slice(0, 3)).toEqual(['none', 'more', 'none'])
  })

  it('are all kept when every month is paid as promised', () => {
    const events = first.flatMap((sum, step) =>
      sum > 0 ? [paid(`p${step}`, addMonths(localDate('2026-11-25'), step), sum)] : [],
    )
    const cells = promiseCells(version, [{ ...loan, events }], addMonths(TODAY, 14))[0]?.cells ?? []
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['none', 'paid']))
  })
})

describe('the list of this month', () => {
  const listOf = (loans: readonly Loan[], monthlyFen: number, on: LocalDate) => {
    const input = planOf(loans, earning(monthlyFen, 28), 'minimumsOnly', on)
    return payList(simulatePlan(input), input.loans, on)
  }

  it('says what, by when and why, what is overdue first, and adds up to the plan', () => {
    const late = levelLoan('late', { principal: 600_000, bp: 1_000, periods: 6, dueIn: 1 })
    const on = localDate('2026-12-10')
    const { items, leftToPayFen } = listOf([loan, late], 900_000, on)
    expect(items.map(({ loan: { id }, why }) => [id, why])).toEqual([
      ['late', 'overdue'],
      ['loan', 'due'],
    ])
    expect(items[1]?.byOn).toBe(stateAt(loan, on).nextDueOn)
    expect(items.reduce((sum, { payFen }) => sum + payFen, 0)).toBe(leftToPayFen)
  })

  it('shows a loan as done once its month is paid', () => {
    const on = localDate('2026-12-15')
    const due = stateAt(loan, localDate('2026-12-13')).nextDueFen
    const { items, done } = listOf([{ ...loan, events: [paid('p', '2026-12-14', due)] }], 900_000, on)
    expect(items).toEqual([])
    expect(done.map(({ paidFen }) => paidFen)).toEqual([due])
  })

  it('looks a week ahead over the end of the month', () => {
    const early = levelLoan('early', { principal: 600_000, bp: 1_000, periods: 6, dueIn: 8 })
    expect(stateAt(early, localDate('2026-11-28')).nextDueOn).toBe('2026-12-02')
    const { items, nextMonth } = listOf([early], 900_000, localDate('2026-11-28'))
    expect(items).toEqual([])
    expect(nextMonth.map(({ byOn, why }) => [byOn, why])).toEqual([['2026-12-02', 'due']])
    expect(listOf([early], 900_000, localDate('2026-11-24')).nextMonth).toEqual([])
  })

  it('never calls a loan done that is still asked for: it is named as without money', () => {
    const on = localDate('2026-12-10')
    const { items, done, unfunded, shortFen } = listOf([{ ...loan, events: [paid('p', '2026-12-09', 20_000)] }], 0, on)
    expect(items).toEqual([])
    expect(done).toEqual([])
    expect(unfunded.map(({ requiredFen }) => requiredFen)).toEqual([shortFen])
  })

  it('says what is asked and not there', () => {
    const { shortFen, items } = listOf([loan], 50_000, localDate('2026-12-10'))
    expect(shortFen).toBeGreaterThan(0)
    expect(items[0]?.payFen).toBeLessThan(items[0]?.requiredFen ?? 0)
  })
})
