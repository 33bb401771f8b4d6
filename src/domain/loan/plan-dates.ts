import { type Cadence } from '../calendar/cadence'
import { addDays, dayInMonth, dayNumber, monthIndex, type LocalDate } from '../calendar/local-date'

/** The rhythm of a plan's due dates, and every date of it: those given and those left out between them. */
export interface PlanDates {
  /** Null for dates of no one rhythm. */
  readonly cadence: Cadence | null
  readonly dueOn: readonly LocalDate[]
}

/**
 * Finds the rhythm of due dates in ascending order: months or quarters on one day of the month clamped to its end (31
 * January, 28 February, 31 March), else equal numbers of days. Gaps of whole periods are missing dates, as long as no
 * more are missing than given.
 */
export function planDates(given: readonly LocalDate[]): PlanDates {
  const [first] = given
  if (first === undefined || given.length < 2) return { cadence: null, dueOn: given }
  const anchorDay = Math.max(...given.map((on) => Number(on.slice(8, 10))))
  const months = given.map(monthIndex)
  const isOnOneDay = given.every((on, at) => dayInMonth(months[at] ?? 0, anchorDay) === on)
  const step = smallestGap(months)
  if (isOnOneDay && (step === 1 || (step === 3 && isMultiple(months, 3)))) {
    const dueOn = filled(months, step, (index) => dayInMonth(index, anchorDay))
    if (dueOn.length <= 2 * given.length) return { cadence: { every: step === 1 ? 'month' : 'quarter' }, dueOn }
  }
  const days = given.map(dayNumber)
  const gap = smallestGap(days)
  if (gap < 1 || gap > 366 || !isMultiple(days, gap)) return { cadence: null, dueOn: given }
  const dueOn = filled(days, gap, (day) => addDays(first, day - dayNumber(first)))
  if (dueOn.length > 2 * given.length) return { cadence: null, dueOn: given }
  return {
    cadence: gap === 7 ? { every: 'week' } : gap === 14 ? { every: 'twoWeeks' } : { every: 'days', days: gap },
    dueOn,
  }
}

const gaps = (places: readonly number[]): number[] => places.slice(1).map((place, at) => place - (places[at] ?? 0))
const smallestGap = (places: readonly number[]): number => Math.min(...gaps(places))
const isMultiple = (places: readonly number[], step: number): boolean => gaps(places).every((gap) => gap % step === 0)

function filled(places: readonly number[], step: number, dateAt: (place: number) => LocalDate): LocalDate[] {
  const [first = 0] = places
  const last = places[places.length - 1] ?? first
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => dateAt(first + at * step))
}
