import type { LoanProduct } from '#domain/loan/loan'
import type { LoanKind } from '#domain/loan/terms'
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { Panel } from '../../ui/panel'
import { kindsFor } from './kinds-for'
import { lateFor } from './late-draft'
import { field, type LoanForm } from './loan-fields'

const PRODUCTS: readonly LoanProduct[] = [
  'onlineLoan',
  'creditCard',
  'cardInstalment',
  'consumerLoan',
  'bankLoan',
  'privateLoan',
  'other',
]

interface WhatSectionProps {
  readonly form: LoanForm
  /** A loan on record keeps its kind when the product is corrected. */
  readonly isNew: boolean
}

export function WhatSection({ form, isNew }: WhatSectionProps) {
  const { t } = useTranslation()
  const { product, kind } = form.values
  const isCard = product === 'creditCard' || product === 'cardInstalment'
  const { usual, others } = kindsFor(product)
  const setProduct = (next: LoanProduct) => {
    const first = kindsFor(next).usual
    form.setValues({ product: next })
    if (isNew && !first.includes(kind)) setKind(first[0] ?? kind)
  }
  const setKind = (next: LoanKind) => form.setValues({ kind: next, late: lateFor(next, form.values.late) })
  const option = (value: LoanKind) => ({ value, label: t(`loan.kind.${value}.name`) })
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
        <ChoiceInput
          label={t('loan.form.product')}
          description={'\u00a0'}
          value={product}
          choices={PRODUCTS}
          words={(value) => t(`loan.product.${value}`)}
          onChange={setProduct}
        />
        <NativeSelect
          label={t('loan.form.kind')}
          description={t(`loan.kind.${kind}.text`)}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as LoanKind)}
          data={[
            { group: t('contract.kinds.usual'), items: usual.map(option) },
            { group: t('contract.kinds.others'), items: others.map(option) },
          ]}
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
