import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { CountInput } from '../../ui/count-input'
import { Disclosure } from '../../ui/disclosure'
import { MoneyInput } from '../../ui/money-input'
import type { LateDraft } from './late-draft'
import { lateField, type LoanForm } from './loan-fields'
import { OrderRows } from './order-rows'

const ORDERS = ['civilCode', 'principalFirst', 'own'] as const
const ACROSS = ['instalment', 'item'] as const

/** Rarer clauses about lateness: tolerance, compound interest, order of payment, when the whole loan is called. */
export function LateMore({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const count = filledCount(form.values.late)
  const grace = lateField(form, 'graceAmountFen')
  const compounds = lateField(form, 'compounds')
  return (
    <Disclosure summary={count === 0 ? t('contract.late.more') : t('contract.late.filled', { count })}>
      <div className="grid two top">
        <MoneyInput
          label={t('contract.late.graceAmount')}
          description={t('contract.late.graceAmountHint')}
          value={grace.value ?? null}
          onChange={(amountFen) => grace.onChange(amountFen ?? undefined)}
        />
        <Days form={form} name="accelerationDays" />
        <Days form={form} name="subrogationDays" />
      </div>
      <Checkbox
        label={t('contract.late.compounds')}
        description={t('contract.late.compoundsHint')}
        checked={compounds.value ?? false}
        onChange={(event) => compounds.onChange(event.currentTarget.checked)}
      />
      <div className="grid two top">
        <ChoiceInput
          label={t('contract.late.order')}
          description={t('contract.late.orderHint')}
          choices={ORDERS}
          words={(value) => t(`contract.late.orders.${value}`)}
          {...lateField(form, 'order')}
        />
        <ChoiceInput
          label={t('contract.late.across')}
          description={t('contract.late.acrossHint')}
          choices={ACROSS}
          words={(value) => t(`contract.late.acrossValue.${value}`)}
          {...lateField(form, 'orderAcross')}
        />
      </div>
      {form.values.late.order === 'own' ? <OrderRows form={form} /> : null}
    </Disclosure>
  )
}

function Days({ form, name }: { readonly form: LoanForm; readonly name: 'accelerationDays' | 'subrogationDays' }) {
  const { t } = useTranslation()
  const { value, onChange } = lateField(form, name)
  return (
    <CountInput
      label={t(`contract.late.${name}`)}
      description={t('contract.late.daysHint')}
      min={1}
      max={3650}
      value={value}
      onChange={(days) => onChange(days ?? undefined)}
    />
  )
}

function filledCount(late: LateDraft): number {
  return [
    (late.graceAmountFen ?? 0) > 0,
    late.compounds === true,
    late.order !== 'civilCode' || late.orderAcross !== 'instalment',
    late.accelerationDays !== undefined,
    late.subrogationDays !== undefined,
  ].filter(Boolean).length
}
