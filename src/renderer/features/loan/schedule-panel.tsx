import type { DuePaidRow } from '#domain/loan/loan-state'
import { addFen } from '#domain/money/fen'
import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'

const AMOUNTS = ['principal', 'interest', 'fee', 'penalty', 'compound', 'paid', 'open'] as const

const PILLS: Record<DuePaidRow['status'], string> = {
  paid: 'pill t',
  partlyPaid: 'pill a',
  overdue: 'pill a',
  due: 'pill',
  ahead: 'pill t',
}

const amountOf = (row: DuePaidRow, column: (typeof AMOUNTS)[number]) =>
  column === 'penalty' ? addFen(row.penaltyFen, row.lateFeeFen) : row[`${column}Fen`]

/** Every instalment: what fell due, what was paid, what is open. */
export function SchedulePanel({ rows }: { readonly rows: readonly DuePaidRow[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  // A column that few contracts have, only where it says something.
  const hasCompound = rows.some(({ compoundFen }) => compoundFen > 0)
  const columns = AMOUNTS.filter((column) => column !== 'compound' || hasCompound)
  return (
    <Panel title={t('loan.page.scheduleTitle')}>
      <div className="table-scroll schedule-scroll" tabIndex={0} role="group" aria-label={t('loan.page.scheduleTitle')}>
        <table className="plain ledger">
          <thead>
            <tr>
              <th scope="col">{t('loan.page.scheduleColumn.n')}</th>
              <th scope="col">{t('loan.page.scheduleColumn.dueOn')}</th>
              {columns.map((column) => (
                <th scope="col" className="r" key={column}>
                  {column === 'compound' ? t('contract.compound') : t(`loan.page.scheduleColumn.${column}`)}
                </th>
              ))}
              <th scope="col">{t('loan.page.scheduleColumn.status')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.n}>
                <td className="num">{row.n === 0 ? t('loan.page.earlier') : row.n}</td>
                <td className="num">{row.dueOn}</td>
                {columns.map((column) => (
                  <td className="r" key={column}>
                    <MoneyText fen={amountOf(row, column)} />
                  </td>
                ))}
                <td>
                  <span className={PILLS[row.status]}>
                    {t(`loan.page.status.${row.status}`, { days: row.daysLate })}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
