import { monthIndex, monthText } from '../calendar/local-date'
import type { PlanInput } from '../plan/simulate-plan'
import type { StressAssumptions } from './assumptions'
import { imaginedFutures, type ImaginedFutures } from './imagined-futures'
import { imagineMoney, moneyMachine } from './imagine-money'
import { keptOffer, type AskedLender, type KeptOffer } from './kept-offer'
import { openingCash, pathRunner } from './path-run'
import { seededRandom } from './random'

/** What the stress lab is asked: everything chance needs is in it, so the same question has the same answer bit for bit. */
export interface StressQuestion {
  /** The plan with the requests that count as agreed; its strategy says whether what is left is paid early. */
  readonly plan: PlanInput
  /** 1–60. */
  readonly months: number
  readonly paths: number
  readonly seed: number
  readonly assumptions: StressAssumptions
  /** Lenders whose offers are scaled to find the largest that is kept. */
  readonly asked: readonly AskedLender[]
  /** How often an offer must be kept: per cent, 1–100. */
  readonly confidencePercent: number
}

export interface StressProgress {
  readonly done: number
  readonly of: number
}

export interface StressAnswer {
  readonly question: Pick<StressQuestion, 'paths' | 'seed' | 'confidencePercent'>
  /** `2026-11`, … */
  readonly months: readonly string[]
  readonly openingCashFen: number
  readonly futures: ImaginedFutures
  readonly offer: KeptOffer
}

/** Draws the months once, runs the plan on every path, and holds the offers against the same paths. */
export function runStress(question: StressQuestion, report: (progress: StressProgress) => void): StressAnswer {
  const { plan, months, paths, seed, assumptions, asked, confidencePercent } = question
  const machine = moneyMachine(plan.budget, plan.on, months, assumptions, seededRandom(seed))
  const imagined = imagineMoney(machine, paths, months)
  const futures = imaginedFutures(pathRunner(plan, months), imagined, (done) => report({ done, of: paths }))
  const first = monthIndex(plan.on)
  return {
    question: { paths, seed, confidencePercent },
    months: Array.from({ length: months }, (_, step) => monthText(first + step)),
    openingCashFen: openingCash(plan),
    futures,
    offer: keptOffer(plan, asked, imagined, Math.ceil((paths * confidencePercent) / 100)),
  }
}
