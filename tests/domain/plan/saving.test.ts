import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, localDate } from '#domain/calendar/local-date'
import { MONTHLY } from '#domain/calendar/cadence'
import { PREPAY_BY_ACTUAL_DAYS } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import { fen } from '#domain/money/fen'
import type { PlanResult, Strategy } from '#domain/plan/plan'
import { keepOrSettle } from '#domain/plan/saving'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan } from '../loan/a-loan'
import { earning, FEES_STAY, levelFacts, levelLoan, NO_DEFAULT, planOf, stateAt, TODAY } from './a-plan'

const drawnOn = localDate('2026-11-10')

/** 12,000.00 over 24 months, at one rate until a day and at another from then on. */
const promotion = (first: number, then: number, months: number): Loan =>
  aLoan({
    id: 'promotion',
    defaultTerms: NO_DEFAULT,
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(1_200_000),
      drawnOn,
      firstDueOn: addMonths(drawnOn, 1),
      periods: 24,
      cadence: MONTHLY,
      rate: annualRate(first),
      rateSteps: [{ from: addMonths(drawnOn, months), rate: annualRate(then) }],
      firstPeriod: 'whole',
    },
  })

const saving = (loan: Loan, on = TODAY): number => keepOrSettle(loan, stateAt(loan, on)).yearlySaving

describe('what a yuan paid now saves', () => {
  it('is the contract’s rate while that is one', () => {
    expect(saving(levelLoan('one', { principal: 1_200_000, bp: 1_200, periods: 24, dueIn: 16 }))).toBe(0.12)
  })

  it('is nothing where the fees stay due', () => {
    const kept = levelLoan(
      'one',
      { principal: 1_200_000, bp: 1_200, periods: 24, dueIn: 16 },
      { prepayment: FEES_STAY },
    )
    expect(keepOrSettle(kept, stateAt(kept, TODAY))).toMatchObject({ verdict: 'never', yearlySaving: 0 })
  })

  it('counts a promotion with the rates after it, and not any more once it has ended', () => {
    expect(saving(promotion(0.12, 0.12, 6))).toBeCloseTo(0.12, 3)
    // 3 months for nothing and 21 at 24 %: ln 1.02 · 21 ÷ 24 is 1.73 % a month.
    expect(saving(promotion(0, 0.24, 3))).toBeCloseTo(12 * Math.expm1((Math.log(1.02) * 21) / 24), 3)
    expect(saving(promotion(0, 0.24, 3), addMonths(TODAY, 6))).toBeCloseTo(0.24, 2)
    expect(saving(promotion(0.24, 0, 3), addMonths(TODAY, 6))).toBe(0)
  })

  it('falls by the fee for paying early, the less time is left the more: then the loan is kept', () => {
    const withFee = levelLoan(
      'one',
      { principal: 1_200_000, bp: 1_200, periods: 24, dueIn: 16 },
      { prepayment: { ...PREPAY_BY_ACTUAL_DAYS, feePer10000: 300 }, defaultTerms: NO_DEFAULT },
    )
    // A fee of 3 % on 24 months: 1.01 less ln 1.03 ÷ 24 a month.
    expect(saving(withFee)).toBeCloseTo(12 * Math.expm1(Math.log(1.01) - Math.log(1.03) / 24), 3)
    const facts = keepOrSettle(withFee, stateAt(withFee, TODAY))
    expect(facts).toMatchObject({ verdict: 'settle', costsFen: 36_000 })
    // Of 24 instalments the last 2 save a per cent and a half: less than the fee.
    const late = levelLoan(
      'one',
      { principal: 1_200_000, bp: 1_200, periods: 2, dueIn: 16 },
      { prepayment: withFee.prepayment, defaultTerms: NO_DEFAULT },
    )
    expect(keepOrSettle(late, stateAt(late, TODAY))).toMatchObject({ verdict: 'keep', costsFen: 36_000 })
    expect(saving(late)).toBeLessThan(0)
  })
})

describe('a plan by what is saved', () => {
  it('pays a promotion that ends soon before a loan at a constant rate, and is cheaper for it', () => {
    const constant = levelLoan(
      'constant',
      { principal: 1_200_000, bp: 1_000, periods: 24, dueIn: 16 },
      { defaultTerms: NO_DEFAULT },
    )
    const loans = [promotion(0, 0.24, 2), constant]
    const budget = earning(180_000, 5)
    const paid = simulatePlan(planOf(loans, budget, 'avalanche')).months[1]?.loans.map(
      (loan) => loan.paidFen - loan.requiredFen,
    )
    expect(paid?.[0]).toBeGreaterThan(0)
    expect(paid?.[1]).toBe(0)
    const ordered = (ownOrder: readonly string[]): number =>
      simulatePlan({ ...planOf(loans, budget), settings: { strategy: 'ownOrder', ownOrder } }).costFen
    expect(ordered(['promotion', 'constant'])).toBeLessThan(ordered(['constant', 'promotion']))
  })

  it('posts the fee for paying early as a cost, and never pays early what costs more than it saves', () => {
    const loan = (periods: number, feePer10000: number): Loan =>
      levelLoan(
        'one',
        { principal: 1_200_000, bp: 1_200, periods, dueIn: 16 },
        { prepayment: { ...PREPAY_BY_ACTUAL_DAYS, feePer10000 }, defaultTerms: NO_DEFAULT },
      )
    const [first] = simulatePlan(planOf([loan(24, 100)], earning(60_000, 5, 1_300_000))).months
    const early = first?.loans[0]
    const principal = 1_200_000 - (early?.closingFen ?? 0)
    // 1 % of what is paid early; the last instalment, whose month of interest is no more than that, is kept.
    expect(early).toMatchObject({
      feeFen: Math.round(principal / 100),
      paidFen: principal + Math.round(principal / 100),
    })
    expect(early?.closingFen).toBeGreaterThan(50_000)
    expect(early?.closingFen).toBeLessThan(60_000)
    const kept = simulatePlan(planOf([loan(2, 300)], earning(450_000, 5, 1_300_000)))
    expect(kept.months.every((month) => month.paidFen === month.requiredFen)).toBe(true)
    const minimums = simulatePlan(planOf([loan(2, 300)], earning(450_000, 5, 1_300_000), 'minimumsOnly'))
    expect(kept.costFen).toBe(minimums.costFen)
  })

  it('never costs more by paying early than by keeping, whatever the fee, up to the rounding of the postings', () => {
    const fees = fc.constantFrom(50, 100, 300, 500)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(levelFacts, fees), { minLength: 1, maxLength: 4 }),
        fc.nat(900_000),
        (facts, income) => {
          const loans = facts.map(([fact, feePer10000], index) =>
            levelLoan(`loan-${index}`, fact, {
              prepayment: { ...PREPAY_BY_ACTUAL_DAYS, feePer10000 },
              defaultTerms: NO_DEFAULT,
            }),
          )
          const run = (strategy: Strategy): PlanResult => simulatePlan(planOf(loans, earning(income, 5), strategy))
          const [early, kept] = [run('avalanche'), run('minimumsOnly')]
          fc.pre(kept.shortfallMonths.length === 0)
          const rounding = loans.length * kept.months.length
          expect(early.costFen).toBeLessThanOrEqual(kept.costFen + rounding)
        },
      ),
      { numRuns: 200 },
    )
  })
})
