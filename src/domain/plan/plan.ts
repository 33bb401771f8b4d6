import type { LocalDate } from '#domain/calendar/local-date'
import type { LoanId } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'

/** Ways to spend the same money; what each does is said in `priority.ts`. */
export const STRATEGIES = [
  'minimumsOnly',
  'avalanche',
  'snowball',
  'ownOrder',
  'stopTheGrowth',
  'mostCurrent',
  'cashFlowRelief',
  'proRata',
  'tokenOffers',
] as const

export type Strategy = (typeof STRATEGIES)[number]

/** What the user chose for the plan; the numbers are always recomputed. */
export interface PlanSettings {
  readonly strategy: Strategy
  readonly ownOrder: readonly LoanId[]
}

/** One loan in one simulated month. */
export interface PlanLoanMonth {
  readonly loanId: LoanId
  readonly openingFen: Fen
  readonly interestFen: Fen
  readonly penaltyFen: Fen
  readonly feeFen: Fen
  /** What the contract asks this month: what fell due, and everything older still open. */
  readonly requiredFen: Fen
  readonly paidFen: Fen
  readonly closingFen: Fen
  /** Required and not paid. */
  readonly shortFen: Fen
}

export interface PlanMonth {
  /** `2026-11` */
  readonly month: string
  readonly incomeFen: Fen
  readonly essentialsFen: Fen
  readonly otherFen: Fen
  readonly openingCashFen: Fen
  readonly requiredFen: Fen
  readonly paidFen: Fen
  readonly shortFen: Fen
  readonly closingCashFen: Fen
  /** Everything owed at the month's end. */
  readonly balanceFen: Fen
  readonly loans: readonly PlanLoanMonth[]
  /** Money arrives only after a due day although the month balances. */
  readonly timingGap: { readonly dueOn: LocalDate; readonly shortFen: Fen } | null
}

export interface PlanResult {
  readonly strategy: Strategy
  readonly months: readonly PlanMonth[]
  /** Month in which the last debt ends; null when it does not within the horizon. */
  readonly debtFreeMonth: string | null
  readonly totalPaidFen: Fen
  /** Interest, fees, penalties from today on. */
  readonly costFen: Fen
  readonly shortfallMonths: readonly { readonly month: string; readonly shortFen: Fen }[]
  readonly lowestCashFen: Fen
}

/** The numbers shown instead of a bare "never". */
export interface CannotPayFigures {
  /** Needed now to be current everywhere. */
  readonly neededNowFen: Fen
  /** Needed per month so that the total stops growing. */
  readonly stopGrowingFen: Fen
  /** Needed per month to be free in so many months. */
  readonly freeIn: readonly { readonly months: number; readonly perMonthFen: Fen }[]
  /** What the budget really gives per month. */
  readonly availableFen: Fen
}
