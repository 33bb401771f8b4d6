import fc from 'fast-check'
import { expect, it } from 'vitest'
import { monthBudget } from '#domain/budget/month-budget'
import { monthIndex } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { DEFAULT_ASSUMPTIONS, NO_CHANCE } from '#domain/stress/assumptions'
import { seededRandom, type Random } from '#domain/stress/random'
import { anyBudget, TODAY } from '../plan/a-plan'
import { fiveThousand, imagine, onlyJobLoss } from './stressed'

const MONTHS = 24

it('without chance every imagined month is the budget’s, to the fen', () => {
  fc.assert(
    fc.property(anyBudget, (budget) => {
      const plan = { ...fiveThousand(0), budget }
      const { money } = imagine(plan, NO_CHANCE, { months: MONTHS, paths: 2 })
      const planned = Array.from(
        { length: MONTHS },
        (_, step) => monthBudget(budget, monthIndex(TODAY) + step, step === 0 ? TODAY : undefined).disposableFen,
      )
      expect([...money]).toEqual([...planned, ...planned])
    }),
    { numRuns: 50 },
  )
})

it('whole fen, the same from the same seed, other months from another', () => {
  const plan = fiveThousand(700_000)
  const budget = {
    ...plan.budget,
    lines: plan.budget.lines.map((line) => ({ ...line, certainty: 'estimate' as const })),
  }
  const draw = (random: Random) =>
    imagine({ ...plan, budget }, DEFAULT_ASSUMPTIONS, { months: MONTHS, paths: 300, random }).money
  const first = draw(seededRandom(5))
  expect(first.every(Number.isInteger)).toBe(true)
  expect(draw(seededRandom(5))).toEqual(first)
  expect(draw(seededRandom(6))).not.toEqual(first)
  // The control: chance without a seed is not the same twice.
  const unseeded = () => Math.floor(Math.random() * 2 ** 32)
  expect(draw(unseeded)).not.toEqual(draw(unseeded))
})

it('strays no further than its range and on average not at all', () => {
  const wage = 700_000
  const plan = fiveThousand(wage)
  const paths = 4000
  const { money } = imagine(
    plan,
    { ...NO_CHANCE, incomeRangePercent: { sure: 30, likely: 0, estimate: 0 } },
    { months: 2, paths },
  )
  const next = Array.from({ length: paths }, (_, path) => money[path * 2 + 1] ?? 0)
  expect(Math.min(...next)).toBeGreaterThanOrEqual(wage * 0.7)
  expect(Math.max(...next)).toBeLessThanOrEqual(wage * 1.3)
  const mean = next.reduce((sum, value) => sum + value, 0) / paths
  // Two even numbers added: the standard deviation is range ÷ √6.
  const error = (wage * 0.3) / Math.sqrt(6) / Math.sqrt(paths)
  expect(Math.abs(mean - wage)).toBeLessThan(3 * error)
})

/** How many standard errors the share of months without a wage lies from the chain's own, at worst. */
function worstDistance(random: Random): number {
  const [loses, returns] = [0.03, 1 / 4]
  const paths = 10_000
  const { money } = imagine(fiveThousand(500_000), onlyJobLoss(3, 4), { months: MONTHS, paths, random })
  let worst = 0
  for (let step = 2; step < MONTHS; step += 1) {
    let without = 0
    for (let path = 0; path < paths; path += 1) if (money[path * MONTHS + step] === 0) without += 1
    // Two states, begun with work: a ÷ (a + b) · (1 − (1 − a − b)^n) after n months.
    const expected = (loses / (loses + returns)) * (1 - (1 - loses - returns) ** step)
    const error = Math.sqrt((expected * (1 - expected)) / paths)
    worst = Math.max(worst, Math.abs(without / paths - expected) / error)
  }
  return worst
}

it('work comes and goes as the chain of two states says', () => {
  expect(worstDistance(seededRandom(11))).toBeLessThan(3)
  // The control: a generator that leaves out its highest quarter is found out.
  const fair = seededRandom(11)
  expect(worstDistance(() => Math.floor(fair() * 0.75))).toBeGreaterThan(3)
})

it('illness costs its expense and its part of what is earned', () => {
  const plan = fiveThousand(500_000)
  const { money } = imagine(
    plan,
    { ...NO_CHANCE, illness: { monthlyPercent: 100, expenseFen: fen(80_000), lostIncomePercent: 20 } },
    { months: 3, paths: 1 },
  )
  expect([...money]).toEqual([0, 320_000, 320_000])
})
