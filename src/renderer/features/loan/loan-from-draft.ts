import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { BalanceStated } from '#domain/loan/loan-event'
import type { BulletTerms, LoanTerms } from '#domain/loan/terms'
import type { Party } from '#domain/loan/party'
import { ZERO_FEN } from '#domain/money/fen'
import { err, ok, type Result } from '#domain/result'
import { revolvingTerms } from './card-draft'
import { draftErrors, type DraftErrors } from './draft-errors'
import { defaultTermsOf } from './late-draft'
import type { LoanDraft } from './loan-draft'
import { partiesFromDraft } from './parties-from-draft'
import { prepaymentOf } from './prepay-draft'
import { present } from './present'
import { traitFields } from './traits-draft'

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
    prepayment: prepaymentOf(draft.prepay, draft.kind),
    debit:
      draft.debit &&
      present({ ...draft.debit, day: draft.debit.day ?? 1, accountTail: draft.debit.accountTail.trim() }),
    events: [...(existing?.events ?? []), ...stated],
    isEstimate: draft.isEstimate,
    isArchived: existing?.isArchived ?? false,
    note: draft.note,
  }
  return ok({ loan, parties: changed })
}

/** The contract as typed, or null while something it needs is missing. */
export function termsOf(draft: LoanDraft): LoanTerms | null {
  const { drawnOn, rate, periods, firstDueOn, maturesOn, cadence, feeTiming, traits } = draft
  // A card may begin with nothing owed.
  const principalFen = draft.principalFen ?? (draft.kind === 'revolving' ? ZERO_FEN : null)
  if (principalFen === null || drawnOn === null) return null
  const drawn = { principalFen, drawnOn }
  switch (draft.kind) {
    case 'levelInstalment':
    case 'equalPrincipal':
    case 'interestFirst':
    case 'dailyBalance': {
      if (rate === null || periods === null || firstDueOn === null) return null
      const rated = { ...drawn, rate, periods, firstDueOn, cadence, ...traitFields(traits) }
      return draft.kind === 'dailyBalance'
        ? { kind: draft.kind, ...rated, repayment: draft.repayment }
        : { kind: draft.kind, ...rated, firstPeriod: draft.firstPeriod }
    }
    case 'flatFee':
      if (rate === null || periods === null || firstDueOn === null) return null
      return { kind: 'flatFee', ...drawn, feeRate: rate, periods, firstDueOn, cadence, feeTiming }
    case 'revolving':
      return rate === null ? null : revolvingTerms(draft.card, { ...drawn, rate })
    case 'bullet':
      if (rate === null || maturesOn === null) return null
      return present<BulletTerms>({ kind: 'bullet', ...drawn, maturesOn, rate, dayCount: traits.dayCount })
    case 'lenderSchedule':
      return draft.rows.length === 0 ? null : { kind: 'lenderSchedule', ...drawn, rows: draft.rows }
    case 'informal':
      return {
        kind: 'informal',
        ...drawn,
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
