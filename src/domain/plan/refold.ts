import { dayInMonth, monthIndex, type LocalDate } from '../calendar/local-date'
import { effectiveEvents } from '../loan/effective-events'
import type { Loan } from '../loan/loan'
import type { LoanEvent, PaymentMade } from '../loan/loan-event'
import type { LoanState } from '../loan/loan-state'
import { stateOn } from '../loan/state-on'
import type { Fen } from '../money/fen'
import { earlyPaymentOf } from './early-payment'

/**
 * Payments that count on a day and were made since another: those of that other day too, but for what had been paid on it
 * already (`paidThatDayFen`), which are its first.
 */
export function paymentsSince(
  { events }: Pick<Loan, 'events'>,
  since: LocalDate,
  on: LocalDate,
  paidThatDayFen: Fen,
): readonly PaymentMade[] {
  let before: number = paidThatDayFen
  return effectiveEvents(events, on).flatMap((event): PaymentMade[] => {
    if (event.kind !== 'payment' || event.on < since) return []
    const part = event.on === since ? Math.min(before, event.amountFen) : 0
    before -= part
    return event.amountFen > part ? [{ ...event, amountFen: (event.amountFen - part) as Fen }] : []
  })
}

export const paidIn = (payments: readonly PaymentMade[], month: number): number =>
  payments.reduce((sum, payment) => (monthIndex(payment.on) === month ? sum + payment.amountFen : sum), 0)

/** The loan as if so much more had been paid in a month: on the first day after `since` on which something fell due, else at its end. */
export function withPayment(loan: Loan, { rows }: LoanState, since: LocalDate, month: number, moreFen: number): Loan {
  const due = rows.find((row) => row.n > 0 && row.dueOn > since && monthIndex(row.dueOn) === month)?.dueOn
  const payment: PaymentMade = {
    kind: 'payment',
    id: `promised-${month}`,
    on: due ?? dayInMonth(month, 31),
    amountFen: moreFen as Fen,
    note: '',
    purpose: earlyPaymentOf(loan).keeps === null ? 'prepay' : 'due',
  }
  return { ...loan, events: [...loan.events, payment] }
}

/** The loan as if so much less had been paid in a month: the last payments of it first. */
export function withoutPayment(loan: Loan, on: LocalDate, month: number, lessFen: number): Loan {
  let left = lessFen
  const events: LoanEvent[] = []
  for (const event of [...effectiveEvents(loan.events, on)].reverse()) {
    if (event.kind !== 'payment' || monthIndex(event.on) !== month || left === 0) {
      events.push(event)
      continue
    }
    const part = Math.min(left, event.amountFen)
    left -= part
    if (event.amountFen > part) events.push({ ...event, amountFen: (event.amountFen - part) as Fen })
  }
  return { ...loan, events: events.reverse() }
}

/** The loan as if nothing had happened to it since a day but the payments that were promised. */
export function asPromised(loan: Loan, state: LoanState, since: LocalDate, payFen: readonly Fen[]): Loan {
  const before: Loan = { ...loan, events: effectiveEvents(loan.events, since) }
  const first = monthIndex(since)
  return payFen.reduce((made, amountFen, index) => {
    return amountFen > 0 ? withPayment(made, state, since, first + index, amountFen) : made
  }, before)
}

/** The loan as if lateness cost nothing. */
export const withoutLateness = (loan: Loan): Loan => ({
  ...loan,
  defaultTerms: { ...loan.defaultTerms, penalty: null, lateFee: null, compounds: false },
})

/** What lateness has added to a loan by a day, paid or not: what is owed less what would be if nothing cost anything. */
export function lateness(loan: Loan, on: LocalDate): number {
  const [real, without] = [stateOn(loan, on), stateOn(withoutLateness(loan), on)]
  return real.ok && without.ok ? real.value.owedFen - without.value.owedFen : 0
}

/** A state with so much more penalty interest owed. */
export function withPenalty(state: LoanState, moreFen: number): LoanState {
  const more = (fen: Fen): Fen => (fen + moreFen) as Fen
  return {
    ...state,
    penaltyFen: more(state.penaltyFen),
    arrearsFen: more(state.arrearsFen),
    owedFen: more(state.owedFen),
  }
}
