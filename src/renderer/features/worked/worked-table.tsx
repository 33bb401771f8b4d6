import type { WorkedTable as Table } from '#domain/worked/worked-example'
import { useTranslation } from 'react-i18next'
import { bareText } from './figure-text'

const LEFT = new Set(['n', 'dueOn', 'statementOn'])

/** The table of a section, with the sums of its columns. */
export function WorkedTable({ table, label }: { readonly table: Table; readonly label: string }) {
  const { t } = useTranslation()
  const sideOf = (column: Table['columns'][number]) => (LEFT.has(column) ? 'num' : 'num r')
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="plain worked-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col" className={LEFT.has(column) ? undefined : 'r'} key={column}>
                {t(`worked.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {table.columns.map((column, index) => {
                const figure = row[index] ?? null
                return (
                  <td className={sideOf(column)} key={column}>
                    {figure === null ? null : bareText(t, figure)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('worked.total')}
            </th>
            {table.columns.slice(2).map((column, index) => {
              const figure = table.totals[index + 2] ?? null
              return (
                <td className={sideOf(column)} key={column}>
                  {figure === null ? null : bareText(t, figure)}
                </td>
              )
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
