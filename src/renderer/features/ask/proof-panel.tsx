import type { Fen } from '#domain/money/fen'
import type { PlanResult } from '#domain/plan/plan'
import { useTranslation } from 'react-i18next'
import { ChartOrTable, lineStyle, LinesChart, type Series } from '../../charts'
import { MoneyText, useMoneyText } from '../../ui/money-text'
import { thereIs } from './ask-selectors'

interface ProofPanelProps {
  readonly proof: PlanResult
  /** `2027-03` */
  readonly tightest: string | null
}

const LEAST_MONTHS = 12
const MONTHS_AFTER = 6

/** Months the chart shows: a year at least, and some beyond the tightest; after that money only gathers. */
const chartLength = (months: PlanResult['months'], tightest: string | null): number =>
  Math.max(LEAST_MONTHS, months.findIndex(({ month }) => month === tightest) + 1 + MONTHS_AFTER)

/** Month by month: what there is, what is asked, what is left. */
export function ProofPanel({ proof, tightest }: ProofPanelProps) {
  const { t } = useTranslation()
  const text = useMoneyText()
  const { months } = proof
  const shown = months.slice(0, chartLength(months, tightest))
  const format = (value: number) => text(value as Fen, 'auto', true)
  const isShort = proof.shortfallMonths.length > 0
  const series: readonly Series[] = [
    {
      id: 'plan',
      label: t('ask.proof.required'),
      ending: '',
      style: lineStyle(1),
      values: shown.map(({ requiredFen }) => requiredFen),
    },
    {
      id: 'ask',
      label: t('ask.proof.there'),
      ending: tightest === null ? '' : t('ask.proof.endsTightest', { month: tightest }),
      style: lineStyle(2),
      values: shown.map(thereIs).map((fen) => Math.max(0, fen)),
    },
  ]
  return (
    <ChartOrTable
      title={t('ask.proof.title')}
      chart={
        <>
          <LinesChart
            description={t(isShort ? 'ask.proof.describeShort' : 'ask.proof.describe', {
              count: isShort ? proof.shortfallMonths.length : months.length,
              month: tightest ?? '',
            })}
            months={shown.map(({ month }) => month)}
            series={series}
            format={format}
            formatAxis={format}
          />
          {shown.length < months.length ? (
            <p className="small muted">{t('ask.proof.inFirst', { count: shown.length })}</p>
          ) : null}
        </>
      }
      table={
        <div className="chart-table" role="group" aria-label={t('ask.proof.title')} tabIndex={0}>
          <table className="plain tight-table">
            <thead>
              <tr>
                <th scope="col">{t('ask.proof.month')}</th>
                <th scope="col" className="r">
                  {t('ask.proof.there')}
                </th>
                <th scope="col" className="r">
                  {t('ask.proof.required')}
                </th>
                <th scope="col" className="r">
                  {t('ask.proof.left')}
                </th>
                {isShort ? (
                  <th scope="col" className="r">
                    {t('ask.proof.short')}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {months.map((month) => (
                <tr key={month.month}>
                  <th scope="row" className="num">
                    {month.month}{' '}
                    {month.month === tightest ? <span className="pill a">{t('ask.proof.tightest')}</span> : null}
                  </th>
                  <td className="r">
                    <MoneyText fen={thereIs(month)} />
                  </td>
                  <td className="r">
                    <MoneyText fen={month.requiredFen} />
                  </td>
                  <td className="r">
                    <MoneyText fen={month.closingCashFen} />
                  </td>
                  {isShort ? (
                    <td className="r">
                      <MoneyText fen={month.shortFen} />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  )
}
