import { addDays, dayInMonth, dayNumber, monthIndex, type LocalDate } from '../calendar/local-date'
import type { RevolvingTerms } from '../loan/terms'

/** The first statement day (账单日) on or after a date, clamped to the month's end. */
export function statementFrom({ statementDay }: RevolvingTerms, on: LocalDate): LocalDate {
  const month = monthIndex(on)
  const thisMonth = dayInMonth(month, statementDay)
  return thisMonth >= on ? thisMonth : dayInMonth(month + 1, statementDay)
}

/** The statement day of the month after a statement. */
export const nextStatement = ({ statementDay }: RevolvingTerms, statementOn: LocalDate): LocalDate =>
  dayInMonth(monthIndex(statementOn) + 1, statementDay)

/** Due day (到期还款日) of a statement: so many days after it, or the next such day of a month after it. */
export function dueOf({ due }: RevolvingTerms, statementOn: LocalDate): LocalDate {
  if (due.by === 'daysAfter') return addDays(statementOn, due.days)
  const month = monthIndex(statementOn)
  const thisMonth = dayInMonth(month, due.day)
  return thisMonth > statementOn ? thisMonth : dayInMonth(month + 1, due.day)
}

/** The last day on which a payment for a due day is in time (容时). */
export const lastDayFor = (dueOn: LocalDate, graceDays: number): number => dayNumber(dueOn) + graceDays
