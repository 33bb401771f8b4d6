import { expect, it } from 'vitest'
import type { PlanInput } from '#domain/plan/simulate-plan'
import { DEFAULT_ASSUMPTIONS } from '#domain/stress/assumptions'
import { pathRunner } from '#domain/stress/path-run'
import { runStress } from '#domain/stress/run-stress'
import { earning, levelLoan, NO_DEFAULT, planOf } from '../domain/plan/a-plan'
import { imagine } from '../domain/stress/stressed'
import { bareFutures, type BareCase } from './bare-futures'
import { quickestOf, race, raceTable } from './race'

// CI asserts only a ratio within one run: absolute figures belong to the table this prints.

const [PATHS, MONTHS, LOANS] = [10_000, 60, 10]
const CASH = 200_000

/** Ten level loans of 59 months from next month on, at 10 to 14.5 % a year, nothing added by lateness. */
const FACTS = Array.from({ length: LOANS }, (_, index) => ({
  principal: 1_000_000 + index * 100_000,
  bp: 1_000 + index * 50,
  periods: MONTHS - 1,
  dueIn: 21,
}))

/** They ask 3,207 yuan a month; the wage is likely, not sure. */
function planEarning(wageFen: number): PlanInput {
  const loans = FACTS.map((facts, index) => levelLoan(`loan-${index}`, facts, { defaultTerms: NO_DEFAULT }))
  const budget = earning(wageFen, 5, CASH)
  const lines = budget.lines.map((line) => ({ ...line, certainty: 'likely' as const }))
  return { ...planOf(loans, { ...budget, lines }, 'minimumsOnly'), horizonMonths: MONTHS }
}

const bareCase = (plan: PlanInput, wageFen: number): BareCase => ({
  paths: PATHS,
  months: MONTHS,
  seed: 1,
  wageFen,
  cashFen: CASH,
  wageRange: DEFAULT_ASSUMPTIONS.incomeRangePercent.likely / 100,
  losesWork: DEFAULT_ASSUMPTIONS.jobLoss.monthlyPercent / 100,
  findsWork: 1 / DEFAULT_ASSUMPTIONS.jobLoss.meanMonths,
  fallsIll: DEFAULT_ASSUMPTIONS.illness.monthlyPercent / 100,
  illnessFen: DEFAULT_ASSUMPTIONS.illness.expenseFen,
  lostWhenIll: DEFAULT_ASSUMPTIONS.illness.lostIncomePercent / 100,
  principals: Float64Array.from(FACTS, ({ principal }) => principal),
  basisPoints: Float64Array.from(FACTS, ({ bp }) => bp),
  instalments: Float64Array.from(plan.loans, ({ state }) => state.nextDueFen),
})

const questionOf = (plan: PlanInput) => ({
  plan,
  months: MONTHS,
  paths: PATHS,
  seed: 1,
  assumptions: DEFAULT_ASSUMPTIONS,
  asked: [],
  confidencePercent: 90,
})

/** The core makes the bare loop's futures, month for month. Answers how many are kept. */
function keptInBoth(plan: PlanInput, bare: BareCase): number {
  const { balances, cashes, firstShort } = bareFutures(bare)
  const { money } = imagine(plan, DEFAULT_ASSUMPTIONS, { months: MONTHS, paths: PATHS })
  const run = pathRunner(plan, MONTHS)
  for (let path = 0; path < PATHS; path += 1) {
    const out = run(money.subarray(path * MONTHS, (path + 1) * MONTHS))
    if (out.firstShortStep !== firstShort[path]) throw new Error(`path ${path} breaks elsewhere`)
    for (let step = 0; step < MONTHS; step += 1)
      if (out.balance[step] !== balances[step * PATHS + path] || out.cash[step] !== cashes[step * PATHS + path])
        throw new Error(`path ${path}, month ${step}`)
  }
  return firstShort.filter((step) => step < 0).length
}

// Three times is the aim and what was measured (2.5 to 2.8); the rest is for other processors and a busy CI.
const MOST = 4

it('ten thousand futures of a promise that mostly holds cost few times a bare loop', () => {
  const plan = planEarning(380_000)
  const bare = bareCase(plan, 380_000)
  const kept = keptInBoth(plan, bare)
  expect(kept).toBeGreaterThan(0.85 * PATHS)
  const ratioOf = (finishes: Parameters<typeof quickestOf>[0]) =>
    quickestOf(finishes, 'ours') / quickestOf(finishes, 'ceiling')
  const finishes = race(
    [
      { name: 'bare loop', side: 'ceiling', work: () => bareFutures(bare) },
      { name: 'the lab, fans included', side: 'ours', work: () => runStress(questionOf(plan), () => undefined) },
    ],
    (settled) => ratioOf(settled) <= 3,
  )
  console.log(raceTable(`${PATHS} × ${MONTHS} × ${LOANS}, ${kept} futures kept`, finishes))
  expect(ratioOf(finishes)).toBeLessThanOrEqual(MOST)
})

it('a plan that hardly ever holds is run month by month: the same futures, for longer', () => {
  const plan = planEarning(323_000)
  const bare = bareCase(plan, 323_000)
  const kept = keptInBoth(plan, bare)
  expect(kept).toBeLessThan(0.15 * PATHS)
  const started = performance.now()
  runStress(questionOf(plan), () => undefined)
  const tookMs = performance.now() - started
  bareFutures(bare)
  const bareMs = performance.now() - started - tookMs
  console.log(`${kept} futures kept: the lab ${tookMs.toFixed(0)} ms, the bare loop ${bareMs.toFixed(0)} ms`)
})
