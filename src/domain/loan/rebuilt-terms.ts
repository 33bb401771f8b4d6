import type { Fen } from '../money/fen'
import { buildSchedule } from '../schedule/build-schedule'
import type { PlanRow } from './fill-plan'
import type { RuleContext } from './interest-rule'
import type { LoanTerms, RecurringFee } from './terms'
import { MOST_ROWS } from './plan-shapes'
import type { PlanFit } from './recovered-plan'

type Found = Pick<PlanFit, 'kind' | 'rate' | 'interestBy' | 'firstPeriod' | 'feeTiming'>
type Rebuilt = Pick<PlanFit, 'terms' | 'equalRows' | 'largestDifferenceFen'>

/**
 * The contract a fit stands for, written out again and compared with the plan row by row: date, principal, and interest
 * with fees (apps call one the other). Null when no contract says it, or when it gives most rows otherwise.
 */
export function rebuiltTerms(
  found: Found,
  fees: readonly RecurringFee[],
  rows: readonly PlanRow[],
  context: RuleContext,
): Rebuilt | null {
  const terms = termsOf(found, context)
  const schedule = terms && buildSchedule(terms, fees)
  if (!schedule?.ok) return null
  const given = rows.filter((row) => row.isGiven)
  const byDate = new Map(schedule.value.rows.map((row) => [row.dueOn, row]))
  const isSplit = rows.some((row) => row.interestFen + row.feeFen > 0)
  const differences = given.map((row) => {
    const made = byDate.get(row.dueOn)
    if (!made) return Number.POSITIVE_INFINITY
    const totalDifference = Math.abs(made.totalFen - row.principalFen - row.interestFen - row.feeFen)
    return isSplit ? Math.max(totalDifference, Math.abs(made.principalFen - row.principalFen)) : totalDifference
  })
  const equalRows = differences.filter((difference) => difference === 0).length
  const largestDifferenceFen = Math.max(...differences)
  const isClose = equalRows >= given.length * MOST_ROWS || largestDifferenceFen <= given.length
  return isClose && Number.isFinite(largestDifferenceFen)
    ? { terms, equalRows, largestDifferenceFen: largestDifferenceFen as Fen }
    : null
}

function termsOf(found: Found, { principalFen, cadence, drawnOn, dueOn }: RuleContext): LoanTerms | null {
  const { kind, rate, interestBy, firstPeriod, feeTiming } = found
  const [firstDueOn] = dueOn
  const maturesOn = dueOn[dueOn.length - 1]
  if (firstDueOn === undefined || maturesOn === undefined) return null
  if (kind === 'bullet') return { kind, principalFen, drawnOn, maturesOn, rate }
  const common = { principalFen, drawnOn, periods: dueOn.length, firstDueOn, cadence }
  if (kind === 'flatFee') return { kind, ...common, feeRate: rate, feeTiming }
  if (interestBy === 'days') {
    return { kind: 'dailyBalance', ...common, rate, repayment: kind === 'levelInstalment' ? 'level' : kind }
  }
  return { kind, ...common, rate, firstPeriod }
}
