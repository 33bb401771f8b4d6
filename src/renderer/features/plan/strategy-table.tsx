import type { Strategy } from '#domain/plan/plan'
import { memo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import type { StrategyRow } from './plan-selectors'

interface StrategyTableProps {
  readonly rows: readonly StrategyRow[]
  readonly chosen: Strategy
  /** Lenders asked in the row "after asking". */
  readonly askedCount: number
  readonly years: number
}

/** The same money spent several ways, each with the assumption it stands on. */
export const StrategyTable = memo(function StrategyTable({ rows, chosen, askedCount, years }: StrategyTableProps) {
  const { t } = useTranslation()
  const assumption = (id: StrategyRow['id']) => {
    if (id === 'ask') return t('plan.compare.assumeAsk', { count: askedCount })
    if (id === 'minimumsOnly') return t('plan.compare.assumeMinimums')
    return t(id === 'ownOrder' ? 'plan.compare.assumeOwn' : 'plan.compare.assumeNone')
  }
  return (
    <Panel title={t('plan.compare.title')}>
      <div className="table-scroll" role="group" aria-label={t('plan.compare.title')} tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('plan.compare.strategy')}</th>
              <th scope="col">{t('plan.compare.debtFree')}</th>
              <th scope="col" className="r">
                {t('plan.compare.cost')}
              </th>
              <th scope="col" className="r">
                {t('plan.compare.shortfall')}
              </th>
              <th scope="col">{t('plan.compare.assumption')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, result }) => (
              <tr key={id}>
                <td>
                  <b>{id === 'ask' ? t('plan.compare.ask') : t(`plan.strategy.${id}`)}</b>{' '}
                  {id === chosen ? <span className="pill t">{t('plan.compare.chosen')}</span> : null}
                </td>
                <td className="num">{result.debtFreeMonth ?? t('plan.outcome.notWithinShort', { years })}</td>
                <td className="r">
                  {result.debtFreeMonth === null ? (
                    <Trans
                      t={t}
                      i18nKey="plan.compare.horizonCost"
                      values={{ years }}
                      components={{ cost: <MoneyText fen={result.costFen} isRounded /> }}
                    />
                  ) : (
                    <MoneyText fen={result.costFen} isRounded />
                  )}
                </td>
                <td className="r">
                  {result.shortfallMonths.length === 0
                    ? t('plan.compare.none')
                    : t('plan.compare.months', { count: result.shortfallMonths.length })}
                </td>
                <td className="small muted">{assumption(id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
})
