import type { ArrangementRequest } from '#domain/extension/arrangement'
import { subtractFen } from '#domain/money/fen'
import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { arrangeFor, type OpenLoan } from './plan-selectors'

interface ArrearsChoiceProps {
  readonly item: OpenLoan
  readonly request: ArrangementRequest
  readonly onChange: (arrears: ArrangementRequest['arrears']) => void
}

/** How old interest and charges are paid; what capitalising them costs stands beside it. */
export function ArrearsChoice({ item, request, onChange }: ArrearsChoiceProps) {
  const { t } = useTranslation()
  const cost = useMemo(() => {
    const made = (arrears: ArrangementRequest['arrears']) => arrangeFor(item, { ...request, arrears })
    const spread = made('spread')
    const capitalised = made('capitalise')
    return spread.ok && capitalised.ok ? subtractFen(capitalised.value.totalFen, spread.value.totalFen) : null
  }, [item, request])
  return (
    <NativeSelect
      label={t('plan.ask.arrears')}
      value={request.arrears}
      onChange={(event) => onChange(event.currentTarget.value as ArrangementRequest['arrears'])}
      data={[
        { value: 'spread', label: t('plan.ask.arrearsSpread') },
        { value: 'withFirst', label: t('plan.ask.arrearsWithFirst') },
        { value: 'capitalise', label: t('plan.ask.arrearsCapitalise') },
      ]}
      description={
        request.arrears === 'capitalise' && cost !== null ? (
          <Trans t={t} i18nKey="plan.ask.capitaliseCost" components={{ cost: <MoneyText fen={cost} /> }} />
        ) : null
      }
    />
  )
}
