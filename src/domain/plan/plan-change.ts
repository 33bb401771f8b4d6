import type { LoanId } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'
import type { Strategy } from './plan'

/** What something does to a plan: months later (negative: sooner; null where a side never ends) and what it adds to the cost. */
export interface ChangeEffect {
  readonly months: number | null
  readonly costFen: Fen
}

/** A fact that moved the plan since a version of it was promised. Months are `2026-12`. */
export type ChangeCause =
  /** Less was paid on a loan in a month than promised; what lateness added since is `penaltyGrew`. */
  | {
      readonly kind: 'paymentMissed'
      readonly loanId: LoanId
      readonly month: string
      readonly promisedFen: Fen
      readonly lessFen: Fen
    }
  /** More was paid on a loan in a month than promised. */
  | {
      readonly kind: 'paidMore'
      readonly loanId: LoanId
      readonly month: string
      readonly promisedFen: Fen
      readonly moreFen: Fen
    }
  /** Penalty interest, late fees and compound interest that a loan has gathered since, paid or not. */
  | { readonly kind: 'penaltyGrew'; readonly loanId: LoanId; readonly amountFen: Fen }
  /** What comes in and what is spent in a typical month, against then (negative: less). Only where the budget of then is known. */
  | { readonly kind: 'incomeChanged' | 'spendingChanged'; readonly monthlyFen: Fen }
  /** The contract is another than then: an arrangement, or, where the loan of then is known, rate, terms, rules. */
  | { readonly kind: 'termsChanged'; readonly loanId: LoanId }
  | { readonly kind: 'loanAdded'; readonly loanId: LoanId; readonly owedFen: Fen }
  /** Nothing is owed any more on a loan that should still have owed so much. */
  | { readonly kind: 'loanEnded'; readonly loanId: LoanId; readonly promisedFen: Fen }
  | { readonly kind: 'strategyChanged'; readonly from: Strategy; readonly to: Strategy }

export type ChangeReason = ChangeCause & { readonly effect: ChangeEffect }

/**
 * Why a plan is another than promised. Each reason's effect is what the plan of today differs by from itself with that one
 * cause undone. What the causes do only together, and what no record explains, is `together`: all add up to `total`.
 */
export interface PlanChange {
  readonly before: { readonly debtFreeMonth: string | null; readonly costFen: Fen }
  /** The cost counts from the version's day as well. */
  readonly now: { readonly debtFreeMonth: string | null; readonly costFen: Fen }
  readonly total: ChangeEffect
  readonly reasons: readonly ChangeReason[]
  readonly together: ChangeEffect
}
