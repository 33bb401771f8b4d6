import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Loan, LoanId } from '#domain/loan/loan'
import { STRATEGIES } from '#domain/plan/plan'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { anyBudget, anyLoans, anyScenario, earning, FEES_STAY, levelLoan, NO_DEFAULT, planOf } from './a-plan'

const paidBy = (
  months: readonly { readonly loans: readonly { readonly loanId: LoanId; readonly paidFen: number }[] }[],
  loans: readonly Loan[],
): ReadonlyMap<LoanId, readonly number[]> =>
  new Map(loans.map(({ id }, index) => [id, months.map((month) => month.loans[index]?.paidFen ?? 0)]))

it('pays again what a strategy paid, fen by fen, whatever the strategy now chosen', () => {
  fc.assert(
    fc.property(
      anyLoans,
      anyBudget,
      anyScenario,
      fc.constantFrom(...STRATEGIES),
      fc.constantFrom(...STRATEGIES),
      (loans, budget, scenario, strategy, other) => {
        const input = { ...planOf(loans, budget, strategy), scenario, horizonMonths: 36 }
        const planned = simulatePlan(input)
        const again = simulatePlan({
          ...input,
          settings: { ...input.settings, strategy: other },
          prescribed: paidBy(planned.months, loans),
        })
        expect(again).toEqual({ ...planned, strategy: other })
      },
    ),
    { numRuns: 200 },
  )
})

it('pays never more than is written, than the loan can take, than there is', () => {
  const sums = fc.array(fc.array(fc.nat(900_000), { maxLength: 24 }), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(anyLoans, anyBudget, sums, (loans, budget, written) => {
      const prescribed = new Map(loans.map(({ id }, index) => [id, written[index] ?? []]))
      const { months } = simulatePlan({ ...planOf(loans, budget), prescribed, horizonMonths: 30 })
      months.forEach((month, step) => {
        const available = Math.max(0, month.openingCashFen + month.incomeFen - month.essentialsFen - month.otherFen)
        expect(month.paidFen).toBeLessThanOrEqual(available)
        month.loans.forEach((loan, index) => {
          expect(loan.paidFen).toBeLessThanOrEqual(written[index]?.[step] ?? 0)
          expect(loan.closingFen).toBeGreaterThanOrEqual(0)
        })
      })
    }),
    { numRuns: 200 },
  )
})

it('leaves as cash what a loan that is never paid early does not ask', () => {
  const loan = levelLoan(
    'one',
    { principal: 1_200_000, bp: 0, periods: 12, dueIn: 12 },
    { prepayment: FEES_STAY, defaultTerms: NO_DEFAULT },
  )
  const { months } = simulatePlan({
    ...planOf([loan], earning(150_000)),
    prescribed: new Map([['one', [150_000, 150_000, 40_000]]]),
    horizonMonths: 4,
  })
  expect(months.map((month) => [month.requiredFen, month.paidFen, month.shortFen])).toEqual([
    [0, 0, 0],
    [100_000, 100_000, 0],
    [100_000, 40_000, 60_000],
    [160_000, 0, 160_000],
  ])
})
