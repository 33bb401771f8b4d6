import type { Cadence } from '../calendar/cadence'
import type { Fen } from '../money/fen'
import type { InterestRate } from '../rate/interest-rate'
import { amortiseLevel, equalPrincipalPart, levelInstalmentFen, wholePeriods } from '../schedule/amortise'
import { exactRate } from './fit-rate'
import type { PlanRow } from './fill-plan'
import { balanceRules, maxParts, rateByRule } from './interest-rule'
import { usualInstalment, type ShapeRow } from './plan-shapes'

/**
 * Rows that show only what is paid, split into principal and charge by each kind that could have made them: equal parts of
 * principal, all principal last, or the level instalment whose formula gives this instalment. The charges are then
 * judged like those of any plan. A split with a negative charge is left out.
 */
export function splitTotals(
  rows: readonly PlanRow[],
  principalFen: Fen,
  cadence: Cadence,
): readonly (readonly ShapeRow[])[] {
  const totals = rows.map((row) => row.principalFen)
  const part = equalPrincipalPart(principalFen, rows.length)
  const last = rows.length - 1
  const equalParts = totals.map((_, at) => (at < last ? part : principalFen - part * last))
  const allLast = totals.map((_, at) => (at < last ? 0 : principalFen))
  return [levelParts(rows, principalFen, cadence), equalParts, allLast]
    .filter((parts) => parts !== null)
    .map((parts) =>
      parts.map((principal, at) => ({
        principalFen: principal as Fen,
        chargeFen: ((totals[at] ?? 0) - principal) as Fen,
        isGiven: rows[at]?.isGiven ?? false,
        isSure: rows[at]?.isGiven ?? false,
      })),
    )
    .filter((split) => split.every((row) => row.principalFen >= 0 && row.chargeFen >= 0))
}

function levelParts(rows: readonly PlanRow[], principalFen: Fen, cadence: Cadence): readonly number[] | null {
  const totals = rows.map((row): ShapeRow => ({
    principalFen: row.principalFen,
    chargeFen: 0 as Fen,
    isGiven: row.isGiven,
    isSure: row.isGiven,
  }))
  const instalment = usualInstalment(totals)
  const [yearly] = balanceRules(true)
  if (!yearly) return null
  const rateOf = (parts: number): InterestRate => rateByRule(yearly, parts)
  const parts = exactRate(
    [{ targetFen: instalment, at: (parts) => levelInstalmentFen(principalFen, rateOf(parts), cadence, rows.length) }],
    maxParts(yearly),
    [],
  )
  if (parts === null) return null
  return [...amortiseLevel(principalFen, instalment, rows.length, wholePeriods(rateOf(parts), cadence)).principal]
}
