import fc from 'fast-check'
import { expect, it } from 'vitest'
import { STRATEGIES } from '#domain/plan/plan'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { DEFAULT_ASSUMPTIONS, NO_CHANCE } from '#domain/stress/assumptions'
import { commonestBreak, imaginedFutures, standardError } from '#domain/stress/imagined-futures'
import { keptBy as keptWithCash } from '#domain/stress/kept-offer'
import { openingCash, pathRunner, requiredLine } from '#domain/stress/path-run'
import { tenHalfNinety } from '#domain/stress/quantile'
import { seededRandom } from '#domain/stress/random'
import { anyBudget, anyLoans, planOf } from '../plan/a-plan'
import { runBySimulator } from './run-by-simulator'
import { fiveThousand, imagine, onlyJobLoss } from './stressed'

const anyPlan = fc.tuple(anyLoans, anyBudget).map(([loans, budget]) => planOf(loans, budget, 'minimumsOnly'))

it('without chance it is the simulator’s plan, to the fen', () => {
  fc.assert(
    fc.property(anyPlan, fc.constantFrom(...STRATEGIES), (calm, strategy) => {
      const plan = { ...calm, settings: { ...calm.settings, strategy } }
      const months = 24
      const { months: planned } = simulatePlan({ ...plan, horizonMonths: months })
      const imagined = imagine(plan, NO_CHANCE, { months, paths: 3 })
      const { balance, cash, keptBy } = imaginedFutures(pathRunner(plan, months), imagined, () => undefined)
      planned.forEach(({ balanceFen, closingCashFen }, step) => {
        for (const fan of ['p10', 'p50', 'p90'] as const) {
          expect(balance[fan][step]).toBe(balanceFen)
          expect(cash[fan][step]).toBe(closingCashFen)
        }
        expect(keptBy[step]).toBe(planned.slice(0, step + 1).some(({ shortFen }) => shortFen > 0) ? 0 : 3)
      })
    }),
    { numRuns: 40 },
  )
})

it('money is neither made nor lost on any path, and promises only break', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(1_000), (plan, seed) => {
      const months = 18
      const { money } = imagine(plan, DEFAULT_ASSUMPTIONS, { months, paths: 1, random: seededRandom(seed) })
      let before = openingCash(plan)
      pathRunner(
        plan,
        months,
      )(money).cash.forEach((cash, step) => {
        const paid = before + (money[step] ?? 0) - cash
        expect(Number.isInteger(paid)).toBe(true)
        expect(paid).toBeGreaterThanOrEqual(0)
        before = cash
      })
    }),
    { numRuns: 60 },
  )
})

it('a path is kept exactly when cash covers what the plan asks while it is kept', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(1_000), (plan, seed) => {
      const months = 18
      const imagined = imagine(plan, DEFAULT_ASSUMPTIONS, { months, paths: 12, random: seededRandom(seed) })
      const { keptBy } = imaginedFutures(pathRunner(plan, months), imagined, () => undefined)
      expect(keptWithCash(requiredLine(plan, months), openingCash(plan), imagined)).toEqual(keptBy)
    }),
    { numRuns: 60 },
  )
})

it('every path is the one the simulator makes of the same money, to the fen', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(1_000), (plan, seed) => {
      const months = 18
      const imagined = imagine(plan, DEFAULT_ASSUMPTIONS, { months, paths: 6, random: seededRandom(seed) })
      const byCore = imaginedFutures(pathRunner(plan, months), imagined, () => undefined)
      expect(byCore).toEqual(imaginedFutures(runBySimulator(plan), imagined, () => undefined))
    }),
    { numRuns: 60 },
  )
})

it('keeps a promise as often as the chain of two states says', () => {
  // The wage is what the loan asks and nothing is left over: the first month without work breaks it.
  const months = 13
  const paths = 4000
  const imagined = imagine(fiveThousand(500_000), onlyJobLoss(3, 4), { months, paths })
  const { keptBy, firstBreaks } = imaginedFutures(pathRunner(fiveThousand(500_000), months), imagined, () => undefined)
  keptBy.forEach((kept, step) => {
    const expected = 0.97 ** step
    const error = Math.sqrt((expected * (1 - expected)) / paths)
    expect(Math.abs(kept / paths - expected)).toBeLessThanOrEqual(3 * error)
    expect(kept).toBeLessThanOrEqual(keptBy[step - 1] ?? paths)
  })
  expect(firstBreaks.reduce((sum, count) => sum + count, 0) + (keptBy.at(-1) ?? 0)).toBe(paths)
  expect(commonestBreak(firstBreaks)).toBe(firstBreaks.indexOf(Math.max(...firstBreaks)))
})

it('reports on the way, and the quantiles are those of the sorted row', () => {
  const heard: number[] = []
  const plan = fiveThousand(500_000)
  imaginedFutures(pathRunner(plan, 1), imagine(plan, NO_CHANCE, { months: 1, paths: 1000 }), (done) => heard.push(done))
  expect(heard).toEqual([400, 800])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 }), (values) => {
      const sorted = [...values].sort((left, right) => left - right)
      const at = (share: number) => sorted[Math.max(0, Math.ceil(share * values.length) - 1)]
      expect(tenHalfNinety(Float64Array.from(values))).toEqual([at(0.1), at(0.5), at(0.9)])
    }),
  )
  const random = seededRandom(3)
  for (const classes of [1, 2, 50, 2 ** 32]) {
    const many = Float64Array.from({ length: 5_000 }, () => random() % classes)
    const sorted = [...many].sort((left, right) => left - right)
    expect(tenHalfNinety(many)).toEqual([sorted[499], sorted[2_499], sorted[4_499]])
  }
  expect(standardError(9000, 10_000)).toBeCloseTo(0.003, 10)
  expect(commonestBreak([0, 0])).toBeNull()
})
