import type { Budget } from '../budget/budget'
import { ZERO_FEN, type Fen } from '../money/fen'
import { compilePlan } from '../plan/core/compile-plan'
import { pathOut, runPath, type PathOut } from '../plan/core/run-path'
import { simulatePlan, type PlanInput } from '../plan/simulate-plan'

/** Runs one plan with the money of each month given, instead of the budget's. What it answers is good until the next run. */
export type PathRunner = (money: Float64Array) => Pick<PathOut, 'firstShortStep' | 'balance' | 'cash'>

/** A plan ready to be run over so many months, by the core every screen uses. */
export function pathRunner(input: PlanInput, months: number): PathRunner {
  const plan = compilePlan({ ...input, horizonMonths: months })
  const out = pathOut(plan)
  return (money) => {
    runPath(plan, money, out)
    return out
  }
}

/** Cash above the reserve today. */
export const openingCash = ({ budget }: PlanInput): number => Math.max(0, budget.cashNowFen - budget.reserveFen)

/** So much cash that nothing is ever short. */
const PLENTY: Budget = { lines: [], cashNowFen: 1_000_000_000_000 as Fen, reserveFen: ZERO_FEN }

/** What a plan asks month by month as long as all of it is paid in time and nothing early: fen. */
export function requiredLine(input: PlanInput, months: number): Float64Array {
  const kept = simulatePlan({
    ...input,
    settings: { ...input.settings, strategy: 'minimumsOnly' },
    budget: PLENTY,
    horizonMonths: months,
  })
  return Float64Array.from({ length: months }, (_, step) => kept.months[step]?.requiredFen ?? 0)
}
