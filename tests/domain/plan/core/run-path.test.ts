import fc from 'fast-check'
import { expect, it } from 'vitest'
import { monthIndex } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import { defaultRequest } from '#domain/extension/default-request'
import { fen } from '#domain/money/fen'
import { compilePlan } from '#domain/plan/core/compile-plan'
import { pathOut, runPath, type PathOut } from '#domain/plan/core/run-path'
import { STRATEGIES } from '#domain/plan/plan'
import { scenarioMonth } from '#domain/plan/scenario-money'
import { simulatePlan, type PlanInput } from '#domain/plan/simulate-plan'
import { anyBudget, anyLoans, anyScenario, earning, levelFacts, levelLoan, planOf, TODAY } from '../a-plan'

const STEPS = 60

/** Loans of every kind, one of them perhaps under an arrangement, with any money, strategy and scenario. */
const anyInput = fc
  .record({
    loans: anyLoans,
    budget: anyBudget,
    strategy: fc.constantFrom(...STRATEGIES),
    scenario: fc.option(anyScenario, { nil: undefined }),
    isArranged: fc.boolean(),
  })
  .map(({ loans, budget, strategy, scenario, isArranged }): PlanInput => {
    const input = { ...planOf(loans, budget, strategy), scenario, horizonMonths: STEPS }
    const [first, ...rest] = input.loans
    if (!first || !isArranged) return input
    const made = arrange(first.loan, first.state, defaultRequest(first.loan, first.state, budget, TODAY))
    return made.ok ? { ...input, loans: [{ ...first, arrangement: made.value }, ...rest] } : input
  })

const shown = ({ firstShortStep, balance, cash }: PathOut) => ({
  firstShortStep,
  balance: Array.from(balance),
  cash: Array.from(cash),
})

/** What a path should leave, from the months of the readable result; after the last debt the money only gathers. */
function expectedOf(input: PlanInput, money: (step: number) => number): ReturnType<typeof shown> {
  const { months } = simulatePlan(input)
  const balance = months.map((month): number => month.balanceFen)
  const cash = months.map((month): number => month.closingCashFen)
  let left = cash.at(-1) ?? Math.max(0, input.budget.cashNowFen - input.budget.reserveFen)
  for (let step = months.length; step < STEPS; step += 1) {
    left += money(step)
    balance.push(0)
    cash.push(left)
  }
  return { firstShortStep: months.findIndex((month) => month.shortFen > 0), balance, cash }
}

const moneyOf =
  ({ budget, scenario, on }: PlanInput) =>
  (step: number): number =>
    scenarioMonth(budget, scenario, monthIndex(on) + step, step === 0 ? on : undefined).disposableFen

it('leaves the months of the plan, to the fen, when the money comes as expected', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const plan = compilePlan(input)
      const out = pathOut(plan)
      runPath(plan, plan.expected.slice(0, STEPS), out)
      expect(shown(out)).toEqual(expectedOf(input, moneyOf(input)))
    }),
    { numRuns: 1000 },
  )
})

/** Nothing overdue today, so that a path begins the quick way; late, they gather penalty interest and late fees. */
const quietLoans = fc.array(levelFacts, { minLength: 1, maxLength: 5 }).map((facts) =>
  facts.map((fact, index) =>
    levelLoan(
      `loan-${index}`,
      { ...fact, dueIn: 7 + (fact.dueIn % 6) },
      {
        defaultTerms: {
          penalty: { by: 'multiple', multiplePer10000: 15_000 },
          penaltyBase: 'overdueInstalment',
          graceDays: index,
          lateFee: { by: 'fixed', amountFen: fen(1_000) },
        },
      },
    ),
  ),
)

it('leaves the months of a plan whose money is otherwise: each shock is a scenario that nobody expected', () => {
  const strategies = fc.constantFrom(...STRATEGIES.filter((id) => id === 'minimumsOnly' || id === 'tokenOffers'))
  let isLate = 0
  fc.assert(
    fc.property(quietLoans, anyBudget, strategies, anyScenario, (loans, budget, strategy, scenario) => {
      // Without early payment nothing is counted on: the plan under the scenario is the path with its money.
      const calm = { ...planOf(loans, earning(400_000, 1, budget.cashNowFen), strategy), horizonMonths: STEPS }
      const plan = compilePlan(calm)
      const out = pathOut(plan)
      const shocked = { ...calm, scenario }
      const money = Float64Array.from({ length: STEPS }, (_, step) => moneyOf(shocked)(step))
      runPath(plan, money, out)
      if (out.firstShortStep > 0 && out.balance.at(-1) === 0) isLate += 1
      expect(shown(out)).toEqual(expectedOf(shocked, moneyOf(shocked)))
    }),
    { numRuns: 600 },
  )
  // Short for a while and then caught up: the way back to the quick way was taken as well.
  expect(isLate).toBeGreaterThan(20)
})

const quietInput = fc
  .tuple(quietLoans, fc.nat(600_000), fc.constantFrom(...STRATEGIES))
  .map(([loans, income, strategy]) => ({ ...planOf(loans, earning(income), strategy), horizonMonths: STEPS }))

it('starts afresh on every path, whatever the path before left', () => {
  const sums = fc.array(fc.integer({ min: -400_000, max: 900_000 }), { minLength: STEPS, maxLength: STEPS })
  fc.assert(
    fc.property(fc.oneof(anyInput, quietInput), sums, sums, (input, first, second) => {
      const plan = compilePlan(input)
      const used = pathOut(plan)
      runPath(plan, Float64Array.from(first), used)
      runPath(plan, Float64Array.from(second), used)
      const fresh = pathOut(plan)
      runPath(plan, Float64Array.from(second), fresh)
      expect(shown(used)).toEqual(shown(fresh))
    }),
    { numRuns: 300 },
  )
})

it('counts for early payment on the budget, not on what the path will bring', () => {
  const loans = [levelLoan('one', { principal: 1_200_000, bp: 1_200, periods: 12, dueIn: 12 })]
  const plan = compilePlan({ ...planOf(loans, earning(150_000)), horizonMonths: STEPS })
  const path = (changes: (money: Float64Array) => void): PathOut => {
    const out = pathOut(plan)
    const money = plan.expected.slice(0, STEPS)
    changes(money)
    runPath(plan, money, out)
    return out
  }
  const calm = path(() => undefined)
  // Nothing comes in the fifth month: the months before are as they were, and only then it is short.
  const shocked = path((money) => (money[5] = 0))
  expect(Array.from(shocked.balance.subarray(0, 5))).toEqual(Array.from(calm.balance.subarray(0, 5)))
  expect([calm.firstShortStep, shocked.firstShortStep]).toEqual([-1, 5])
})

it('runs a plan written down in advance as it is written', () => {
  fc.assert(
    fc.property(anyInput, fc.array(fc.nat(300_000), { minLength: 1, maxLength: STEPS }), (input, sums) => {
      const prescribed = new Map(input.loans.map(({ loan }) => [loan.id, sums]))
      const written = { ...input, prescribed }
      const plan = compilePlan(written)
      const out = pathOut(plan)
      runPath(plan, plan.expected.slice(0, STEPS), out)
      expect(shown(out)).toEqual(expectedOf(written, moneyOf(written)))
    }),
    { numRuns: 200 },
  )
})

it('is a plan of no loans, too', () => {
  const input = { ...planOf([], earning(100_000, 28, 5_000)), horizonMonths: 2 }
  const plan = compilePlan({ ...input, budget: { ...input.budget, reserveFen: fen(2_000) } })
  const out = pathOut(plan)
  runPath(plan, plan.expected, out)
  expect(shown(out)).toEqual({ firstShortStep: -1, balance: [0, 0], cash: [103_000, 203_000] })
})
