import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'

/** One instalment. `totalFen` = principal + interest + fee; `balanceFen` is the principal left after it. */
export interface ScheduleRow {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly feeFen: Fen
  readonly totalFen: Fen
  readonly balanceFen: Fen
}

export interface ScheduleTotals {
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly feeFen: Fen
  readonly totalFen: Fen
}

/** The contract written out: what falls due when, to the fen. */
export interface Schedule {
  readonly rows: readonly ScheduleRow[]
  readonly totals: ScheduleTotals
}

export type ScheduleError =
  | { readonly code: 'principal_out_of_range'; readonly principalFen: number }
  | { readonly code: 'rate_out_of_range'; readonly partsPerTenMillion: number }
  | { readonly code: 'term_out_of_range'; readonly periods: number }
  | { readonly code: 'first_due_before_drawn'; readonly drawnOn: LocalDate; readonly firstDueOn: LocalDate }
  | { readonly code: 'cadence_out_of_range'; readonly days: number }
  | { readonly code: 'rows_do_not_repay'; readonly principalFen: Fen; readonly rowsFen: Fen }
  | { readonly code: 'rows_out_of_order'; readonly row: number }
  | { readonly code: 'own_dates_do_not_fit'; readonly dates: number; readonly periods: number }
  | { readonly code: 'rate_steps_out_of_order'; readonly step: number }
  | { readonly code: 'head_longer_than_term'; readonly head: number; readonly periods: number }
  | { readonly code: 'balloon_out_of_range'; readonly balloonFen: Fen; readonly principalFen: Fen }
  | { readonly code: 'no_rows' }
