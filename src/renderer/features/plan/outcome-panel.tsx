import { subtractFen, type Fen } from '#domain/money/fen'
import type { PlanResult } from '#domain/plan/plan'
import { memo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'

interface OutcomePanelProps {
  readonly result: PlanResult
  readonly baseline: PlanResult
  readonly years: number
}

const LISTED = 24

/** Where the chosen way leads: free when, at what cost, which months fall short and by how much. */
export const OutcomePanel = memo(function OutcomePanel({ result, baseline, years }: OutcomePanelProps) {
  const { t } = useTranslation()
  const last = (result.months.at(-1)?.balanceFen ?? 0) as Fen
  const gaps = result.months.flatMap(({ month, timingGap }) => (timingGap ? [{ month, ...timingGap }] : []))
  const saved = subtractFen(baseline.costFen, result.costFen)
  const isComparable = result.debtFreeMonth !== null && baseline.debtFreeMonth !== null && saved !== 0
  return (
    <Panel title={t('plan.outcome.title')}>
      <dl className="facts">
        <dt>{t('plan.outcome.debtFree')}</dt>
        <dd>
          {result.debtFreeMonth ?? (
            <Trans
              t={t}
              i18nKey="plan.outcome.notWithin"
              values={{ years }}
              components={{ balance: <MoneyText fen={last} isRounded /> }}
            />
          )}
        </dd>
        <dt>{t('plan.outcome.cost')}</dt>
        <dd>
          <MoneyText fen={result.costFen} />
          {isComparable ? (
            <div className="small muted">
              {saved > 0 ? (
                <Trans t={t} i18nKey="plan.outcome.vsBaseline" components={{ saved: <MoneyText fen={saved} /> }} />
              ) : (
                <Trans
                  t={t}
                  i18nKey="plan.outcome.vsBaselineMore"
                  components={{ more: <MoneyText fen={(0 - saved) as Fen} /> }}
                />
              )}
            </div>
          ) : null}
        </dd>
        <dt>{t('plan.outcome.totalPaid')}</dt>
        <dd>
          <MoneyText fen={result.totalPaidFen} />
        </dd>
        <dt>{t('plan.outcome.lowestCash')}</dt>
        <dd>
          <MoneyText fen={result.lowestCashFen} />
        </dd>
        <dt>{t('plan.outcome.shortfall')}</dt>
        <dd>
          {result.shortfallMonths.length === 0
            ? t('plan.outcome.noShortfall')
            : t('plan.outcome.shortfallCount', { count: result.shortfallMonths.length })}
        </dd>
        <dt>{t('plan.outcome.timing')}</dt>
        <dd>
          {gaps.length === 0
            ? t('plan.outcome.noTiming')
            : gaps.slice(0, 3).map((gap) => (
                <div key={gap.month}>
                  <Trans
                    t={t}
                    i18nKey="plan.outcome.timingRow"
                    values={{ dueOn: gap.dueOn }}
                    components={{ short: <MoneyText fen={gap.shortFen} /> }}
                  />
                </div>
              ))}
        </dd>
      </dl>
      {result.shortfallMonths.length > 0 ? <ShortfallList months={result.shortfallMonths} /> : null}
    </Panel>
  )
})

function ShortfallList({ months }: { readonly months: PlanResult['shortfallMonths'] }) {
  const { t } = useTranslation()
  return (
    <details>
      <summary>{t('plan.outcome.shortfallList')}</summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('plan.outcome.month')}</th>
            <th scope="col" className="r">
              {t('plan.outcome.short')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.slice(0, LISTED).map(({ month, shortFen }) => (
            <tr key={month}>
              <td className="num">{month}</td>
              <td className="r">
                <MoneyText fen={shortFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {months.length > LISTED ? (
        <p className="small muted">{t('plan.outcome.moreMonths', { count: months.length - LISTED })}</p>
      ) : null}
    </details>
  )
}
