import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../ui/money-input'
import { Panel } from '../../ui/panel'
import { field, type LoanForm } from './loan-fields'

export function LateSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('loan.form.section.late')}>
      <div className="grid two top">
        <NumberInput
          label={t('loan.form.penaltyMultiple')}
          description={t('loan.form.penaltyHint')}
          hideControls
          min={0}
          max={100}
          decimalScale={4}
          value={form.values.penaltyMultiple ?? ''}
          onChange={(value) => form.setValues({ penaltyMultiple: typeof value === 'number' ? value : null })}
        />
        <NumberInput
          label={t('loan.form.graceDays')}
          description={'\u00a0'}
          hideControls
          min={0}
          max={90}
          allowDecimal={false}
          value={form.values.graceDays}
          onChange={(value) => form.setValues({ graceDays: typeof value === 'number' ? value : 0 })}
        />
        <MoneyInput label={t('loan.form.lateFeeFen')} {...field(form, 'lateFeeFen')} />
      </div>
    </Panel>
  )
}
