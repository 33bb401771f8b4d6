import type { CompiledPlan } from './compiled-plan'
import type { PathState } from './path-state'

/** The plan in which everything required is paid and nothing more: while a path keeps to it, a step is a subtraction. */
export interface IntactPlan {
  /** Nothing is overdue or within its grace days on the first day: the plan begins intact. */
  readonly isPossible: boolean
  readonly required: Float64Array
  /** Owed at each step's end. */
  readonly balance: Float64Array
  /** Whether anything may be paid early at a step's end. */
  readonly hasEarly: Uint8Array
  /** By how much the coming steps of the budget lower cash at the most; at most 0. */
  readonly slack: Float64Array
  /** Row that comes next before a step (step × loans + loan). */
  readonly next: Int32Array
}

export function intactPlan(plan: CompiledPlan): IntactPlan {
  const { steps, loanCount, rows, loans, priorities, prescribed } = plan
  const required = new Float64Array(Math.max(steps, plan.heldSteps))
  const balance = new Float64Array(steps)
  const hasEarly = new Uint8Array(steps)
  const next = new Int32Array(steps * loanCount)
  let isPossible = prescribed === null
  for (let loan = 0; loan < loanCount; loan += 1) {
    const old = (loans.oldPrincipal[loan] ?? 0) + (loans.oldCharges[loan] ?? 0) + (loans.oldPenalty[loan] ?? 0)
    if (old > 0 || (loans.dueCount[loan] ?? 0) > 0) isPossible = false
    const end = rows.start[loan + 1] ?? 0
    for (let row = rows.start[loan] ?? 0; row < end; row += 1) {
      const step = rows.step[row] ?? 0
      if (step < required.length)
        required[step] =
          (required[step] ?? 0) + (rows.principal[row] ?? 0) + (rows.interest[row] ?? 0) + (rows.fee[row] ?? 0)
    }
    let row = rows.start[loan] ?? 0
    for (let step = 0; step < steps; step += 1) {
      next[step * loanCount + loan] = row
      while (row < end && (rows.step[row] ?? 0) <= step) row += 1
      const left = row < end ? (rows.opening[row] ?? 0) : 0
      balance[step] = (balance[step] ?? 0) + left + (loans.onDemand[loan] ?? 0)
      const isPayable =
        (loans.onDemand[loan] ?? 0) > 0 || (left > Math.ceil(rows.keep[row] ?? 0) && loans.mayPrepay[loan] === 1)
      if (isPayable && priorities.early !== null && plan.mayPayEarly[step] === 1) hasEarly[step] = 1
    }
  }
  return { isPossible, required, balance, hasEarly, slack: slackOf(plan, required), next }
}

/** The lowest sum of what the budget leaves less what is required, over the coming steps up to each; at most 0. */
function slackOf({ steps, heldSteps, expected }: CompiledPlan, required: Float64Array): Float64Array {
  const slack = new Float64Array(steps)
  let lowest = 0
  for (let step = Math.max(steps, heldSteps) - 1; step >= 0; step -= 1) {
    if (step < steps) slack[step] = lowest
    if (step < heldSteps) lowest = Math.min(0, lowest + (expected[step] ?? 0) - (required[step] ?? 0))
  }
  return slack
}

/** Puts a state where the intact plan stands before a step. */
export function enterAt(plan: CompiledPlan, intact: IntactPlan, state: PathState, step: number): void {
  const { loanCount, rows, loans } = plan
  for (let loan = 0; loan < loanCount; loan += 1) {
    const row = intact.next[step * loanCount + loan] ?? 0
    state.next[loan] = row
    state.balance[loan] = row < (rows.start[loan + 1] ?? 0) ? (rows.opening[row] ?? 0) : 0
    state.onDemand[loan] = loans.onDemand[loan] ?? 0
    state.dueCount[loan] = 0
    state.oldPrincipal[loan] = 0
    state.oldCharges[loan] = 0
    state.oldPenalty[loan] = 0
  }
  state.isHeldReady = false
  state.isPrepaid = false
}
