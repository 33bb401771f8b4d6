import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Loan } from '#domain/loan/loan'
import { ChartOrTable, EndsChart, MARKS } from '../../charts'
import { endsOf, type Compared } from './compare-selectors'

interface EndsPanelProps {
  readonly compared: readonly Compared[]
  readonly loans: readonly Loan[]
  readonly months: readonly string[]
}

/** When each debt ends by each way. */
export const EndsPanel = memo(function EndsPanel({ compared, loans, months }: EndsPanelProps) {
  const { t } = useTranslation()
  const title = t('compare.ends.title')
  const ways = compared.map(({ strategy }) => t(`plan.strategy.${strategy}`))
  const rows = endsOf(compared).map(({ loanId, ends }) => ({
    id: loanId,
    label: loans.find(({ id }) => id === loanId)?.name ?? '',
    ends: ends.map((end) => (end === null || end >= months.length ? null : end)),
  }))
  const endText = (end: number | null) =>
    end === null ? t('compare.ends.later', { month: months.at(-1) ?? '' }) : (months[end] ?? '')
  const lines = rows.map(({ label, ends }) => `${label}: ${ends.map(endText).join(', ')}`).join('; ')
  return (
    <ChartOrTable
      title={title}
      chart={<EndsChart description={t('compare.ends.describe', { lines })} ways={ways} rows={rows} months={months} />}
      table={
        <div className="chart-table" role="group" aria-label={title} tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('compare.ends.loan')}</th>
                {ways.map((way, at) => (
                  <th scope="col" key={way}>
                    <span aria-hidden="true">{MARKS[at]}</span> {way}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, label, ends }) => (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  {ends.map((end, at) => (
                    <td className="num" key={ways[at]}>
                      {endText(end)}
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
