import type { Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'

/** What a payment can pay. `fee`: fees and expenses; `compound`: interest on interest (复利). */
export type PayItem = 'fee' | 'lateFee' | 'penalty' | 'compound' | 'interest' | 'principal'

/** Order within an instalment by 民法典 561: expenses, then interest (what lateness added before ordinary), then principal. */
export const CIVIL_CODE_ORDER: readonly PayItem[] = ['fee', 'lateFee', 'penalty', 'compound', 'interest', 'principal']

/** How money is applied. `across` item: all fees of all instalments, then all penalties …; else the oldest instalment whole. */
export interface ApplicationOrder {
  readonly items: readonly PayItem[]
  readonly across: 'instalment' | 'item'
}

/** Late fee (违约金): how much, and once for each missed instalment, for each day it stays open, or at each month of it. */
export type LateFee = (
  | { readonly by: 'fixed'; readonly amountFen: Fen }
  | { readonly by: 'share'; readonly sharePer10000: number; readonly minFen: Fen; readonly maxFen: Fen | null }
) & {
  /** Absent: once. `minFen` and `maxFen` bound each charge; `capFen` what one instalment can gather in all. */
  readonly charged?: 'once' | 'daily' | 'monthly' | undefined
  readonly capFen?: Fen | null | undefined
}

/** What the contract says happens when a payment is late. Absent fields: nothing of the kind. */
export interface DefaultTerms {
  /** Penalty interest (罚息): a multiple of the contract rate (15 000 is 1.5×) or a rate of its own; null is none. */
  readonly penalty:
    | { readonly by: 'multiple'; readonly multiplePer10000: number }
    | { readonly by: 'rate'; readonly rate: InterestRate }
    | null
  readonly penaltyBase: 'overduePrincipal' | 'overdueInstalment'
  /** Days after the due date without consequences (容时). */
  readonly graceDays: number
  /** What may be missing and still count as paid (容差). */
  readonly graceAmountFen?: Fen | undefined
  readonly lateFee: LateFee | null
  /** Overdue interest bears interest at the penalty rate (复利), only where the contract says so. Never on penalty or fees. */
  readonly compounds?: boolean | undefined
  /** Order of the contract; absent is 民法典 561, the oldest instalment first. */
  readonly application?: ApplicationOrder | undefined
  /** Days late after which the contract lets the lender call the whole loan (提前到期), counted down when known. */
  readonly accelerationDays?: number | undefined
  /** Days late after which the insurer or guarantor pays the lender and takes its place (代偿). */
  readonly subrogationDays?: number | undefined
}

/** What paying early does (民法典 677: by default interest is charged for the actual time). */
export interface PrepaymentTerms {
  readonly allowed: 'anytime' | 'fullOnly' | 'no'
  /** Fees still to fall due (flat fees, service fees): dropped, all due, a share of them, or not known: ask. */
  readonly remainingFees: 'waived' | 'due' | 'share' | 'unknown'
  /** With `share`: the part of the remaining fees that is charged. */
  readonly remainingFeesPer10000?: number | undefined
  /** Fee for paying early (提前还款违约金), on the principal paid early. */
  readonly feePer10000?: number | undefined
  /** A partial early payment shortens the term or lowers the instalments. */
  readonly effect: 'shortens' | 'lowers'
}

/** The law's default: interest for the actual time, what is left shortens the term (民法典 677). */
export const PREPAY_BY_ACTUAL_DAYS: PrepaymentTerms = {
  allowed: 'anytime',
  remainingFees: 'waived',
  effect: 'shortens',
}

/** Flat fees until the lender quotes: what happens to those still to come is not known. */
export const PREPAY_FEES_UNKNOWN: PrepaymentTerms = { ...PREPAY_BY_ACTUAL_DAYS, remainingFees: 'unknown' }
