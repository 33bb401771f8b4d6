import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'

/** One thing that goes otherwise than the budget says. A loan is never one of them: new debt is not income. */
export type ScenarioChange =
  /** Money that comes once (年终奖、退税). */
  | { readonly kind: 'windfall'; readonly on: LocalDate; readonly amountFen: Fen }
  /** A month (by any of its days) in which so much less is left. */
  | { readonly kind: 'shortMonth'; readonly on: LocalDate; readonly lessFen: Fen }
  /** From a day on so much more comes every month (negative: less). */
  | { readonly kind: 'raise'; readonly from: LocalDate; readonly monthlyFen: Fen }
  /** Nothing beyond what is required is paid before that day. */
  | { readonly kind: 'startLater'; readonly from: LocalDate }

/** A named "what if" over the budget, with the one line it stands on in the person's own words. */
export interface Scenario {
  readonly id: string
  readonly name: string
  readonly assumption: string
  readonly changes: readonly ScenarioChange[]
}
