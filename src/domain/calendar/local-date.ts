/**
 * Calendar dates without a time of day, as Beijing people write them: `2026-11-24`.
 *
 * A `LocalDate` is the ISO text; a day number counts days since 1970-01-01 and is what arithmetic uses, so no
 * time zone can move a due date. Source of the civil calendar: proleptic Gregorian, ISO 8601.
 */
export type LocalDate = string & { readonly __unit: 'local-date' }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** Two digits of a text as a number: a date is read thousands of times for one schedule, and slicing costs the most. */
const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 48
const yearOf = (on: LocalDate): number => twoDigits(on, 0) * 100 + twoDigits(on, 2)
const monthOf = (on: LocalDate): number => twoDigits(on, 5)
const dayOf = (on: LocalDate): number => twoDigits(on, 8)

/** `00` to `31`. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

const dateText = (year: number, month: number, day: number): LocalDate =>
  `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}` as LocalDate

/** Days of four centuries, and day 0 of the civil calendar counted from 1 March of year 0. */
const DAYS_PER_ERA = 146_097
const DAYS_TO_1970 = 719_468

/** Days in a month, month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether the text is a date that exists (30 February does not) between 1970 and 2199. */
export function isLocalDate(text: string): text is LocalDate {
  const match = PATTERN.exec(text)
  if (!match) return false
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  return year >= 1970 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Brands a text as a date. Throws on a date that does not exist: check user input with `isLocalDate` first. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError('not a calendar date')
  return text
}

/**
 * Days since 1970-01-01. Years begin in March, so that the leap day is the last of its year and months have a rule:
 * (153·month + 2) ÷ 5 days go before them. Source: H. Hinnant, chrono-compatible low-level date algorithms.
 */
export function dayNumber(on: LocalDate): number {
  const month = monthOf(on)
  const year = month > 2 ? yearOf(on) : yearOf(on) - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const beforeMonth = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5)
  return 365 * year + leapDays + beforeMonth + dayOf(on) - 1 - DAYS_TO_1970
}

/** The date of a day number, by the same calendar backwards. */
export function fromDayNumber(day: number): LocalDate {
  const sinceStart = day + DAYS_TO_1970
  const era = Math.floor(sinceStart / DAYS_PER_ERA)
  const ofEra = sinceStart - era * DAYS_PER_ERA
  const leapDays = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096)
  const yearOfEra = Math.floor((ofEra - leapDays) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153)
  const dayOfMonth = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return dateText(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfMonth)
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

export const addDays = (on: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(on) + days)

/**
 * The date `months` calendar months after an anchor, clamped to the end of the month: one month after 31 January is
 * 28 or 29 February, two months after is 31 March. Always count from the anchor; stepping month by month would drift.
 */
export function addMonths(anchor: LocalDate, months: number): LocalDate {
  return dayInMonth(monthIndex(anchor) + months, dayOf(anchor))
}

/** Months since year 0, the index the planner steps by. `2026-11` is 2026·12 + 10. */
export const monthIndex = (on: LocalDate): number => yearOf(on) * 12 + monthOf(on) - 1

/** The index of a month's text: `2026-11`. */
export const indexOfMonth = (month: string): number => monthIndex(month as LocalDate)

/** The text of a month index: `2026-11`. */
export const monthText = (index: number): string => `${Math.floor(index / 12)}-${TWO_DIGITS[(index % 12) + 1]}`

/** A day of a month by index, clamped to the month's end. */
export function dayInMonth(index: number, day: number): LocalDate {
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dateText(year, month, Math.min(day, daysInMonth(year, month)))
}
