import { addMonths, dayNumber, monthIndex, type LocalDate } from '../calendar/local-date'
import { daysInMonth } from '../calendar/local-date'
import { headlineRate, type EffectiveAnnual } from './effective-annual'
import { lineRoots, rateRoots } from './rate-roots'
import { flowLine } from './timed-flow'

export type { EffectiveAnnual } from './effective-annual'

/** Money as the borrower lived it: + received, − paid, in fen. */
export interface CashFlow {
  readonly on: LocalDate
  readonly amountFen: number
}

/**
 * Effective annual rate (XIRR): every x > −1 with Σ cfᵢ/(1+x)^((dᵢ−d₀)/365) = 0, ACT/365 from the earliest flow.
 *
 * Result  a plain fraction (0.1384 is 13.84 %): one root, several, or none (also with fewer than two dates).
 */
export function effectiveAnnual(flows: readonly CashFlow[]): EffectiveAnnual {
  const days = new Float64Array(flows.length)
  const amounts = new Float64Array(flows.length)
  const start = flows[0] ? dayNumber(flows[0].on) : 0
  flows.forEach(({ on, amountFen }, index) => {
    days[index] = dayNumber(on) - start
    amounts[index] = amountFen
  })
  const line = flowLine(days, amounts)
  // Whole days are put in order before they become years, so that the order they were written in leaves no trace.
  const years = new Float64Array(line.times.length)
  for (let index = 0; index < years.length; index++) years[index] = (line.times[index] ?? 0) / 365
  return lineRoots({ times: years, amounts: line.amounts })
}

/**
 * Nominal annual rate: periods per year × periodic IRR (12 × monthly IRR for a monthly loan).
 *
 * Null unless the dates are equally spaced, in calendar months (31 January, 28 February, 31 March count as equal: the
 * anchor rule) or in days, and when the equation has no root. With several roots it is that of the headline.
 */
export function nominalApr(flows: readonly CashFlow[]): number | null {
  const amounts = new Map<LocalDate, number>()
  for (const { on, amountFen } of flows) amounts.set(on, (amounts.get(on) ?? 0) + amountFen)
  const dates = [...amounts.keys()].sort()
  const periodsInYear = equalSpacing(dates)
  if (periodsInYear === null) return null
  const periodic = headlineRate(rateRoots(dates.map((on, time) => ({ time, amount: amounts.get(on) ?? 0 }))))
  return periodic === null ? null : periodic * periodsInYear
}

/** Periods in a year of equally spaced dates, null when they are not. */
function equalSpacing(dates: readonly LocalDate[]): number | null {
  const [first, second] = dates
  if (first === undefined || second === undefined) return null
  const months = monthIndex(second) - monthIndex(first)
  if (months > 0 && isOnMonthGrid(dates, months)) return 12 / months
  const days = dayNumber(second) - dayNumber(first)
  return dates.every((on, index) => dayNumber(on) - dayNumber(first) === index * days) ? 365 / days : null
}

/** One anchor day fits all dates; the first (the drawdown) may also be a month before the second by its own day. */
function isOnMonthGrid(dates: readonly LocalDate[], months: number): boolean {
  const [first, second] = dates
  if (first === undefined || second === undefined) return false
  const start = monthIndex(first)
  const fits = (anchorDay: number, from: number): boolean =>
    dates.every((on, index) => {
      if (index < from) return true
      if (monthIndex(on) !== start + index * months) return false
      const last = daysInMonth(Number(on.slice(0, 4)), Number(on.slice(5, 7)))
      return Number(on.slice(8, 10)) === Math.min(anchorDay, last)
    })
  const dayOf = (on: LocalDate): number => Number(on.slice(8, 10))
  if (fits(Math.max(...dates.map(dayOf)), 0)) return true
  return addMonths(first, months) === second && fits(Math.max(...dates.slice(1).map(dayOf)), 1)
}
