import type { UseFormReturnType } from '@mantine/form'
import type { LoanDraft, StatedDraft } from './loan-draft'

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
