import { useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { MoneyText } from '../../ui/money-text'
import { FIGURE_COLUMNS, ledgerColumns, ledgerFeatures } from './ledger-columns'
import { ledgerTotals, type LedgerRow } from './ledger-selectors'

export function LedgerTable({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const { t } = useTranslation()
  const run = useRun()
  const columns = useMemo(
    () =>
      ledgerColumns(t, {
        rename: ({ loan }, name) => void run('ledger.saveLoan', { loan: { ...loan, name }, parties: [] }),
        setAdvertisedRate: ({ loan }, advertisedRate) =>
          void run('ledger.saveLoan', { loan: { ...loan, advertisedRate }, parties: [] }),
        setArchived: ({ loan }, isArchived) =>
          void run('ledger.saveLoan', { loan: { ...loan, isArchived }, parties: [] }),
      }),
    [t, run],
  )
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({ features: ledgerFeatures, columns, data, getRowId: (row) => row.loan.id })
  const totals = ledgerTotals(rows)
  return (
    <div
      className="card table-scroll ledger-scroll"
      tabIndex={0}
      role="region"
      aria-label={t('ledger.caption', { count: rows.length })}
    >
      <table className="plain ledger">
        <caption className="visually-hidden">{t('ledger.caption', { count: rows.length })}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted()
                const title = <table.FlexRender header={header} />
                return (
                  <th
                    key={header.id}
                    scope="col"
                    className={FIGURE_COLUMNS.has(header.id) ? 'r' : undefined}
                    aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}
                  >
                    {header.column.getCanSort() ? (
                      <button type="button" className="sort-button" onClick={header.column.getToggleSortingHandler()}>
                        {title}
                        {sorted === false ? null : <Icon name={sorted === 'asc' ? 'up' : 'down'} />}
                      </button>
                    ) : (
                      title
                    )}
                  </th>
                )
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={FIGURE_COLUMNS.has(cell.column.id) ? 'r' : undefined}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('common.total')}
            </th>
            <td className="r">
              <MoneyText fen={totals.requiredFen} />
            </td>
            <td className="r">
              <MoneyText fen={totals.owedFen} />
            </td>
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
