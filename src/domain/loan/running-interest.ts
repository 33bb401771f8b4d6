import { daysBetween, type LocalDate } from '../calendar/local-date'
import { countedDays } from '../calendar/day-count'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { daysInterest } from '../rate/interest'
import { fractionOfDays, isRated } from '../schedule/period-fractions'
import { openPrincipal, type LiveInstalment } from './live-instalment'
import { startOfRow } from './plan-rows'
import type { LoanTerms } from './terms'

/**
 * Interest of the period that is running, from its beginning to a day, on the principal not yet due: what settling or paying
 * early on that day is charged (民法典 677: 按实际借款期间计息), less what of it was paid ahead. Never more than the running
 * instalment's own interest.
 *
 * By days   where every period goes by days it is the instalment's interest less what the days still to come would add, so a
 *           draw inside the period counts from its own day. Otherwise the days since the period began at the daily rate; a
 *           plan of which only rows are known gives the same part of its next interest as of its days.
 */
export function runningInterest(terms: LoanTerms, rows: readonly LiveInstalment[], on: LocalDate): Fen {
  const coming = rows.filter((row) => row.origin === 'plan' && row.dueOn > on)
  const next = coming[0]
  if (!next) return 0 as Fen
  const from = startOfRow(terms, next.n, rows)
  if (from >= on) return 0 as Fen
  const balance = coming.reduce((sum, row) => sum + openPrincipal(row), 0) as Fen
  const toTheDay = Math.min(next.interest, interestSince(terms, next, balance, from, on))
  return Math.max(0, toTheDay - next.paidInterest) as Fen
}

function interestSince(terms: LoanTerms, next: LiveInstalment, balance: Fen, from: LocalDate, on: LocalDate): number {
  if (terms.kind === 'bullet') return daysInterest(balance, terms.rate, countedDays(terms.drawnOn, on, terms.dayCount))
  if (!isRated(terms))
    return mulDivFen(next.interest as Fen, daysBetween(from, on), Math.max(1, daysBetween(from, next.dueOn)))
  if (terms.kind === 'dailyBalance') {
    const { numerator, denominator } = fractionOfDays(terms, on, next.dueOn)
    return next.interest - mulDivFen(balance, numerator, denominator)
  }
  const { numerator, denominator } = fractionOfDays(terms, from, on)
  return mulDivFen(balance, numerator, denominator)
}
