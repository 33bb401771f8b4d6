import type { Loan } from '../loan/loan'
import { moneyInHand, trueCost, type TrueCost } from '../loan/true-cost'
import type { Result } from '../result'
import { buildSchedule } from '../schedule/build-schedule'
import type { Schedule } from '../schedule/schedule'

/** The value of a computation that cannot fail on the examples' own figures; throws where it does, which is a bug. */
export function certain<T, E extends { readonly code: string }>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`a worked example does not compute: ${result.error.code}`)
  return result.value
}

export const scheduleOf = (loan: Loan): Schedule => certain(buildSchedule(loan.terms, loan.recurringFees))

/** True cost with the one rate that equally spaced examples have. */
export interface PlainCost extends Omit<TrueCost, 'simpleAnnual' | 'nominalApr' | 'effectiveAnnual'> {
  readonly simpleAnnual: number
  readonly nominalApr: number
  readonly effectiveAnnual: number
}

export function plainCost(loan: Loan): PlainCost {
  const cost = certain(trueCost(loan))
  const { simpleAnnual, nominalApr, effectiveAnnual } = cost
  if (simpleAnnual === null || nominalApr === null || effectiveAnnual.kind !== 'one')
    throw new Error('a worked example has no single rate')
  return { ...cost, simpleAnnual, nominalApr, effectiveAnnual: effectiveAnnual.root }
}

/** Row `index` of a schedule and the money in hand up to it. */
export function rowAt(loan: Loan, schedule: Schedule, index: number) {
  const row = schedule.rows[index]
  const held = moneyInHand(loan, schedule)[index]
  if (!row || !held) throw new Error(`a worked example has no row ${index}`)
  return { row, held }
}
