import type { Budget } from '#domain/budget/budget'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Arrangement } from '#domain/extension/arrangement'
import type { Loan, LoanId } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import type { PlanSettings } from './plan'
import type { Scenario } from './scenario'

/** Everything a plan is computed from. */
export interface PlanInput {
  readonly on: LocalDate
  readonly loans: readonly { readonly loan: Loan; readonly state: LoanState; readonly arrangement?: Arrangement }[]
  readonly budget: Budget
  readonly settings: PlanSettings
  /** Months simulated at the most; 360 unless given. */
  readonly horizonMonths?: number
  /** What goes otherwise than the budget says (`scenarioMonth`). */
  readonly scenario?: Scenario | undefined
  /**
   * Fen to pay each loan, month by month from the month of `on`, instead of the strategy's order. Of a sum, what the loan
   * can take (what is due, then early what may be paid early) is paid, in the order of the loans, as long as there is
   * money; the rest stays cash. A loan or a month that is not named is paid nothing.
   */
  readonly prescribed?: ReadonlyMap<LoanId, readonly number[]> | undefined
}

export const HORIZON_MONTHS = 360
