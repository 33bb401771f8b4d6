import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'
import type { DefaultTerms, PrepaymentTerms } from './default-terms'
import type { LoanEvent } from './loan-event'
import type { LoanParties } from './party'
import type { LoanTerms, RecurringFee } from './terms'

export type LoanId = string

/** What the product is sold as; letters and rules follow it. How it is computed is `terms.kind`. */
export type LoanProduct =
  'creditCard' | 'cardInstalment' | 'onlineLoan' | 'consumerLoan' | 'bankLoan' | 'privateLoan' | 'other'

/** The account the lender debits (账户代扣). */
export interface DebitMandate {
  /** Day of the month. */
  readonly day: number
  /** Hour of that day (0–23) by which the money must be there; absent is not known. */
  readonly cutOffHour?: number | undefined
  readonly accountTail: string
  readonly isWageAccount: boolean
}

export interface Loan {
  readonly id: LoanId
  readonly name: string
  readonly product: LoanProduct
  readonly parties: LoanParties
  /** Contract or loan number as printed; letters show its tail. */
  readonly contractNumber: string
  /** Last four digits of the card. */
  readonly cardTail: string
  readonly contractedOn: LocalDate | null
  /** What the advertisement or the app said, beside the rate the contract computes with. */
  readonly advertisedRate: InterestRate | null
  readonly terms: LoanTerms
  /** Money that really arrived; less than the principal means an upfront deduction (砍头息). */
  readonly receivedFen: Fen
  readonly recurringFees: readonly RecurringFee[]
  readonly defaultTerms: DefaultTerms
  readonly prepayment: PrepaymentTerms
  /** Null when the user pays by hand. */
  readonly debit: DebitMandate | null
  readonly events: readonly LoanEvent[]
  /** Numbers the user guessed (估算). */
  readonly isEstimate: boolean
  readonly isArchived: boolean
  readonly note: string
}
