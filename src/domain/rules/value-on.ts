import type { LocalDate } from '../calendar/local-date'
import type { Rule, RulePeriod } from './rule'

/** What a rule says on a day: a period, or why there is none. */
export type RuleOn =
  | { readonly kind: 'value'; readonly period: RulePeriod; readonly isCarriedForward: boolean }
  | { readonly kind: 'beforeFirst'; readonly firstFrom: LocalDate }
  | { readonly kind: 'afterLast'; readonly lastTo: LocalDate }
  | { readonly kind: 'gap' }

/**
 * The value of a rule on a day. Total: every day has exactly one answer. `isCarriedForward` when the value was last seen
 * published before that day and is assumed to have stayed: say "as of". The periods are in order, as CI checks.
 */
export function valueOn(rule: Pick<Rule, 'values'>, on: LocalDate): RuleOn {
  const period = rule.values.find(({ from, to }) => (from === null || from <= on) && (to === null || on <= to))
  if (period) {
    return { kind: 'value', period, isCarriedForward: period.confirmedOn !== null && on > period.confirmedOn }
  }
  const firstFrom = rule.values[0]?.from ?? null
  if (firstFrom !== null && on < firstFrom) return { kind: 'beforeFirst', firstFrom }
  const lastTo = rule.values.at(-1)?.to ?? null
  return lastTo !== null && on > lastTo ? { kind: 'afterLast', lastTo } : { kind: 'gap' }
}

/** Past its review date a rule is shown with "please confirm". */
export const needsReview = (rule: Pick<Rule, 'reviewBy'>, today: LocalDate): boolean => today > rule.reviewBy
