import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'

export type IncomeCategory = 'wage' | 'selfEmployed' | 'benefit' | 'family' | 'otherIncome'
export type EssentialCategory =
  | 'housing'
  | 'food'
  | 'utilities'
  | 'transport'
  | 'medicine'
  | 'children'
  | 'parents'
  | 'socialInsurance'
  | 'phone'
  | 'otherEssential'
export type OtherCategory = 'otherSpending'

export type BudgetCadence = 'monthly' | 'weekly' | 'twoWeeks' | 'quarterly' | 'yearly' | 'once'
export type Certainty = 'sure' | 'likely' | 'estimate'

interface LineBase {
  readonly id: string
  readonly name: string
  readonly amountFen: Fen
  readonly cadence: BudgetCadence
  /** Day of the month the money moves; null when it is spread over the month. */
  readonly dayOfMonth: number | null
  /** First day it counts (for `once`: the day); null is "already". */
  readonly startsOn: LocalDate | null
  /** Last day it counts; null is "for good". */
  readonly endsOn: LocalDate | null
  readonly certainty: Certainty
}

export type BudgetLine =
  | (LineBase & { readonly side: 'income'; readonly category: IncomeCategory })
  | (LineBase & { readonly side: 'essential'; readonly category: EssentialCategory })
  | (LineBase & { readonly side: 'other'; readonly category: OtherCategory })

/** Incomes, essential living and other spending. Debts never stand here: what is left over pays them. */
export interface Budget {
  readonly lines: readonly BudgetLine[]
  /** Cash and balances the person can reach today. */
  readonly cashNowFen: Fen
  /** Part of that cash never planned for debts. */
  readonly reserveFen: Fen
}
