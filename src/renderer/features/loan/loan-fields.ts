import type { UseFormReturnType } from '@mantine/form'
import type { CardDraft } from './card-draft'
import type { LateDraft } from './late-draft'
import type { DebitDraft, LoanDraft, StatedDraft } from './loan-draft'
import type { PrepayDraft } from './prepay-draft'
import type { TraitsDraft } from './traits-draft'

export type LoanForm = UseFormReturnType<LoanDraft>

/** Value, setter and inline error of one field, for inputs that speak in values rather than events. */
export function field<K extends keyof LoanDraft>(form: LoanForm, key: K) {
  return {
    value: form.values[key],
    error: form.errors[key],
    onChange: (value: LoanDraft[K]) => {
      form.setValues({ [key]: value })
      form.clearFieldError(key)
    },
  }
}

/** Parts of the form that are drafts of their own. */
interface Parts {
  readonly stated: StatedDraft
  readonly late: LateDraft
  readonly traits: TraitsDraft
  readonly card: CardDraft
  readonly prepay: PrepayDraft
  /** Only while there is a mandate. */
  readonly debit: DebitDraft
}

function partField<P extends keyof Parts, K extends keyof Parts[P] & string>(
  form: LoanForm,
  part: P,
  values: Parts[P],
  key: K,
) {
  return {
    value: values[key],
    error: form.errors[`${part}.${key}`],
    onChange: (value: Parts[P][K]) => {
      form.setValues({ [part]: { ...values, [key]: value } })
      form.clearFieldError(`${part}.${key}`)
    },
  }
}

export const statedField = <K extends keyof StatedDraft>(form: LoanForm, key: K) =>
  partField(form, 'stated', form.values.stated, key)

export const lateField = <K extends keyof LateDraft>(form: LoanForm, key: K) =>
  partField(form, 'late', form.values.late, key)

export const traitField = <K extends keyof TraitsDraft>(form: LoanForm, key: K) =>
  partField(form, 'traits', form.values.traits, key)

export const cardField = <K extends keyof CardDraft>(form: LoanForm, key: K) =>
  partField(form, 'card', form.values.card, key)

export const prepayField = <K extends keyof PrepayDraft>(form: LoanForm, key: K) =>
  partField(form, 'prepay', form.values.prepay, key)

export const debitField = <K extends keyof DebitDraft>(form: LoanForm, debit: DebitDraft, key: K) =>
  partField(form, 'debit', debit, key)
