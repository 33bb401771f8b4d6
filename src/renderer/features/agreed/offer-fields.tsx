import { useTranslation } from 'react-i18next'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import { CountInput } from '../../ui/count-input'
import { DateInput } from '../../ui/date-input'
import { RateInput } from '../../ui/rate-input'

interface OfferFieldsProps {
  readonly terms: ArrangementRequest
  readonly onChange: (terms: ArrangementRequest) => void
}

const MOST_PERIODS = 600

/** The terms a lender named, field by field; a lump-sum settlement needs only its share and its day. */
export function OfferFields({ terms, onChange }: OfferFieldsProps) {
  const { t } = useTranslation()
  const set = (changes: Partial<ArrangementRequest>) => onChange({ ...terms, ...changes })
  const isSettlement = terms.settlementPer10000 !== null
  return (
    <fieldset className="stack tight offer-fields">
      <legend>{t('agreed.offer.title')}</legend>
      <CountInput
        label={t('agreed.offer.settle')}
        value={terms.settlementPer10000 === null ? null : terms.settlementPer10000 / 100}
        max={100}
        decimals={2}
        onChange={(percent) => set({ settlementPer10000: percent === null ? null : Math.round(percent * 100) })}
      />
      <DateInput
        label={t('agreed.offer.firstDueOn')}
        required
        value={terms.firstDueOn}
        onChange={(firstDueOn) => {
          if (firstDueOn !== null) set({ firstDueOn })
        }}
      />
      {isSettlement ? null : (
        <>
          <CountInput
            label={t('agreed.offer.periods')}
            required
            value={terms.periods}
            min={1}
            max={MOST_PERIODS}
            onChange={(periods) => {
              if (periods !== null && periods >= 1) set({ periods, holidayPeriods: 0, interestOnlyPeriods: 0 })
            }}
          />
          <RateInput label={t('agreed.offer.rate')} value={terms.rate} onChange={(rate) => set({ rate })} />
          <CountInput
            label={t('agreed.offer.waive')}
            value={terms.waivePenaltyPer10000 / 100}
            max={100}
            decimals={2}
            onChange={(percent) => set({ waivePenaltyPer10000: Math.round((percent ?? 0) * 100) })}
          />
        </>
      )}
    </fieldset>
  )
}
