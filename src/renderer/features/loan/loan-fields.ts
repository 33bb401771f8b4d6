import type { UseFormReturnType } from '@mantine/form'
import type { LateDraft } from './late-draft'
import type { DebitDraft, LoanDraft, StatedDraft } from './loan-draft'

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

export function statedField<K extends keyof StatedDraft>(form: LoanForm, key: K) {
  return {
    value: form.values.stated[key],
    error: form.errors[`stated.${key}`],
    onChange: (value: StatedDraft[K]) => {
      form.setValues({ stated: { ...form.values.stated, [key]: value } })
      form.clearFieldError(`stated.${key}`)
    },
  }
}

export function lateField<K extends keyof LateDraft>(form: LoanForm, key: K) {
  return {
    value: form.values.late[key],
    error: form.errors[`late.${key}`],
    onChange: (value: LateDraft[K]) => {
      form.setValues({ late: { ...form.values.late, [key]: value } })
      form.clearFieldError(`late.${key}`)
    },
  }
}

/** A field of the debit mandate; only while there is one. */
export function debitField<K extends keyof DebitDraft>(form: LoanForm, debit: DebitDraft, key: K) {
  return {
    value: debit[key],
    error: form.errors[`debit.${key}`],
    onChange: (value: DebitDraft[K]) => {
      form.setValues({ debit: { ...debit, [key]: value } })
      form.clearFieldError(`debit.${key}`)
    },
  }
}
