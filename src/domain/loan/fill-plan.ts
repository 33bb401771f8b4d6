import type { LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import type { StatedRow } from './terms'

/** A row of the plan; `isGiven` is false for one the paste left out, whose figures lie between its neighbours'. */
export interface PlanRow extends StatedRow {
  readonly isGiven: boolean
  /** Its principal is certain: given, or all that is left of a known amount. */
  readonly isSure: boolean
}

/**
 * The plan with its missing rows put in. Their principal runs geometrically between the neighbours, as in a level
 * instalment (and stays equal where they are equal); where the amount of the loan is known and only one row is missing,
 * it takes exactly what is left. Interest and fees run straight.
 */
export function fillPlan(
  rows: readonly StatedRow[],
  dueOn: readonly LocalDate[],
  principalFen: Fen | null,
): readonly PlanRow[] {
  const byDate = new Map(rows.map((row) => [row.dueOn, row]))
  const given = dueOn.map((on) => byDate.get(on))
  const missing = given.filter((row) => row === undefined).length
  const known = rows.reduce((sum, row) => sum + row.principalFen, 0)
  const isSure = missing === 1 && principalFen !== null && principalFen >= known
  return dueOn.map((on, at): PlanRow => {
    const row = given[at]
    if (row) return { ...row, isGiven: true, isSure: true }
    const beforeAt = given.slice(0, at).reduce((last, other, index) => (other ? index : last), -1)
    const afterAt = given.findIndex((other, index) => index > at && other !== undefined)
    const [before, after] = [given[beforeAt], given[afterAt]]
    if (!before || !after) throw new Error('a gap has two sides')
    const share = (at - beforeAt) / (afterAt - beforeAt)
    const between = (left: number, right: number) => Math.round(left + (right - left) * share) as Fen
    const growth = before.principalFen > 0 ? after.principalFen / before.principalFen : 0
    const estimated = Math.round(before.principalFen * growth ** share) as Fen
    return {
      dueOn: on,
      principalFen: isSure ? ((principalFen - known) as Fen) : estimated,
      interestFen: between(before.interestFen, after.interestFen),
      feeFen: between(before.feeFen, after.feeFen),
      isGiven: false,
      isSure,
    }
  })
}
