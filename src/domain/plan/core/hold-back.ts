import type { CompiledPlan } from './compiled-plan'
import type { PathState } from './path-state'
import { rowFee, rowInterest, rowPrincipal } from './postings'

/**
 * How much of the cash left at a step's end may be paid early: the lowest that it would fall to if nothing more were paid
 * early, over all coming steps in which an instalment is known, by the money that the budget expects. Never below zero.
 *
 * Property  a plan that meets every instalment without early payment meets every one with it, where the money comes as
 *           expected: each early payment leaves that lowest point at or above zero, and no instalment grows by one.
 */
export function freeOf(plan: CompiledPlan, state: PathState, cash: number, step: number): number {
  if (!plan.holdsBack) return cash
  if (!state.isHeldReady) {
    state.held.set(plan.held)
    state.heldOf.set(plan.rows.asked)
    state.isStale.fill(0)
    state.isHeldReady = true
  }
  // What is stale asks too much: what is free by it is free all the more.
  const free = lowestAhead(plan, state, cash, step)
  return free < cash && refresh(plan, state) ? lowestAhead(plan, state, cash, step) : free
}

function lowestAhead({ heldSteps, expected }: CompiledPlan, { held }: PathState, cash: number, step: number): number {
  let running = cash
  let lowest = cash
  for (let coming = step + 1; coming < heldSteps && lowest > 0; coming += 1) {
    running += (expected[coming] ?? 0) - (held[coming] ?? 0)
    if (running < lowest) lowest = running
  }
  return Math.max(0, lowest)
}

/** Computes anew what the loans that were paid early ask in the coming steps: less than before. Whether there were any. */
function refresh(plan: CompiledPlan, state: PathState): boolean {
  let isAny = false
  for (let loan = 0; loan < plan.loanCount; loan += 1) {
    if (state.isStale[loan] !== 1) continue
    isAny = true
    state.isStale[loan] = 0
    recompute(plan, state, loan)
  }
  return isAny
}

function recompute(plan: CompiledPlan, state: PathState, loan: number): void {
  const { rows } = plan
  const { held, heldOf } = state
  const end = rows.start[loan + 1] ?? 0
  let balance = state.balance[loan] ?? 0
  for (let row = state.next[loan] ?? 0; row < end; row += 1) {
    const interest = rowInterest(plan, row, balance)
    const principal = rowPrincipal(plan, loan, row, balance, interest)
    const asked = principal + interest + rowFee(plan, row, balance)
    balance -= principal
    const step = rows.step[row] ?? 0
    held[step] = (held[step] ?? 0) + asked - (heldOf[row] ?? 0)
    heldOf[row] = asked
  }
}
