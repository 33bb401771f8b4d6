import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDocument, useToday } from '../../state/app-context'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'
import { monthStrip, type StripMonth } from './budget-selectors'

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
      <ol className="month-strip">
        {months.map((month) => (
          <li key={month.month} data-changes={month.changes.length > 0}>
            <span className="small muted num">{month.month}</span>
            <b>
              <MoneyText fen={month.disposableFen} isRounded />
            </b>
            <Changes month={month} />
          </li>
        ))}
      </ol>
      <details className="small">
        <summary>{t('budget.strip.table')}</summary>
        <MonthTable months={months} />
      </details>
    </Panel>
  )
}

function Changes({ month }: { readonly month: StripMonth }) {
  const { t } = useTranslation()
  return month.changes.map(({ id, name, what }) => (
    <span className="strip-change" key={`${id}-${what}`}>
      {t(`budget.strip.${what}`, { name })}
    </span>
  ))
}

const FIGURES = [
  { id: 'income', fen: (month: StripMonth) => month.incomeFen },
  { id: 'essentials', fen: (month: StripMonth) => month.essentialsFen },
  { id: 'other', fen: (month: StripMonth) => month.otherFen },
  { id: 'disposable', fen: (month: StripMonth) => month.disposableFen },
] as const

function MonthTable({ months }: { readonly months: readonly StripMonth[] }) {
  const { t } = useTranslation()
  return (
    <div className="table-scroll" role="group" aria-label={t('budget.strip.table')} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('budget.strip.month')}</th>
            {FIGURES.map(({ id }) => (
              <th scope="col" className="r" key={id}>
                {t(`budget.strip.${id}`)}
              </th>
            ))}
            <th scope="col">{t('budget.strip.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row" className="num">
                {month.month}
              </th>
              {FIGURES.map(({ id, fen }) => (
                <td className="r" key={id}>
                  <MoneyText fen={fen(month)} />
                </td>
              ))}
              <td>
                <Changes month={month} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
