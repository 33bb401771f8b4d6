import type { LoanProduct } from '#domain/loan/loan'
import type { LoanKind } from '#domain/loan/terms'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import { field, type LoanForm } from './loan-fields'

export const PRODUCTS: readonly LoanProduct[] = [
  'onlineLoan',
  'creditCard',
  'cardInstalment',
  'consumerLoan',
  'bankLoan',
  'privateLoan',
  'other',
]
export const KINDS: readonly LoanKind[] = [
  'levelInstalment',
  'equalPrincipal',
  'flatFee',
  'interestFirst',
  'bullet',
  'lenderSchedule',
  'informal',
]

export function WhatSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { product, kind } = form.values
  const isCard = product === 'creditCard' || product === 'cardInstalment'
  return (
    <Panel title={t('loan.form.section.what')}>
      <div className="grid two">
        <TextInput
          label={t('loan.form.name')}
          description={t('loan.form.nameHint')}
          withAsterisk
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <NativeSelect
          label={t('loan.form.product')}
          description={'\u00a0'}
          value={product}
          onChange={(event) => form.setValues({ product: event.currentTarget.value as LoanProduct })}
          data={PRODUCTS.map((value) => ({ value, label: t(`loan.product.${value}`) }))}
        />
        <NativeSelect
          label={t('loan.form.kind')}
          description={t(`loan.kind.${kind}.text`)}
          value={kind}
          onChange={(event) => form.setValues({ kind: event.currentTarget.value as LoanKind })}
          data={KINDS.map((value) => ({ value, label: t(`loan.kind.${value}.name`) }))}
        />
      </div>
      {isCard ? <p className="small muted">{t('loan.form.cardHint')}</p> : null}
      <Checkbox
        label={t('loan.form.isEstimate')}
        checked={form.values.isEstimate}
        onChange={(event) => field(form, 'isEstimate').onChange(event.currentTarget.checked)}
      />
    </Panel>
  )
}
