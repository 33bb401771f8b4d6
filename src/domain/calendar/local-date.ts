/**
 * Calendar dates without a time of day, as Beijing people write them: `2026-11-24`.
 *
 * A `LocalDate` is the ISO text; a day number counts days since 1970-01-01 and is what arithmetic uses, so no
 * time zone can move a due date. Source of the civil calendar: proleptic Gregorian, ISO 8601.
 */
export type LocalDate = string & { readonly __unit: 'local-date' }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

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

/** Days since 1970-01-01. */
export function dayNumber(on: LocalDate): number {
  return Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10))) / MS_PER_DAY
}

export function fromDayNumber(day: number): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

export const addDays = (on: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(on) + days)

/**
 * The date `months` calendar months after an anchor, clamped to the end of the month: one month after 31 January is
 * 28 or 29 February, two months after is 31 March. Always count from the anchor; stepping month by month would drift.
 */
export function addMonths(anchor: LocalDate, months: number): LocalDate {
  const index = Number(anchor.slice(0, 4)) * 12 + Number(anchor.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const day = Math.min(Number(anchor.slice(8, 10)), daysInMonth(year, month))
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate
}

/** Months since year 0, the index the planner steps by. `2026-11` is 2026·12 + 10. */
export const monthIndex = (on: LocalDate): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1

/** The text of a month index: `2026-11`. */
export const monthText = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

/** A day of a month by index, clamped to the month's end. */
export function dayInMonth(index: number, day: number): LocalDate {
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return `${monthText(index)}-${String(Math.min(day, daysInMonth(year, month))).padStart(2, '0')}` as LocalDate
}
