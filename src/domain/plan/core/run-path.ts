import type { CompiledPlan } from './compiled-plan'
import { enterAt, intactPlan, type IntactPlan } from './intact-plan'
import { newState, resetState, totalOwed, type PathState } from './path-state'
import { runStep } from './run-step'

/** What a path leaves, in arrays that every path writes over, and the space it runs in (`pathOut`). */
export interface PathOut {
  /** First step in which something required was not paid; −1: every promise was kept. */
  firstShortStep: number
  /** Owed, and cash above the reserve (below zero: living took more than there was), at each step's end. */
  readonly balance: Float64Array
  readonly cash: Float64Array
  readonly state: PathState
  readonly intact: IntactPlan
}

export const pathOut = (plan: CompiledPlan): PathOut => ({
  firstShortStep: -1,
  balance: new Float64Array(plan.steps),
  cash: new Float64Array(plan.steps),
  state: newState(plan),
  intact: intactPlan(plan),
})

/**
 * Runs a plan with the money that comes: `money[step]` is what is left for debts in a step, whole fen, negative when living
 * took more. Early payment counts on what the budget expects of the months to come, since nobody knows them. The months
 * are those of `simulatePlan`, to the fen. Nothing is allocated.
 *
 * While everything required is paid and nothing else, the loans need no work: what each step asks is known beforehand.
 */
export function runPath(plan: CompiledPlan, money: Float64Array, out: PathOut): void {
  const { steps } = plan
  const { balance, cash, state, intact } = out
  let isIntact = intact.isPossible
  if (!isIntact) resetState(plan, state)
  let left = plan.openingCash
  let owed = Infinity
  out.firstShortStep = -1
  for (let step = 0; step < steps; step += 1) {
    const available = left + (money[step] ?? 0)
    if (isIntact) {
      const required = intact.required[step] ?? 0
      const rest = available - required
      if ((rest >= 0 || required === 0) && !paysEarly(plan, intact, rest, step)) {
        left = rest
        cash[step] = rest
        balance[step] = intact.balance[step] ?? 0
        continue
      }
      enterAt(plan, intact, state, step)
      isIntact = false
    }
    left = owed === 0 ? available : available - runStep(plan, state, step, available)
    if (owed !== 0) owed = totalOwed(plan, state)
    cash[step] = left
    balance[step] = owed
    const isShort = hasShort(plan, state)
    if (isShort && out.firstShortStep < 0) out.firstShortStep = step
    // Caught up, and nothing was paid early: from here on it is the plan known beforehand again.
    isIntact = !isShort && !state.isPrepaid && plan.prescribed === null
  }
}

/** Whether something is paid early from what an intact step leaves. */
function paysEarly(plan: CompiledPlan, intact: IntactPlan, rest: number, step: number): boolean {
  if (rest <= 0 || intact.hasEarly[step] !== 1) return false
  return !plan.holdsBack || rest + (intact.slack[step] ?? 0) > 0
}

function hasShort({ loanCount }: CompiledPlan, { short }: PathState): boolean {
  for (let loan = 0; loan < loanCount; loan += 1) if ((short[loan] ?? 0) > 0) return true
  return false
}
