import { cardStateOn } from '../card/card-state'
import type { LocalDate } from '../calendar/local-date'
import type { Result } from '../result'
import type { ScheduleError } from '../schedule/schedule'
import type { Loan } from './loan'
import type { LoanState } from './loan-state'
import { loanTimeline } from './loan-timeline'

/**
 * Where a loan stands on a date: a fold over its contract and the events up to and including that date.
 *
 * Start     the latest balance stated on or before the date, else the contract. On one day the order of the list counts:
 *           a payment listed before a stated balance is inside it (and a later reversal of it changes nothing: the lender
 *           states anew).
 * Payments  what has fallen due first, in the contract's order: by default the oldest instalment, in each fees, late fee,
 *           penalty interest, interest, principal (民法典 561). What is left pays the next instalments ahead, which saves no
 *           interest, or, when the payment says so, principal early (`payEarly`) or everything (`settle`). A payment
 *           reversed on or before the date never happened; a corrected one counts as corrected.
 * Arrears   an instalment is due on its day and late from the next; days within the grace days count as none, amounts
 *           within the tolerance as paid. Penalty interest is simple and per instalment, rounded at every change of its
 *           base; ordinary interest of a late instalment does not grow beside it. Compound interest only by contract.
 * Called    after acceleration, an assignment that stops the plan, or 代偿 the plan is over: one row is due at once.
 * Principal that no instalment covers (informal loans) is owed but has no row: it is payable on demand.
 * Cards     are folded by their own rules: `cardStateOn`.
 * Errors    those of `buildSchedule`.
 */
export function stateOn(loan: Loan, on: LocalDate): Result<LoanState, ScheduleError> {
  if (loan.terms.kind === 'revolving') return cardStateOn({ ...loan, terms: loan.terms }, on)
  const timeline = loanTimeline(loan)
  return timeline.ok ? { ok: true, value: timeline.value.stateOn(on) } : timeline
}
