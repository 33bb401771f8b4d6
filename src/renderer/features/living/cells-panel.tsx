import { useMemo } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { promiseCells, type CellStatus, type PromiseCell } from '#domain/plan/living/promise-cells'
import type { PlanVersion } from '#domain/plan/plan-version'
import { MoneyText } from '../../ui/money-text'
import { Panel } from '../../ui/panel'

interface CellsPanelProps {
  readonly version: PlanVersion
  readonly loans: readonly Loan[]
  readonly today: LocalDate
}

/** A sign beside the word and the colour. */
const SIGNS: Readonly<Record<CellStatus, string>> = {
  none: '·',
  paid: '✓',
  more: '✓+',
  partly: '◐',
  missed: '○',
  open: '…',
  ahead: '·',
}

/** What was promised against what was paid: a row for each loan, a column for each month. */
export function CellsPanel({ version, loans, today }: CellsPanelProps) {
  const { t } = useTranslation()
  const rows = useMemo(() => promiseCells(version, loans, today), [version, loans, today])
  const months = rows[0]?.cells.map(({ month }) => month) ?? []
  return (
    <Panel title={t('living.cells.title')}>
      <p className="small muted">{t('living.cells.legend')}</p>
      <div className="table-scroll" role="group" aria-label={t('living.cells.title')} tabIndex={0}>
        <table className="plain promise-cells">
          <thead>
            <tr>
              <th scope="col">{t('living.cells.loan')}</th>
              {months.map((month) => (
                <th scope="col" className="num" key={month} aria-current={today.startsWith(month) ? 'date' : undefined}>
                  {month}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ loanId, cells }) => (
              <tr key={loanId}>
                <th scope="row">{loans.find(({ id }) => id === loanId)?.name ?? t('living.cells.removed')}</th>
                {cells.map((cell) => (
                  <Cell key={cell.month} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Cell({ cell }: { readonly cell: PromiseCell }) {
  const { t } = useTranslation()
  const { status, promisedFen, paidFen } = cell
  return (
    <td className={`promise-cell ${status}`}>
      <div>
        <span aria-hidden="true">{SIGNS[status]}</span> {t(`living.cells.${status}`)}
      </div>
      {status === 'none' ? null : (
        <div className="small muted">
          <Trans t={t} i18nKey="living.cells.promised" components={{ fen: <MoneyText fen={promisedFen} /> }} />
          {paidFen === 0 ? null : (
            <div>
              <Trans t={t} i18nKey="living.cells.paidFen" components={{ fen: <MoneyText fen={paidFen} /> }} />
            </div>
          )}
        </div>
      )}
    </td>
  )
}
