import { NativeSelect, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MoneyInput } from '../../ui/money-input'
import { Panel } from '../../ui/panel'
import { RateInput } from '../../ui/rate-input'
import type { LateDraft } from './late-draft'
import { lateField, type LoanForm } from './loan-fields'

const PENALTY_WAYS = ['multiple', 'rate', 'none'] as const
const PENALTY_BASES = ['overduePrincipal', 'overdueInstalment'] as const
const FEE_WAYS = ['none', 'fixed', 'share'] as const

/** What a late payment costs by the contract: penalty interest, days of grace, late fee. */
export function LateSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('loan.form.section.late')}>
      <div className="grid two top">
        <PenaltyFields form={form} />
      </div>
      <div className="grid two top">
        <LateFeeFields form={form} />
        <Figure form={form} name="graceDays" max={90} />
      </div>
    </Panel>
  )
}

function PenaltyFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { penaltyBy } = form.values.late
  const base = lateField(form, 'penaltyBase')
  const way = lateField(form, 'penaltyBy')
  return (
    <>
      <NativeSelect
        label={t('loan.form.late.penaltyBy')}
        value={penaltyBy}
        onChange={(event) => way.onChange(event.currentTarget.value as LateDraft['penaltyBy'])}
        data={PENALTY_WAYS.map((value) => ({ value, label: t(`loan.form.late.penaltyWay.${value}`) }))}
      />
      {penaltyBy === 'multiple' ? <Figure form={form} name="penaltyMultiple" max={100} decimals={4} /> : null}
      {penaltyBy === 'rate' ? (
        <RateInput label={t('loan.form.late.penaltyRate')} required {...lateField(form, 'penaltyRate')} />
      ) : null}
      {penaltyBy === 'none' ? null : (
        <NativeSelect
          label={t('loan.form.late.penaltyBase')}
          value={base.value}
          onChange={(event) => base.onChange(event.currentTarget.value as LateDraft['penaltyBase'])}
          data={PENALTY_BASES.map((value) => ({ value, label: t(`loan.form.late.base.${value}`) }))}
        />
      )}
    </>
  )
}

function LateFeeFields({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const way = lateField(form, 'lateFeeBy')
  return (
    <>
      <NativeSelect
        label={t('loan.form.late.lateFeeBy')}
        value={way.value}
        onChange={(event) => way.onChange(event.currentTarget.value as LateDraft['lateFeeBy'])}
        data={FEE_WAYS.map((value) => ({ value, label: t(`loan.form.late.feeWay.${value}`) }))}
      />
      {way.value === 'fixed' ? (
        <MoneyInput label={t('loan.form.late.lateFeeFen')} required {...lateField(form, 'lateFeeFen')} />
      ) : null}
      {way.value === 'share' ? (
        <>
          <Figure form={form} name="lateFeePercent" max={100} decimals={2} />
          <MoneyInput label={t('loan.form.late.lateFeeMinFen')} {...lateField(form, 'lateFeeMinFen')} />
          <MoneyInput label={t('loan.form.late.lateFeeMaxFen')} {...lateField(form, 'lateFeeMaxFen')} />
        </>
      ) : null}
    </>
  )
}

interface FigureProps {
  readonly form: LoanForm
  readonly name: 'penaltyMultiple' | 'lateFeePercent' | 'graceDays'
  readonly max: number
  readonly decimals?: number
}

function Figure({ form, name, max, decimals = 0 }: FigureProps) {
  const { t } = useTranslation()
  const { value, error, onChange } = lateField(form, name)
  return (
    <NumberInput
      label={t(`loan.form.late.${name}`)}
      withAsterisk={name !== 'graceDays'}
      hideControls
      min={0}
      max={max}
      decimalScale={decimals}
      allowDecimal={decimals > 0}
      value={value ?? ''}
      error={error}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
    />
  )
}
