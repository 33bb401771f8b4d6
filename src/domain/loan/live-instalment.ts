import { daysBetween, type LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import type { DefaultTerms } from './default-terms'
import type { PenaltyOf } from './penalty-rate'

/** One instalment while the fold runs over it: what is due, what is paid, and the penalty interest so far. */
export interface LiveInstalment {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principal: number
  readonly interest: number
  readonly fee: number
  /** Arrears as the lender stated them: always counted as fallen due, no second late fee. */
  readonly isStated: boolean
  lateFee: number
  isLateFeePosted: boolean
  paidPrincipal: number
  paidInterest: number
  paidFee: number
  paidLateFee: number
  paidPenalty: number
  /** Penalty interest of ended segments, each rounded when the base changed. */
  closedPenalty: number
  segmentFrom: LocalDate
  /** Last day money reached this instalment. */
  touchedOn: LocalDate | null
}

export interface DefaultRules {
  readonly terms: DefaultTerms
  readonly penaltyOf: PenaltyOf
}

export const openPrincipal = (row: LiveInstalment): number => row.principal - row.paidPrincipal

/** Open principal, interest and fee: the instalment itself, without what lateness added. */
export const openInstalment = (row: LiveInstalment): number =>
  openPrincipal(row) + row.interest - row.paidInterest + row.fee - row.paidFee

export const openAll = (row: LiveInstalment, on: LocalDate, rules: DefaultRules): number =>
  openInstalment(row) + row.lateFee - row.paidLateFee + penaltyOn(row, on, rules) - row.paidPenalty

const penaltyBase = (row: LiveInstalment, terms: DefaultTerms): number =>
  terms.penaltyBase === 'overduePrincipal' ? openPrincipal(row) : openInstalment(row)

const runningPenalty = (row: LiveInstalment, on: LocalDate, rules: DefaultRules): number =>
  rules.penaltyOf(penaltyBase(row, rules.terms) as Fen, daysBetween(row.segmentFrom, on))

/**
 * Penalty interest of the instalment up to a date. Nothing within the grace days; beyond them it counts from the due
 * date. What the lender stated stands whatever the grace.
 */
export function penaltyOn(row: LiveInstalment, on: LocalDate, rules: DefaultRules): number {
  if (row.isStated) return row.closedPenalty + runningPenalty(row, on, rules)
  const until = penaltyBase(row, rules.terms) === 0 ? (row.touchedOn ?? on) : on
  return daysBetween(row.dueOn, until) > rules.terms.graceDays ? row.closedPenalty + runningPenalty(row, on, rules) : 0
}

/** Late fee (违约金) once, on what is open when the grace days have passed. */
export function postLateFee(row: LiveInstalment, on: LocalDate, { lateFee, graceDays }: DefaultTerms): void {
  if (row.isLateFeePosted || daysBetween(row.dueOn, on) <= graceDays) return
  row.isLateFeePosted = true
  const missed = openInstalment(row)
  if (lateFee === null || missed <= 0) return
  if (lateFee.by === 'fixed') {
    row.lateFee += lateFee.amountFen
    return
  }
  const share = mulDivFen(missed as Fen, lateFee.sharePer10000, 10_000)
  const floored = Math.max(share, lateFee.minFen)
  row.lateFee += lateFee.maxFen === null ? floored : Math.min(floored, lateFee.maxFen)
}

/**
 * Applies money to one instalment in the order of 民法典 561: expenses and fees, then interest (penalty interest before
 * ordinary), then principal. Returns what is left.
 */
export function payInstalment(row: LiveInstalment, amount: number, on: LocalDate, rules: DefaultRules): number {
  let left = amount
  const take = (open: number): number => {
    const part = Math.min(left, Math.max(0, open))
    left -= part
    return part
  }
  const fee = take(row.fee - row.paidFee)
  const lateFee = take(row.lateFee - row.paidLateFee)
  const penalty = take(penaltyOn(row, on, rules) - row.paidPenalty)
  const interest = take(row.interest - row.paidInterest)
  const principal = take(openPrincipal(row))
  const changesBase = rules.terms.penaltyBase === 'overduePrincipal' ? principal > 0 : fee + interest + principal > 0
  if (changesBase && on > row.segmentFrom) {
    row.closedPenalty += runningPenalty(row, on, rules)
    row.segmentFrom = on
  }
  row.paidFee += fee
  row.paidLateFee += lateFee
  row.paidPenalty += penalty
  row.paidInterest += interest
  row.paidPrincipal += principal
  if (left < amount) row.touchedOn = on
  return left
}
