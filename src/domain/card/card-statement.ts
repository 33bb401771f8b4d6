import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'

/**
 * One statement of a card account (账单).
 *
 * opening + purchases + cash + instalments + interest + fees + late fee − payments = balance. A balance below zero is money
 * of the card holder (溢缴款). The minimum is all of it: what earlier statements left unpaid is inside.
 */
export interface CardStatement {
  readonly statementOn: LocalDate
  readonly dueOn: LocalDate
  readonly openingFen: Fen
  readonly purchasesFen: Fen
  readonly cashFen: Fen
  /** Shares of card instalments charged to this statement. */
  readonly instalmentsFen: Fen
  readonly interestFen: Fen
  readonly feeFen: Fen
  readonly lateFeeFen: Fen
  /** Payments since the last statement, up to and with this statement's day, and what a settlement gave up. */
  readonly paymentsFen: Fen
  readonly balanceFen: Fen
  readonly minimumFen: Fen
  /** Paid after the statement up to and with its due day and grace days. */
  readonly paidByDueFen: Fen
  /** `open` until the due day and its grace days are over. */
  readonly outcome: 'open' | 'paidInFull' | 'minimumPaid' | 'belowMinimum'
}
