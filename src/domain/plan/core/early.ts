import type { Fen } from '../../money/fen'
import { mulDivFen } from '../../money/rounding'
import type { CompiledPlan } from './compiled-plan'
import type { PathState } from './path-state'

const WHOLE = 10_000

const feeFor = (principal: number, per10000: number): number =>
  per10000 === 0 ? 0 : mulDivFen(principal as Fen, per10000, WHOLE)

/** What a yuan paid early on a loan now saves in a year, by the rates of its coming instalments and the fee it costs. */
export function savingNow({ rows, loans }: CompiledPlan, state: PathState, loan: number): number {
  const row = state.next[loan] ?? 0
  return row < (rows.start[loan + 1] ?? 0) ? (rows.saving[row] ?? 0) : (loans.saving[loan] ?? 0)
}

/** What could be paid before it is due, with the fee that comes with it: what is owed on demand, and principal where allowed. */
export function payableEarly({ loans }: CompiledPlan, state: PathState, loan: number): number {
  const onDemand = state.onDemand[loan] ?? 0
  const balance = state.balance[loan] ?? 0
  if (balance === 0 || loans.mayPrepay[loan] !== 1) return onDemand
  return onDemand + balance + feeFor(balance, loans.earlyFee[loan] ?? 0)
}

/** The same as far as it does not cost more than it saves: the rest of the loan is kept to its end. */
export function worthPayingEarly(plan: CompiledPlan, state: PathState, loan: number): number {
  const { rows, loans } = plan
  const fee = loans.earlyFee[loan] ?? 0
  if (fee === 0) return payableEarly(plan, state, loan)
  const onDemand = state.onDemand[loan] ?? 0
  const row = state.next[loan] ?? 0
  const keep = row < (rows.start[loan + 1] ?? 0) ? Math.ceil(rows.keep[row] ?? 0) : 0
  const principal = (state.balance[loan] ?? 0) - keep
  return principal <= 0 || loans.mayPrepay[loan] !== 1 ? onDemand : onDemand + principal + feeFor(principal, fee)
}

/**
 * Pays principal before it is due (or what is owed on demand) with at most so much money, never more than `payableEarly`.
 * Returns what was paid, the fee included.
 */
export function payEarly({ loans }: CompiledPlan, state: PathState, loan: number, money: number): number {
  const onDemand = Math.min(money, state.onDemand[loan] ?? 0)
  const balance = state.balance[loan] ?? 0
  const per10000 = loans.earlyFee[loan] ?? 0
  const principal = mostPrincipal(money - onDemand, balance, per10000)
  const fee = feeFor(principal, per10000)
  state.onDemand[loan] = (state.onDemand[loan] ?? 0) - onDemand
  state.balance[loan] = balance - principal
  state.fee[loan] = (state.fee[loan] ?? 0) + fee
  const paid = onDemand + principal + fee
  state.paid[loan] = (state.paid[loan] ?? 0) + paid
  if (paid > 0) state.isPrepaid = true
  return paid
}

/** The most principal that money pays with its fee. */
function mostPrincipal(money: number, balance: number, per10000: number): number {
  if (per10000 === 0) return Math.min(money, balance)
  let principal = Math.min(balance, Math.floor((money * WHOLE) / (WHOLE + per10000)) + 1)
  while (principal > 0 && principal + feeFor(principal, per10000) > money) principal -= 1
  return principal
}
