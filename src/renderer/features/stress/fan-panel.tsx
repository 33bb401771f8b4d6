import type { StressAnswer } from '#domain/stress/run-stress'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartOrTable, FanChart, useChartWords } from '../../charts'
import { MoneyText } from '../../ui/money-text'
import { fanRows } from './stress-selectors'

interface FanPanelProps {
  readonly kind: 'balance' | 'cash'
  readonly answer: StressAnswer
}

const LINES = ['p90', 'p50', 'p10'] as const

/** The middle, and where eight of ten imagined futures lie: what is owed, or cash in hand. */
export const FanPanel = memo(function FanPanel({ kind, answer }: FanPanelProps) {
  const { t } = useTranslation()
  const rows = fanRows(answer.months, answer.futures[kind])
  const { money, axis } = useChartWords()
  const last = rows.at(-1)
  const title = t(`stress.fan.${kind}`)
  return (
    <ChartOrTable
      title={title}
      chart={
        <FanChart
          description={t('stress.fan.describe', {
            title,
            month: last?.month ?? '',
            low: money(last?.p10 ?? 0),
            middle: money(last?.p50 ?? 0),
            high: money(last?.p90 ?? 0),
          })}
          rows={rows}
          labels={{ p10: t('stress.fan.p10'), p50: t('stress.fan.p50'), p90: t('stress.fan.p90') }}
          format={money}
          formatAxis={axis}
        />
      }
      table={
        <div className="chart-table" role="group" aria-label={title} tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('plan.chart.month')}</th>
                {LINES.map((line) => (
                  <th scope="col" className="r" key={line}>
                    {t(`stress.fan.${line}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.month}>
                  <th scope="row" className="num">
                    {row.month}
                  </th>
                  {LINES.map((line) => (
                    <td className="r" key={line}>
                      <MoneyText fen={row[line]} isRounded />
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
