import type { LocalDate } from '#domain/calendar/local-date'
import type { LoanFold } from '#domain/loan/fold-state'
import type { Loan } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'
import type { AuditItem, AuditScope } from './claim'

/** A way of computing that differs from the contract on record in one respect. */
export type ConventionCode =
  | 'dayBasis'
  | 'penaltyDays'
  | 'runningDays'
  | 'penaltyOnInstalment'
  | 'penaltyOnPrincipal'
  | 'penaltyOnBalance'
  | 'penaltyMultiple'
  | 'penaltyDailyRate'
  | 'penaltyLeftOut'
  | 'compoundCharged'
  | 'compoundLeftOut'
  | 'ordinaryBeside'
  | 'graceIgnored'
  | 'toleranceIgnored'
  | 'lateFeeOnce'
  | 'lateFeeMonthly'
  | 'lateFeeDaily'
  | 'lateFeeOnBalance'
  | 'lateFeeUncapped'
  | 'lateFeeLeftOut'
  | 'remainingFeesDue'
  | 'remainingFeesWaived'
  | 'prepaymentFee'
  | 'wholePeriodInterest'
  | 'allRemainingInterest'
  | 'calledToday'
  | 'paymentNotCounted'
  | 'paymentLater'
  | 'chargesFirst'
  | 'principalFirst'
  | 'oldestFirst'
  | 'receivedAsPrincipal'
  | 'otherScope'
  | 'cardWholeStatement'
  | 'cardUnpaidPart'
  | 'rounding'

/** The figures a sentence about a convention needs; which are there depends on the code. */
export interface ConventionDetail {
  readonly days?: number
  readonly on?: LocalDate
  readonly amountFen?: Fen
  /** Parts of 10 000: a multiple of the contract rate, or a share. */
  readonly per10000?: number
  /** 1e-7 of a day. */
  readonly dailyRate?: number
  readonly dayBasis?: 360 | 365
  readonly scope?: AuditScope
}

/** A convention with what it changes: the contract or its events, what is asked for, or figures added to the fold's. */
export interface Convention {
  readonly code: ConventionCode
  readonly detail: ConventionDetail
  /** Two of one family exclude each other. */
  readonly family: string
  readonly change?: (loan: Loan) => Loan
  readonly add?: (fold: LoanFold, on: LocalDate, scope: AuditScope) => Partial<Record<AuditItem, number>>
}
