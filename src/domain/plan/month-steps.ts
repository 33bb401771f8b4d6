import { dayInMonth, dayNumber, type LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { dueNow, owedIn, type SimLoan } from './sim-loan'
import type { DueRow, SimRow } from './sim-rows'

/** The days of a month that a simulation runs through, as day numbers: after `from`, up to and with `last`. */
export interface MonthDays {
  readonly month: number
  readonly from: number
  readonly last: number
}

/** A whole month by index, or what is left of it after a day. */
export function monthDays(month: number, from: LocalDate | null): MonthDays {
  return {
    month,
    from: from === null ? dayNumber(dayInMonth(month, 1)) - 1 : dayNumber(from),
    last: dayNumber(dayInMonth(month, 31)),
  }
}

/** What an instalment asks, given the principal that is really left: fen. */
export interface RowPosting {
  readonly principal: number
  readonly interest: number
  readonly fee: number
}

/**
 * Interest of an instalment is the contract's while nothing was paid early, else in proportion to the principal really
 * left, rounded half up. With less principal no part of any instalment grows.
 */
export function rowPosting(loan: SimLoan, row: SimRow, balance: number, isLast: boolean): RowPosting {
  const isIntact = balance === row.opening
  const interest = isIntact ? row.interest : mulDivFen(row.interest as Fen, balance, Math.max(1, row.opening))
  const wanted = loan.keepsInstalment && !isIntact ? row.principal + row.interest - interest : row.principal
  return {
    principal: isLast ? balance : Math.min(balance, wanted),
    interest,
    // Paid off early: what the contract charged beside the instalment ends with it.
    fee: balance === 0 && row.opening > 0 ? 0 : row.fee,
  }
}

/**
 * Opens a month: penalty interest to its end on what is overdue, then what falls due. Arrears paid in a month are paid at
 * its end, an instalment that falls due is paid on its day.
 */
export function openMonth(loan: SimLoan, days: MonthDays): void {
  loan.opening = owedIn(loan)
  loan.lastDay = days.last
  loan.penalty = 0
  addPenalty(loan, loan.penaltyOf(penaltyBase(loan, loan.oldPrincipal, loan.oldCharges), days.last - days.from))
  if (loan.due.length > 0) pastGrace(loan)
  loan.interest = 0
  loan.fee = 0
  loan.dueOn = null
  loan.paid = 0
  for (let row = loan.rows[loan.next]; row !== undefined && row.month <= days.month; row = loan.rows[loan.next]) {
    loan.next += 1
    const { principal, interest, fee } = rowPosting(loan, row, loan.balance, loan.next === loan.rows.length)
    loan.balance -= principal
    loan.interest += interest
    loan.fee += fee
    loan.dueOn ??= row.dueOn
    if (principal + interest + fee > 0) loan.due.push({ day: row.day, principal, charges: interest + fee })
  }
  loan.required = dueNow(loan)
}

const penaltyBase = (loan: SimLoan, principal: number, charges: number): Fen =>
  (loan.penaltyOnCharges ? principal + charges : principal) as Fen

function addPenalty(loan: SimLoan, amount: number): void {
  loan.penalty += amount
  loan.oldPenalty += amount
}

/** Instalments past their grace days become arrears: penalty interest from the due day to the month's end, a late fee. */
function pastGrace(loan: SimLoan): void {
  const waiting: DueRow[] = []
  for (const row of loan.due) {
    const { day, principal, charges } = row
    if (principal + charges === 0) continue
    if (loan.lastDay - day <= loan.graceDays) {
      waiting.push(row)
      continue
    }
    if (loan.oldPrincipal + loan.oldCharges + loan.oldPenalty === 0) loan.oldSince = day
    loan.oldPrincipal += principal
    loan.oldCharges += charges
    addPenalty(loan, loan.penaltyOf(penaltyBase(loan, principal, charges), loan.lastDay - day))
    addPenalty(loan, loan.lateFeeOf(principal + charges))
  }
  loan.due = waiting
}

/** Pays what is required: what is oldest first, in each charges before principal. Returns the money left. */
export function payRequired(loan: SimLoan, money: number): number {
  let left = money
  const take = (open: number): number => {
    const part = Math.min(left, open)
    left -= part
    return part
  }
  loan.oldPenalty -= take(loan.oldPenalty)
  loan.oldCharges -= take(loan.oldCharges)
  loan.oldPrincipal -= take(loan.oldPrincipal)
  for (const row of loan.due) {
    row.charges -= take(row.charges)
    row.principal -= take(row.principal)
  }
  loan.paid += money - left
  return left
}

/** What could be paid before it is due. */
export const payableEarly = (loan: SimLoan): number => loan.onDemand + (loan.mayPrepay ? loan.balance : 0)

/** Pays principal before it is due (or what is owed on demand), at most `payableEarly`. */
export function payEarly(loan: SimLoan, money: number): void {
  const onDemand = Math.min(money, loan.onDemand)
  loan.onDemand -= onDemand
  loan.balance -= money - onDemand
  loan.paid += money
}

/** Closes a month: what was required and not paid is short; past its grace days it is arrears. */
export function closeMonth(loan: SimLoan): void {
  loan.short = dueNow(loan)
  if (loan.due.length > 0) pastGrace(loan)
}
