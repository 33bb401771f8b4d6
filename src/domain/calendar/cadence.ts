import { addDays, addMonths, type LocalDate } from './local-date'

/** How often an instalment falls due, anchored to the first due date. */
export type Cadence =
  | { readonly every: 'month' }
  | { readonly every: 'quarter' }
  | { readonly every: 'week' }
  | { readonly every: 'twoWeeks' }
  | { readonly every: 'days'; readonly days: number }
  /** Own dates in order, one for each instalment; interest goes by the days between them. */
  | { readonly every: 'ownDates'; readonly dates: readonly LocalDate[] }

export const MONTHLY: Cadence = { every: 'month' }

/** The date `count` periods after the anchor (negative: before it). */
export function cadenceDate(anchor: LocalDate, cadence: Cadence, count: number): LocalDate {
  switch (cadence.every) {
    case 'month':
      return addMonths(anchor, count)
    case 'quarter':
      return addMonths(anchor, 3 * count)
    case 'week':
      return addDays(anchor, 7 * count)
    case 'twoWeeks':
      return addDays(anchor, 14 * count)
    case 'days':
      return addDays(anchor, cadence.days * count)
    case 'ownDates':
      return cadence.dates[count] ?? anchor
  }
}

/** Months in one period, or null when the period is counted in days. */
export function monthsPerPeriod(cadence: Cadence): number | null {
  return cadence.every === 'month' ? 1 : cadence.every === 'quarter' ? 3 : null
}

/** Days in one period, or null when the period is counted in calendar months. */
export function daysPerPeriod(cadence: Cadence): number | null {
  switch (cadence.every) {
    case 'week':
      return 7
    case 'twoWeeks':
      return 14
    case 'days':
      return cadence.days
    default:
      return null
  }
}

/** Periods in a year: 12, 4, or 365 divided by the days of a period. */
export function periodsPerYear(cadence: Cadence): number {
  const months = monthsPerPeriod(cadence)
  return months === null ? 365 / (daysPerPeriod(cadence) ?? 1) : 12 / months
}

/** Whether a first period is exactly one period long, seen from either end: 31 January to 28 February is a month. */
export function isOnePeriod(drawnOn: LocalDate, firstDueOn: LocalDate, cadence: Cadence): boolean {
  if (cadence.every === 'ownDates') return false
  const months = monthsPerPeriod(cadence)
  return (
    cadenceDate(firstDueOn, cadence, -1) === drawnOn || (months !== null && addMonths(drawnOn, months) === firstDueOn)
  )
}
