import type { Budget, BudgetLine } from '../budget/budget'
import { dayInMonth, monthIndex } from '../calendar/local-date'
import { ZERO_FEN, type Fen } from '../money/fen'
import type { PathOut } from '../plan/core/run-path'
import { simulatePlan, type PlanInput } from '../plan/simulate-plan'

/** Runs one plan with the money of each month given, instead of the budget's. */
export type PathRunner = (money: Float64Array, out: PathOut) => void

export const pathOut = (months: number): PathOut => ({
  firstShortStep: -1,
  balance: new Float64Array(months),
  cash: new Float64Array(months),
})

/**
 * `PathRunner` by the simulator itself, slow and plain: what the core must agree with to the fen. Early payment knows the
 * path's coming months here, so they agree where nothing is paid early.
 */
export function runBySimulator(input: PlanInput): PathRunner {
  const first = monthIndex(input.on)
  return (money, out) => {
    const lines = Array.from(money, (amount, step) => onceOff(first + step, amount))
    const { months } = simulatePlan({ ...input, horizonMonths: money.length, budget: { ...input.budget, lines } })
    let cash = openingCash(input)
    for (let step = 0; step < money.length; step += 1) {
      const month = months[step]
      cash = month?.closingCashFen ?? cash + (money[step] ?? 0)
      out.balance[step] = month?.balanceFen ?? 0
      out.cash[step] = cash
    }
    out.firstShortStep = months.findIndex(({ shortFen }) => shortFen > 0)
  }
}

/** Cash above the reserve today. */
export const openingCash = ({ budget }: PlanInput): number => Math.max(0, budget.cashNowFen - budget.reserveFen)

/** Money of one month as a line that moves once, on the month's last day. */
const onceOff = (month: number, amountFen: number): BudgetLine => ({
  id: `month-${month}`,
  name: '',
  side: 'income',
  category: 'otherIncome',
  amountFen: amountFen as Fen,
  cadence: 'once',
  dayOfMonth: null,
  startsOn: dayInMonth(month, 31),
  endsOn: null,
  certainty: 'sure',
})

/** So much cash that nothing is ever short. */
const PLENTY: Budget = { lines: [], cashNowFen: 1_000_000_000_000 as Fen, reserveFen: ZERO_FEN }

/** What a plan asks month by month as long as all of it is paid in time and nothing early: fen. */
export function requiredLine(input: PlanInput, months: number): Float64Array {
  const kept = simulatePlan({
    ...input,
    settings: { ...input.settings, strategy: 'minimumsOnly' },
    budget: PLENTY,
    horizonMonths: months,
  })
  return Float64Array.from({ length: months }, (_, step) => kept.months[step]?.requiredFen ?? 0)
}
