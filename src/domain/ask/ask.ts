import type { Budget } from '#domain/budget/budget'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Arrangement, ArrangementRequest } from '#domain/extension/arrangement'
import type { Loan, LoanId } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import type { Fen } from '#domain/money/fen'
import type { PlanResult } from '#domain/plan/plan'
import type { InterestRate } from '#domain/rate/interest-rate'

/** A loan that may be asked about. */
export interface AskLoan {
  readonly loan: Loan
  readonly state: LoanState
  /** What a request starts from: the lender's own figures while nothing has moved since (`letterState`). */
  readonly quoted: LoanState
}

/** What the person lays down for one lender. */
export interface AskLimit {
  readonly loanId: LoanId
  /** This lender is never asked. */
  readonly isPinned: boolean
  /** At most so many instalments in all; null leaves the product's own limit. */
  readonly mostPeriods: number | null
}

/** What may be asked at all (the kinds on the table). A zero or null leaves a kind out. */
export interface AskKinds {
  /** More instalments than the contract leaves. */
  readonly longerTerm: boolean
  /** A payment holiday of at most so many months. */
  readonly holidayPeriods: number
  /** At most so many months of interest only. */
  readonly interestOnlyPeriods: number
  /** A rate, asked where the contract's is higher. */
  readonly rate: InterestRate | null
  /** Share of penalty interest and late fees, parts of 10 000. */
  readonly waivePenaltyPer10000: number
  /** On which day of the month the new instalments fall. */
  readonly dueDay: 'afterPayday' | 'contract'
}

/** A longer term, paid after payday: what a lender grants most easily, and nothing is given up. */
export const USUAL_KINDS: AskKinds = {
  longerTerm: true,
  holidayPeriods: 0,
  interestOnlyPeriods: 0,
  rate: null,
  waivePenaltyPer10000: 0,
  dueDay: 'afterPayday',
}

export interface AskInput {
  readonly on: LocalDate
  readonly loans: readonly AskLoan[]
  readonly budget: Budget
  readonly limits: readonly AskLimit[]
  readonly kinds: AskKinds
}

/** What one lender is asked. */
export interface Asked {
  readonly loanId: LoanId
  readonly request: ArrangementRequest
  readonly arrangement: Arrangement
  /** See `relativeConcession`: 0 to 1. */
  readonly concession: number
  /** Overdue, or about to be called or taken over by a guarantor: it is being talked to already. */
  readonly isAlreadyAsked: boolean
}

/** One thing that would make the gap smaller, and what would still be missing each month then (0: nothing). */
export type AskRemedy = { readonly perMonthFen: Fen } & (
  | { readonly kind: 'unpin' | 'liftCap'; readonly loanId: LoanId }
  | { readonly kind: 'allow'; readonly what: 'longerTerm' | 'holiday' | 'interestOnly' | 'waiver' }
)

/** What is missing when no request within the limits lets every month be paid. */
export interface AskShortfall {
  /** The least that has to be left over more, every month from this one on; whole yuan. */
  readonly perMonthFen: Fen
  /** The least that, in hand today, does the same; whole yuan. */
  readonly onceFen: Fen
  /** What makes `perMonthFen` smaller, the most helpful first. */
  readonly remedies: readonly AskRemedy[]
}

export interface AskAnswer {
  /** `notNeeded`: every contract can be kept. `found`: with `asked`, every month can be paid. `short`: see `shortfall`. */
  readonly status: 'notNeeded' | 'found' | 'short'
  readonly asked: readonly Asked[]
  /** The largest relative concession of `asked`. */
  readonly largestConcession: number
  /** Whether no answer with a smaller largest concession exists, proven; false: the search was cut short. */
  readonly isLeast: boolean
  readonly extraCostFen: Fen
  /** The plan month by month if all of them agree. */
  readonly proof: PlanResult
  /** The month with the least left once everything required is paid. */
  readonly tightest: { readonly month: string; readonly leftFen: Fen } | null
  /** Months in which money comes after a due day although it need not have been so by the contracts. */
  readonly newTimingGaps: readonly string[]
  readonly shortfall: AskShortfall | null
}
