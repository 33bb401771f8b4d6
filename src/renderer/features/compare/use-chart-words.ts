import { useTranslation } from 'react-i18next'
import type { Fen } from '#domain/money/fen'
import { useApp } from '../../state/app-context'
import { moneyText } from '../../ui/money-text'

const HIDDEN = '••••'

/** Amounts in a chart: in its tip and text, and short on its axis; hidden with all other numbers. */
export function useChartWords() {
  const { t } = useTranslation()
  const hidden = useApp((state) => state.numbersHidden)
  const money = (value: number): string => (hidden ? HIDDEN : moneyText(value as Fen, 'auto', true))
  const axis = (value: number): string =>
    hidden ? HIDDEN : value < 1_000_000 ? money(value) : t('plan.chart.wan', { value: value / 1_000_000 })
  return { money, axis }
}
