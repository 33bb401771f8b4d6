import { addDays, addMonths, dayNumber, type LocalDate } from '#domain/calendar/local-date'
import type { Rule, RulePeriod } from '#domain/rules/rule'
import { valueOn } from '#domain/rules/value-on'
import type { Escalation } from './escalation'

/** A time that runs because a rule says so, counted from the day after something happened. */
export interface Clock {
  readonly ruleId: string
  readonly period: RulePeriod
  readonly from: LocalDate
  /** The last day. */
  readonly dueOn: LocalDate
  /** The first weekday after it, where it falls on a weekend (民法典 203); public holidays are not known to the program. */
  readonly movesTo: LocalDate | null
}

/** Which rule a sent step waits by. Where no time is published none is claimed. */
function ruleOf({ kind, prolonged }: Pick<Escalation, 'kind' | 'prolonged'>): string | null {
  switch (kind) {
    case 'lender':
      return { no: 'complain-to-lender-first', once: 'complaint-complex', twice: 'complaint-especially-complex' }[
        prolonged
      ]
    case 'pboc':
      return 'complaint-30-days'
    case 'police':
      return 'police-thirty-days'
    default:
      return null
  }
}

/** The time a rule gives from a day on; null when it has none that day, or none in days or months. */
export function clockBy(rules: readonly Rule[], ruleId: string, from: LocalDate): Clock | null {
  const rule = rules.find(({ id }) => id === ruleId)
  const value = rule && valueOn(rule, from)
  if (value?.kind !== 'value' || value.period.value.kind !== 'duration') return null
  const { count, unit } = value.period.value
  if (unit !== 'day' && unit !== 'month') return null
  const dueOn = unit === 'day' ? addDays(from, count) : addMonths(from, count)
  return { ruleId, period: value.period, from, dueOn, movesTo: isWeekend(dueOn) ? nextWeekday(dueOn) : null }
}

/** The clock of a step that was sent and has no outcome yet. */
export function clockOf(escalation: Escalation, rules: readonly Rule[]): Clock | null {
  const ruleId = escalation.sent && !escalation.outcome ? ruleOf(escalation) : null
  return ruleId === null || !escalation.sent ? null : clockBy(rules, ruleId, escalation.sent.on)
}

/** Its last day, or the weekday after it, is over. */
export const hasLapsed = ({ dueOn, movesTo }: Clock, today: LocalDate): boolean => today > (movesTo ?? dueOn)

/** Monday is 0. */
export const weekdayOf = (on: LocalDate): number => (((dayNumber(on) + 3) % 7) + 7) % 7

const isWeekend = (on: LocalDate): boolean => weekdayOf(on) >= 5

const nextWeekday = (on: LocalDate): LocalDate => addDays(on, 7 - weekdayOf(on))
