import { MONTHLY } from '#domain/calendar/cadence'
import type { LocalDate } from '#domain/calendar/local-date'
import type { BalanceStated, DefaultTerms, Loan, LoanTerms } from '#domain/loan/loan'
import type { LoanParties, Party } from '#domain/loan/party'
import { sumFen, ZERO_FEN } from '#domain/money/fen'
import { err, ok, type Result } from '#domain/result'
import type { LoanDraft, LoanDraftField, PartyDraft } from './loan-draft'

export type DraftErrorCode =
  | 'name_missing'
  | 'principal_missing'
  | 'rate_missing'
  | 'periods_missing'
  | 'date_missing'
  | 'first_due_before_drawn'
  | 'matures_before_drawn'
  | 'rows_missing'
  | 'repayment_incomplete'
  | 'rows_do_not_repay'
  | 'received_above_principal'
  | 'stated_in_future'
  | 'tail_not_digits'

export type DraftErrors = Partial<Record<LoanDraftField, DraftErrorCode>>

export interface SubmittedLoan {
  readonly loan: Loan
  /** Parties typed in the form that do not exist yet, or changed. */
  readonly parties: readonly Party[]
}

/**
 * The loan a finished form describes, or what is missing by field. `existing` keeps its id, events and what the form does
 * not show. Ids come from `newId`.
 */
export function loanFromDraft(
  draft: LoanDraft,
  existing: Loan | null,
  knownParties: readonly Party[],
  today: LocalDate,
  newId: () => string,
): Result<SubmittedLoan, DraftErrors> {
  const errors = draftErrors(draft, today)
  const terms = termsOf(draft)
  if (Object.keys(errors).length > 0 || terms === null) return err(errors)
  const newParties: Party[] = []
  const partyId = (typed: PartyDraft): string | null => {
    const name = typed.name.trim()
    if (name === '') return null
    const known =
      knownParties.find((party) => party.id === typed.id) ?? knownParties.find((party) => party.name === name)
    const earlier = newParties.find((party) => party.name === name)
    if (!known && earlier) return earlier.id
    if (known?.name === name && known.type === typed.type) return known.id
    const fresh: Party = known
      ? { ...known, name, type: typed.type }
      : { id: newId(), name, type: typed.type, department: '', address: '', officialChannel: '', note: '' }
    newParties.push(fresh)
    return fresh.id
  }
  const lenderIds = [...new Set(draft.lenders.map(partyId).filter((id) => id !== null))]
  const parties: LoanParties = {
    contractLenders: lenderIds.map((id) => ({
      partyId: id,
      sharePer10000: existing?.parties.contractLenders.find(({ partyId: old }) => old === id)?.sharePer10000 ?? null,
    })),
    platformId: partyId(draft.platform),
    creditEnhancerId: partyId(draft.guarantor),
    collectorId: existing?.parties.collectorId ?? null,
    currentCreditorId: existing?.parties.currentCreditorId ?? null,
  }
  const stated = draft.hasStated ? [statedEvent(draft, today, newId())] : []
  const loan: Loan = {
    id: existing?.id ?? newId(),
    name: draft.name.trim(),
    product: draft.product,
    parties,
    contractNumber: draft.contractNumber.trim(),
    cardTail: draft.cardTail.trim(),
    contractedOn: draft.contractedOn,
    advertisedRate: draft.advertisedRate,
    terms,
    receivedFen: draft.receivedFen ?? terms.principalFen,
    recurringFees: draft.fees.filter(({ amountFen }) => amountFen > 0),
    defaultTerms: defaultTermsOf(draft, existing),
    prepayment: existing?.prepayment ?? (draft.kind === 'flatFee' ? 'feesStay' : 'byActualDays'),
    debit: existing?.debit ?? null,
    events: [...(existing?.events ?? []), ...stated],
    isEstimate: draft.isEstimate,
    isArchived: existing?.isArchived ?? false,
    note: draft.note,
  }
  return ok({ loan, parties: newParties })
}

/** What is missing or cannot be, by field. */
export function draftErrors(draft: LoanDraft, today: LocalDate): DraftErrors {
  const errors: DraftErrors = {}
  const { kind, principalFen, drawnOn, firstDueOn, maturesOn } = draft
  if (draft.name.trim() === '') errors.name = 'name_missing'
  if (principalFen === null || principalFen === 0) errors.principalFen = 'principal_missing'
  if (drawnOn === null) errors.drawnOn = 'date_missing'
  if (kind !== 'lenderSchedule' && kind !== 'informal' && draft.rate === null) errors.rate = 'rate_missing'
  if (kind === 'bullet') {
    if (maturesOn === null) errors.maturesOn = 'date_missing'
    else if (drawnOn !== null && maturesOn <= drawnOn) errors.maturesOn = 'matures_before_drawn'
  } else if (kind === 'lenderSchedule') {
    if (draft.rows.length === 0) errors.rows = 'rows_missing'
    else if (principalFen !== null && sumFen(draft.rows, (row) => row.principalFen) !== principalFen) {
      errors.rows = 'rows_do_not_repay'
    }
  } else if (kind === 'informal') {
    if (draft.repayments.some(({ dueOn, amountFen }) => dueOn === null || amountFen === null))
      errors.repayments = 'repayment_incomplete'
    else if (drawnOn !== null && draft.repayments.some(({ dueOn }) => dueOn !== null && dueOn < drawnOn))
      errors.repayments = 'first_due_before_drawn'
  } else {
    const { periods } = draft
    if (periods === null || !Number.isInteger(periods) || periods < 1 || periods > 600)
      errors.periods = 'periods_missing'
    if (firstDueOn === null) errors.firstDueOn = 'date_missing'
    else if (drawnOn !== null && firstDueOn <= drawnOn) errors.firstDueOn = 'first_due_before_drawn'
  }
  if (draft.receivedFen !== null && principalFen !== null && draft.receivedFen > principalFen) {
    errors.receivedFen = 'received_above_principal'
  }
  if (!/^\d{0,4}$/.test(draft.cardTail.trim())) errors.cardTail = 'tail_not_digits'
  if (draft.hasStated) {
    if (draft.stated.on === null) errors['stated.on'] = 'date_missing'
    else if (draft.stated.on > today) errors['stated.on'] = 'stated_in_future'
    if (draft.stated.principalFen === null) errors['stated.principalFen'] = 'principal_missing'
  }
  return errors
}

/** The contract as typed, or null while something it needs is missing. */
export function termsOf(draft: LoanDraft): LoanTerms | null {
  const { principalFen, drawnOn, rate, periods, firstDueOn, maturesOn, cadence, firstPeriod, feeTiming } = draft
  if (principalFen === null || drawnOn === null) return null
  switch (draft.kind) {
    case 'levelInstalment':
    case 'equalPrincipal':
    case 'interestFirst':
      if (rate === null || periods === null || firstDueOn === null) return null
      return { kind: draft.kind, principalFen, drawnOn, rate, periods, firstDueOn, cadence, firstPeriod }
    case 'flatFee':
      if (rate === null || periods === null || firstDueOn === null) return null
      return { kind: 'flatFee', principalFen, drawnOn, feeRate: rate, periods, firstDueOn, cadence: MONTHLY, feeTiming }
    case 'bullet':
      return rate === null || maturesOn === null ? null : { kind: 'bullet', principalFen, drawnOn, maturesOn, rate }
    case 'lenderSchedule':
      return draft.rows.length === 0 ? null : { kind: 'lenderSchedule', principalFen, drawnOn, rows: draft.rows }
    case 'informal':
      return {
        kind: 'informal',
        principalFen,
        drawnOn,
        rate,
        rows: draft.repayments
          .flatMap(({ dueOn, amountFen }) => (dueOn === null || amountFen === null ? [] : [{ dueOn, amountFen }]))
          .sort((left, right) => left.dueOn.localeCompare(right.dueOn)),
      }
  }
}

function defaultTermsOf(draft: LoanDraft, existing: Loan | null): DefaultTerms {
  const old = existing?.defaultTerms
  return {
    penalty:
      draft.penaltyMultiple === null
        ? old?.penalty?.by === 'rate'
          ? old.penalty
          : null
        : { by: 'multiple', multiplePer10000: Math.round(draft.penaltyMultiple * 10_000) },
    penaltyBase: old?.penaltyBase ?? 'overduePrincipal',
    graceDays: draft.graceDays,
    lateFee:
      draft.lateFeeFen === null
        ? old?.lateFee?.by === 'share'
          ? old.lateFee
          : null
        : { by: 'fixed', amountFen: draft.lateFeeFen },
  }
}

function statedEvent({ stated }: LoanDraft, today: LocalDate, id: string): BalanceStated {
  return {
    kind: 'balanceStated',
    id,
    on: stated.on ?? today,
    note: '',
    source: stated.source.trim(),
    principalFen: stated.principalFen ?? ZERO_FEN,
    interestFen: stated.interestFen ?? ZERO_FEN,
    penaltyFen: stated.penaltyFen ?? ZERO_FEN,
    lateFeeFen: stated.lateFeeFen ?? ZERO_FEN,
    otherFeeFen: stated.otherFeeFen ?? ZERO_FEN,
    overduePrincipalFen: stated.overduePrincipalFen,
    nextDueOn: stated.nextDueOn,
    daysLate: stated.daysLate ?? 0,
  }
}
