import type { ArrangementRequest } from '#domain/extension/arrangement'
import { remainingPeriods } from '#domain/extension/default-request'
import { contractRate } from '#domain/loan/contract-rate'
import { annualRate, simpleAnnualFraction } from '#domain/rate/interest-rate'
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/date-input'
import { percentText } from '../../ui/rate-text'
import { ArrearsChoice } from './arrears-choice'
import { mostPeriods } from './extension-selectors'
import type { OpenLoan } from './plan-selectors'
import { SliderField } from './slider-field'

interface RequestSlidersProps {
  readonly item: OpenLoan
  readonly request: ArrangementRequest
  readonly onChange: (request: ArrangementRequest) => void
}

/** Every part of a request as a slider and a number. */
export function RequestSliders({ item, request, onChange }: RequestSlidersProps) {
  const { t } = useTranslation()
  const { loan, state } = item
  const set = (part: Partial<ArrangementRequest>) => onChange({ ...request, ...part })
  const contract = simpleAnnualFraction(contractRate(loan))
  const rate = request.rate === null ? contract : simpleAnnualFraction(request.rate)
  const extra = request.periods - remainingPeriods(state)
  const charges = state.penaltyFen + state.lateFeeFen
  const unit = t('plan.ask.periodsUnit')
  const suffix = unit === '' ? '' : ` ${unit}`
  const firstDue = (
    <DateInput
      label={t('plan.ask.firstDue')}
      description={t('plan.ask.firstDueHint')}
      value={request.firstDueOn}
      onChange={(firstDueOn) => {
        if (firstDueOn !== null) set({ firstDueOn })
      }}
    />
  )
  if (request.settlementPer10000 !== null)
    return (
      <div className="request-sliders">
        <SliderField
          label={t('plan.ask.settle')}
          value={request.settlementPer10000 / 100}
          min={1}
          max={100}
          suffix="%"
          hint={t('plan.ask.settleHint')}
          onChange={(percent) => set({ settlementPer10000: Math.round(percent * 100) })}
        />
        {firstDue}
      </div>
    )
  return (
    <div className="request-sliders">
      <SliderField
        label={t('plan.ask.periods')}
        value={request.periods}
        min={1}
        max={mostPeriods(item)}
        suffix={suffix}
        hint={
          <>
            {t('plan.ask.extendBy')} <b className="num">{extra}</b>
          </>
        }
        onChange={(periods) => set({ periods })}
      />
      <div>
        <SliderField
          label={t('plan.ask.rate')}
          value={Number((rate * 100).toFixed(2))}
          min={0}
          max={Math.max(24, Math.ceil(contract * 100))}
          step={0.1}
          decimals={2}
          suffix="%"
          hint={t('plan.ask.keepRateHint', { rate: percentText(contract, 2) })}
          disabled={request.rate === null}
          onChange={(percent) => set({ rate: annualRate(percent / 100) })}
        />
        <Switch
          size="xs"
          label={t('plan.ask.keepRate')}
          checked={request.rate === null}
          onChange={(event) => set({ rate: event.currentTarget.checked ? null : annualRate(contract) })}
        />
      </div>
      <SliderField
        label={t('plan.ask.holiday')}
        value={request.holidayPeriods}
        min={0}
        max={Math.min(12, request.periods - request.interestOnlyPeriods - 1)}
        suffix={suffix}
        hint={t('plan.ask.holidayHint')}
        onChange={(holidayPeriods) => set({ holidayPeriods })}
      />
      <SliderField
        label={t('plan.ask.interestOnly')}
        value={request.interestOnlyPeriods}
        min={0}
        max={Math.min(24, request.periods - request.holidayPeriods - 1)}
        suffix={suffix}
        onChange={(interestOnlyPeriods) => set({ interestOnlyPeriods })}
      />
      {charges > 0 ? (
        <SliderField
          label={t('plan.ask.waive')}
          value={request.waivePenaltyPer10000 / 100}
          min={0}
          max={100}
          step={5}
          suffix="%"
          onChange={(percent) => set({ waivePenaltyPer10000: Math.round(percent * 100) })}
        />
      ) : null}
      {firstDue}
      {state.interestFen + state.feeFen + charges > 0 ? (
        <ArrearsChoice item={item} request={request} onChange={(arrears) => set({ arrears })} />
      ) : null}
    </div>
  )
}
