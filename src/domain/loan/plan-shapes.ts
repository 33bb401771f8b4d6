import type { Fen } from '../money/fen'
import { equalPrincipalPart } from '../schedule/amortise'

/** Kinds a plan is recognised as. */
export type RecoveredKind = 'bullet' | 'interestFirst' | 'levelInstalment' | 'equalPrincipal' | 'flatFee'

/** Principal and what is charged on it, row by row. */
export interface ShapeRow {
  readonly principalFen: Fen
  readonly chargeFen: Fen
  readonly isGiven: boolean
  /** The principal is certain even where the row is not given. */
  readonly isSure: boolean
}

/** The instalment most rows before the last have. */
export function usualInstalment(rows: readonly ShapeRow[]): Fen {
  const given = rows.slice(0, Math.max(1, rows.length - 1)).filter((row) => row.isGiven)
  return mostFrequent(given.map((row) => row.principalFen + row.chargeFen)) as Fen
}

/** The most frequent number, the first of equals; 0 of none. */
export function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

/**
 * The principal a kind repays with row `at`, as a function of the plan itself: each row is judged on the balance and the
 * interest the plan has there, so one odd row does not spoil those after it.
 */
export function shapeOf(
  kind: RecoveredKind,
  rows: readonly ShapeRow[],
  principalFen: Fen,
): (at: number, balanceFen: number, interestFen: number) => number {
  const last = rows.length - 1
  const part = equalPrincipalPart(principalFen, rows.length)
  const instalment = usualInstalment(rows)
  return (at, balanceFen, interestFen) => {
    if (at === last) return balanceFen
    switch (kind) {
      case 'bullet':
      case 'interestFirst':
        return 0
      case 'levelInstalment':
        return Math.min(balanceFen, Math.max(0, instalment - interestFen))
      case 'equalPrincipal':
      case 'flatFee':
        return Math.min(balanceFen, part)
    }
  }
}

/** Kinds whose principal runs as this plan's does in most rows; one instalment is a bullet, whatever it is called. */
export function possibleKinds(rows: readonly ShapeRow[], principalFen: Fen): readonly RecoveredKind[] {
  if (rows.length === 1) return ['bullet']
  const kinds: readonly RecoveredKind[] = ['interestFirst', 'levelInstalment', 'equalPrincipal', 'flatFee']
  const beforeLast = rows.slice(0, -1)
  const needed = Math.max(1, Math.ceil(beforeLast.filter((row) => row.isGiven).length * MOST_ROWS))
  return kinds.filter((kind) => {
    const principalOf = shapeOf(kind, rows, principalFen)
    let balance: number = principalFen
    let fits = 0
    beforeLast.forEach((row, at) => {
      if (row.isGiven && Math.abs(principalOf(at, balance, row.chargeFen) - row.principalFen) <= 1) fits += 1
      balance -= row.principalFen
    })
    return fits >= needed
  })
}

/** A plan is of a kind when this share of its rows is. */
export const MOST_ROWS = 0.6
