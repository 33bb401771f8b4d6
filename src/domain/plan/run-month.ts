import type { LocalDate } from '../calendar/local-date'
import type { Priorities } from './priority'
import { closeMonth, openMonth, payEarly, payRequired, type SimLoan } from './sim-loan'

/**
 * One month of every loan with the money there is: post, pay what is required (by priority when it is not enough), put the
 * rest where it saves most, close. Returns what was paid. `money` below zero counts as none.
 */
export function runMonth(
  loans: readonly SimLoan[],
  month: number,
  money: number,
  priorities: Priorities,
  from: LocalDate | null,
): number {
  let required = 0
  for (const loan of loans) {
    openMonth(loan, month, from)
    required += loan.required
  }
  const available = Math.max(0, money)
  let left = available
  const order = left >= required ? loans : [...loans].sort(priorities.required)
  for (const loan of order) left = payRequired(loan, left)
  if (left > 0 && priorities.early) for (const loan of [...loans].sort(priorities.early)) left = payEarly(loan, left)
  for (const loan of loans) closeMonth(loan)
  return available - left
}
