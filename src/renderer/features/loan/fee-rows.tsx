import type { RecurringFee } from '#domain/loan/terms'
import { ZERO_FEN } from '#domain/money/fen'
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChoiceInput } from '../../ui/choice-input'
import { MoneyInput } from '../../ui/money-input'
import { newId } from '../../ui/new-id'
import type { LoanForm } from './loan-fields'

const TIMINGS = ['everyInstalment', 'withFirst', 'upfront'] as const

/** Fees beside the instalment; they count in the true cost. */
export function FeeRows({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { fees } = form.values
  const change = (id: string, part: Partial<RecurringFee>) =>
    form.setValues({ fees: fees.map((fee) => (fee.id === id ? { ...fee, ...part } : fee)) })
  const add = () =>
    form.setValues({ fees: [...fees, { id: newId(), name: '', amountFen: ZERO_FEN, timing: 'everyInstalment' }] })
  return (
    <fieldset className="plain-fieldset stack tight">
      <legend className="small muted">{t('contract.fee.title')}</legend>
      {fees.map((fee) => (
        <div className="grid two top" key={fee.id}>
          <TextInput
            label={t('loan.form.feeName')}
            placeholder={t('loan.form.feeNameHint')}
            maxLength={200}
            value={fee.name}
            onChange={(event) => change(fee.id, { name: event.currentTarget.value })}
          />
          <MoneyInput
            label={t('loan.form.feeAmount')}
            value={fee.amountFen === 0 ? null : fee.amountFen}
            onChange={(amountFen) => change(fee.id, { amountFen: amountFen ?? ZERO_FEN })}
          />
          <ChoiceInput
            label={t('contract.fee.timing')}
            value={fee.timing}
            choices={TIMINGS}
            words={(timing) => t(`contract.fee.timings.${timing}`)}
            onChange={(timing) => change(fee.id, { timing })}
          />
          <div className="row bottom">
            <Button
              size="xs"
              variant="default"
              onClick={() => form.setValues({ fees: fees.filter(({ id }) => id !== fee.id) })}
            >
              {t('loan.form.removeFee', { name: fee.name === '' ? t('loan.form.feeName') : fee.name })}
            </Button>
          </div>
        </div>
      ))}
      <div className="row">
        <Button size="xs" variant="default" disabled={fees.length >= 20} onClick={add}>
          {t('loan.form.addFee')}
        </Button>
      </div>
    </fieldset>
  )
}
