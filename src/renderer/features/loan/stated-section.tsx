import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input'
import { MoneyInput } from '../../ui/money-input'
import { Panel } from '../../ui/panel'
import { statedField, type LoanForm } from './loan-fields'

const AMOUNTS = ['interestFen', 'penaltyFen', 'lateFeeFen', 'otherFeeFen', 'overduePrincipalFen'] as const

/** "What the lender's app says today": where the sums start when nobody remembers the payments. */
export function StatedSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('loan.form.section.stated')}>
      <Checkbox
        label={t('loan.form.hasStated')}
        description={t('loan.form.statedHint')}
        checked={form.values.hasStated}
        onChange={(event) => form.setValues({ hasStated: event.currentTarget.checked })}
      />
      {form.values.hasStated ? <StatedFields form={form} /> : null}
    </Panel>
  )
}

export function StatedFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const source = statedField(form, 'source')
  return (
    <div className="grid two top">
      <MoneyInput label={t('loan.form.stated.principalFen')} required {...statedField(form, 'principalFen')} />
      {AMOUNTS.map((key) => (
        <MoneyInput key={key} label={t(`loan.form.stated.${key}`)} {...statedField(form, key)} />
      ))}
      <NumberInput
        label={t('loan.form.stated.daysLate')}
        hideControls
        allowDecimal={false}
        min={0}
        max={20000}
        value={form.values.stated.daysLate ?? ''}
        onChange={(value) => statedField(form, 'daysLate').onChange(typeof value === 'number' ? value : null)}
      />
      <DateInput label={t('loan.form.stated.nextDueOn')} {...statedField(form, 'nextDueOn')} />
      <DateInput label={t('loan.form.stated.on')} required {...statedField(form, 'on')} />
      <TextInput
        label={t('loan.form.stated.source')}
        placeholder={t('loan.form.stated.sourceHint')}
        maxLength={200}
        value={source.value}
        onChange={(event) => source.onChange(event.currentTarget.value)}
      />
    </div>
  )
}
