import type { Budget } from '../budget/budget'
import { monthBudget, type BudgetEntry } from '../budget/month-budget'
import { monthIndex, type LocalDate } from '../calendar/local-date'
import type { AskLadder } from './ask-options'

/** The money of the months ahead, as the simulator counts it. In fen. */
export interface AskMoney {
  /** Cash above the reserve today and everything left over up to and with each month. */
  readonly available: Float64Array
  /** The movements of each month in order, for the days inside it. */
  readonly entries: readonly (readonly BudgetEntry[])[]
}

/** Money for as many months as any way of going on can last. */
export function askMoney(budget: Budget, on: LocalDate, ladders: readonly AskLadder[]): AskMoney {
  const first = monthIndex(on)
  const steps = ladders.reduce(
    (most, { options }) => Math.max(most, ...options.map(({ line }) => line.amounts.length)),
    1,
  )
  const months = Array.from({ length: steps }, (_, step) =>
    monthBudget(budget, first + step, step === 0 ? on : undefined),
  )
  const available = new Float64Array(steps)
  let cash = Math.max(0, budget.cashNowFen - budget.reserveFen)
  months.forEach(({ disposableFen }, step) => {
    cash += disposableFen
    available[step] = cash
  })
  return { available, entries: months.map(({ entries }) => entries) }
}

/** The same money with so much more every month, and so much more today. */
export const moreMoney = (money: AskMoney, perMonthFen: number, onceFen: number): AskMoney => ({
  entries: money.entries,
  available: money.available.map((cash, step) => cash + perMonthFen * (step + 1) + onceFen),
})
