import type { PlanResult } from '#domain/plan/plan'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartOrTable, lineStyle, LinesChart, useChartWords, type Series } from '../../charts'
import { MoneyText } from '../../ui/money-text'
import { balanceIn, chartMonths } from './plan-selectors'

interface BalancePanelProps {
  readonly baseline: PlanResult
  readonly chosen: PlanResult
  /** The chosen strategy if the lenders agree to what is asked; null while nothing is asked. */
  readonly asked: PlanResult | null
}

/** Total owed over time: as things are, by the chosen strategy, and after asking. */
export const BalancePanel = memo(function BalancePanel({ baseline, chosen, asked }: BalancePanelProps) {
  const { t } = useTranslation()
  const results = [baseline, chosen, ...(asked ? [asked] : [])]
  const months = chartMonths(results)
  const { money, axis } = useChartWords()
  const line = (id: 'baseline' | 'plan' | 'ask', result: PlanResult): Series & { readonly result: PlanResult } => {
    const last = months.length - 1
    const ending =
      result.debtFreeMonth === null
        ? t('plan.chart.endsOpen', { month: months[last] ?? '', amount: money(balanceIn(result, last)) })
        : t('plan.chart.endsFree', { month: result.debtFreeMonth })
    const style = lineStyle(['baseline', 'plan', 'ask'].indexOf(id))
    return {
      id,
      label: t(`plan.chart.${id}`),
      ending,
      style,
      values: months.map((_, at) => balanceIn(result, at)),
      result,
    }
  }
  const series = [line('baseline', baseline), line('plan', chosen), ...(asked ? [line('ask', asked)] : [])]
  const lines = series.map(({ label, ending }) => `${label} ${ending}`).join('; ')
  return (
    <ChartOrTable
      title={t('plan.chart.title')}
      chart={
        <LinesChart
          description={t('plan.chart.describe', { lines })}
          months={months}
          series={series}
          format={money}
          formatAxis={axis}
        />
      }
      table={
        <div className="chart-table" role="group" aria-label={t('plan.chart.title')} tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('plan.chart.month')}</th>
                {series.map(({ id, label }) => (
                  <th scope="col" className="r" key={id}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((month, at) => (
                <tr key={month}>
                  <th scope="row" className="num">
                    {month}
                  </th>
                  {series.map(({ id, result }) => (
                    <td className="r" key={id}>
                      <MoneyText fen={balanceIn(result, at)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  )
})
