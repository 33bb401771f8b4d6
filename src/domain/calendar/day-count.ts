import { daysBetween, type LocalDate } from './local-date'

/**
 * Days between two dates where every month has 30 (30/360, bond basis): a 31st counts as the 30th, at the end only when the
 * start is the 30th or 31st too. Source: ISDA 2006 definitions, 4.16(f).
 */
export function daysBy30(from: LocalDate, to: LocalDate): number {
  const [fromDay, toDay] = [Number(from.slice(8)), Number(to.slice(8))]
  const start = Math.min(fromDay, 30)
  const end = toDay === 31 && start === 30 ? 30 : toDay
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return months * 30 + end - start
}

/** Days between two dates as a contract counts them. */
export const countedDays = (from: LocalDate, to: LocalDate, dayCount: 'actual' | 'thirty' | undefined): number =>
  dayCount === 'thirty' ? daysBy30(from, to) : daysBetween(from, to)
