import { daysBetween, type LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { daysInterest } from '../rate/interest'
import { ok, type Result } from '../result'
import { buildSchedule } from '../schedule/build-schedule'
import type { Schedule, ScheduleError } from '../schedule/schedule'
import { CIVIL_CODE_ORDER } from './default-terms'
import { isDone, payRow, type DefaultRules, type LiveInstalment } from './live-instalment'
import type { Loan } from './loan'
import type { SettlementQuoted } from './loan-event'
import type { CurrentCreditor } from './loan-state'
import { penaltyOf } from './penalty-rate'
import { liveRow } from './plan-rows'
import { isComing } from './settlement'

/** A loan while its events run over it. Mutable inside the fold only; `copyFold` makes it independent. */
export interface LoanFold {
  readonly loan: Loan
  readonly schedule: Schedule
  readonly rules: DefaultRules
  basis: 'contract' | 'balanceStated'
  /** In the order in which they fall due. */
  rows: LiveInstalment[]
  /** Principal no row covers, payable on demand, and the interest it has borne since. */
  onDemand: number
  onDemandInterest: number
  onDemandSince: LocalDate
  /** Paid since the fold's basis. */
  paid: number
  /** Paid beyond everything owed. */
  credit: number
  /** Given up by the lender in a settlement. */
  forgiven: number
  creditor: CurrentCreditor
  acceleratedOn: LocalDate | null
  /** The old plan has stopped: called, assigned, or taken over by a guarantor. */
  isStopped: boolean
  quote: SettlementQuoted | null
}

/** The contract before any event. Errors: those of `buildSchedule`. */
export function beginFold(loan: Loan): Result<LoanFold, ScheduleError> {
  const schedule = buildSchedule(loan.terms, loan.recurringFees)
  if (!schedule.ok) return schedule
  return ok({
    loan,
    schedule: schedule.value,
    rules: { terms: loan.defaultTerms, penaltyOf: penaltyOf(loan) },
    basis: 'contract',
    rows: schedule.value.rows.map(liveRow),
    onDemand: loan.terms.principalFen - schedule.value.totals.principalFen,
    onDemandInterest: 0,
    onDemandSince: loan.terms.drawnOn,
    paid: 0,
    credit: 0,
    forgiven: 0,
    creditor: { partyId: null, because: 'contract', since: null, verifiedOn: null },
    acceleratedOn: null,
    isStopped: false,
    quote: null,
  })
}

/** An independent copy to go on from. */
export const copyFold = (fold: LoanFold): LoanFold => ({ ...fold, rows: fold.rows.map((row) => ({ ...row })) })

/** Puts a row after those that fell due on its day or before. */
export function insertRow(fold: LoanFold, row: LiveInstalment): void {
  const at = fold.rows.findIndex((other) => other.dueOn > row.dueOn)
  fold.rows.splice(at < 0 ? fold.rows.length : at, 0, row)
}

/** A row reduced to what was paid of it. */
export const paidPart = (row: LiveInstalment): LiveInstalment => ({
  ...row,
  principal: row.paidPrincipal,
  interest: row.paidInterest,
  fee: row.paidFee,
  lateFee: row.paidLateFee,
  closedPenalty: row.paidPenalty,
  closedCompound: row.paidCompound,
})

/** What has fallen due by the day, in the contract's order. */
export function payDue(fold: LoanFold, amount: number, on: LocalDate): number {
  const { items, across } = fold.rules.terms.application ?? { items: CIVIL_CODE_ORDER, across: 'instalment' }
  const due = fold.rows.filter((row) => !isComing(row, on) && !isDone(row))
  const rounds = across === 'item' ? items.map((item) => [item]) : [items]
  let left = amount
  for (const round of rounds) for (const row of due) if (left > 0) left = payRow(row, round, left, on, fold.rules)
  return left
}

/** Interest of what is owed on demand to a day (informal loans with a rate). */
export function onDemandInterestOn(
  { loan, onDemand, onDemandInterest, onDemandSince }: LoanFold,
  on: LocalDate,
): number {
  const rate = loan.terms.kind === 'informal' ? loan.terms.rate : null
  return onDemandInterest + (rate ? daysInterest(onDemand as Fen, rate, daysBetween(onDemandSince, on)) : 0)
}
