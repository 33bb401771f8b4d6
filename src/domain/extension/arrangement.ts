import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'

/**
 * What is asked of a lender (展期、分期、减免), any mix of it, as one record.
 *
 * Default re-instalment of the trade: the remaining principal over `periods`; old interest and charges listed apart,
 * spread evenly and bearing no further interest. Capitalising them (利滚利) is opt-in.
 */
export interface ArrangementRequest {
  /** Instalments from the first new due date, holiday included. */
  readonly periods: number
  readonly firstDueOn: LocalDate
  /** Rate asked; null keeps the contract's. Zero is an interest freeze. */
  readonly rate: InterestRate | null
  /**
   * First periods in which nothing is paid (payment holiday): their rows are zero. Their interest is carried, bears none,
   * and is paid with the instalments after them as part of `arrearsFen`.
   */
  readonly holidayPeriods: number
  /** First periods (after a holiday) in which only interest is paid. */
  readonly interestOnlyPeriods: number
  /** Share of penalty interest and late fees asked to be waived, parts of 10 000. */
  readonly waivePenaltyPer10000: number
  readonly arrears: 'spread' | 'capitalise' | 'withFirst'
  /**
   * Lump-sum settlement (一次性结清减免): this share of all that is owed, parts of 10 000, paid in one sum on `firstDueOn`, and
   * the rest given up. The other terms do not apply then. Null: none is asked.
   */
  readonly settlementPer10000: number | null
}

/** A request for nothing but a term and a first day: the contract's rate, nothing waived, arrears spread. */
export const PLAIN_REQUEST = {
  rate: null,
  holidayPeriods: 0,
  interestOnlyPeriods: 0,
  waivePenaltyPer10000: 0,
  arrears: 'spread',
  settlementPer10000: null,
} as const satisfies Partial<ArrangementRequest>

/** One instalment under the asked terms. `arrearsFen` is its share of old interest and charges and of a holiday's interest. */
export interface ArrangementRow {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly arrearsFen: Fen
  readonly totalFen: Fen
  readonly balanceFen: Fen
}

/** Old contract against new, from the same day on. */
export interface ArrangementComparison {
  readonly oldInstalmentFen: Fen
  readonly newInstalmentFen: Fen
  readonly oldLastDueOn: LocalDate
  readonly newLastDueOn: LocalDate
  /** Still to pay from today, everything included. */
  readonly oldTotalFen: Fen
  readonly newTotalFen: Fen
  /** New total less old total: what the change costs (negative: saves). */
  readonly extraCostFen: Fen
  /** Effective annual rate of the new instalments against what is owed today; null when no rate exists. */
  readonly newEffectiveAnnual: number | null
}

export interface Arrangement {
  readonly request: ArrangementRequest
  readonly rate: InterestRate
  /** Principal put into the new schedule (with capitalised arrears, if any). */
  readonly principalFen: Fen
  /** Old interest and charges carried beside it. */
  readonly carriedFen: Fen
  /** Interest of the payment holiday, carried likewise: `carriedFen` + `holidayInterestFen` = Σ `rows[].arrearsFen`. */
  readonly holidayInterestFen: Fen
  readonly waivedFen: Fen
  readonly rows: readonly ArrangementRow[]
  readonly totalFen: Fen
  readonly comparison: ArrangementComparison
}

export type ArrangementError =
  | { readonly code: 'nothing_owed' }
  | { readonly code: 'term_out_of_range'; readonly periods: number; readonly max: number }
  | { readonly code: 'rate_out_of_range'; readonly partsPerTenMillion: number }
  | { readonly code: 'head_longer_than_term'; readonly periods: number; readonly head: number }
  | { readonly code: 'first_due_in_past'; readonly firstDueOn: LocalDate }
  | { readonly code: 'waiver_out_of_range'; readonly per10000: number }
  | { readonly code: 'settlement_out_of_range'; readonly per10000: number }
