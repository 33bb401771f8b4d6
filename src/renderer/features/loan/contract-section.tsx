import type { Cadence } from '#domain/calendar/cadence'
import { NativeSelect, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input'
import { MoneyInput } from '../../ui/money-input'
import { Panel } from '../../ui/panel'
import { RateInput } from '../../ui/rate-input'
import { FeeRows } from './fee-rows'
import { PlanPaste } from './plan-paste'
import { RepaymentRows } from './repayment-rows'
import { SolveBlank } from './solve-blank'
import { field, type LoanForm } from './loan-fields'

const CADENCES = ['month', 'quarter', 'week', 'twoWeeks'] as const

export function ContractSection({ form }: { readonly form: LoanForm }) {
  const { t } = useTranslation()
  const { kind, cadence, firstPeriod, feeTiming } = form.values
  const isRegular = kind === 'levelInstalment' || kind === 'equalPrincipal' || kind === 'interestFirst'
  const hasPeriods = isRegular || kind === 'flatFee'
  const canSolve = isRegular || kind === 'flatFee'
  return (
    <Panel title={t('loan.form.section.contract')}>
      <div className="grid two top">
        <MoneyInput label={t('loan.form.principalFen')} required {...field(form, 'principalFen')} />
        <MoneyInput
          label={t('loan.form.receivedFen')}
          description={t('loan.form.receivedHint')}
          {...field(form, 'receivedFen')}
        />
        <DateInput label={t('loan.form.drawnOn')} required {...field(form, 'drawnOn')} />
        {kind === 'lenderSchedule' ? null : (
          <RateInput
            key={kind === 'flatFee' ? 'month' : 'year'}
            label={t(kind === 'flatFee' ? 'loan.form.feeRate' : 'loan.form.rate')}
            description={t('loan.form.rateHint')}
            required={kind !== 'informal'}
            defaultPer={kind === 'flatFee' ? 'month' : 'year'}
            {...field(form, 'rate')}
          />
        )}
        {hasPeriods ? (
          <>
            <NumberInput
              label={t('loan.form.periods')}
              withAsterisk
              hideControls
              allowDecimal={false}
              allowNegative={false}
              value={form.values.periods ?? ''}
              error={form.errors['periods']}
              onChange={(value) => field(form, 'periods').onChange(typeof value === 'number' ? value : null)}
            />
            <DateInput label={t('loan.form.firstDueOn')} required {...field(form, 'firstDueOn')} />
          </>
        ) : null}
        {kind === 'bullet' ? (
          <DateInput label={t('loan.form.maturesOn')} required {...field(form, 'maturesOn')} />
        ) : null}
        {hasPeriods ? (
          <NativeSelect
            label={t('loan.form.cadence')}
            value={cadence.every}
            onChange={(event) =>
              form.setValues({ cadence: { every: event.currentTarget.value } as Exclude<Cadence, { every: 'days' }> })
            }
            data={[
              ...CADENCES.map((value) => ({ value, label: t(`loan.form.cadenceValue.${value}`) })),
              // Only an imported loan has it; it stands until another is chosen.
              ...(cadence.every === 'days'
                ? [{ value: 'days', label: t('loan.form.cadenceValue.days', { days: cadence.days }) }]
                : []),
            ]}
          />
        ) : null}
        {isRegular ? (
          <NativeSelect
            label={t('loan.form.firstPeriod')}
            value={firstPeriod}
            onChange={(event) => form.setValues({ firstPeriod: event.currentTarget.value as 'whole' | 'days' })}
            data={(['whole', 'days'] as const).map((value) => ({
              value,
              label: t(`loan.form.firstPeriodValue.${value}`),
            }))}
          />
        ) : null}
        {kind === 'flatFee' ? (
          <NativeSelect
            label={t('loan.form.feeTiming')}
            value={feeTiming}
            onChange={(event) =>
              form.setValues({ feeTiming: event.currentTarget.value as 'everyPeriod' | 'withFirst' })
            }
            data={(['everyPeriod', 'withFirst'] as const).map((value) => ({
              value,
              label: t(`loan.form.feeTimingValue.${value}`),
            }))}
          />
        ) : null}
        <RateInput label={t('loan.form.advertisedRate')} {...field(form, 'advertisedRate')} />
        <DateInput label={t('loan.form.contractedOn')} {...field(form, 'contractedOn')} />
      </div>
      {canSolve ? <SolveBlank form={form} kind={kind} /> : null}
      {kind === 'informal' ? <RepaymentRows form={form} /> : null}
      {kind === 'lenderSchedule' ? <PlanPaste form={form} /> : null}
      <FeeRows form={form} />
    </Panel>
  )
}
