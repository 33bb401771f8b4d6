import { cardStateOn } from '../card/card-state'
import type { LocalDate } from '../calendar/local-date'
import { addFen } from '../money/fen'
import { ok, type Result } from '../result'
import type { ScheduleError } from '../schedule/schedule'
import { agreedOn, type Agreed } from './agreed-contract'
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
 * Agreed    from the day new terms were agreed (`rearranged`) the loan is folded by the agreed plan, cards too, until they end.
 * Errors    those of `buildSchedule`.
 */
export function stateOn(loan: Loan, on: LocalDate): Result<LoanState, ScheduleError> {
  const agreed = agreedOn(loan, on)
  return agreed ? stateUnder(agreed, on) : stateByContract(loan, on)
}

function stateByContract(loan: Loan, on: LocalDate): Result<LoanState, ScheduleError> {
  if (loan.terms.kind === 'revolving') return cardStateOn({ ...loan, terms: loan.terms }, on)
  const timeline = loanTimeline(loan)
  return timeline.ok ? { ok: true, value: timeline.value.stateOn(on) } : timeline
}

/** By the agreed plan, with what was paid and given up before it, and whose claim it had become. */
function stateUnder({ rearranged, before, now }: Agreed, on: LocalDate): Result<LoanState, ScheduleError> {
  const then = stateOn(before, rearranged.on)
  if (!then.ok) return then
  const state = stateByContract(now, on)
  if (!state.ok) return state
  const { creditor } = state.value
  return ok({
    ...state.value,
    paidFen: addFen(then.value.paidFen, state.value.paidFen),
    forgivenFen: addFen(then.value.forgivenFen, rearranged.waivedFen, state.value.forgivenFen),
    creditor: creditor.because === 'contract' ? then.value.creditor : creditor,
    statements: then.value.statements,
  })
}
