import type { Schedule, ScheduleRow } from '../schedule/schedule'
import { count, date, money, type ColumnCode, type Figure } from './figure'
import type { WorkedTable } from './worked-example'

type AmountColumn = 'principal' | 'interest' | 'fee' | 'total' | 'balance'

const ALL: readonly AmountColumn[] = ['principal', 'interest', 'fee', 'total', 'balance']

/** A schedule as printed, instalment by instalment; interest or fee are left out where the loan has none. */
export function planTable({ rows, totals }: Schedule): WorkedTable {
  const columns = ALL.filter((column) => column === 'balance' || totals[`${column}Fen`] > 0)
  const line = (row: ScheduleRow): readonly Figure[] => [
    count(row.n),
    date(row.dueOn),
    ...columns.map((column) => money(row[`${column}Fen`])),
  ]
  const heads: readonly ColumnCode[] = ['n', 'dueOn', ...columns]
  return {
    columns: heads,
    rows: rows.map(line),
    totals: [null, null, ...columns.map((column) => (column === 'balance' ? null : money(totals[`${column}Fen`])))],
  }
}
