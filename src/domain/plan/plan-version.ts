import type { Budget } from '#domain/budget/budget'
import type { LocalDate } from '#domain/calendar/local-date'
import type { LoanId } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'
import type { PlanSettings } from './plan'

/** What a plan says of one loan, month by month from the version's first month on. */
export interface PromisedLoan {
  readonly loanId: LoanId
  /** Owed on the day the version was made. */
  readonly owedFen: Fen
  /** Already paid on that day when it was made: it stands in `owedFen` and keeps no promise. */
  readonly paidThatDayFen: Fen
  /** To pay in each month. */
  readonly payFen: readonly Fen[]
  /** Left at each month's end. */
  readonly closingFen: readonly Fen[]
  /** Month in which the loan ends; null when not within the plan. */
  readonly endsIn: string | null
}

/** A plan the person stood by on a day: a promise that later days are held against. */
export interface PlanVersion {
  readonly id: string
  readonly madeOn: LocalDate
  readonly note: string
  readonly settings: PlanSettings
  /** The budget it stood on, so that a change of it can be named later. */
  readonly budget: Budget
  /** `2026-12` */
  readonly firstMonth: string
  readonly debtFreeMonth: string | null
  readonly costFen: Fen
  /** At most `PROMISED_MONTHS` months of each. */
  readonly loans: readonly PromisedLoan[]
}

export const PROMISED_MONTHS = 60
