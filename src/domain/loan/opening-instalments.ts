import { addDays, type LocalDate } from '../calendar/local-date'
import type { Schedule, ScheduleRow } from '../schedule/schedule'
import type { LiveInstalment } from './live-instalment'
import type { Loan } from './loan'
import type { BalanceStated } from './loan-event'

/** Where a fold starts: instalments, principal no instalment covers, and the payments that still count. */
export interface Opening {
  readonly basis: 'contract' | 'balanceStated'
  readonly instalments: LiveInstalment[]
  readonly onDemand: number
  /** Only events after this place in the (dated) list count. */
  readonly stated: BalanceStated | null
}

/** The contract's own rows. */
export function openingByContract(loan: Loan, schedule: Schedule): Opening {
  return {
    basis: 'contract',
    instalments: schedule.rows.map((row) => live(row)),
    onDemand: loan.terms.principalFen - schedule.totals.principalFen,
    stated: null,
  }
}

/**
 * Restarts the figures at what the lender stated on a date.
 *
 * Everything due earlier becomes one row of arrears (n = 0); contract rows after the date stay, a row due on the date
 * itself stays when it is named as the next due date. Stated principal below their sum shortens the plan from its last
 * rows; above it (and not overdue) the rest joins the last row, a row at the stated next due date, or is on demand.
 */
export function openingByStatement(schedule: Schedule, stated: BalanceStated): Opening {
  const future = schedule.rows.filter(
    (row) => row.dueOn > stated.on || (row.dueOn === stated.on && stated.nextDueOn === stated.on),
  )
  const futurePrincipal = future.reduce((sum, row) => sum + row.principalFen, 0)
  const guessed = stated.daysLate > 0 ? Math.max(0, stated.principalFen - futurePrincipal) : 0
  const overdue = Math.min(stated.principalFen, stated.overduePrincipalFen ?? guessed)
  const remaining = stated.principalFen - overdue
  const kept = remaining < futurePrincipal ? shortened(future, remaining) : future.map((row) => live(row))
  let onDemand = Math.max(0, remaining - futurePrincipal)
  const last = kept[kept.length - 1]
  if (onDemand > 0 && (last || (stated.nextDueOn !== null && stated.nextDueOn >= stated.on))) {
    if (last) kept[kept.length - 1] = { ...last, principal: last.principal + onDemand }
    else kept.push(blank(schedule.rows.length + 1, stated.nextDueOn ?? stated.on, onDemand, 0, 0))
    onDemand = 0
  }
  const arrears = arrearsRow(stated, overdue)
  return { basis: 'balanceStated', instalments: arrears ? [arrears, ...kept] : kept, onDemand, stated }
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
    kept.push({ ...live(row), principal: part })
  }
  return kept
}

function arrearsRow(stated: BalanceStated, overdue: number): LiveInstalment | null {
  const { interestFen, penaltyFen, lateFeeFen, otherFeeFen } = stated
  if (overdue + interestFen + penaltyFen + lateFeeFen + otherFeeFen === 0) return null
  return {
    ...blank(0, addDays(stated.on, -stated.daysLate), overdue, interestFen, otherFeeFen),
    isStated: true,
    lateFee: lateFeeFen,
    isLateFeePosted: true,
    closedPenalty: penaltyFen,
    segmentFrom: stated.on,
  }
}

const live = (row: ScheduleRow): LiveInstalment =>
  blank(row.n, row.dueOn, row.principalFen, row.interestFen, row.feeFen)

const blank = (n: number, dueOn: LocalDate, principal: number, interest: number, fee: number): LiveInstalment => ({
  n,
  dueOn,
  principal,
  interest,
  fee,
  isStated: false,
  lateFee: 0,
  isLateFeePosted: false,
  paidPrincipal: 0,
  paidInterest: 0,
  paidFee: 0,
  paidLateFee: 0,
  paidPenalty: 0,
  closedPenalty: 0,
  segmentFrom: dueOn,
  touchedOn: null,
})
