import type { BudgetLine } from '#domain/budget/budget'
import { dayInMonth, monthIndex } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { simulatePlan, type PlanInput } from '#domain/plan/simulate-plan'
import { openingCash, type PathRunner } from '#domain/stress/path-run'

/**
 * A path by the simulator itself, slow and plain: what the core must agree with to the fen. Early payment would know the
 * path's coming months here, so they agree where nothing is paid early.
 */
export function runBySimulator(input: PlanInput): PathRunner {
  const first = monthIndex(input.on)
  return (money) => {
    const lines = Array.from(money, (amount, step) => onceOff(first + step, amount))
    const { months } = simulatePlan({ ...input, horizonMonths: money.length, budget: { ...input.budget, lines } })
    let last = openingCash(input)
    const cash = Float64Array.from(money, (amount, step) => (last = months[step]?.closingCashFen ?? last + amount))
    return {
      cash,
      balance: Float64Array.from(money, (_, step) => months[step]?.balanceFen ?? 0),
      firstShortStep: months.findIndex(({ shortFen }) => shortFen > 0),
    }
  }
}

/** Money of one month as a line that moves once, on the month's last day. */
const onceOff = (month: number, amountFen: number): BudgetLine => ({
  id: `month-${month}`,
  name: '',
  side: 'income',
  category: 'otherIncome',
  amountFen: fen(amountFen),
  cadence: 'once',
  dayOfMonth: null,
  startsOn: dayInMonth(month, 31),
  endsOn: null,
  certainty: 'sure',
})
