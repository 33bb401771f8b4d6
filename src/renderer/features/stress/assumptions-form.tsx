import type { StressAssumptions } from '#domain/stress/assumptions'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../ui/disclosure'
import { FigureInput } from './figure-input'
import { YuanInput } from './yuan-input'

interface AssumptionsFormProps {
  readonly assumptions: StressAssumptions
  readonly onChange: (assumptions: StressAssumptions) => void
}

const CERTAINTIES = ['sure', 'likely', 'estimate'] as const

/** Everything chance is drawn from, to see and to change. */
export const AssumptionsForm = memo(function AssumptionsForm({ assumptions, onChange }: AssumptionsFormProps) {
  const { t } = useTranslation()
  const { incomeRangePercent, spendingRangePercent, jobLoss, illness } = assumptions
  const setJob = (part: Partial<typeof jobLoss>) => onChange({ ...assumptions, jobLoss: { ...jobLoss, ...part } })
  const setIllness = (part: Partial<typeof illness>) => onChange({ ...assumptions, illness: { ...illness, ...part } })
  return (
    <Disclosure summary={t('stress.assume.title')}>
      <p className="small muted">{t('stress.assume.note')}</p>
      <fieldset className="stress-fields">
        <legend>{t('stress.assume.stray')}</legend>
        {CERTAINTIES.map((certainty) => (
          <FigureInput
            key={certainty}
            label={t(`stress.assume.income.${certainty}`)}
            unit="%"
            max={100}
            value={incomeRangePercent[certainty]}
            onChange={(percent) =>
              onChange({ ...assumptions, incomeRangePercent: { ...incomeRangePercent, [certainty]: percent } })
            }
          />
        ))}
        <FigureInput
          label={t('stress.assume.spending')}
          unit="%"
          max={100}
          value={spendingRangePercent}
          onChange={(percent) => onChange({ ...assumptions, spendingRangePercent: percent })}
        />
      </fieldset>
      <fieldset className="stress-fields">
        <legend>{t('stress.assume.work')}</legend>
        <FigureInput
          label={t('stress.assume.jobMonthly')}
          unit="%"
          max={100}
          decimals={2}
          value={jobLoss.monthlyPercent}
          onChange={(monthlyPercent) => setJob({ monthlyPercent })}
        />
        <FigureInput
          label={t('stress.assume.jobMonths')}
          unit={t('stress.unit.months')}
          min={1}
          max={60}
          value={jobLoss.meanMonths}
          onChange={(meanMonths) => setJob({ meanMonths })}
        />
        <YuanInput
          label={t('stress.assume.jobIncome')}
          value={jobLoss.incomeFen}
          onChange={(incomeFen) => setJob({ incomeFen })}
        />
      </fieldset>
      <fieldset className="stress-fields">
        <legend>{t('stress.assume.illness')}</legend>
        <FigureInput
          label={t('stress.assume.illMonthly')}
          unit="%"
          max={100}
          decimals={2}
          value={illness.monthlyPercent}
          onChange={(monthlyPercent) => setIllness({ monthlyPercent })}
        />
        <YuanInput
          label={t('stress.assume.illExpense')}
          value={illness.expenseFen}
          onChange={(expenseFen) => setIllness({ expenseFen })}
        />
        <FigureInput
          label={t('stress.assume.illLost')}
          unit="%"
          max={100}
          value={illness.lostIncomePercent}
          onChange={(lostIncomePercent) => setIllness({ lostIncomePercent })}
        />
      </fieldset>
      <details className="small">
        <summary>{t('plan.how')}</summary>
        <p className="muted">{t('stress.assume.how')}</p>
      </details>
    </Disclosure>
  )
})
