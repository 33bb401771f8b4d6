import { dayInMonth, monthIndex, type LocalDate } from '../calendar/local-date'
import type { Budget } from '../budget/budget'
import { monthBudget, type BudgetEntry, type MonthBudget } from '../budget/month-budget'
import type { Fen } from '../money/fen'
import type { Scenario } from './scenario'

/**
 * A calendar month of the budget (`monthBudget`) with what a scenario changes in it; `from`: only what moves from that day on.
 *
 * - `windfall` is income on its day; before `from` it has come already and is in the cash.
 * - `shortMonth` is other spending on the month's first day that counts, whichever of its days is named.
 * - `raise` is income on the day of the month of its `from`, every month from then on; a negative one takes at most the
 *   month's income.
 * - `startLater` moves no money (`paysEarlyIn`).
 */
export function scenarioMonth(
  budget: Budget,
  scenario: Scenario | undefined,
  month: number,
  from?: LocalDate,
): MonthBudget {
  const plain = monthBudget(budget, month, from)
  if (!scenario) return plain
  let income: number = plain.incomeFen
  let other: number = plain.otherFen
  const moved: BudgetEntry[] = [...plain.entries]
  for (const change of scenario.changes) {
    const entry = movement(change, month, from, income)
    if (entry === null) continue
    if (change.kind === 'shortMonth') other -= entry.amountFen
    else income += entry.amountFen
    moved.push(entry)
  }
  return {
    incomeFen: income as Fen,
    essentialsFen: plain.essentialsFen,
    otherFen: other as Fen,
    disposableFen: (income - plain.essentialsFen - other) as Fen,
    entries: moved.sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0)),
  }
}

/** Whether money beyond what is required may be paid in a month (by index). */
export const paysEarlyIn = (scenario: Scenario | undefined, month: number): boolean =>
  !scenario?.changes.some((change) => change.kind === 'startLater' && month < monthIndex(change.from))

function movement(
  change: Scenario['changes'][number],
  month: number,
  from: LocalDate | undefined,
  income: number,
): BudgetEntry | null {
  switch (change.kind) {
    case 'windfall':
      return monthIndex(change.on) === month ? counted(change.on, change.amountFen, from) : null
    case 'shortMonth':
      return monthIndex(change.on) === month
        ? { on: from ?? dayInMonth(month, 1), amountFen: 0 - change.lessFen }
        : null
    case 'raise': {
      if (month < monthIndex(change.from)) return null
      const on = dayInMonth(month, Number(change.from.slice(8)))
      return counted(on, Math.max(change.monthlyFen, 0 - income), from)
    }
    case 'startLater':
      return null
  }
}

const counted = (on: LocalDate, amountFen: number, from: LocalDate | undefined): BudgetEntry | null =>
  from !== undefined && on < from ? null : { on, amountFen }
