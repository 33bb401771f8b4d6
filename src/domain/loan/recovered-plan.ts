import type { Cadence } from '../calendar/cadence'
import type { LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import type { InterestRate } from '../rate/interest-rate'
import type { ImpliedRates } from './implied-rates'
import type { LoanTerms, RecurringFee, StatedRow } from './terms'
import type { PlanFees } from './plan-fees'
import type { RecoveredKind } from './plan-shapes'

/** What is known of a plan: its rows, and what the person knows beside them. */
export interface StatedPlan {
  readonly rows: readonly StatedRow[]
  /** The contract amount; without it, what the rows repay. */
  readonly principalFen: Fen | null
  readonly receivedFen: Fen | null
  /** Without it, one period before the first due date. */
  readonly drawnOn: LocalDate | null
  readonly advertised: InterestRate | null
}

/** One kind of loan that tells the plan. */
export interface PlanFit {
  readonly kind: RecoveredKind
  readonly rate: InterestRate
  /** What interest is computed on: whole periods or actual days on the balance, or the original amount every period. */
  readonly interestBy: 'period' | 'days' | 'original'
  readonly firstPeriod: 'whole' | 'days'
  readonly feeTiming: 'everyPeriod' | 'withFirst'
  readonly equalRows: number
  readonly largestDifferenceFen: Fen
  /** The contract to go on with; null when no contract this program writes reproduces most rows. */
  readonly terms: LoanTerms | null
  readonly fees: readonly RecurringFee[]
}

export interface RecoveredPlan {
  /** Every kind that tells most rows, best first; none: a schedule of the lender's own. */
  readonly fits: readonly PlanFit[]
  readonly comparedRows: number
  readonly periods: number
  readonly cadence: Cadence | null
  readonly principalFen: Fen
  readonly receivedFen: Fen
  readonly drawnOn: LocalDate
  readonly fees: PlanFees
  readonly implied: ImpliedRates
  readonly findings: readonly PlanFinding[]
}

export type RecoverError =
  | { readonly code: 'no_rows' }
  | { readonly code: 'principal_out_of_range' }
  | { readonly code: 'first_due_before_drawn'; readonly drawnOn: LocalDate; readonly firstDueOn: LocalDate }
  | { readonly code: 'date_twice'; readonly on: LocalDate }

/** One thing about the plan that its advertisement would not have said, or that limits what was read. No prose here. */
export type PlanFinding =
  /** Paid beside the interest; the share is of the amount borrowed, for all of it. */
  | {
      readonly code: 'fees_beside'
      readonly everyFen: Fen
      readonly firstFen: Fen
      readonly totalFen: Fen
      readonly shareOfPrincipal: number
    }
  | { readonly code: 'fees_vary'; readonly totalFen: Fen }
  /** Charged on the original amount: what is stated a year, and what that alone is on the money still owed. */
  | { readonly code: 'flat_rate'; readonly statedAnnual: number; readonly trueAnnual: number }
  | { readonly code: 'upfront_deduction'; readonly deductedFen: Fen; readonly shareOfPrincipal: number }
  | { readonly code: 'first_period_longer'; readonly days: number; readonly usualDays: number }
  | { readonly code: 'last_instalment_larger'; readonly lastFen: Fen; readonly usualFen: Fen }
  | { readonly code: 'above_advertised'; readonly advertised: InterestRate; readonly impliedAnnual: number }
  | { readonly code: 'rows_missing'; readonly dueOn: readonly LocalDate[] }
  /** The rows repay another amount than the contract's: part of the plan is not here, or was already paid. */
  | { readonly code: 'rows_repay_other_amount'; readonly rowsFen: Fen; readonly principalFen: Fen }
  | {
      readonly code: 'rows_differ'
      readonly equalRows: number
      readonly comparedRows: number
      readonly largestDifferenceFen: Fen
    }
  | { readonly code: 'totals_split' }
  /** Only totals, and no amount to compare them with: what was borrowed decides everything. */
  | { readonly code: 'amount_needed' }
  | { readonly code: 'drawn_on_assumed'; readonly drawnOn: LocalDate }
