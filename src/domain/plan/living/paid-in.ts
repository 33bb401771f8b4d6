import type { LocalDate } from '../../calendar/local-date'
import { effectiveEvents } from '../../loan/effective-events'
import type { Loan } from '../../loan/loan'
import type { Fen } from '../../money/fen'

/** Payments on record up to a day, by calendar month (`2026-12`), with corrections and reversals worked in. */
export function paidByMonth(
  { events }: Pick<Loan, 'events'>,
  upTo: LocalDate,
  from?: LocalDate,
): ReadonlyMap<string, Fen> {
  const paid = new Map<string, Fen>()
  for (const event of effectiveEvents(events, upTo)) {
    if (event.kind !== 'payment' || (from !== undefined && event.on < from)) continue
    const month = event.on.slice(0, 7)
    paid.set(month, ((paid.get(month) ?? 0) + event.amountFen) as Fen)
  }
  return paid
}

/** Payments on record of one day. */
export const paidOnDay = (loan: Pick<Loan, 'events'>, on: LocalDate): Fen =>
  paidByMonth(loan, on, on).get(on.slice(0, 7)) ?? (0 as Fen)
