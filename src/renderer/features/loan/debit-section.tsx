import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CountInput } from '../../ui/count-input'
import { Panel } from '../../ui/panel'
import type { DebitDraft } from './loan-draft'
import { debitField, type LoanForm } from './loan-fields'

const NEW_MANDATE: DebitDraft = { day: null, accountTail: '', isWageAccount: false }

/** The account the lender debits by itself, and what can be asked when wages arrive there. */
export function DebitSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { debit } = form.values
  return (
    <Panel title={t('loan.form.section.debit')}>
      <Checkbox
        label={t('loan.form.debit.has')}
        checked={debit !== null}
        onChange={(event) => form.setValues({ debit: event.currentTarget.checked ? NEW_MANDATE : null })}
      />
      {debit === null ? null : <DebitFields form={form} debit={debit} />}
    </Panel>
  )
}

function DebitFields({ form, debit }: { readonly form: LoanForm; readonly debit: DebitDraft }) {
  const { t } = useTranslation()
  const day = debitField(form, debit, 'day')
  const cutOff = debitField(form, debit, 'cutOffHour')
  const tail = debitField(form, debit, 'accountTail')
  const wage = debitField(form, debit, 'isWageAccount')
  return (
    <>
      <div className="grid two top">
        <CountInput label={t('loan.form.debit.day')} required min={1} max={31} {...day} />
        <CountInput
          label={t('contract.debit.cutOff')}
          description={t('contract.debit.cutOffHint')}
          max={23}
          value={cutOff.value}
          onChange={(hour) => cutOff.onChange(hour ?? undefined)}
        />
        <TextInput
          label={t('loan.form.debit.accountTail')}
          maxLength={4}
          inputMode="numeric"
          autoComplete="off"
          value={tail.value}
          error={tail.error}
          onChange={(event) => tail.onChange(event.currentTarget.value)}
        />
      </div>
      <Checkbox
        label={t('loan.form.debit.isWageAccount')}
        checked={wage.value}
        onChange={(event) => wage.onChange(event.currentTarget.checked)}
      />
      {debit.isWageAccount ? <p className="small card calm">{t('loan.form.debit.wageNote')}</p> : null}
    </>
  )
}
