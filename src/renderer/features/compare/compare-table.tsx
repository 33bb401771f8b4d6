import { Button } from '@mantine/core'
import { memo, useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { maxFen, ZERO_FEN } from '#domain/money/fen'
import type { PlanResult, PlanSettings, Strategy } from '#domain/plan/plan'
import { useRun } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { differenceOf, sorted, type Compared, type SortKey } from './compare-selectors'

interface CompareTableProps {
  readonly compared: readonly Compared[]
  readonly baseline: Strategy
  readonly settings: PlanSettings
  readonly years: number
}

const COLUMNS: readonly SortKey[] = ['strategy', 'end', 'cost', 'paid', 'short', 'cash']

/** Each way with its figures and its difference to the baseline; a column's head sorts by it. */
export const CompareTable = memo(function CompareTable({ compared, baseline, settings, years }: CompareTableProps) {
  const { t } = useTranslation()
  const run = useRun()
  const [key, setKey] = useState<SortKey>('strategy')
  const against = compared.find(({ strategy }) => strategy === baseline)?.result ?? null
  return (
    <Panel title={t('compare.table.title')}>
      <div className="table-scroll" role="group" aria-label={t('compare.table.title')} tabIndex={0}>
        <table className="plain compare-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  scope="col"
                  key={column}
                  aria-sort={key !== column ? 'none' : column === 'cash' ? 'descending' : 'ascending'}
                >
                  <button type="button" className="sort-button" onClick={() => setKey(column)}>
                    {t(`compare.table.${column}`)}
                  </button>
                </th>
              ))}
              <th scope="col">{t('compare.table.difference')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('compare.table.use')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted(compared, key).map(({ strategy, result }) => (
              <tr key={strategy}>
                <th scope="row">
                  {t(`plan.strategy.${strategy}`)}{' '}
                  {strategy === baseline ? <span className="pill">{t('compare.table.baseline')}</span> : null}
                </th>
                <td className="num">{result.debtFreeMonth ?? t('plan.outcome.notWithinShort', { years })}</td>
                <td>
                  <MoneyText fen={result.costFen} isRounded />
                </td>
                <td>
                  <MoneyText fen={result.totalPaidFen} isRounded />
                </td>
                <td>
                  <ShortText result={result} />
                </td>
                <td>
                  <MoneyText fen={result.lowestCashFen} isRounded />
                </td>
                <td className="small">
                  {against === null || strategy === baseline ? (
                    '—'
                  ) : (
                    <DifferenceText result={result} against={against} />
                  )}
                </td>
                <td>
                  {strategy === settings.strategy ? (
                    <span className="pill t">{t('plan.compare.chosen')}</span>
                  ) : (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('compare.table.useOf', { name: t(`plan.strategy.${strategy}`) })}
                      onClick={() => void run('plan.save', { plan: { ownOrder: [...settings.ownOrder], strategy } })}
                    >
                      {t('compare.table.use')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted">{t('compare.table.note')}</p>
    </Panel>
  )
})

function ShortText({ result }: { readonly result: PlanResult }) {
  const { t } = useTranslation()
  const gaps = result.months.filter(({ timingGap }) => timingGap !== null).length
  const most = result.shortfallMonths.reduce((worst, { shortFen }) => maxFen(worst, shortFen), ZERO_FEN)
  return (
    <>
      {result.shortfallMonths.length === 0 ? (
        t('plan.compare.none')
      ) : (
        <Trans
          t={t}
          i18nKey="compare.table.shortMonths"
          count={result.shortfallMonths.length}
          components={{ most: <MoneyText fen={most} isRounded /> }}
        />
      )}
      {gaps === 0 ? null : <div className="small muted">{t('compare.table.gaps', { count: gaps })}</div>}
    </>
  )
}

function DifferenceText({ result, against }: { readonly result: PlanResult; readonly against: PlanResult }) {
  const { t } = useTranslation()
  const difference = differenceOf(result, against)
  if (difference === null) return t('compare.table.noDifference')
  const { months, costFen } = difference
  return (
    <>
      <div>
        {months === 0
          ? t('compare.table.sameEnd')
          : t(months < 0 ? 'compare.table.sooner' : 'compare.table.later', { count: Math.abs(months) })}
      </div>
      <MoneyText fen={costFen} sign="always" isRounded />
    </>
  )
}
