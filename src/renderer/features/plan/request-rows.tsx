import type { ArrangementRow } from '#domain/extension/arrangement'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'

const AMOUNTS = [
  { id: 'principal', fen: (row: ArrangementRow) => row.principalFen },
  { id: 'interest', fen: (row: ArrangementRow) => row.interestFen },
  { id: 'arrears', fen: (row: ArrangementRow) => row.arrearsFen },
  { id: 'total', fen: (row: ArrangementRow) => row.totalFen },
  { id: 'balance', fen: (row: ArrangementRow) => row.balanceFen },
] as const

/** Every instalment asked for: the rows the letter will print. */
export function RequestRows({ rows }: { readonly rows: readonly ArrangementRow[] }) {
  const { t } = useTranslation()
  return (
    <details className="small">
      <summary>{t('plan.ask.schedule')}</summary>
      <div className="chart-table" role="group" aria-label={t('plan.ask.schedule')} tabIndex={0}>
        <table className="plain tight-table">
          <thead>
            <tr>
              <th scope="col">{t('plan.ask.row.n')}</th>
              <th scope="col">{t('plan.ask.row.dueOn')}</th>
              {AMOUNTS.map(({ id }) => (
                <th scope="col" className="r" key={id}>
                  {t(`plan.ask.row.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.n}>
                <td className="num">{row.n}</td>
                <td className="num">{row.dueOn}</td>
                {AMOUNTS.map(({ id, fen }) => (
                  <td className="r" key={id}>
                    <MoneyText fen={fen(row)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
