import type { LocalDate } from '#domain/calendar/local-date'
import type { CardStatement } from '#domain/card/card-statement'
import type { Fen } from '#domain/money/fen'
import type { RowOrigin } from './live-instalment'
import type { PartyId } from './party'

/** Days late in the words of the trade: M1 is 1–30 days, M2 31–60, M3 61–90, M3+ beyond. */
export type Stage = 'settled' | 'current' | 'dueSoon' | 'm1' | 'm2' | 'm3' | 'm3plus'

/** One instalment as it stands on a date: what was due and what of it is paid. */
export interface DuePaidRow {
  /** Number of the instalment in the plan; 0 for rows of another origin. */
  readonly n: number
  readonly origin: RowOrigin
  readonly dueOn: LocalDate
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly feeFen: Fen
  readonly penaltyFen: Fen
  readonly lateFeeFen: Fen
  /** Interest on overdue interest (复利), where the contract has it. */
  readonly compoundFen: Fen
  readonly paidFen: Fen
  /** What is still open of principal, interest, fee, penalty and late fee together. */
  readonly openFen: Fen
  readonly openPrincipalFen: Fen
  readonly status: 'paid' | 'partlyPaid' | 'overdue' | 'due' | 'ahead'
  readonly daysLate: number
  readonly paidOn: LocalDate | null
}

/** A loan on a date: a fold over its contract and its dated events. */
export interface LoanState {
  readonly on: LocalDate
  /** Where the figures start: the contract, or a balance stated by the lender. */
  readonly basis: 'contract' | 'balanceStated'
  /** All principal still owed, due or not. */
  readonly principalFen: Fen
  readonly overduePrincipalFen: Fen
  /** Interest that has fallen due and is unpaid. */
  readonly interestFen: Fen
  readonly feeFen: Fen
  readonly penaltyFen: Fen
  readonly lateFeeFen: Fen
  /** Interest on overdue interest (复利), where the contract has it. */
  readonly compoundFen: Fen
  /** Interest of the running period up to the date, by its days: not due yet, asked when the loan is settled today. */
  readonly accruedFen: Fen
  /** Everything that has fallen due and is unpaid: overdue principal + interest + fee + penalty + late fee + compound. */
  readonly arrearsFen: Fen
  /** Principal plus everything due and unpaid: what it takes to owe nothing, before future interest. */
  readonly owedFen: Fen
  readonly daysLate: number
  readonly stage: Stage
  readonly nextDueOn: LocalDate | null
  readonly nextDueFen: Fen
  readonly paidFen: Fen
  /** Paid beyond everything owed: the lender has to give it back. */
  readonly creditFen: Fen
  /** Given up by the lender in a settlement. */
  readonly forgivenFen: Fen
  readonly rows: readonly DuePaidRow[]
  readonly creditor: CurrentCreditor
  /** The lender called the whole loan on that day. */
  readonly acceleratedOn: LocalDate | null
  /** Days until the contract lets the lender call the loan, or the guarantor is asked to pay; null when not late or unknown. */
  readonly daysToAcceleration: number | null
  readonly daysToSubrogation: number | null
  /** Statements of a card, oldest first; empty for other loans. */
  readonly statements: readonly CardStatement[]
}

/** Who must be paid by the events on record; `partyId` null is the contract lenders. */
export interface CurrentCreditor {
  readonly partyId: PartyId | null
  readonly because: 'contract' | 'assigned' | 'subrogated'
  readonly since: LocalDate | null
  /** The day the borrower confirmed creditor and account with the original lender; null: verify before paying. */
  readonly verifiedOn: LocalDate | null
}
