import type { Fen } from '#domain/money/fen'
import { MoneyText } from '../../ui/money-text'

interface MonthTableProps {
  readonly title: string
  readonly monthHead: string
  readonly months: readonly string[]
  readonly columns: readonly { readonly id: string; readonly label: string; readonly values: readonly number[] }[]
}

/** The table twin of a chart over months. */
export function MonthTable({ title, monthHead, months, columns }: MonthTableProps) {
  return (
    <div className="chart-table" role="group" aria-label={title} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{monthHead}</th>
            {columns.map(({ id, label }) => (
              <th scope="col" className="r" key={id}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month, at) => (
            <tr key={month}>
              <th scope="row" className="num">
                {month}
              </th>
              {columns.map(({ id, values }) => (
                <td className="r" key={id}>
                  <MoneyText fen={(values[at] ?? 0) as Fen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
