import { daysBetween, type LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import type { DefaultTerms, PayItem } from './default-terms'
import { lateFeeCharge, lateFeeCharges } from './late-fee'
import type { PenaltyOf } from './penalty-rate'

/**
 * Where a row of a fold comes from: the plan; arrears the lender stated; principal paid early; the balance called due at
 * once; what a guarantor paid out; a fee or expense the lender posted.
 */
export type RowOrigin = 'plan' | 'stated' | 'early' | 'called' | 'paidOut' | 'charged'

/** One instalment while the fold runs over it: what is due, what is paid, and what lateness has added so far. */
export interface LiveInstalment {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principal: number
  readonly interest: number
  readonly fee: number
  readonly origin: RowOrigin
  lateFee: number
  /** Charges of the late fee already counted. */
  lateFeeCount: number
  paidPrincipal: number
  paidInterest: number
  paidFee: number
  paidLateFee: number
  paidPenalty: number
  paidCompound: number
  /** Penalty and compound interest of ended segments, each rounded when its base changed. */
  closedPenalty: number
  closedCompound: number
  segmentFrom: LocalDate
  /** Last day money reached this instalment. */
  touchedOn: LocalDate | null
}

export interface DefaultRules {
  readonly terms: DefaultTerms
  readonly penaltyOf: PenaltyOf
}

export const openPrincipal = (row: LiveInstalment): number => row.principal - row.paidPrincipal
export const openInterest = (row: LiveInstalment): number => row.interest - row.paidInterest

/** Open principal, interest and fee: the instalment itself, without what lateness added. */
export const openInstalment = (row: LiveInstalment): number =>
  openPrincipal(row) + openInterest(row) + row.fee - row.paidFee

export const openAll = (row: LiveInstalment, on: LocalDate, rules: DefaultRules): number =>
  openInstalment(row) +
  lateFeeOn(row, on, rules) -
  row.paidLateFee +
  penaltyOn(row, on, rules) -
  row.paidPenalty +
  compoundOn(row, on, rules) -
  row.paidCompound

/** Nothing is open and nothing more can be added: what is paid in full gathers no penalty interest and no late fee. */
export const isDone = (row: LiveInstalment): boolean =>
  openInstalment(row) === 0 &&
  row.lateFee === row.paidLateFee &&
  row.closedPenalty === row.paidPenalty &&
  row.closedCompound === row.paidCompound

/** What a row has fallen due by itself: stated, called and paid out ones always have; a plan row on its day is not late yet. */
export const hasFallenDue = (row: LiveInstalment, on: LocalDate): boolean => row.origin !== 'plan' || row.dueOn < on

/** Days of grace count only for the plan's own instalments: what was stated or called is late already. */
const graceOf = (row: LiveInstalment, { terms }: DefaultRules): number => (row.origin === 'plan' ? terms.graceDays : 0)

/** What is missing is within the contract's tolerance (容差), so nothing follows from it. */
const isTolerated = (row: LiveInstalment, { terms }: DefaultRules): boolean => {
  const missing = openInstalment(row)
  return row.origin === 'plan' && missing > 0 && missing <= (terms.graceAmountFen ?? 0)
}

/** Days late on a day, zero within grace days and tolerance; of a paid row, the days it was late when it was paid. */
export function daysLateOn(row: LiveInstalment, on: LocalDate, rules: DefaultRules, open: number): number {
  if (open > 0 && isTolerated(row, rules)) return 0
  const late = daysBetween(row.dueOn, open > 0 ? on : (row.touchedOn ?? row.dueOn))
  return late > graceOf(row, rules) ? late : 0
}

const penaltyBase = (row: LiveInstalment, terms: DefaultTerms): number =>
  terms.penaltyBase === 'overduePrincipal' ? openPrincipal(row) : openInstalment(row)

/** A posted fee bears nothing; what a guarantor paid out bears nothing by this contract: its claims are stated afresh. */
const bears = ({ origin }: LiveInstalment): boolean => origin === 'plan' || origin === 'stated' || origin === 'called'

function runningPenalty(row: LiveInstalment, on: LocalDate, rules: DefaultRules): number {
  if (!bears(row) || isTolerated(row, rules)) return 0
  return rules.penaltyOf(penaltyBase(row, rules.terms) as Fen, daysBetween(row.segmentFrom, on))
}

/** Interest on overdue interest (复利), beside penalty interest on principal alone: on the whole instalment it is in there. */
function runningCompound(row: LiveInstalment, on: LocalDate, rules: DefaultRules): number {
  if (!rules.terms.compounds || rules.terms.penaltyBase !== 'overduePrincipal') return 0
  if (!bears(row) || isTolerated(row, rules)) return 0
  return rules.penaltyOf(openInterest(row) as Fen, daysBetween(row.segmentFrom, on))
}

/**
 * Whether lateness has begun to cost: not within the grace days; beyond them it counts from the due date. What the lender
 * stated stands whatever the grace. A row whose base is paid is judged by the day it was.
 */
function hasBegun(row: LiveInstalment, on: LocalDate, rules: DefaultRules): boolean {
  if (row.origin === 'stated') return true
  const until = penaltyBase(row, rules.terms) === 0 ? (row.touchedOn ?? on) : on
  return daysBetween(row.dueOn, until) > graceOf(row, rules)
}

/** Penalty interest of the instalment up to a date, paid or not. */
export const penaltyOn = (row: LiveInstalment, on: LocalDate, rules: DefaultRules): number =>
  hasBegun(row, on, rules) ? row.closedPenalty + runningPenalty(row, on, rules) : 0

/** Compound interest of the instalment up to a date, paid or not. */
export const compoundOn = (row: LiveInstalment, on: LocalDate, rules: DefaultRules): number =>
  hasBegun(row, on, rules) ? row.closedCompound + runningCompound(row, on, rules) : 0

/** Late fee up to a date, paid or not. Between two payments what is open does not change, so neither does a charge. */
export function lateFeeOn(row: LiveInstalment, on: LocalDate, rules: DefaultRules): number {
  const { lateFee } = rules.terms
  if (lateFee === null || row.origin !== 'plan' || isTolerated(row, rules)) return row.lateFee
  const count = lateFeeCharges(lateFee, row.dueOn, rules.terms.graceDays, on) - row.lateFeeCount
  if (count <= 0) return row.lateFee
  const sum = row.lateFee + count * lateFeeCharge(lateFee, openInstalment(row))
  return lateFee.capFen === undefined || lateFee.capFen === null
    ? sum
    : Math.min(sum, Math.max(lateFee.capFen, row.lateFee))
}

/** Counts the late fee up to a date before money changes what is open. */
export function postLateFee(row: LiveInstalment, on: LocalDate, rules: DefaultRules): void {
  const { lateFee } = rules.terms
  if (lateFee === null || row.origin !== 'plan' || row.dueOn >= on || isDone(row)) return
  row.lateFee = lateFeeOn(row, on, rules)
  row.lateFeeCount = Math.max(row.lateFeeCount, lateFeeCharges(lateFee, row.dueOn, rules.terms.graceDays, on))
}

/** What of one item of a row is open on a day. */
function openItem(row: LiveInstalment, item: PayItem, on: LocalDate, rules: DefaultRules): number {
  switch (item) {
    case 'fee':
      return row.fee - row.paidFee
    case 'lateFee':
      return row.lateFee - row.paidLateFee
    case 'penalty':
      return penaltyOn(row, on, rules) - row.paidPenalty
    case 'compound':
      return compoundOn(row, on, rules) - row.paidCompound
    case 'interest':
      return openInterest(row)
    case 'principal':
      return openPrincipal(row)
  }
}

/** Where what was paid of an item stands. */
export const PAID = {
  fee: 'paidFee',
  lateFee: 'paidLateFee',
  penalty: 'paidPenalty',
  compound: 'paidCompound',
  interest: 'paidInterest',
  principal: 'paidPrincipal',
} as const

/**
 * Applies money to items of one instalment in the order given; returns what is left. A payment that changes what penalty
 * interest runs on ends its segment.
 */
export function payRow(
  row: LiveInstalment,
  items: readonly PayItem[],
  amount: number,
  on: LocalDate,
  rules: DefaultRules,
): number {
  let left = amount
  const penalty = runningPenalty(row, on, rules)
  const compound = runningCompound(row, on, rules)
  const taken = items.map((item) => {
    const part = Math.min(left, Math.max(0, openItem(row, item, on, rules)))
    left -= part
    return part
  })
  if (left === amount) return amount
  const changesBase = items.some((item, index) => (taken[index] ?? 0) > 0 && isBase(item, rules.terms))
  if (changesBase && on > row.segmentFrom) {
    row.closedPenalty += penalty
    row.closedCompound += compound
    row.segmentFrom = on
  }
  for (const [index, item] of items.entries()) row[PAID[item]] += taken[index] ?? 0
  row.touchedOn = on
  return left
}

const isBase = (item: PayItem, { penaltyBase: base, compounds }: DefaultTerms): boolean =>
  item === 'principal' ||
  (item === 'interest' && (compounds === true || base === 'overdueInstalment')) ||
  (item === 'fee' && base === 'overdueInstalment')
