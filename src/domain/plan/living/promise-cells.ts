import { indexOfMonth, monthIndex, monthText, type LocalDate } from '../../calendar/local-date'
import type { Loan, LoanId } from '../../loan/loan'
import { ZERO_FEN, type Fen } from '../../money/fen'
import { PROMISED_MONTHS, type PlanVersion } from '../plan-version'
import { paidByMonth } from './paid-in'

/**
 * How a month stands against the promise. `open`: it is not over. `ahead`: it has not begun. `none`: nothing was promised and
 * nothing paid.
 */
export type CellStatus = 'none' | 'paid' | 'more' | 'partly' | 'missed' | 'open' | 'ahead'

export interface PromiseCell {
  /** `2026-12` */
  readonly month: string
  readonly promisedFen: Fen
  readonly paidFen: Fen
  readonly status: CellStatus
}

export interface PromiseRow {
  readonly loanId: LoanId
  readonly cells: readonly PromiseCell[]
}

/** Months ahead of today that are shown beside what has been. */
const AHEAD_MONTHS = 5

/**
 * A promise against what was really paid, month by month: from the version's first month to `AHEAD_MONTHS` after today. A
 * payment counts in the month of its day; what had been paid before the version was made keeps no promise. A loan that came
 * later has a row once something was paid on it.
 */
export function promiseCells(version: PlanVersion, loans: readonly Loan[], today: LocalDate): readonly PromiseRow[] {
  const first = indexOfMonth(version.firstMonth)
  const now = monthIndex(today)
  const count = now - first + 1 + AHEAD_MONTHS
  const promised = new Set(version.loans.map(({ loanId }) => loanId))
  const rowOf = (loanId: LoanId, payFen: readonly Fen[], paidThatDayFen: Fen): PromiseRow => {
    const loan = loans.find(({ id }) => id === loanId)
    const paid = loan ? paidByMonth(loan, today, version.madeOn, paidThatDayFen) : new Map<string, Fen>()
    const cells = Array.from({ length: Math.max(0, count) }, (_, step): PromiseCell => {
      const month = monthText(first + step)
      const promisedFen = payFen[step] ?? ZERO_FEN
      const paidFen = paid.get(month) ?? ZERO_FEN
      // A version says nothing of months beyond those it holds.
      const status =
        step < PROMISED_MONTHS ? statusOf(promisedFen, paidFen, first + step - now) : paidFen > 0 ? 'paid' : 'none'
      return { month, promisedFen, paidFen, status }
    })
    return { loanId, cells }
  }
  const added = loans
    .filter(({ id, isArchived }) => !promised.has(id) && !isArchived)
    .map(({ id }) => rowOf(id, [], ZERO_FEN))
    .filter(({ cells }) => cells.some(({ paidFen }) => paidFen > 0))
  return [...version.loans.map(({ loanId, payFen, paidThatDayFen }) => rowOf(loanId, payFen, paidThatDayFen)), ...added]
}

function statusOf(promisedFen: Fen, paidFen: Fen, monthsFromNow: number): CellStatus {
  if (paidFen > promisedFen) return 'more'
  if (promisedFen === 0) return 'none'
  if (paidFen === promisedFen) return 'paid'
  if (monthsFromNow > 0) return 'ahead'
  if (paidFen > 0) return 'partly'
  return monthsFromNow === 0 ? 'open' : 'missed'
}
