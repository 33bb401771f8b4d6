import { addMonths, daysBetween, monthIndex, type LocalDate } from '../calendar/local-date'
import { MONTHLY } from '../calendar/cadence'
import type { Arrangement } from '../extension/arrangement'
import type { Loan } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { penaltyIn } from '../loan/penalty-rate'
import type { Fen } from '../money/fen'
import { roundHalfUp } from '../money/rounding'
import { periodInterest } from '../rate/interest'
import { buildSchedule, statedRate } from '../schedule/build-schedule'

/** Days of the month that penalty interest is counted for ahead. */
export const PENALTY_DAYS = 30

/**
 * What a loan grows by in a month while nothing is paid, in fen.
 *
 * Interest  of one month at the contract's rate on the principal that is not overdue; where only rows are known (a lender's
 *           schedule), the next row's interest for a month of its period.
 * Fees      the fees still to fall due, spread evenly over the months they belong to: a fee charged with the first
 *           instalment is a fee for the whole term.
 * Penalty   of 30 days on what bears it by contract. Under an arrangement nothing is overdue, and what it carries bears
 *           no interest.
 */
export function growthPerMonth(loan: Loan, state: LoanState, arrangement?: Arrangement): Fen {
  if (arrangement) return periodInterest(arrangement.principalFen, arrangement.rate, MONTHLY)
  const { overduePrincipalFen, interestFen, feeFen } = state
  const onCharges = loan.defaultTerms.penaltyBase === 'overdueInstalment' ? interestFen + feeFen : 0
  const penaltyFen = penaltyIn(loan, state)((overduePrincipalFen + onCharges) as Fen, PENALTY_DAYS)
  return (penaltyFen + interestPerMonth(loan, state) + feesPerMonth(loan, state)) as Fen
}

const ahead = (state: LoanState) => state.rows.filter((row) => row.n > 0 && row.dueOn >= state.on && row.openFen > 0)

function interestPerMonth(loan: Loan, state: LoanState): number {
  const rate = statedRate(loan.terms)
  const notOverdue = (state.principalFen - state.overduePrincipalFen) as Fen
  if (rate) return periodInterest(notOverdue, rate, MONTHLY)
  const next = ahead(state)[0]
  return next ? perMonth(next.interestFen, dueBefore(loan, next.dueOn), next.dueOn) : 0
}

function feesPerMonth(loan: Loan, state: LoanState): number {
  const rows = ahead(state)
  const [next, last] = [rows[0], rows.at(-1)]
  if (!next || !last) return 0
  const fees = rows.reduce((sum, row) => sum + Math.min(row.feeFen, row.openFen), 0)
  return perMonth(fees, dueBefore(loan, next.dueOn), last.dueOn)
}

/** The due day before one, by contract; the day the loan was drawn before the first. */
function dueBefore(loan: Loan, dueOn: LocalDate): LocalDate {
  const schedule = buildSchedule(loan.terms)
  const rows = schedule.ok ? schedule.value.rows.filter((row) => row.dueOn < dueOn) : []
  return rows.at(-1)?.dueOn ?? loan.terms.drawnOn
}

/** A month's part of what belongs to the time between two days: by whole months where it is some, else by days. */
function perMonth(amountFen: number, from: LocalDate, to: LocalDate): number {
  const months = monthIndex(to) - monthIndex(from)
  const isWhole = months > 0 && (addMonths(from, months) === to || addMonths(to, -months) === from)
  return roundHalfUp(isWhole ? amountFen / months : (amountFen * 365) / 12 / Math.max(1, daysBetween(from, to)))
}
