import { cadenceDate } from '../calendar/cadence'
import type { LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { isRated, periodFractions, type RatedTerms } from '../schedule/period-fractions'
import { ratedAmortisation, repaymentOf } from '../schedule/rated-amortisation'
import type { ScheduleRow } from '../schedule/schedule'
import { openPrincipal, type LiveInstalment } from './live-instalment'
import type { LoanTerms } from './terms'

/** A row before anything happened to it. */
export const blankRow = (
  n: number,
  dueOn: LocalDate,
  principal: number,
  interest: number,
  fee: number,
  origin: LiveInstalment['origin'] = 'plan',
): LiveInstalment => ({
  n,
  dueOn,
  principal,
  interest,
  fee,
  origin,
  lateFee: 0,
  lateFeeCount: 0,
  paidPrincipal: 0,
  paidInterest: 0,
  paidFee: 0,
  paidLateFee: 0,
  paidPenalty: 0,
  paidCompound: 0,
  closedPenalty: 0,
  closedCompound: 0,
  segmentFrom: dueOn,
  touchedOn: null,
})

export const liveRow = (row: ScheduleRow): LiveInstalment =>
  blankRow(row.n, row.dueOn, row.principalFen, row.interestFen, row.feeFen)

/**
 * The plan rows still to come when their principal changes to `balance` (paid early, or drawn anew), none of them touched.
 *
 * Rated     interest of every period on the new balance; `shortens` keeps the level instalment (or the equal part) until
 *           nothing is left, `lowers` computes it anew over the same periods. Interest first: the last row changes.
 * Others    principal is taken from the last rows (or added to the last); interest in proportion to what is left, fees stay.
 */
export function rowsWithBalance(
  terms: LoanTerms,
  rows: readonly LiveInstalment[],
  balance: number,
  effect: 'shortens' | 'lowers',
): readonly LiveInstalment[] {
  if (balance === 0) return []
  return isRated(terms) ? ratedRows(terms, rows, balance, effect) : scaledRows(rows, balance)
}

function ratedRows(
  terms: RatedTerms,
  rows: readonly LiveInstalment[],
  balance: number,
  effect: 'shortens' | 'lowers',
): readonly LiveInstalment[] {
  const from = (rows[0]?.n ?? 1) - 1
  if (effect === 'lowers') {
    const { principal, interest } = ratedAmortisation(terms, { from, count: rows.length, balance: balance as Fen })
    return rows.map((row, at) => ({ ...row, principal: principal[at] ?? 0, interest: interest[at] ?? 0 }))
  }
  const fractions = periodFractions(terms)
  const isLevel = repaymentOf(terms) === 'level'
  const next: LiveInstalment[] = []
  let left = balance
  for (const [at, row] of rows.entries()) {
    if (left === 0) break
    const { numerator, denominator } = fractions[from + at] ?? { numerator: 0, denominator: 1 }
    const interest = mulDivFen(left as Fen, numerator, denominator)
    const wanted = isLevel ? Math.max(0, row.principal + row.interest - interest) : row.principal
    const principal = at === rows.length - 1 ? left : Math.min(left, wanted)
    next.push({ ...row, principal, interest })
    left -= principal
  }
  return next
}

function scaledRows(rows: readonly LiveInstalment[], balance: number): readonly LiveInstalment[] {
  let old = rows.reduce((sum, row) => sum + openPrincipal(row), 0)
  let left = balance
  const next: LiveInstalment[] = []
  for (const [index, row] of rows.entries()) {
    if (left === 0) break
    const interest = old === 0 ? row.interest : mulDivFen(row.interest as Fen, left, old)
    const principal = index === rows.length - 1 ? left : Math.min(left, row.principal)
    next.push({ ...row, principal, interest })
    old -= row.principal
    left -= principal
  }
  return next
}

/** The day the period of a plan row begins: the due day before it, or the day the money came. */
export function startOfRow(terms: LoanTerms, n: number, rows: readonly { readonly dueOn: LocalDate }[]): LocalDate {
  if (n <= 1) return terms.drawnOn
  return 'cadence' in terms
    ? cadenceDate(terms.firstDueOn, terms.cadence, n - 2)
    : (rows[n - 2]?.dueOn ?? terms.drawnOn)
}
