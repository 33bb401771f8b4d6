import { dayInMonth, dayNumber, fromDayNumber, monthIndex, monthText, type LocalDate } from '../calendar/local-date'
import { allocate } from '../money/allocate'
import type { Fen } from '../money/fen'
import type { Budget, BudgetLine } from './budget'

/** Day number of Monday, 5 January 1970. */
const A_MONDAY = 4

/** Money moving on a day of the month: + in, − out, in fen. */
export interface BudgetEntry {
  readonly on: LocalDate
  readonly amountFen: number
}

/** One calendar month of a budget. `disposableFen` = income − essentials − other and may be negative. */
export interface MonthBudget {
  readonly incomeFen: Fen
  readonly essentialsFen: Fen
  readonly otherFen: Fen
  readonly disposableFen: Fen
  readonly entries: readonly BudgetEntry[]
}

/**
 * A calendar month (by `monthIndex`) of the budget, optionally only from a day on.
 *
 * - `monthly` counts once, on its day (clamped to the month's end);
 * - `weekly` and `twoWeeks` count every 7 or 14 days from `startsOn` (without one: on Mondays), never more than 53 or 27
 *   times a year;
 * - `quarterly` and `yearly` with `startsOn` count in their months on that day; without one the amount is spread evenly
 *   over the months by largest remainder, so that twelve months hold exactly the year;
 * - `once` counts on `startsOn`; without one it does not count.
 *
 * A line without a day is careful: outgoings on the 1st, income on the last day.
 */
export function monthBudget(budget: Budget, month: number, from?: LocalDate): MonthBudget {
  let income = 0
  let essentials = 0
  let other = 0
  const entries: BudgetEntry[] = []
  for (const line of budget.lines) {
    for (const entry of movements(line, month)) {
      if (from !== undefined && entry.on < from) continue
      if (line.side === 'income') income += entry.amountFen
      else if (line.side === 'essential') essentials += entry.amountFen
      else other += entry.amountFen
      entries.push(line.side === 'income' ? entry : { on: entry.on, amountFen: -entry.amountFen })
    }
  }
  return {
    incomeFen: income as Fen,
    essentialsFen: essentials as Fen,
    otherFen: other as Fen,
    disposableFen: (income - essentials - other) as Fen,
    entries: entries.sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0)),
  }
}

/** The average of the twelve months that begin with the month of `from`, rounded down to the fen. */
export function typicalMonth(budget: Budget, from: LocalDate): Omit<MonthBudget, 'entries'> {
  const first = monthIndex(from)
  const months = Array.from({ length: 12 }, (_, step) => monthBudget(budget, first + step))
  const average = (pick: (month: MonthBudget) => number): Fen =>
    Math.floor(months.reduce((sum, month) => sum + pick(month), 0) / 12) as Fen
  const incomeFen = average((month) => month.incomeFen)
  const essentialsFen = average((month) => month.essentialsFen)
  const otherFen = average((month) => month.otherFen)
  return { incomeFen, essentialsFen, otherFen, disposableFen: (incomeFen - essentialsFen - otherFen) as Fen }
}

/** The amounts of one line in one month, all positive. */
function movements(line: BudgetLine, month: number): readonly BudgetEntry[] {
  return dated(line, month).filter(
    ({ on }) => (line.startsOn === null || on >= line.startsOn) && (line.endsOn === null || on <= line.endsOn),
  )
}

function dated(line: BudgetLine, month: number): readonly BudgetEntry[] {
  const { amountFen, cadence, startsOn } = line
  const ordinary = dayInMonth(month, line.dayOfMonth ?? (line.side === 'income' ? 31 : 1))
  switch (cadence) {
    case 'monthly':
      return [{ on: ordinary, amountFen }]
    case 'weekly':
      return everyDays(line, month, 7)
    case 'twoWeeks':
      return everyDays(line, month, 14)
    case 'quarterly':
      return everyMonths(line, month, 3, ordinary)
    case 'yearly':
      return everyMonths(line, month, 12, ordinary)
    case 'once':
      return startsOn?.startsWith(monthText(month)) ? [{ on: startsOn, amountFen }] : []
  }
}

function everyDays(line: BudgetLine, month: number, days: number): readonly BudgetEntry[] {
  const first = dayNumber(dayInMonth(month, 1))
  const last = dayNumber(dayInMonth(month, 31))
  const anchor = line.startsOn === null ? A_MONDAY : dayNumber(line.startsOn)
  const entries: BudgetEntry[] = []
  for (let day = first + ((((anchor - first) % days) + days) % days); day <= last; day += days)
    entries.push({ on: fromDayNumber(day), amountFen: line.amountFen })
  return entries
}

function everyMonths(line: BudgetLine, month: number, months: number, ordinary: LocalDate): readonly BudgetEntry[] {
  const { startsOn, amountFen } = line
  if (startsOn === null) {
    const shares = allocate(
      amountFen,
      Array.from({ length: months }, () => 1),
    )
    return [{ on: ordinary, amountFen: shares[month % months] ?? 0 }]
  }
  const since = month - monthIndex(startsOn)
  if (since < 0 || since % months !== 0) return []
  return [{ on: dayInMonth(month, line.dayOfMonth ?? Number(startsOn.slice(8))), amountFen }]
}
