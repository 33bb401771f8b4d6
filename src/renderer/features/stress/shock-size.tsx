import type { Shock } from '#domain/stress/shock'
import { useTranslation } from 'react-i18next'
import { FigureInput } from './figure-input'
import { YuanInput } from './yuan-input'

interface ShockSizeProps {
  readonly shock: Shock
  readonly onChange: (shock: Shock) => void
}

/** How hard and how long, as figures to change. */
export function ShockSize({ shock, onChange }: ShockSizeProps) {
  const { t } = useTranslation()
  switch (shock.kind) {
    case 'incomeDrop':
      return (
        <div className="row tight-row">
          <FigureInput
            isCompact
            label={t('stress.shock.percentLess')}
            unit="%"
            max={100}
            value={shock.percent}
            onChange={(percent) => onChange({ ...shock, percent })}
          />
          <FigureInput
            isCompact
            label={t('stress.shock.dropMonths')}
            unit={t('stress.unit.months')}
            max={60}
            value={shock.months}
            onChange={(months) => onChange({ ...shock, months })}
          />
        </div>
      )
    case 'noIncome':
      return (
        <FigureInput
          isCompact
          label={t('stress.shock.noneMonths')}
          unit={t('stress.unit.months')}
          max={60}
          value={shock.months}
          onChange={(months) => onChange({ ...shock, months })}
        />
      )
    case 'expense':
      return (
        <YuanInput
          isCompact
          label={t('stress.shock.expenseSize')}
          value={shock.amountFen}
          onChange={(amountFen) => onChange({ ...shock, amountFen })}
        />
      )
    case 'paydayLate':
      return (
        <FigureInput
          isCompact
          label={t('stress.shock.lateDays')}
          unit={t('stress.unit.days')}
          max={90}
          value={shock.days}
          onChange={(days) => onChange({ ...shock, days })}
        />
      )
    case 'ratesUp':
      return (
        <FigureInput
          isCompact
          label={t('stress.shock.rateRise')}
          unit="%"
          max={24}
          decimals={2}
          value={shock.basisPoints / 100}
          onChange={(percent) => onChange({ ...shock, basisPoints: Math.round(percent * 100) })}
        />
      )
    case 'refusal':
      return null
  }
}
