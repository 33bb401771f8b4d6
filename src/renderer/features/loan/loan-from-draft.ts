import type { LocalDate } from '#domain/calendar/local-date'
import { PREPAY_BY_ACTUAL_DAYS, PREPAY_FEES_UNKNOWN } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import type { BalanceStated } from '#domain/loan/loan-event'
import type { LoanTerms } from '#domain/loan/terms'
import type { Party } from '#domain/loan/party'
import { ZERO_FEN } from '#domain/money/fen'
import { err, ok, type Result } from '#domain/result'
import { draftErrors, type DraftErrors } from './draft-errors'
import { defaultTermsOf } from './late-draft'
import type { LoanDraft } from './loan-draft'
import { partiesFromDraft } from './parties-from-draft'

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
  const { parties, changed } = partiesFromDraft(draft, knownParties, newId)
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
    defaultTerms: defaultTermsOf(draft.late),
    prepayment: existing?.prepayment ?? (draft.kind === 'flatFee' ? PREPAY_FEES_UNKNOWN : PREPAY_BY_ACTUAL_DAYS),
    debit: draft.debit && { ...draft.debit, day: draft.debit.day ?? 1, accountTail: draft.debit.accountTail.trim() },
    events: [...(existing?.events ?? []), ...stated],
    isEstimate: draft.isEstimate,
    isArchived: existing?.isArchived ?? false,
    note: draft.note,
  }
  return ok({ loan, parties: changed })
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
      return { kind: 'flatFee', principalFen, drawnOn, feeRate: rate, periods, firstDueOn, cadence, feeTiming }
    case 'dailyBalance':
    case 'revolving':
      return null
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
