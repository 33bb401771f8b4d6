import type { AskKinds } from '#domain/ask/ask'
import { annualRate, simpleAnnualFraction } from '#domain/rate/interest-rate'
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CountInput } from '../../ui/count-input'

interface KindFieldsProps {
  readonly kinds: AskKinds
  readonly onChange: (kinds: AskKinds) => void
}

const USUAL = { holidayPeriods: 3, interestOnlyPeriods: 6, percent: 12, waivePercent: 100 }

/** What may be asked at all. Each kind is off until the person puts it on the table. */
export function KindFields({ kinds, onChange }: KindFieldsProps) {
  const { t } = useTranslation()
  const set = (part: Partial<AskKinds>) => onChange({ ...kinds, ...part })
  const percent = kinds.rate === null ? null : Number((simpleAnnualFraction(kinds.rate) * 100).toFixed(2))
  return (
    <div className="ask-kinds">
      <Switch
        label={t('ask.kinds.longerTerm')}
        checked={kinds.longerTerm}
        onChange={(event) => set({ longerTerm: event.currentTarget.checked })}
      />
      <Switch
        label={t('ask.kinds.afterPayday')}
        description={t('ask.kinds.afterPaydayHint')}
        checked={kinds.dueDay === 'afterPayday'}
        onChange={(event) => set({ dueDay: event.currentTarget.checked ? 'afterPayday' : 'contract' })}
      />
      <div>
        <Switch
          label={t('ask.kinds.holiday')}
          description={t('ask.kinds.holidayHint')}
          checked={kinds.holidayPeriods > 0}
          onChange={(event) => set({ holidayPeriods: event.currentTarget.checked ? USUAL.holidayPeriods : 0 })}
        />
        {kinds.holidayPeriods > 0 ? (
          <CountInput
            label={t('ask.kinds.holidayMonths')}
            value={kinds.holidayPeriods}
            min={1}
            max={12}
            onChange={(value) => {
              if (value !== null && value >= 1 && value <= 12) set({ holidayPeriods: value })
            }}
          />
        ) : null}
      </div>
      <div>
        <Switch
          label={t('ask.kinds.interestOnly')}
          checked={kinds.interestOnlyPeriods > 0}
          onChange={(event) =>
            set({ interestOnlyPeriods: event.currentTarget.checked ? USUAL.interestOnlyPeriods : 0 })
          }
        />
        {kinds.interestOnlyPeriods > 0 ? (
          <CountInput
            label={t('ask.kinds.interestOnlyMonths')}
            value={kinds.interestOnlyPeriods}
            min={1}
            max={24}
            onChange={(value) => {
              if (value !== null && value >= 1 && value <= 24) set({ interestOnlyPeriods: value })
            }}
          />
        ) : null}
      </div>
      <div>
        <Switch
          label={t('ask.kinds.rate')}
          checked={kinds.rate !== null}
          onChange={(event) => set({ rate: event.currentTarget.checked ? annualRate(USUAL.percent / 100) : null })}
        />
        {percent === null ? null : (
          <CountInput
            label={t('ask.kinds.ratePercent')}
            value={percent}
            min={0}
            max={100}
            decimals={2}
            onChange={(value) => {
              if (value !== null && value >= 0 && value <= 100) set({ rate: annualRate(value / 100) })
            }}
          />
        )}
      </div>
      <div>
        <Switch
          label={t('ask.kinds.waive')}
          checked={kinds.waivePenaltyPer10000 > 0}
          onChange={(event) =>
            set({ waivePenaltyPer10000: event.currentTarget.checked ? USUAL.waivePercent * 100 : 0 })
          }
        />
        {kinds.waivePenaltyPer10000 > 0 ? (
          <CountInput
            label={t('ask.kinds.waivePercent')}
            value={kinds.waivePenaltyPer10000 / 100}
            min={1}
            max={100}
            onChange={(value) => {
              if (value !== null && value >= 1 && value <= 100) set({ waivePenaltyPer10000: value * 100 })
            }}
          />
        ) : null}
      </div>
    </div>
  )
}
