import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument, useToday } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { monthStrip } from './budget-selectors'

/** The next twelve months: what each leaves for debts, and what begins or ends in it. */
export function MonthStrip() {
  const { t } = useTranslation()
  const { budget } = useDocument()
  const today = useToday()
  const months = useMemo(() => monthStrip(budget, today), [budget, today])
  const isSteady = months.every((month) => month.changes.length === 0)
  return (
    <Panel title={t('budget.strip.title')}>
      <p className="small muted">
        {t('budget.strip.sub')} {isSteady ? t('budget.strip.steady') : null}
      </p>
      <div className="table-scroll" role="region" aria-label={t('budget.strip.title')} tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('budget.strip.month')}</th>
              <th scope="col" className="r">
                {t('budget.strip.income')}
              </th>
              <th scope="col" className="r">
                {t('budget.strip.essentials')}
              </th>
              <th scope="col" className="r">
                {t('budget.strip.other')}
              </th>
              <th scope="col" className="r">
                {t('budget.strip.disposable')}
              </th>
              <th scope="col">{t('budget.strip.changes')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row" className="num">
                  {month.month}
                </th>
                <td className="r">
                  <MoneyText fen={month.incomeFen} isRounded />
                </td>
                <td className="r">
                  <MoneyText fen={month.essentialsFen} isRounded />
                </td>
                <td className="r">
                  <MoneyText fen={month.otherFen} isRounded />
                </td>
                <td className="r">
                  <b>
                    <MoneyText fen={month.disposableFen} isRounded />
                  </b>
                </td>
                <td className="small">
                  {month.changes.map(({ id, name, what }) => (
                    <div key={`${id}-${what}`}>{t(`budget.strip.${what}`, { name })}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
