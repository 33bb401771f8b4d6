import type { LocalDate } from '#domain/calendar/local-date'
import type { PredicateId, RulePeriod } from '#domain/rules/rule'

/** What is not known and would decide, or weaken, a finding. */
export type OpenQuestion =
  /** Could the debtor be reached then? */
  | 'reachable'
  /** What counts as an "effective call" is not published. */
  | 'effectiveCall'
  /** Nobody knows yet for whom the number calls: it was counted by itself. */
  | 'institution'
  /** Another arrangement with the debtor would excuse it. */
  | 'agreedOtherwise'
  /** The agreed instalments must have been paid as agreed. */
  | 'instalmentsKept'
  /** Only the person's own report so far: no evidence is attached. */
  | 'reportOnly'

/**
 * What contacts suggest about a rule on a day: 疑似不符合, never a verdict. `unclear`: what would decide it is not known, so
 * it is shown as a question and counts in no complaint.
 */
export interface ContactFinding {
  readonly ruleId: string
  readonly predicate: PredicateId
  /** The value of the rule on that day, with its citations and confidence. */
  readonly period: RulePeriod
  readonly colour: 'amber' | 'red'
  readonly certainty: 'suspected' | 'unclear'
  readonly on: LocalDate
  /** The rows that led to it, in order. */
  readonly contactIds: readonly string[]
  readonly open: readonly OpenQuestion[]
  /** For rules that count: what was counted and the line. */
  readonly counted: { readonly count: number; readonly line: number } | null
}
