import type { LocalDate } from '../calendar/local-date'
import type { LoanEvent, PaymentCorrected } from './loan-event'

/**
 * The events that count on a date, by day: payments reversed by then left out, corrected ones with their corrected amount and
 * day. `sort` is stable, so events of one day keep the order they were recorded in.
 */
export function effectiveEvents(events: readonly LoanEvent[], on: LocalDate): readonly LoanEvent[] {
  const reversed = new Set<string>()
  const corrected = new Map<string, PaymentCorrected>()
  for (const event of events) {
    if (event.on > on) continue
    if (event.kind === 'reversal') reversed.add(event.paymentId)
    if (event.kind === 'correction') corrected.set(event.paymentId, event)
  }
  const counted: LoanEvent[] = []
  for (const event of events) {
    if (event.kind === 'reversal' || event.kind === 'correction') continue
    if (event.kind !== 'payment') {
      if (event.on <= on) counted.push(event)
      continue
    }
    if (reversed.has(event.id)) continue
    const right = corrected.get(event.id)
    const paidOn = right?.paidOn ?? event.on
    if (paidOn <= on) counted.push(right ? { ...event, on: paidOn, amountFen: right.amountFen } : event)
  }
  return counted.sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
}
