import type { HeldBack } from './held-back'
import { closeMonth, openMonth, payableEarly, payEarly, payRequired, type MonthDays } from './month-steps'
import type { Priorities } from './priority'
import { dueNow, type SimLoan } from './sim-loan'

/** What coming months need of this month's money; null where nothing has to be kept. */
export interface KeptBack {
  readonly heldBack: HeldBack
  readonly step: number
}

/**
 * One month of every loan with the money there is: post, pay what is required (by priority when it is not enough), put the
 * rest where it saves most as far as coming months do not need it, close. Returns what was paid. `money` below zero counts
 * as none.
 */
export function runMonth(
  loans: readonly SimLoan[],
  days: MonthDays,
  money: number,
  priorities: Priorities,
  kept: KeptBack | null,
): number {
  let required = 0
  for (const loan of loans) {
    openMonth(loan, days)
    required += loan.required
  }
  const available = Math.max(0, money)
  let left = available
  const order = left >= required ? loans : [...loans].sort(priorities.required)
  for (const loan of order) if (dueNow(loan) > 0) left = payRequired(loan, left)
  if (left > 0 && priorities.early) left -= payAllEarly(loans, left, priorities.early, kept)
  for (const loan of loans) closeMonth(loan)
  return available - left
}

/**
 * One month in which each loan is paid the sum that is written down for it, as far as the loan can take it and the money
 * goes, in the order of the loans. Returns what was paid.
 */
export function runPrescribed(
  loans: readonly SimLoan[],
  days: MonthDays,
  money: number,
  sumOf: (loan: SimLoan) => number,
  mayPayEarly: boolean,
): number {
  const available = Math.max(0, money)
  let left = available
  for (const loan of loans) {
    openMonth(loan, days)
    let sum = Math.min(left, Math.max(0, sumOf(loan)))
    left -= sum
    if (dueNow(loan) > 0) sum = payRequired(loan, sum)
    const early = mayPayEarly ? Math.min(sum, payableEarly(loan)) : 0
    if (early > 0) payEarly(loan, early)
    left += sum - early
    closeMonth(loan)
  }
  return available - left
}

function payAllEarly(
  loans: readonly SimLoan[],
  money: number,
  order: NonNullable<Priorities['early']>,
  kept: KeptBack | null,
): number {
  let left = money
  for (const loan of loans.filter((item) => payableEarly(item) > 0).sort(order)) {
    const free = kept ? kept.heldBack.freeOf(left, kept.step) : left
    const early = Math.min(free, payableEarly(loan))
    if (early === 0) break
    payEarly(loan, early)
    kept?.heldBack.recompute(loan)
    left -= early
  }
  return money - left
}
