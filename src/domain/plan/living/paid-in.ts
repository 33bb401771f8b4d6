import type { LocalDate } from '../../calendar/local-date'
import type { Loan } from '../../loan/loan'
import { ZERO_FEN, type Fen } from '../../money/fen'
import { paymentsSince } from '../refold'

const EVER = '1970-01-01' as LocalDate

/**
 * Payments on record up to a day, by calendar month (`2026-12`): all, or those since a day but for what had been paid on it
 * already.
 */
export function paidByMonth(
  loan: Pick<Loan, 'events'>,
  upTo: LocalDate,
  since: LocalDate = EVER,
  paidThatDayFen: Fen = ZERO_FEN,
): ReadonlyMap<string, Fen> {
  const paid = new Map<string, Fen>()
  for (const { on, amountFen } of paymentsSince(loan, since, upTo, paidThatDayFen)) {
    const month = on.slice(0, 7)
    paid.set(month, ((paid.get(month) ?? 0) + amountFen) as Fen)
  }
  return paid
}

/** Payments on record of one day. */
export const paidOnDay = (loan: Pick<Loan, 'events'>, on: LocalDate): Fen =>
  paidByMonth(loan, on, on).get(on.slice(0, 7)) ?? ZERO_FEN
