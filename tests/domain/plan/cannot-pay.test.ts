import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths, localDate } from '#domain/calendar/local-date'
import { MONTHLY } from '#domain/calendar/cadence'
import type { Loan } from '#domain/loan/loan'
import type { LoanTerms } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { cannotPayFigures } from '#domain/plan/cannot-pay'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan } from '../loan/a-loan'
import { earning, levelFacts, levelLoan, planOf, TODAY } from './a-plan'

const stopGrowing = (loan: Loan, on = TODAY): number =>
  cannotPayFigures(planOf([loan], earning(0), 'avalanche', on)).stopGrowingFen
const drawnOn = localDate('2026-11-01')

it('asks nothing when nothing is owed', () => {
  const { freeIn, ...figures } = cannotPayFigures(planOf([], earning(100_000)))
  expect(freeIn.map(({ perMonthFen }) => perMonthFen)).toEqual([0, 0, 0, 0])
  expect(figures).toEqual({ neededNowFen: 0, stopGrowingFen: 0, availableFen: 100_000 })
})

it('clears everything in so many months with the sum it names, and with a yuan less it does not', () => {
  // On the last day of a month nothing more falls due in it: the plan's own first payment is next month's.
  const on = localDate('2026-11-30')
  const loans = fc
    .array(levelFacts, { minLength: 1, maxLength: 4 })
    .map((facts) => facts.map((fact, index) => levelLoan(`loan-${index}`, { ...fact, dueIn: 7 + (fact.dueIn % 20) })))
  fc.assert(
    fc.property(loans, (owed) => {
      const figures = cannotPayFigures(planOf(owed, earning(0), 'avalanche', on))
      for (const { months, perMonthFen } of figures.freeIn) {
        const clears = (perMonth: number): boolean => {
          const { debtFreeMonth } = simulatePlan(planOf(owed, earning(perMonth), 'avalanche', on))
          return debtFreeMonth !== null && debtFreeMonth <= addMonths(on, months).slice(0, 7)
        }
        expect(perMonthFen % 100).toBe(0)
        expect({ months, clears: clears(perMonthFen) }).toEqual({ months, clears: true })
        expect({ months, clears: clears(perMonthFen - 100) }).toEqual({ months, clears: false })
      }
    }),
    { numRuns: 60 },
  )
})

it('never asks more a month for a longer time', () => {
  fc.assert(
    fc.property(levelFacts, (facts) => {
      const { freeIn } = cannotPayFigures(planOf([levelLoan('one', facts)], earning(0)))
      const sums = freeIn.map(({ perMonthFen }) => perMonthFen)
      expect([...sums].sort((a, b) => b - a)).toEqual(sums)
    }),
    { numRuns: 60 },
  )
})

it('counts a month of a bullet’s interest, not all of it', () => {
  const terms: LoanTerms = {
    kind: 'bullet',
    principalFen: fen(1_200_000),
    drawnOn,
    maturesOn: localDate('2027-11-01'),
    rate: annualRate(0.12),
  }
  expect(stopGrowing(aLoan({ terms }))).toBe(12_000)
})

it('spreads fees over the months they belong to', () => {
  const terms = (feeTiming: 'everyPeriod' | 'withFirst', every: 'month' | 'quarter'): LoanTerms => ({
    kind: 'flatFee',
    principalFen: fen(1_200_000),
    drawnOn,
    periods: 12,
    firstDueOn: addMonths(drawnOn, every === 'month' ? 1 : 3),
    cadence: { every },
    feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
    feeTiming,
  })
  expect(stopGrowing(aLoan({ terms: terms('everyPeriod', 'month') }))).toBe(7_200)
  expect(stopGrowing(aLoan({ terms: terms('withFirst', 'month') }))).toBe(7_200)
  expect(stopGrowing(aLoan({ terms: terms('everyPeriod', 'quarter') }))).toBe(7_200)
})

it('counts a month whatever the cadence', () => {
  const terms = (every: 'month' | 'week'): LoanTerms => ({
    kind: 'levelInstalment',
    principalFen: fen(1_200_000),
    drawnOn: TODAY,
    periods: 52,
    firstDueOn: every === 'month' ? addMonths(TODAY, 1) : localDate('2026-12-01'),
    cadence: every === 'month' ? MONTHLY : { every },
    rate: annualRate(0.12),
    firstPeriod: 'whole',
  })
  expect(stopGrowing(aLoan({ terms: terms('month') }))).toBe(12_000)
  expect(stopGrowing(aLoan({ terms: terms('week') }))).toBe(12_000)
})

it('counts thirty days of penalty interest on overdue principal and interest only on the rest', () => {
  // Two instalments of 1,000.00 overdue at 24 % for 30 days: 40.00. No interest: the loan bears none.
  const loan = levelLoan(
    'one',
    { principal: 1_200_000, bp: 0, periods: 12, dueIn: -40 },
    {
      defaultTerms: {
        penalty: { by: 'rate', rate: annualRate(0.24) },
        penaltyBase: 'overduePrincipal',
        graceDays: 0,
        lateFee: null,
      },
    },
  )
  expect(stopGrowing(loan)).toBe(4_000)
  const { neededNowFen } = cannotPayFigures(planOf([loan], earning(0)))
  // And 40 and 9 days of it so far: 26.67 + 6.00.
  expect(neededNowFen).toBe(200_000 + 2_667 + 600)
})
