import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayInMonth, localDate, monthIndex } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import { fen } from '#domain/money/fen'
import { earlyPaymentOf } from '#domain/plan/early-payment'
import { STRATEGIES, type PlanResult } from '#domain/plan/plan'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan } from '../loan/a-loan'
import {
  anyBudget,
  anyLoan,
  anyLoans,
  earning,
  FEES_STAY,
  levelFacts,
  levelLoan,
  NO_DEFAULT,
  NO_PREPAYMENT,
  planOf,
  stateAt,
  TODAY,
} from './a-plan'

const anyStrategy = fc.constantFrom(...STRATEGIES)
const levelLoans = fc
  .array(levelFacts, { minLength: 1, maxLength: 5 })
  .map((facts) => facts.map((fact, index) => levelLoan(`loan-${index}`, fact, { defaultTerms: NO_DEFAULT })))

const debtFree = (result: PlanResult): string => result.debtFreeMonth ?? 'never'

it('loses and makes no fen: every month and every loan adds up, and months follow each other', () => {
  fc.assert(
    fc.property(anyLoans, anyBudget, anyStrategy, (loans, budget, strategy) => {
      const input = { ...planOf(loans, budget, strategy), horizonMonths: 60 }
      const { months } = simulatePlan(input)
      let before = months[0]
      for (const month of months) {
        expect(month.openingCashFen + month.incomeFen - month.essentialsFen - month.otherFen).toBe(
          month.paidFen + month.closingCashFen,
        )
        expect(month.loans.reduce((sum, loan) => sum + loan.paidFen, 0)).toBe(month.paidFen)
        month.loans.forEach((loan, index) => {
          expect(loan.openingFen + loan.interestFen + loan.penaltyFen + loan.feeFen).toBe(
            loan.paidFen + loan.closingFen,
          )
          expect(Math.min(loan.paidFen, loan.closingFen, loan.shortFen)).toBeGreaterThanOrEqual(0)
          const opening = before === month ? input.loans[index]?.state.owedFen : before?.loans[index]?.closingFen
          expect(loan.openingFen).toBe(opening)
        })
        before = month
      }
    }),
    { numRuns: 300 },
  )
})

it('ends, within the horizon or at it', () => {
  fc.assert(
    fc.property(anyLoans, anyBudget, anyStrategy, fc.integer({ min: 1, max: 120 }), (loans, budget, strategy, most) => {
      const { months, debtFreeMonth } = simulatePlan({ ...planOf(loans, budget, strategy), horizonMonths: most })
      expect(months.length).toBeLessThanOrEqual(most)
      if (debtFreeMonth === null) expect(months).toHaveLength(most)
      else expect(months.at(-1)?.balanceFen).toBe(0)
    }),
    { numRuns: 100 },
  )
})

describe('early payment', () => {
  it('never makes a plan infeasible that minimums keep: coming instalments are held back', () => {
    let feasible = 0
    fc.assert(
      fc.property(anyLoans, anyBudget, (loans, budget) => {
        const run = (strategy: (typeof STRATEGIES)[number]): PlanResult =>
          simulatePlan({ ...planOf(loans, budget, strategy), horizonMonths: 60 })
        fc.pre(run('minimumsOnly').shortfallMonths.length === 0)
        feasible += 1
        for (const strategy of STRATEGIES) expect(run(strategy).shortfallMonths).toEqual([])
      }),
      { numRuns: 400 },
    )
    expect(feasible).toBeGreaterThan(300)
  })

  it('keeps for a bullet in a year what the months until then do not bring', () => {
    const dear = levelLoan('dear', { principal: 2_000_000, bp: 2_400, periods: 36, dueIn: 16 })
    const bullet = aLoan({
      id: 'bullet',
      terms: {
        kind: 'bullet',
        principalFen: fen(1_200_000),
        drawnOn: localDate('2026-11-01'),
        maturesOn: localDate('2027-11-01'),
        rate: annualRate(0.03),
      },
    })
    const budget = earning(200_000)
    const early = simulatePlan(planOf([dear, bullet], budget, 'avalanche'))
    expect(early.shortfallMonths).toEqual([])
    const minimums = simulatePlan(planOf([dear, bullet], budget, 'minimumsOnly'))
    expect(early.costFen).toBeLessThan(minimums.costFen)
  })

  it('uses all money at once when no coming month needs it', () => {
    const loan = levelLoan('one', { principal: 1_000_000, bp: 1_200, periods: 12, dueIn: 16 })
    const { months } = simulatePlan(planOf([loan], earning(300_000), 'avalanche'))
    expect(months.slice(0, -1).every((month) => month.closingCashFen === 0)).toBe(true)
  })

  it('frees, month after month, what the instalments that were paid early no longer ask', () => {
    // Nothing comes in: 1,355,712 of cash is what the instalments take, and what is above it goes early.
    const loan = levelLoan(
      'one',
      { principal: 1_200_000, bp: 1_200, periods: 24, dueIn: 16 },
      { defaultTerms: NO_DEFAULT },
    )
    const { months, shortfallMonths } = simulatePlan(planOf([loan], earning(0, 1, 1_400_000)))
    const early = months.map((month) => month.paidFen - month.requiredFen)
    expect(early[0]).toBeGreaterThan(40_000)
    // Paid early, that takes as much and its own interest off the end: so much is free in the month after, and so on.
    expect(early[1]).toBeGreaterThan(early[0] ?? 0)
    expect(early[2]).toBeGreaterThan(early[1] ?? 0)
    expect(shortfallMonths).toEqual([])
  })

  it('says of each loan whether and why it is never paid early', () => {
    expect(earlyPaymentOf(aLoan())).toEqual({ keeps: null })
    expect(earlyPaymentOf(aLoan({ prepayment: FEES_STAY }))).toEqual({ keeps: 'feesStay' })
    expect(earlyPaymentOf(aLoan({ prepayment: NO_PREPAYMENT }))).toEqual({ keeps: 'notAllowed' })
  })
})

describe('strategies', () => {
  it('never frees later with more income', () => {
    fc.assert(
      fc.property(levelLoans, fc.integer({ min: 0, max: 900_000 }), fc.nat(300_000), (loans, income, more) => {
        for (const strategy of STRATEGIES) {
          const with0 = simulatePlan(planOf(loans, earning(income), strategy))
          const with1 = simulatePlan(planOf(loans, earning(income + more), strategy))
          expect(debtFree(with1) <= debtFree(with0)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never costs more by avalanche than by snowball on fixed-rate loans, up to the rounding of their postings', () => {
    fc.assert(
      fc.property(levelLoans, fc.integer({ min: 100, max: 300 }), (loans, percent) => {
        const required = loans.reduce((sum, loan) => sum + stateAt(loan, TODAY).nextDueFen, 0)
        const budget = earning(Math.ceil((required * percent) / 100))
        const avalanche = simulatePlan(planOf(loans, budget, 'avalanche'))
        const snowball = simulatePlan(planOf(loans, budget, 'snowball'))
        // Each posting of interest is rounded: half a fen for each loan and month in either plan.
        const rounding = loans.length * Math.max(avalanche.months.length, snowball.months.length)
        expect(avalanche.costFen).toBeLessThanOrEqual(snowball.costFen + rounding)
      }),
      { numRuns: 300 },
    )
  })

  it('pays by minimums the oldest arrears first, then by due day', () => {
    const owing = (id: string, dueIn: number) =>
      levelLoan(id, { principal: 1_200_000, bp: 0, periods: 12, dueIn }, { defaultTerms: NO_DEFAULT })
    // Overdue since 5 September and 15 October; the third falls due on 1 December, the day the money comes.
    const loans = [owing('late', -40), owing('oldest', -80), owing('next', 7)]
    const { months } = simulatePlan(planOf(loans, earning(350_000), 'minimumsOnly'))
    const december = months[1]?.loans.map((loan) => [loan.loanId, loan.requiredFen, loan.paidFen])
    expect(december).toEqual([
      ['late', 300_000, 0],
      ['oldest', 400_000, 350_000],
      ['next', 100_000, 0],
    ])
  })
})

describe('lateness', () => {
  it('grows, with no money, as the state of the loan does: within a fen for each instalment and half a fen for each month', () => {
    fc.assert(
      fc.property(anyLoan, fc.integer({ min: 1, max: 12 }), (loan, count) => {
        // A row due on the very last day of a month is not late on that day: the fold counts it the day after.
        fc.pre(loan.terms.drawnOn.slice(8) < '28')
        const { months } = simulatePlan({ ...planOf([loan], earning(0), 'minimumsOnly'), horizonMonths: count })
        months.forEach((month, step) => {
          const last = dayInMonth(monthIndex(TODAY) + step, 31)
          const state = stateAt(loan, last)
          // The simulator rounds penalty interest once a month and when an instalment becomes overdue, the fold each instalment.
          const overdue = state.rows.filter((row) => row.penaltyFen > 0).length
          expect(Math.abs(month.balanceFen - state.owedFen)).toBeLessThanOrEqual(overdue + (step + 1) / 2)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('charges the days between a missed due date and the month’s end, to the fen', () => {
    const penalty = { by: 'rate', rate: annualRate(0.24) } as const
    const loan = levelLoan(
      'one',
      { principal: 1_200_000, bp: 0, periods: 12, dueIn: 11 },
      { defaultTerms: { ...NO_DEFAULT, penalty } },
    )
    const { months } = simulatePlan({ ...planOf([loan], earning(0), 'minimumsOnly'), horizonMonths: 3 })
    const posted = months.map((month) => month.loans[0]?.penaltyFen)
    // 1,000.00 for 26 days of December, then 1,000.00 for 31 days and 1,000.00 for 26 of January, at 24 % ÷ 360.
    expect(posted).toEqual([0, 1_733, 2_067 + 1_733])
    expect(stateAt(loan, localDate('2027-01-31')).penaltyFen).toBe(1_733 + 2_067 + 1_733)
  })

  it('charges nothing within the grace days, then from the due date and the late fee once', () => {
    const penalty = { by: 'rate', rate: annualRate(0.24) } as const
    const lateFee = { by: 'fixed', amountFen: fen(5_000) } as const
    const loan = levelLoan(
      'one',
      { principal: 1_200_000, bp: 0, periods: 12, dueIn: 11 },
      { defaultTerms: { penalty, penaltyBase: 'overdueInstalment', graceDays: 60, lateFee } },
    )
    const { months } = simulatePlan({ ...planOf([loan], earning(0), 'minimumsOnly'), horizonMonths: 4 })
    // 5 December + 85 days is 28 February: 1,000.00 · 24 % · 85/360 = 56.67.
    expect(months.map((month) => month.loans[0]?.penaltyFen)).toEqual([0, 0, 0, 5_000 + 5_667])
  })
})

it('counts the interest of a payment holiday as a cost, and opens with what is owed today', () => {
  const loan = levelLoan('one', { principal: 1_200_000, bp: 1_200, periods: 12, dueIn: 16 })
  const state = stateAt(loan, TODAY)
  const made = arrange(loan, state, {
    periods: 15,
    firstDueOn: localDate('2026-12-12'),
    rate: null,
    holidayPeriods: 3,
    interestOnlyPeriods: 0,
    waivePenaltyPer10000: 0,
    arrears: 'spread',
    settlementPer10000: null,
  })
  if (!made.ok) throw new Error(made.error.code)
  const { strategy, ...settings } = { strategy: 'minimumsOnly' as const, ownOrder: [] }
  const result = simulatePlan({
    on: TODAY,
    loans: [{ loan, state, arrangement: made.value }],
    budget: earning(200_000),
    settings: { strategy, ...settings },
  })
  expect(result.months[0]?.loans[0]?.openingFen).toBe(state.owedFen)
  expect(result.costFen).toBe(made.value.totalFen - state.owedFen)
  expect(result.totalPaidFen).toBe(made.value.totalFen)
})
