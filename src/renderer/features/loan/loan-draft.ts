import type { Cadence } from '#domain/calendar/cadence'
import type { LocalDate } from '#domain/calendar/local-date'
import type { LoanProduct } from '#domain/loan/loan'
import type { DailyBalanceTerms, LoanKind, RecurringFee, StatedRow } from '#domain/loan/terms'
import type { PartyType } from '#domain/loan/party'
import { sumFen, type Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'
import { USUAL_CARD, type CardDraft } from './card-draft'
import { USUAL_LATE, type LateDraft } from './late-draft'
import { USUAL_PREPAY, type PrepayDraft } from './prepay-draft'
import { NO_TRAITS, type TraitsDraft } from './traits-draft'

/** A party as typed in the form; an id when it already exists. */
export interface PartyDraft {
  readonly id: string | null
  readonly name: string
  readonly type: PartyType
}

/** A contract lender as typed, with its part of the amount when the contract states it. */
export interface LenderDraft extends PartyDraft {
  readonly sharePer10000: number | null
}

/** The account the lender debits, as typed. */
export interface DebitDraft {
  readonly day: number | null
  /** Undefined while not known. */
  readonly cutOffHour?: number | undefined
  readonly accountTail: string
  readonly isWageAccount: boolean
}

/** "What the lender's app says today", as far as it shows it. */
export interface StatedDraft {
  readonly on: LocalDate | null
  readonly source: string
  readonly principalFen: Fen | null
  readonly interestFen: Fen | null
  readonly penaltyFen: Fen | null
  readonly lateFeeFen: Fen | null
  readonly otherFeeFen: Fen | null
  readonly overduePrincipalFen: Fen | null
  readonly nextDueOn: LocalDate | null
  readonly daysLate: number | null
}

export interface RepaymentDraft {
  readonly dueOn: LocalDate | null
  readonly amountFen: Fen | null
}

/** A loan while it is being typed: anything may still be missing. It lives in the form until it is submitted. */
export interface LoanDraft {
  readonly name: string
  readonly product: LoanProduct
  readonly kind: LoanKind
  readonly lenders: readonly LenderDraft[]
  readonly platform: PartyDraft
  readonly guarantor: PartyDraft
  readonly collector: PartyDraft
  /** Set after an assignment; empty means the contract lenders still are the creditors. */
  readonly creditor: PartyDraft
  /** Null when the person pays by hand. */
  readonly debit: DebitDraft | null
  readonly contractNumber: string
  readonly cardTail: string
  readonly contractedOn: LocalDate | null
  readonly principalFen: Fen | null
  readonly receivedFen: Fen | null
  readonly drawnOn: LocalDate | null
  readonly rate: InterestRate | null
  readonly advertisedRate: InterestRate | null
  readonly periods: number | null
  /** What one instalment is; only used to solve the one left blank. */
  readonly instalmentFen: Fen | null
  readonly firstDueOn: LocalDate | null
  readonly maturesOn: LocalDate | null
  /** Agreed repayments of an informal loan; none is "on demand". */
  readonly repayments: readonly RepaymentDraft[]
  readonly cadence: Cadence
  /** Own due dates as typed, one a line; `cadence` holds those that could be read. */
  readonly ownDates: string
  readonly firstPeriod: 'whole' | 'days'
  readonly feeTiming: 'everyPeriod' | 'withFirst'
  readonly repayment: DailyBalanceTerms['repayment']
  readonly traits: TraitsDraft
  readonly card: CardDraft
  readonly rows: readonly StatedRow[]
  readonly fees: readonly RecurringFee[]
  readonly late: LateDraft
  readonly prepay: PrepayDraft
  readonly hasStated: boolean
  readonly stated: StatedDraft
  readonly isEstimate: boolean
  readonly note: string
}

export type LoanDraftField =
  | keyof LoanDraft
  | `stated.${keyof StatedDraft}`
  | `late.${keyof LateDraft}`
  | `debit.${keyof DebitDraft}`
  | `traits.${keyof TraitsDraft}`
  | `card.${keyof CardDraft}`
  | `prepay.${keyof PrepayDraft}`

export const NOBODY: PartyDraft = { id: null, name: '', type: 'unknown' }
export const NO_LENDER: LenderDraft = { ...NOBODY, sharePer10000: null }

export const emptyStated = (today: LocalDate): StatedDraft => ({
  on: today,
  source: '',
  principalFen: null,
  interestFen: null,
  penaltyFen: null,
  lateFeeFen: null,
  otherFeeFen: null,
  overduePrincipalFen: null,
  nextDueOn: null,
  daysLate: null,
})

export const emptyDraft = (today: LocalDate): LoanDraft => ({
  name: '',
  product: 'onlineLoan',
  kind: 'levelInstalment',
  lenders: [NO_LENDER],
  platform: { ...NOBODY, type: 'platform' },
  guarantor: { ...NOBODY, type: 'guarantor' },
  collector: { ...NOBODY, type: 'collector' },
  creditor: NOBODY,
  debit: null,
  contractNumber: '',
  cardTail: '',
  contractedOn: null,
  principalFen: null,
  receivedFen: null,
  drawnOn: null,
  rate: null,
  advertisedRate: null,
  periods: null,
  instalmentFen: null,
  firstDueOn: null,
  maturesOn: null,
  cadence: { every: 'month' },
  ownDates: '',
  firstPeriod: 'days',
  feeTiming: 'everyPeriod',
  repayment: 'level',
  traits: NO_TRAITS,
  card: USUAL_CARD,
  repayments: [],
  rows: [],
  fees: [],
  late: USUAL_LATE,
  prepay: USUAL_PREPAY,
  hasStated: false,
  stated: emptyStated(today),
  isEstimate: false,
  note: '',
})

/** The form with a pasted plan: its rows, and their principal where no amount was typed. */
export const takePlan = (draft: LoanDraft, rows: readonly StatedRow[]): Pick<LoanDraft, 'rows' | 'principalFen'> => ({
  rows,
  principalFen: draft.principalFen ?? sumFen(rows, (row) => row.principalFen),
})
