import type { Budget, BudgetLine } from '../budget/budget'
import { monthBudget } from '../budget/month-budget'
import { monthIndex, type LocalDate } from '../calendar/local-date'
import type { StressAssumptions } from './assumptions'
import { RANDOM_RANGE, type Random } from './random'

/** Money of many imagined runs of the same months: fen disposable in month `step` of path `path` at `path × months + step`. */
export interface ImaginedMoney {
  readonly paths: number
  readonly months: number
  readonly money: Float64Array
}

/** Draws the disposable money of so many paths. */
export interface MoneyMachine {
  /** Writes the next path's months from a place of an array on. */
  readonly writePath: (into: Float64Array, from: number) => void
}

/**
 * The model of money, from the month of `on` (what still moves in it) for so many months. Per path and month, independent
 * of other paths:
 *
 * - each income line = its budgeted sum × (1 + range × (u + v − 1)), u and v even between 0 and 1: at most `range` up or
 *   down, small deviations likelier than large ones, the average exactly the budget's. Lines and months are independent;
 * - essentials and other spending together stray likewise;
 * - work: a chain of two states. With work, the wage stops with the monthly chance from next month at the earliest;
 *   without, it comes back each month with 1 ÷ `meanMonths`. Without work wage lines bring nothing and `incomeFen` comes;
 * - illness: from next month on, independent each month: an expense, and part of wage and own business is not earned.
 *
 * Left out on purpose: trends, seasons, links between lines, several losses at once of a couple (each wage line stops with
 * the same work). Only + − × ÷ are used, so the same seed gives the same fen on every machine. Sums are rounded to the fen.
 */
export function moneyMachine(
  budget: Budget,
  on: LocalDate,
  months: number,
  assumptions: StressAssumptions,
  random: Random,
): MoneyMachine {
  const { incomeRangePercent, spendingRangePercent, jobLoss, illness } = assumptions
  const incomes = budget.lines.filter(({ side }) => side === 'income')
  const count = incomes.length
  const sums = new Float64Array(count * months)
  incomes.forEach((line, index) => sums.set(monthlySums(line, on, months), index * months))
  const ranges = Float64Array.from(incomes, ({ certainty }) => incomeRangePercent[certainty] / 100)
  const stopsWithoutWork = Uint8Array.from(incomes, ({ category }) => (category === 'wage' ? 1 : 0))
  const isEarned = Uint8Array.from(incomes, ({ category }) =>
    category === 'wage' || category === 'selfEmployed' ? 1 : 0,
  )
  const spending = spendingSums(budget, on, months)
  const spendingRange = spending.some((sum) => sum > 0) ? spendingRangePercent / 100 : 0
  const losesBelow = (jobLoss.monthlyPercent / 100) * RANDOM_RANGE
  const returnsBelow = RANDOM_RANGE / Math.max(1, jobLoss.meanMonths)
  const fallsIllBelow = (illness.monthlyPercent / 100) * RANDOM_RANGE
  const earnedWhenIll = 1 - illness.lostIncomePercent / 100
  const stray = (range: number): number => (range === 0 ? 1 : 1 + range * ((random() + random()) / RANDOM_RANGE - 1))
  return {
    writePath: (into, from) => {
      let hasWork = true
      for (let step = 0; step < months; step += 1) {
        if (step > 0 && losesBelow > 0) hasWork = hasWork ? random() >= losesBelow : random() < returnsBelow
        const isIll = step > 0 && fallsIllBelow > 0 && random() < fallsIllBelow
        let income = hasWork ? 0 : jobLoss.incomeFen
        for (let index = 0; index < count; index += 1) {
          // Drawn whether it counts or not, so that the months after it are the same.
          const strayed = (sums[index * months + step] ?? 0) * stray(ranges[index] ?? 0)
          if (!hasWork && stopsWithoutWork[index] === 1) continue
          income += isIll && isEarned[index] === 1 ? strayed * earnedWhenIll : strayed
        }
        const spent = (spending[step] ?? 0) * stray(spendingRange) + (isIll ? illness.expenseFen : 0)
        into[from + step] = Math.floor(income + 0.5) - Math.floor(spent + 0.5)
      }
    },
  }
}

/** All paths at once, so that several offers can be held against the same months (common random numbers). */
export function imagineMoney(machine: MoneyMachine, paths: number, months: number): ImaginedMoney {
  const money = new Float64Array(paths * months)
  for (let path = 0; path < paths; path += 1) machine.writePath(money, path * months)
  return { paths, months, money }
}

const monthlySums = (line: BudgetLine, on: LocalDate, months: number): Float64Array =>
  Float64Array.from(
    { length: months },
    (_, step) => monthBudget(only(line), monthIndex(on) + step, step === 0 ? on : undefined).incomeFen,
  )

const only = (line: BudgetLine): Budget => ({
  lines: [line],
  cashNowFen: 0 as Budget['cashNowFen'],
  reserveFen: 0 as Budget['reserveFen'],
})

function spendingSums(budget: Budget, on: LocalDate, months: number): Float64Array {
  return Float64Array.from({ length: months }, (_, step) => {
    const { essentialsFen, otherFen } = monthBudget(budget, monthIndex(on) + step, step === 0 ? on : undefined)
    return essentialsFen + otherFen
  })
}
