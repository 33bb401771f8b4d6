import type { Cadence } from '#domain/calendar/cadence'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'
import type { LoanParties } from './party'

export type LoanId = string

/** What the product is sold as; letters and rules follow it. How it is computed is `terms.kind`. */
export type LoanProduct =
  'creditCard' | 'cardInstalment' | 'onlineLoan' | 'consumerLoan' | 'bankLoan' | 'privateLoan' | 'other'

interface InstalmentTerms {
  /** Contract amount. What really arrived is `Loan.receivedFen`. */
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  readonly periods: number
  readonly firstDueOn: LocalDate
  readonly cadence: Cadence
}

interface RatedInstalmentTerms extends InstalmentTerms {
  readonly rate: InterestRate
  /** First period: a whole period whatever its days, or the actual days from `drawnOn` at the daily rate. */
  readonly firstPeriod: 'whole' | 'days'
}

/** 等额本息 */
export interface LevelInstalmentTerms extends RatedInstalmentTerms {
  readonly kind: 'levelInstalment'
}
/** 等额本金 */
export interface EqualPrincipalTerms extends RatedInstalmentTerms {
  readonly kind: 'equalPrincipal'
}
/** 先息后本 */
export interface InterestFirstTerms extends RatedInstalmentTerms {
  readonly kind: 'interestFirst'
}
/** 到期一次还本付息 */
export interface BulletTerms {
  readonly kind: 'bullet'
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  readonly maturesOn: LocalDate
  readonly rate: InterestRate
}
/** 等本等息（花呗、信用卡分期）: the fee is on the ORIGINAL principal every period. */
export interface FlatFeeTerms extends InstalmentTerms {
  readonly kind: 'flatFee'
  readonly feeRate: InterestRate
  readonly feeTiming: 'everyPeriod' | 'withFirst'
}
/** One row of a plan as the lender's app shows it. */
export interface StatedRow {
  readonly dueOn: LocalDate
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly feeFen: Fen
}
/** 平台还款计划 */
export interface LenderScheduleTerms {
  readonly kind: 'lenderSchedule'
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  readonly rows: readonly StatedRow[]
}
/** 亲友借款: any dates, any amounts; what no row covers is payable on demand (民法典 675). */
export interface InformalTerms {
  readonly kind: 'informal'
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  readonly rate: InterestRate | null
  readonly rows: readonly { readonly dueOn: LocalDate; readonly amountFen: Fen }[]
}

export type LoanTerms =
  | LevelInstalmentTerms
  | EqualPrincipalTerms
  | InterestFirstTerms
  | BulletTerms
  | FlatFeeTerms
  | LenderScheduleTerms
  | InformalTerms

export type LoanKind = LoanTerms['kind']

/** A fee beside the instalment (担保费、服务费、会员费、保险费) that counts in the true cost. */
export interface RecurringFee {
  readonly id: string
  readonly name: string
  readonly amountFen: Fen
  readonly timing: 'everyInstalment' | 'withFirst'
}

/** What the contract says happens when a payment is late. */
export interface DefaultTerms {
  /** Penalty interest (罚息): a multiple of the contract rate (15 000 is 1.5×) or a rate of its own; null is none. */
  readonly penalty:
    | { readonly by: 'multiple'; readonly multiplePer10000: number }
    | { readonly by: 'rate'; readonly rate: InterestRate }
    | null
  readonly penaltyBase: 'overduePrincipal' | 'overdueInstalment'
  /** Days after the due date without consequences (容时). */
  readonly graceDays: number
  /** Late fee (违约金), once for each missed instalment; null is none. */
  readonly lateFee:
    | { readonly by: 'fixed'; readonly amountFen: Fen }
    | { readonly by: 'share'; readonly sharePer10000: number; readonly minFen: Fen; readonly maxFen: Fen | null }
    | null
}

/** What early payment does. `feesStay`: paying early saves nothing until the lender quotes otherwise. */
export type PrepaymentRule = 'byActualDays' | 'feesStay' | 'notAllowed'

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
}
/** A payment the bank took back; names the payment it undoes. */
export interface PaymentReversed extends EventBase {
  readonly kind: 'reversal'
  readonly paymentId: string
}
/** Anything that restarts the limitation period (民法典 195) beside payments made and proposals sent. */
export interface LimitationInterrupted extends EventBase {
  readonly kind: 'interruption'
  readonly cause: 'demand' | 'autoDebit' | 'assignmentNotice' | 'coDebtorAct' | 'lawsuit' | 'promise'
}

export type LoanEvent = BalanceStated | PaymentMade | PaymentReversed | LimitationInterrupted

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
  readonly prepayment: PrepaymentRule
  /** Account the lender debits: day of the month and account tail; null when the user pays by hand. */
  readonly debit: { readonly day: number; readonly accountTail: string; readonly isWageAccount: boolean } | null
  readonly events: readonly LoanEvent[]
  /** Numbers the user guessed (估算). */
  readonly isEstimate: boolean
  readonly isArchived: boolean
  readonly note: string
}
