import { expect, it } from 'vitest'
import type { PlanInput } from '#domain/plan/simulate-plan'
import { DEFAULT_ASSUMPTIONS } from '#domain/stress/assumptions'
import { imaginedFutures } from '#domain/stress/imagined-futures'
import type { ImaginedMoney } from '#domain/stress/imagine-money'
import { pathRunner } from '#domain/stress/path-run'
import { runStress } from '#domain/stress/run-stress'
import { earning, levelLoan, NO_DEFAULT, planOf } from '../domain/plan/a-plan'
import { imagine } from '../domain/stress/stressed'
import { quickestOf, race, raceTable } from './race'

// CI asserts only a ratio within one run: absolute figures belong to the table this prints.

const [PATHS, MONTHS, LOANS] = [10_000, 60, 10]

/** Ten level loans of 59 months from next month on, at 10 to 14.5 % a year, nothing added by lateness. */
const FACTS = Array.from({ length: LOANS }, (_, index) => ({
  principal: 1_000_000 + index * 100_000,
  bp: 1_000 + index * 50,
  periods: MONTHS - 1,
  dueIn: 21,
}))

/** A wage that is a little more than what is asked, or only just, so that paths break in all months. */
function planEarning(wageFen: number): PlanInput {
  const loans = FACTS.map((facts, index) => levelLoan(`loan-${index}`, facts, { defaultTerms: NO_DEFAULT }))
  const budget = earning(wageFen, 5, 200_000)
  const lines = budget.lines.map((line) => ({ ...line, certainty: 'likely' as const }))
  return { ...planOf(loans, { ...budget, lines }, 'minimumsOnly'), horizonMonths: MONTHS }
}

/**
 * The same contract arithmetic and nothing else: interest half up on what is not due yet, the level instalment, what is
 * overdue first, cash. Leaves owed and cash at each month's end, and the first month that is short, as the lab does.
 */
function bareLoop(plan: PlanInput, { money }: ImaginedMoney) {
  const instalments = Float64Array.from(plan.loans, ({ state }) => state.nextDueFen)
  const rates = Float64Array.from(FACTS, ({ bp }) => bp)
  const start = Float64Array.from(FACTS, ({ principal }) => principal)
  const balance = new Float64Array(LOANS)
  const due = new Float64Array(LOANS)
  const balances = new Float64Array(PATHS * MONTHS)
  const cashes = new Float64Array(PATHS * MONTHS)
  const firstShort = new Int32Array(PATHS).fill(-1)
  for (let path = 0; path < PATHS; path += 1) {
    balance.set(start)
    due.fill(0)
    let cash = plan.budget.cashNowFen as number
    for (let step = 0; step < MONTHS; step += 1) {
      cash += money[path * MONTHS + step]!
      let owed = 0
      let short = 0
      for (let loan = 0; loan < LOANS; loan += 1) {
        let open = balance[loan]!
        let asked = due[loan]!
        if (step > 0 && open > 0) {
          const interest = Math.floor((2 * open * rates[loan]! + 120_000) / 240_000)
          const principal = step === MONTHS - 1 ? open : instalments[loan]! - interest
          open -= principal
          balance[loan] = open
          asked += principal + interest
        }
        const paid = cash <= 0 ? 0 : asked < cash ? asked : cash
        cash -= paid
        asked -= paid
        due[loan] = asked
        short += asked
        owed += open + asked
      }
      if (short > 0 && firstShort[path]! < 0) firstShort[path] = step
      balances[step * PATHS + path] = owed
      cashes[step * PATHS + path] = cash
    }
  }
  return { balances, cashes, firstShort }
}

it('ten thousand futures cost at most three times a bare loop of the same arithmetic', () => {
  const wanted = planOf([], earning(0)).budget.cashNowFen + 323_000
  const plan = planEarning(wanted)
  const imagined = imagine(plan, DEFAULT_ASSUMPTIONS, { months: MONTHS, paths: PATHS })
  const question = {
    plan,
    months: MONTHS,
    paths: PATHS,
    seed: 1,
    assumptions: DEFAULT_ASSUMPTIONS,
    asked: [],
    confidencePercent: 90,
  }

  // The same futures, month for month.
  const bare = bareLoop(plan, imagined)
  const run = pathRunner(plan, MONTHS)
  for (let path = 0; path < PATHS; path += 1) {
    const out = run(imagined.money.subarray(path * MONTHS, (path + 1) * MONTHS))
    expect(out.firstShortStep).toBe(bare.firstShort[path])
    for (let step = 0; step < MONTHS; step += 1)
      if (out.balance[step] !== bare.balances[step * PATHS + path] || out.cash[step] !== bare.cashes[step * PATHS + path])
        throw new Error(`path ${path}, month ${step}`)
  }
  const broken = bare.firstShort.filter((step) => step >= 0).length
  console.log(`${broken} of ${PATHS} futures break`)
  expect(broken).toBeGreaterThan(PATHS / 4)

  const finishes = race(
    [
      { name: 'bare loop over drawn money', side: 'ceiling', work: () => bareLoop(plan, imagined) },
      { name: 'futures over drawn money', side: 'peer', work: () => imaginedFutures(run, imagined, () => undefined) },
      { name: 'the whole task, drawing and quantiles included', side: 'ours', work: () => runStress(question, () => undefined) },
    ],
    (settled) => quickestOf(settled, 'ours') <= 3 * quickestOf(settled, 'ceiling'),
  )
  console.log(raceTable(`${PATHS} × ${MONTHS} × ${LOANS}`, finishes))
  expect(quickestOf(finishes, 'ours') / quickestOf(finishes, 'ceiling')).toBeLessThanOrEqual(3)
})
