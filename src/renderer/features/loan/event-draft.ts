import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { ChargePosted, Drawdown, LimitationInterrupted, LoanEvent, PaymentMade } from '#domain/loan/loan-event'
import type { Fen } from '#domain/money/fen'
import type { PartyDraft } from './loan-draft'

/** A dated event while it is typed. Each kind reads what it needs; the rest waits unused. */
export interface EventDraft {
  readonly on: LocalDate | null
  readonly amountFen: Fen | null
  /** A note, or where a figure was seen. */
  readonly words: string
  readonly purpose: NonNullable<PaymentMade['purpose']>
  readonly drawn: Drawdown['what']
  readonly charged: ChargePosted['what']
  readonly cause: LimitationInterrupted['cause']
  readonly party: PartyDraft
  readonly planGoesOn: boolean
  readonly verifiedOn: LocalDate | null
  readonly validUntil: LocalDate | null
  readonly interestFen: Fen | null
  readonly penaltyFen: Fen | null
  readonly lateFeeFen: Fen | null
  readonly otherFeeFen: Fen | null
  readonly overduePrincipalFen: Fen | null
  readonly nextDueOn: LocalDate | null
  readonly daysLate: number | null
}

/** Agreed terms are recorded with the reply that brought them, and end where they stand. */
export type EventKind = Exclude<LoanEvent['kind'], 'rearranged' | 'rearrangementEnded'>

/** What a kind of event is entered against. */
export interface EventContext {
  readonly kind: EventKind
  readonly loan: Loan
  readonly today: LocalDate
  /** The payment that is corrected or was returned. */
  readonly payment: PaymentMade | null
}

export const emptyEvent = (today: LocalDate, party: PartyDraft): EventDraft => ({
  on: today,
  amountFen: null,
  words: '',
  purpose: 'due',
  drawn: 'purchase',
  charged: 'fee',
  cause: 'demand',
  party,
  planGoesOn: false,
  verifiedOn: null,
  validUntil: null,
  interestFen: null,
  penaltyFen: null,
  lateFeeFen: null,
  otherFeeFen: null,
  overduePrincipalFen: null,
  nextDueOn: null,
  daysLate: null,
})

export type EventErrorCode =
  | 'date_missing'
  | 'date_future'
  | 'date_before_loan'
  | 'date_before_payment'
  | 'amount_missing'
  | 'amount_zero'
  | 'party_missing'
  | 'verified_before_event'
  | 'valid_before_quote'

export type EventErrors = Partial<Record<'on' | 'amountFen' | 'party' | 'verifiedOn' | 'validUntil', EventErrorCode>>

const WITHOUT_AMOUNT: readonly EventKind[] = ['interruption', 'accelerated', 'assigned', 'reversal']

export const hasAmount = (kind: EventKind): boolean => !WITHOUT_AMOUNT.includes(kind)

/** What is missing or cannot be, by field. A balance stated by the lender may be nothing; money that moved may not. */
export function eventErrors(draft: EventDraft, context: EventContext): EventErrors {
  const { kind, today } = context
  const errors: EventErrors = {}
  const dateError = dateErrorOf(draft.on, context)
  if (dateError) errors.on = dateError
  if (hasAmount(kind)) {
    if (draft.amountFen === null) errors.amountFen = 'amount_missing'
    else if (draft.amountFen === 0 && kind !== 'balanceStated') errors.amountFen = 'amount_zero'
  }
  if (kind === 'assigned' || kind === 'subrogated') {
    if (draft.party.id === null && draft.party.name.trim() === '') errors.party = 'party_missing'
    if (draft.verifiedOn !== null && draft.verifiedOn > today) errors.verifiedOn = 'date_future'
    else if (draft.verifiedOn !== null && draft.on !== null && draft.verifiedOn < draft.on)
      errors.verifiedOn = 'verified_before_event'
  }
  if (kind === 'settlementQuoted' && draft.validUntil !== null && draft.on !== null && draft.validUntil < draft.on)
    errors.validUntil = 'valid_before_quote'
  return errors
}

function dateErrorOf(on: LocalDate | null, { kind, loan, today, payment }: EventContext): EventErrorCode | null {
  if (on === null) return 'date_missing'
  if (on > today) return 'date_future'
  if (on < loan.terms.drawnOn) return 'date_before_loan'
  return kind === 'reversal' && payment !== null && on < payment.on ? 'date_before_payment' : null
}

/** Kinds of events a loan of this kind can have, the everyday ones first. Corrections start at their payment. */
export function eventKindsFor({ terms: { kind } }: Loan): {
  readonly usual: readonly EventKind[]
  readonly others: readonly EventKind[]
} {
  const draws: readonly EventKind[] = kind === 'revolving' || kind === 'dailyBalance' ? ['drawdown'] : []
  const isFriend = kind === 'informal'
  // A card has no plan to call in, money between friends is payable on demand anyway.
  const called: readonly EventKind[] = isFriend || kind === 'revolving' ? [] : ['accelerated']
  return {
    usual: ['payment', ...draws, 'balanceStated'],
    others: [
      ...(isFriend ? [] : (['charge', 'settlementQuoted'] as const)),
      ...called,
      'assigned',
      ...(isFriend ? [] : (['subrogated'] as const)),
      'interruption',
    ],
  }
}
