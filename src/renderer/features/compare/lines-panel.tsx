import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartOrTable, lineStyle, LinesChart, useChartWords } from '../../charts'
import { balancesOver, costsOver, type Compared } from './compare-selectors'
import { MonthTable } from './month-table'

interface LinesPanelProps {
  readonly what: 'cost' | 'balance'
  readonly compared: readonly Compared[]
  readonly months: readonly string[]
}

/** What each way has cost, or still owes, month by month. */
export const LinesPanel = memo(function LinesPanel({ what, compared, months }: LinesPanelProps) {
  const { t } = useTranslation()
  const { money, axis } = useChartWords()
  const title = t(`compare.${what}.title`)
  const series = compared.map(({ strategy, result }, at) => {
    const values = what === 'cost' ? costsOver(result, months.length) : balancesOver(result, months.length)
    const end = result.debtFreeMonth
    return {
      id: strategy,
      label: t(`plan.strategy.${strategy}`),
      style: lineStyle(at),
      values,
      ending:
        end === null
          ? t('plan.chart.endsOpen', { month: months.at(-1) ?? '', amount: money(values.at(-1) ?? 0) })
          : t('compare.endsFree', { month: end, cost: money(result.costFen) }),
    }
  })
  const lines = series.map(({ label, ending }) => `${label} ${ending}`).join('; ')
  return (
    <ChartOrTable
      title={title}
      chart={
        <LinesChart
          description={t(`compare.${what}.describe`, { lines })}
          months={months}
          series={series}
          format={money}
          formatAxis={axis}
        />
      }
      table={<MonthTable title={title} monthHead={t('plan.chart.month')} months={months} columns={series} />}
    />
  )
})
