import type { LocalDate } from '#domain/calendar/local-date'
import { sumFen } from '#domain/money/fen'
import { cardErrors, type CardErrorCode } from './card-draft'
import { lateErrors, type LateErrorCode } from './late-draft'
import type { LoanDraft, LoanDraftField } from './loan-draft'
import { prepayErrors, type PrepayErrorCode } from './prepay-draft'
import { NO_TRAITS, readOwnDates, traitErrors, type TraitErrorCode } from './traits-draft'

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
  | 'debit_day_missing'
  | 'shares_above_whole'
  | 'own_dates_missing'
  | 'own_dates_unreadable'
  | LateErrorCode
  | TraitErrorCode
  | CardErrorCode
  | PrepayErrorCode

export type DraftErrors = Partial<Record<LoanDraftField, DraftErrorCode>>

const WHOLE_PER_10000 = 10_000
const isTail = (text: string): boolean => /^\d{0,4}$/.test(text.trim())

/** What is missing or cannot be, by field. */
export function draftErrors(draft: LoanDraft, today: LocalDate): DraftErrors {
  const { principalFen, debit } = draft
  const errors: DraftErrors = { ...contractErrors(draft), ...lateErrors(draft.late), ...prepayErrors(draft.prepay) }
  if (draft.name.trim() === '') errors.name = 'name_missing'
  if (draft.kind !== 'revolving' && (principalFen === null || principalFen === 0))
    errors.principalFen = 'principal_missing'
  if (draft.drawnOn === null) errors.drawnOn = 'date_missing'
  if (
    draft.kind !== 'revolving' &&
    draft.receivedFen !== null &&
    principalFen !== null &&
    draft.receivedFen > principalFen
  ) {
    errors.receivedFen = 'received_above_principal'
  }
  if (draft.lenders.reduce((sum, lender) => sum + (lender.sharePer10000 ?? 0), 0) > WHOLE_PER_10000) {
    errors.lenders = 'shares_above_whole'
  }
  if (!isTail(draft.cardTail)) errors.cardTail = 'tail_not_digits'
  if (debit) {
    if (debit.day === null) errors['debit.day'] = 'debit_day_missing'
    if (!isTail(debit.accountTail)) errors['debit.accountTail'] = 'tail_not_digits'
  }
  if (draft.hasStated) {
    if (draft.stated.on === null) errors['stated.on'] = 'date_missing'
    else if (draft.stated.on > today) errors['stated.on'] = 'stated_in_future'
    if (draft.stated.principalFen === null) errors['stated.principalFen'] = 'principal_missing'
  }
  return errors
}

/** What this kind of contract needs beside amount and date. */
function contractErrors(draft: LoanDraft): DraftErrors {
  const errors: DraftErrors = {}
  const { kind, principalFen, drawnOn, maturesOn } = draft
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
  } else if (kind === 'revolving') {
    Object.assign(errors, cardErrors(draft.card))
  } else {
    return { ...errors, ...instalmentErrors(draft) }
  }
  return errors
}

/** Term, first due date and what a contract adds to a plain plan. Own dates carry term and first due date themselves. */
function instalmentErrors(draft: LoanDraft): DraftErrors {
  const { kind, periods, firstDueOn, drawnOn, cadence } = draft
  const plain = { principalFen: draft.principalFen, periods, cadence }
  const errors: DraftErrors = traitErrors(kind === 'flatFee' ? NO_TRAITS : draft.traits, plain)
  const isTooEarly = firstDueOn !== null && drawnOn !== null && firstDueOn <= drawnOn
  if (cadence.every === 'ownDates') {
    const { dates, unread } = readOwnDates(draft.ownDates)
    if (unread.length > 0) errors.ownDates = 'own_dates_unreadable'
    else if (dates.length === 0 || dates.length > 600) errors.ownDates = 'own_dates_missing'
    else if (isTooEarly) errors.ownDates = 'first_due_before_drawn'
    return errors
  }
  if (periods === null || !Number.isInteger(periods) || periods < 1 || periods > 600) errors.periods = 'periods_missing'
  if (firstDueOn === null) errors.firstDueOn = 'date_missing'
  else if (isTooEarly) errors.firstDueOn = 'first_due_before_drawn'
  return errors
}
