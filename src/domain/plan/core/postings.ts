import type { Fen } from '../../money/fen'
import { mulDivFen } from '../../money/rounding'
import type { CompiledPlan } from './compiled-plan'
import { dueNow, type PathState } from './path-state'

/** Interest of an instalment by the principal really left: the contract's while nothing was paid early, else in proportion. */
export function rowInterest({ rows }: CompiledPlan, row: number, balance: number): number {
  const opening = rows.opening[row] ?? 0
  const interest = rows.interest[row] ?? 0
  return balance === opening ? interest : mulDivFen(interest as Fen, balance, Math.max(1, opening))
}

/**
 * Principal an instalment asks, given the principal that is really left. A level instalment keeps its sum, the last takes
 * what is left. With less principal no part of any instalment grows.
 */
export function rowPrincipal(plan: CompiledPlan, loan: number, row: number, balance: number, interest: number): number {
  const { rows, loans } = plan
  if (row + 1 === rows.start[loan + 1]) return balance
  const principal = rows.principal[row] ?? 0
  const isIntact = balance === rows.opening[row]
  const wanted =
    loans.keepsInstalment[loan] === 1 && !isIntact ? principal + (rows.interest[row] ?? 0) - interest : principal
  return Math.min(balance, wanted)
}

/** Paid off early: what the contract charged beside the instalment ends with it. */
export const rowFee = ({ rows }: CompiledPlan, row: number, balance: number): number =>
  balance === 0 && (rows.opening[row] ?? 0) > 0 ? 0 : (rows.fee[row] ?? 0)

/**
 * Opens a month of a loan: penalty interest to its end on what is overdue, then what falls due. Arrears paid in a month
 * are paid at its end, an instalment that falls due is paid on its day. Returns what is required.
 */
export function openLoan(plan: CompiledPlan, state: PathState, step: number, loan: number): number {
  const { rows, loans } = plan
  const before = openArrears(plan, state, step, loan)
  state.paid[loan] = 0
  let interestSum = 0
  let feeSum = 0
  let principalSum = 0
  const end = rows.start[loan + 1] ?? 0
  let row = state.next[loan] ?? 0
  if (row < end && (rows.step[row] ?? 0) <= step) {
    state.dueRow[loan] = row
    const start = loans.dueStart[loan] ?? 0
    let balance = state.balance[loan] ?? 0
    let at = start + (state.dueCount[loan] ?? 0)
    for (; row < end && (rows.step[row] ?? 0) <= step; row += 1) {
      const interest = rowInterest(plan, row, balance)
      const principal = rowPrincipal(plan, loan, row, balance, interest)
      const fee = rowFee(plan, row, balance)
      balance -= principal
      principalSum += principal
      interestSum += interest
      feeSum += fee
      if (principal + interest + fee === 0) continue
      state.dueDay[at] = rows.day[row] ?? 0
      state.duePrincipal[at] = principal
      state.dueCharges[at] = interest + fee
      at += 1
    }
    state.next[loan] = row
    state.balance[loan] = balance
    state.dueCount[loan] = at - start
  } else state.dueRow[loan] = -1
  state.interest[loan] = interestSum
  state.fee[loan] = feeSum
  const required = before + principalSum + interestSum + feeSum
  state.required[loan] = required
  return required
}

/** What was due before and what lateness adds to it until the month's end. Returns what of it is due now. */
function openArrears(plan: CompiledPlan, state: PathState, step: number, loan: number): number {
  state.penalty[loan] = 0
  const due = dueNow(plan, state, loan)
  state.opening[loan] = (state.balance[loan] ?? 0) + (state.onDemand[loan] ?? 0) + due
  if (due === 0) return 0
  const base = penaltyBase(plan, loan, state.oldPrincipal[loan] ?? 0, state.oldCharges[loan] ?? 0)
  if (base > 0) addPenalty(plan, state, loan, base, (plan.dayLast[step] ?? 0) - (plan.dayFrom[step] ?? 0))
  if ((state.dueCount[loan] ?? 0) > 0) pastGrace(plan, state, step, loan)
  return due + (state.penalty[loan] ?? 0)
}

const penaltyBase = ({ loans }: CompiledPlan, loan: number, principal: number, charges: number): number =>
  loans.penaltyOnCharges[loan] === 1 ? principal + charges : principal

function addPenalty({ loans }: CompiledPlan, state: PathState, loan: number, base: number, days: number): void {
  post(state, loan, loans.penaltyOf[loan]?.(base as Fen, days) ?? 0)
}

function post(state: PathState, loan: number, amount: number): void {
  state.penalty[loan] = (state.penalty[loan] ?? 0) + amount
  state.oldPenalty[loan] = (state.oldPenalty[loan] ?? 0) + amount
}

/** Instalments past their grace days become arrears: penalty interest from the due day to the month's end, a late fee. */
function pastGrace(plan: CompiledPlan, state: PathState, step: number, loan: number): void {
  const { loans } = plan
  const lastDay = plan.dayLast[step] ?? 0
  const graceDays = loans.graceDays[loan] ?? 0
  const start = loans.dueStart[loan] ?? 0
  const end = start + (state.dueCount[loan] ?? 0)
  let kept = start
  for (let at = start; at < end; at += 1) {
    const day = state.dueDay[at] ?? 0
    const principal = state.duePrincipal[at] ?? 0
    const charges = state.dueCharges[at] ?? 0
    if (principal + charges === 0) continue
    if (lastDay - day <= graceDays) {
      state.dueDay[kept] = day
      state.duePrincipal[kept] = principal
      state.dueCharges[kept] = charges
      kept += 1
      continue
    }
    if (oldSum(state, loan) === 0) state.oldSince[loan] = day
    state.oldPrincipal[loan] = (state.oldPrincipal[loan] ?? 0) + principal
    state.oldCharges[loan] = (state.oldCharges[loan] ?? 0) + charges
    addPenalty(plan, state, loan, penaltyBase(plan, loan, principal, charges), lastDay - day)
    post(state, loan, loans.lateFeeOf[loan]?.(principal + charges) ?? 0)
  }
  state.dueCount[loan] = kept - start
}

const oldSum = (state: PathState, loan: number): number =>
  (state.oldPrincipal[loan] ?? 0) + (state.oldCharges[loan] ?? 0) + (state.oldPenalty[loan] ?? 0)

/** Day number of the oldest instalment that is open; infinite when nothing is due. */
export function oldestDay({ loans }: CompiledPlan, state: PathState, loan: number): number {
  if (oldSum(state, loan) > 0) return state.oldSince[loan] ?? 0
  return (state.dueCount[loan] ?? 0) > 0 ? (state.dueDay[loans.dueStart[loan] ?? 0] ?? 0) : Infinity
}

/** Pays what is required, at most `money`: what is oldest first, in each charges before principal. Returns the money left. */
export function payRequired({ loans }: CompiledPlan, state: PathState, loan: number, money: number): number {
  let left = take(state.oldPenalty, loan, money)
  left = take(state.oldCharges, loan, left)
  left = take(state.oldPrincipal, loan, left)
  const start = loans.dueStart[loan] ?? 0
  const end = start + (state.dueCount[loan] ?? 0)
  for (let at = start; at < end && left > 0; at += 1) {
    left = take(state.dueCharges, at, left)
    left = take(state.duePrincipal, at, left)
  }
  state.paid[loan] = (state.paid[loan] ?? 0) + money - left
  return left
}

function take(open: Float64Array, at: number, money: number): number {
  const owed = open[at] ?? 0
  const part = Math.min(money, owed)
  open[at] = owed - part
  return money - part
}

/** Pays all that is required. */
export function payWhole(state: PathState, loan: number): void {
  state.oldPenalty[loan] = 0
  state.oldCharges[loan] = 0
  state.oldPrincipal[loan] = 0
  state.dueCount[loan] = 0
  state.paid[loan] = state.required[loan] ?? 0
}

/** Closes a month of a loan: what was required and not paid is short; past its grace days it is arrears. Returns it. */
export function closeLoan(plan: CompiledPlan, state: PathState, step: number, loan: number): number {
  const short = dueNow(plan, state, loan)
  state.short[loan] = short
  if ((state.dueCount[loan] ?? 0) > 0) pastGrace(plan, state, step, loan)
  return short
}
