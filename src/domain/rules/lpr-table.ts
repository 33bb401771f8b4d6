import type { LocalDate } from '../calendar/local-date'
import type { LprEntry } from '../rate/lpr-entry'
import type { RuleBook } from './rule'

/** The rule whose values are the history of the one-year loan prime rate. */
export const LPR_RULE_ID = 'lpr-1y'

export interface LprRow extends LprEntry {
  readonly source: 'builtIn' | 'user'
  /** A built-in row whose exact day is the 20th by rule, moved over weekends, and was not seen itself. */
  readonly isDayDerived: boolean
}

/** The LPR in force by day: built-in rows, the user's own in between and after; where both name a day, the user's. */
export interface LprTable {
  readonly rows: readonly LprRow[]
  /** Last day somebody vouches for; later days carry the last row forward. */
  readonly asOf: LocalDate
}

export interface LprOn {
  readonly row: LprRow
  readonly asOf: LocalDate
  readonly isCarriedForward: boolean
}

/**
 * Merges the built-in history with the user's entries.
 *
 * Source  the LPR rule of `resources/rules` (全国银行间同业拆借中心, as of its `confirmedOn`). Null only when the book has none.
 */
export function lprTable(book: Pick<RuleBook, 'rules'>, entries: readonly LprEntry[]): LprTable | null {
  const rule = book.rules.find(({ id }) => id === LPR_RULE_ID)
  const own = new Map(entries.map((entry) => [entry.from, entry]))
  const builtIn = (rule?.values ?? []).flatMap(({ from, fromPrecision, value }): LprRow[] =>
    from === null || value.kind !== 'rate' || own.has(from)
      ? []
      : [
          {
            from,
            partsPerTenMillion: value.partsPerTenMillion,
            source: 'builtIn',
            isDayDerived: fromPrecision !== 'day',
          },
        ],
  )
  const users = [...own.values()].map((entry): LprRow => ({ ...entry, source: 'user', isDayDerived: false }))
  const rows = [...builtIn, ...users].sort((left, right) => (left.from < right.from ? -1 : 1))
  const vouched = [
    ...(rule?.values ?? []).flatMap(({ confirmedOn }) => confirmedOn ?? []),
    ...users.map(({ from }) => from),
  ]
  const asOf = vouched.sort().at(-1)
  return asOf === undefined || rows.length === 0 ? null : { rows, asOf }
}

/** The LPR in force on a day; null before the first row. */
export function lprOn(table: LprTable, on: LocalDate): LprOn | null {
  const row = table.rows.filter(({ from }) => from <= on).at(-1)
  return row ? { row, asOf: table.asOf, isCarriedForward: on > table.asOf } : null
}

/** A multiple of an LPR in 1e-7 a year: 4 × 3.00 % is 1 200 000. Exact for whole multiples. */
export const timesLpr = (lpr: Pick<LprEntry, 'partsPerTenMillion'>, multiplePer10000: number): number =>
  Math.round((lpr.partsPerTenMillion * multiplePer10000) / 10_000)
