import type { LoanId } from '#domain/loan/loan'
import type { Fen } from '#domain/money/fen'

/** One thing that goes wrong, from next month on; everything else goes as planned. */
export type Shock =
  | { readonly kind: 'incomeDrop'; readonly percent: number; readonly months: number }
  | { readonly kind: 'noIncome'; readonly months: number }
  | { readonly kind: 'expense'; readonly amountFen: Fen }
  /** Every income of next month comes so many days later. */
  | { readonly kind: 'paydayLate'; readonly days: number }
  /** The lender says no: the contract stays as it is. */
  | { readonly kind: 'refusal'; readonly loanId: LoanId }
  /** Every coming instalment asks so much more interest a year on what is still open, in hundredths of a per cent. */
  | { readonly kind: 'ratesUp'; readonly basisPoints: number }

/** What a shock does to the plan. */
export interface ShockEffect {
  /** The first month in which something required stays unpaid, and by how much. */
  readonly firstBreak: { readonly month: string; readonly shortFen: Fen } | null
  readonly brokenMonths: number
  /** The first day on which money comes only after a due day although its month balances. */
  readonly firstGap: { readonly dueOn: string; readonly shortFen: Fen } | null
  readonly lowestCashFen: Fen
}
