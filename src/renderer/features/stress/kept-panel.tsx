import type { StressAnswer } from '#domain/stress/run-stress'
import { commonestBreak, standardError } from '#domain/stress/imagined-futures'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartOrTable, LinesChart, lineStyle } from '../../charts'
import { useAbout } from './use-about'

/** In how many imagined futures every promise is kept, month by month. */
export const KeptPanel = memo(function KeptPanel({ answer }: { readonly answer: StressAnswer }) {
  const { t } = useTranslation()
  const about = useAbout()
  const { months, futures, question } = answer
  const { paths, keptBy, firstBreaks } = futures
  const kept = keptBy.at(-1) ?? paths
  const common = commonestBreak(firstBreaks)
  const { offer } = answer
  // Once the offer is what is tested, one line says it.
  const offered = offer.kind === 'kept' && offer.offer.keptBy.join() !== keptBy.join() ? offer.offer.keptBy : null
  const line = (id: string, label: string, counts: readonly number[], style: number) => ({
    id,
    label,
    ending: about(counts.at(-1) ?? paths, paths),
    style: lineStyle(style),
    values: counts.map((count) => (count / paths) * 100),
  })
  const sentence = t('stress.kept.sentence', { count: months.length, share: about(kept, paths) })
  return (
    <ChartOrTable
      title={t('stress.kept.title')}
      chart={
        <div className="stack tight">
          <p>{sentence}</p>
          <p className="small muted">
            {common === null ? t('stress.kept.noBreak') : t('stress.kept.common', { month: months[common] ?? '' })}
          </p>
          <LinesChart
            description={t('stress.kept.describe', { sentence })}
            months={months}
            series={[
              line('tested', t('stress.kept.line'), keptBy, 1),
              ...(offered ? [line('offered', t('stress.kept.offered'), offered, 2)] : []),
            ]}
            format={(percent) => about(Math.round((percent / 100) * paths), paths)}
            formatAxis={(percent) => `${percent}%`}
            top={100}
          />
          <details className="small">
            <summary>{t('stress.kept.details')}</summary>
            <p className="muted">
              {t('stress.kept.error', {
                kept,
                paths,
                points: (standardError(kept, paths) * 100).toFixed(1),
                seed: question.seed,
              })}
            </p>
          </details>
        </div>
      }
      table={
        <div className="chart-table" role="group" aria-label={t('stress.kept.title')} tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('plan.chart.month')}</th>
                <th scope="col" className="r">
                  {t('stress.kept.line')}
                </th>
                <th scope="col" className="r">
                  {t('stress.kept.firstBreak')}
                </th>
                {offered ? (
                  <th scope="col" className="r">
                    {t('stress.kept.offered')}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {months.map((month, at) => (
                <tr key={month}>
                  <th scope="row" className="num">
                    {month}
                  </th>
                  <td className="r">{about(keptBy[at] ?? 0, paths)}</td>
                  <td className="r">{about(firstBreaks[at] ?? 0, paths)}</td>
                  {offered ? <td className="r">{about(offered[at] ?? 0, paths)}</td> : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
    />
  )
})
