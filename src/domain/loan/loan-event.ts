import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'
import type { PartyId } from './party'
import type { StatedRow } from './terms'

interface EventBase {
  readonly id: string
  readonly on: LocalDate
  readonly note: string
}
/** "What the lender's app says today": starts the fold where history is unknown, and is quoted in letters. */
export interface BalanceStated extends EventBase {
  readonly kind: 'balanceStated'
  readonly source: string
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly penaltyFen: Fen
  readonly lateFeeFen: Fen
  readonly otherFeeFen: Fen
  /** Part of the principal that is already overdue, when the lender shows it. */
  readonly overduePrincipalFen: Fen | null
  readonly nextDueOn: LocalDate | null
  readonly daysLate: number
}
export interface PaymentMade extends EventBase {
  readonly kind: 'payment'
  readonly amountFen: Fen
  /**
   * Absent or `due`: what has fallen due, then the next instalments ahead. `prepay`: after what is due, principal ahead of
   * time with its interest to the day. `settle`: everything (提前结清), by the contract's rule or the lender's quote.
   */
  readonly purpose?: 'due' | 'prepay' | 'settle' | undefined
}
/** A payment the bank took back; names the payment it undoes. */
export interface PaymentReversed extends EventBase {
  readonly kind: 'reversal'
  readonly paymentId: string
}
/** A payment that was recorded wrongly: from this day on it counts with another amount and day. */
export interface PaymentCorrected extends EventBase {
  readonly kind: 'correction'
  readonly paymentId: string
  readonly paidOn: LocalDate
  readonly amountFen: Fen
}
/** More money drawn: a card purchase or cash, or a further draw on a credit line. */
export interface Drawdown extends EventBase {
  readonly kind: 'drawdown'
  readonly amountFen: Fen
  readonly what: 'purchase' | 'cash'
}
/** What the lender posted beside interest: a card instalment's share, a fee, an expense of enforcing (诉讼费 …). */
export interface ChargePosted extends EventBase {
  readonly kind: 'charge'
  readonly what: 'cardInstalment' | 'fee' | 'expense'
  readonly amountFen: Fen
}
/** The lender called the whole loan (提前到期): the balance is due from this day. */
export interface Accelerated extends EventBase {
  readonly kind: 'accelerated'
}
/**
 * The claim was sold (债权转让), effective for the borrower on notice (民法典 546). The old plan stops unless the notice says
 * it goes on. `verifiedOn`: the day the borrower confirmed it and the account through the original lender's own channel.
 */
export interface Assigned extends EventBase {
  readonly kind: 'assigned'
  readonly toPartyId: PartyId
  readonly planGoesOn: boolean
  readonly verifiedOn: LocalDate | null
}
/** The insurer or guarantor paid the lender (代偿) and is the creditor of what it paid out; the old plan stops. */
export interface Subrogated extends EventBase {
  readonly kind: 'subrogated'
  readonly byPartyId: PartyId
  readonly paidOutFen: Fen
  readonly verifiedOn: LocalDate | null
}
/** What the lender asks to settle everything, until a day. */
export interface SettlementQuoted extends EventBase {
  readonly kind: 'settlementQuoted'
  readonly source: string
  readonly amountFen: Fen
  readonly validUntil: LocalDate | null
}
/**
 * New terms the lender agreed to (展期、分期、减免), from a written supplement, a new plan in its app or a recorded call with
 * its number: only these make them the contract. The old contract stays on record (`contractOn`).
 */
export interface Rearranged extends EventBase {
  readonly kind: 'rearranged'
  /** The request it answers; null when the lender offered it unasked. */
  readonly proposalId: string | null
  readonly means: 'writtenSupplement' | 'newPlanInApp' | 'recordedCall'
  readonly reference: string
  /** What must happen before the terms hold (首期到账 …), in the lender's words. */
  readonly condition: string
  /** What happens when they are broken (恢复原合同、减免作废 …), in the lender's words. */
  readonly breach: string
  /** The agreed instalments; a share of old interest and charges stands in them as a fee. */
  readonly rows: readonly StatedRow[]
  /** Given up by the lender as long as the terms hold. */
  readonly waivedFen: Fen
}
/** Agreed terms are off: from this day the contract before them is in force again as if they had never been. */
export interface RearrangementEnded extends EventBase {
  readonly kind: 'rearrangementEnded'
  readonly rearrangedId: string
}
/** Anything that restarts the limitation period (民法典 195) beside payments made and proposals sent. */
export interface LimitationInterrupted extends EventBase {
  readonly kind: 'interruption'
  readonly cause: 'demand' | 'autoDebit' | 'assignmentNotice' | 'coDebtorAct' | 'lawsuit' | 'promise'
}

export type LoanEvent =
  | BalanceStated
  | PaymentMade
  | PaymentReversed
  | PaymentCorrected
  | Drawdown
  | ChargePosted
  | Accelerated
  | Assigned
  | Subrogated
  | SettlementQuoted
  | Rearranged
  | RearrangementEnded
  | LimitationInterrupted
