import { useTranslation } from 'react-i18next'
import type { Fen } from '#domain/money/fen'
import { useApp } from '../state/app-context'
import { HIDDEN_MONEY, moneyText } from '../ui/money-text'

/** Fen from which an axis speaks in the language's large unit: 万, or thousands. */
const LARGE = { four: 1_000_000, three: 100_000 } as const

/** Amounts in a chart: in its tip and text, and short on its axis; hidden with all other numbers. */
export function useChartWords() {
  const { t } = useTranslation()
  const hidden = useApp((state) => state.numbersHidden)
  const money = (value: number): string => (hidden ? HIDDEN_MONEY : moneyText(value as Fen, 'auto', true))
  const large = t('echo.grouping') === '4' ? LARGE.four : LARGE.three
  const axis = (value: number): string =>
    hidden || value < large ? money(value) : t('plan.chart.axis', { value: value / large })
  return { money, axis }
}
