import type { CompiledPlan } from './compiled-plan'

/** What changes while a plan runs: the loans as they stand, the postings of the open month, and scratch space. */
export interface PathState {
  /** Row that comes next. */
  readonly next: Int32Array
  /** Principal not yet due. */
  readonly balance: Float64Array
  /** Owed without a date (民法典 675): never required, paid with what is left. */
  readonly onDemand: Float64Array
  /** Arrears past their grace days: principal, interest and fees, and what lateness added (which bears nothing). */
  readonly oldPrincipal: Float64Array
  readonly oldCharges: Float64Array
  readonly oldPenalty: Float64Array
  /** Day number of the oldest of them. */
  readonly oldSince: Float64Array
  /** Instalments that have fallen due and are not arrears yet, oldest first: `charges` are interest and fee. */
  readonly dueCount: Int32Array
  readonly dueDay: Float64Array
  readonly duePrincipal: Float64Array
  readonly dueCharges: Float64Array
  readonly opening: Float64Array
  readonly interest: Float64Array
  readonly penalty: Float64Array
  readonly fee: Float64Array
  readonly required: Float64Array
  readonly paid: Float64Array
  readonly short: Float64Array
  /** First row that fell due in the month; −1: none. */
  readonly dueRow: Int32Array
  /** Loans in the order they are paid, by `key`; sums for each. */
  readonly order: Int32Array
  readonly key: Float64Array
  readonly share: Float64Array
  readonly weight: Float64Array
  /** What the coming steps ask, and each row of it; filled when first needed. */
  readonly held: Float64Array
  readonly heldOf: Float64Array
  /** 1: the loan was paid early since it was computed, and asks less now. */
  readonly isStale: Uint8Array
  isHeldReady: boolean
  /** Something was paid before it was due. */
  isPrepaid: boolean
}

/** Space for a plan to run in, as it stands on its first day. */
export function newState(plan: CompiledPlan): PathState {
  const { loanCount, loans, rows, heldSteps } = plan
  const sums = (): Float64Array => new Float64Array(loanCount)
  const state: PathState = {
    next: new Int32Array(loanCount),
    balance: sums(),
    onDemand: sums(),
    oldPrincipal: sums(),
    oldCharges: sums(),
    oldPenalty: sums(),
    oldSince: sums(),
    dueCount: new Int32Array(loanCount),
    dueDay: loans.dueDay.slice(),
    duePrincipal: loans.duePrincipal.slice(),
    dueCharges: loans.dueCharges.slice(),
    opening: sums(),
    interest: sums(),
    penalty: sums(),
    fee: sums(),
    required: sums(),
    paid: sums(),
    short: sums(),
    dueRow: new Int32Array(loanCount),
    order: new Int32Array(loanCount),
    key: sums(),
    share: sums(),
    weight: sums(),
    held: new Float64Array(heldSteps),
    heldOf: new Float64Array(rows.day.length),
    isStale: new Uint8Array(loanCount),
    isHeldReady: false,
    isPrepaid: false,
  }
  resetState(plan, state)
  return state
}

/** Puts a state back to the plan's first day. */
export function resetState({ rows, loans, loanCount }: CompiledPlan, state: PathState): void {
  state.next.set(rows.start.subarray(0, loanCount))
  state.balance.set(loans.balance)
  state.onDemand.set(loans.onDemand)
  state.oldPrincipal.set(loans.oldPrincipal)
  state.oldCharges.set(loans.oldCharges)
  state.oldPenalty.set(loans.oldPenalty)
  state.oldSince.set(loans.oldSince)
  state.dueCount.set(loans.dueCount)
  state.dueDay.set(loans.dueDay)
  state.duePrincipal.set(loans.duePrincipal)
  state.dueCharges.set(loans.dueCharges)
  state.isHeldReady = false
  state.isPrepaid = false
}

/** What of a loan has fallen due and is not paid. */
export function dueNow({ loans }: CompiledPlan, state: PathState, loan: number): number {
  let sum = (state.oldPrincipal[loan] ?? 0) + (state.oldCharges[loan] ?? 0) + (state.oldPenalty[loan] ?? 0)
  const start = loans.dueStart[loan] ?? 0
  const end = start + (state.dueCount[loan] ?? 0)
  for (let at = start; at < end; at += 1) sum += (state.duePrincipal[at] ?? 0) + (state.dueCharges[at] ?? 0)
  return sum
}

/** Everything owed on a loan, due or not. */
export const owedOn = (plan: CompiledPlan, state: PathState, loan: number): number =>
  (state.balance[loan] ?? 0) + (state.onDemand[loan] ?? 0) + dueNow(plan, state, loan)

export function totalOwed(plan: CompiledPlan, state: PathState): number {
  let sum = 0
  for (let loan = 0; loan < plan.loanCount; loan += 1) sum += owedOn(plan, state, loan)
  return sum
}
