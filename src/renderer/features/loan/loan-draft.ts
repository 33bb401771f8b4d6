import type { Cadence } from '#domain/calendar/cadence'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan, LoanProduct } from '#domain/loan/loan'
import type { LoanKind, RecurringFee, StatedRow } from '#domain/loan/terms'
import type { Party, PartyType } from '#domain/loan/party'
import { sumFen, type Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'
import { lateOf, USUAL_LATE, type LateDraft } from './late-draft'

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
  readonly firstPeriod: 'whole' | 'days'
  readonly feeTiming: 'everyPeriod' | 'withFirst'
  readonly rows: readonly StatedRow[]
  readonly fees: readonly RecurringFee[]
  readonly late: LateDraft
  readonly hasStated: boolean
  readonly stated: StatedDraft
  readonly isEstimate: boolean
  readonly note: string
}

export type LoanDraftField =
  keyof LoanDraft | `stated.${keyof StatedDraft}` | `late.${keyof LateDraft}` | `debit.${keyof DebitDraft}`

const NOBODY: PartyDraft = { id: null, name: '', type: 'unknown' }
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
  firstPeriod: 'days',
  feeTiming: 'everyPeriod',
  repayments: [],
  rows: [],
  fees: [],
  late: USUAL_LATE,
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

/** The form of a loan that already exists. Its events stay with the loan; the form does not touch them. */
export function draftOf(loan: Loan, parties: readonly Party[], today: LocalDate): LoanDraft {
  const party = (id: string | null, type: PartyType): PartyDraft => {
    const found = parties.find((candidate) => candidate.id === id)
    return found ? { id: found.id, name: found.name, type: found.type } : { ...NOBODY, type }
  }
  const { terms } = loan
  const lenders = loan.parties.contractLenders.map(({ partyId, sharePer10000 }) => ({
    ...party(partyId, 'unknown'),
    sharePer10000,
  }))
  const base: LoanDraft = {
    ...emptyDraft(today),
    name: loan.name,
    product: loan.product,
    kind: terms.kind,
    lenders: lenders.length > 0 ? lenders : [NO_LENDER],
    platform: party(loan.parties.platformId, 'platform'),
    guarantor: party(loan.parties.creditEnhancerId, 'guarantor'),
    collector: party(loan.parties.collectorId, 'collector'),
    creditor: party(loan.parties.currentCreditorId, 'unknown'),
    debit: loan.debit,
    contractNumber: loan.contractNumber,
    cardTail: loan.cardTail,
    contractedOn: loan.contractedOn,
    principalFen: terms.principalFen,
    receivedFen: loan.receivedFen === terms.principalFen ? null : loan.receivedFen,
    drawnOn: terms.drawnOn,
    advertisedRate: loan.advertisedRate,
    fees: loan.recurringFees,
    late: lateOf(loan.defaultTerms),
    isEstimate: loan.isEstimate,
    note: loan.note,
  }
  switch (terms.kind) {
    case 'levelInstalment':
    case 'equalPrincipal':
    case 'interestFirst': {
      const { rate, periods, firstDueOn, cadence, firstPeriod } = terms
      return { ...base, rate, periods, firstDueOn, cadence, firstPeriod }
    }
    case 'flatFee': {
      const { feeRate, periods, firstDueOn, cadence, feeTiming } = terms
      return { ...base, rate: feeRate, periods, firstDueOn, cadence, feeTiming }
    }
    case 'dailyBalance':
    case 'revolving':
      return { ...base, rate: terms.rate }
    case 'bullet':
      return { ...base, rate: terms.rate, maturesOn: terms.maturesOn }
    case 'lenderSchedule':
      return { ...base, rows: terms.rows }
    case 'informal':
      return { ...base, rate: terms.rate, repayments: terms.rows }
  }
}
