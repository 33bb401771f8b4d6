import { addDays, dayInMonth, dayNumber, monthIndex, type LocalDate } from '#domain/calendar/local-date'
import type { DebitMandate } from '#domain/loan/loan'

export interface NextDebit {
  readonly on: LocalDate
  /** The last working day before: Saturdays and Sundays are skipped, public holidays are not known. */
  readonly moneyThereOn: LocalDate
}

/** When the lender debits next, today included; a day the month does not have is its last. */
export function nextDebit({ day }: Pick<DebitMandate, 'day'>, today: LocalDate): NextDebit {
  const month = monthIndex(today)
  const thisMonth = dayInMonth(month, day)
  const on = thisMonth >= today ? thisMonth : dayInMonth(month + 1, day)
  let moneyThereOn = addDays(on, -1)
  while (isWeekend(moneyThereOn)) moneyThereOn = addDays(moneyThereOn, -1)
  return { on, moneyThereOn }
}

/** 1970-01-01, day 0, was a Thursday. */
const isWeekend = (on: LocalDate): boolean => (dayNumber(on) + 4) % 7 === 0 || (dayNumber(on) + 4) % 7 === 6
