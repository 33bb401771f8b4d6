import type { LocalDate } from '#domain/calendar/local-date'
import type { Rule } from '#domain/rules/rule'
import { clockBy } from './clock'
import type { CourtPaper } from './escalation'

/** By when a court paper wants something: the day it names; for a payment order the days the law gives from receipt. */
export function courtDeadline({ kind, dueOn, receivedOn }: CourtPaper, rules: readonly Rule[]): LocalDate | null {
  if (kind !== 'paymentOrder') return dueOn
  const clock = clockBy(rules, 'payment-order-15-days', receivedOn)?.dueOn ?? null
  return dueOn !== null && clock !== null && dueOn < clock ? dueOn : (clock ?? dueOn)
}
