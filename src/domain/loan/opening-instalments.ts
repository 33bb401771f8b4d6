import { addDays } from '../calendar/local-date'
import type { Schedule, ScheduleRow } from '../schedule/schedule'
import type { LiveInstalment } from './live-instalment'
import type { BalanceStated } from './loan-event'
import { blankRow, liveRow } from './plan-rows'

/** Where a fold starts anew: instalments, and principal no instalment covers. */
export interface Opening {
  readonly instalments: LiveInstalment[]
  readonly onDemand: number
}

/**
 * Restarts the figures at what the lender stated on a date.
 *
 * Everything due earlier becomes one row of arrears (n = 0); contract rows after the date stay, a row due on the date
 * itself stays when it is named as the next due date. Stated principal below their sum shortens the plan from its last
 * rows; above it (and not overdue) the rest joins the last row, a row at the stated next due date, or is on demand. When the
 * old plan has stopped (called, assigned), all that is stated is arrears.
 */
export function openingByStatement(schedule: Schedule, stated: BalanceStated, isStopped: boolean): Opening {
  const future = isStopped
    ? []
    : schedule.rows.filter(
        (row) => row.dueOn > stated.on || (row.dueOn === stated.on && stated.nextDueOn === stated.on),
      )
  const futurePrincipal = future.reduce((sum, row) => sum + row.principalFen, 0)
  const guessed = stated.daysLate > 0 ? Math.max(0, stated.principalFen - futurePrincipal) : 0
  const overdue = isStopped ? stated.principalFen : Math.min(stated.principalFen, stated.overduePrincipalFen ?? guessed)
  const remaining = stated.principalFen - overdue
  const kept = remaining < futurePrincipal ? shortened(future, remaining) : future.map(liveRow)
  let onDemand = Math.max(0, remaining - futurePrincipal)
  const last = kept[kept.length - 1]
  if (onDemand > 0 && (last || (stated.nextDueOn !== null && stated.nextDueOn >= stated.on))) {
    if (last) kept[kept.length - 1] = { ...last, principal: last.principal + onDemand }
    else kept.push(blankRow(schedule.rows.length + 1, stated.nextDueOn ?? stated.on, onDemand, 0, 0))
    onDemand = 0
  }
  const arrears = arrearsRow(stated, overdue)
  return { instalments: arrears ? [arrears, ...kept] : kept, onDemand }
}

/** Takes principal away from the last rows; a row that loses all of it is gone, with its interest and fee. */
function shortened(rows: readonly ScheduleRow[], principal: number): LiveInstalment[] {
  if (principal === 0) return []
  let left = principal
  const kept: LiveInstalment[] = []
  for (const row of rows) {
    if (left === 0) break
    const part = Math.min(left, row.principalFen)
    left -= part
    kept.push({ ...liveRow(row), principal: part })
  }
  return kept
}

function arrearsRow(stated: BalanceStated, overdue: number): LiveInstalment | null {
  const { interestFen, penaltyFen, lateFeeFen, otherFeeFen } = stated
  if (overdue + interestFen + penaltyFen + lateFeeFen + otherFeeFen === 0) return null
  return {
    ...blankRow(0, addDays(stated.on, -stated.daysLate), overdue, interestFen, otherFeeFen, 'stated'),
    lateFee: lateFeeFen,
    closedPenalty: penaltyFen,
    segmentFrom: stated.on,
  }
}
