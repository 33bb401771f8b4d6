import { fromDayNumber, monthIndex, monthText } from '../calendar/local-date'
import type { BudgetEntry } from '../budget/month-budget'
import type { Fen } from '../money/fen'
import type { CompiledPlan } from './core/compiled-plan'
import { compileWith, planMoney } from './core/compile-plan'
import { newState, owedOn, totalOwed, type PathState } from './core/path-state'
import { runStep } from './core/run-step'
import type { PlanLoanMonth, PlanMonth, PlanResult } from './plan'
import type { PlanInput } from './plan-input'

export type { PlanInput } from './plan-input'

/**
 * The plan, month by month from today until the last debt ends or the horizon is reached: one function for every screen,
 * letter and test.
 *
 * Money    cash above the reserve today, then each month income less essentials and other spending; the first month counts
 *          only what moves from today on. Debts are never paid from the essentials, the reserve or a new loan, and early
 *          payment leaves what the coming instalments need (`freeOf`).
 * Lateness penalty interest is posted at each month's end on what is overdue then, an instalment missed in the month
 *          counting from its due day. It is rounded once a month, by `stateOn` once an instalment: they differ by at most
 *          a fen for each overdue instalment and half a fen for each month.
 * Invariant, to the fen, in every month: opening cash + income − essentials − other = paid + closing cash; and for each
 *          loan: opening + interest + penalty + fee = paid + closing.
 */
export function simulatePlan(input: PlanInput): PlanResult {
  const { on, settings } = input
  const first = monthIndex(on)
  const moneyOf = planMoney(input)
  const plan = compileWith(input, moneyOf, 0)
  const state = newState(plan)
  const months: PlanMonth[] = []
  let cash = plan.openingCash
  let totalPaid = 0
  let cost = 0
  let lowest = cash
  let debtFree: string | null = totalOwed(plan, state) === 0 ? monthText(first) : null
  for (let step = 0; debtFree === null && step < plan.steps; step += 1) {
    const money = moneyOf(step)
    const openingCash = cash
    const paid = runStep(plan, state, step, openingCash + money.disposableFen)
    cash = openingCash + money.disposableFen - paid
    const rows = input.loans.map(({ loan }, index) => loanMonth(plan, state, loan.id, index))
    const sum = (pick: (row: PlanLoanMonth) => number): number => rows.reduce((total, row) => total + pick(row), 0)
    const short = sum((row) => row.shortFen)
    const balance = sum((row) => row.closingFen)
    months.push({
      month: monthText(first + step),
      incomeFen: money.incomeFen,
      essentialsFen: money.essentialsFen,
      otherFen: money.otherFen,
      openingCashFen: openingCash as Fen,
      requiredFen: sum((row) => row.requiredFen) as Fen,
      paidFen: paid as Fen,
      shortFen: short as Fen,
      closingCashFen: cash as Fen,
      balanceFen: balance as Fen,
      loans: rows,
      timingGap: short > 0 ? null : timingGap(plan, state, openingCash, money.entries),
    })
    totalPaid += paid
    cost += sum((row) => row.interestFen + row.penaltyFen + row.feeFen)
    lowest = Math.min(lowest, cash)
    if (balance === 0) debtFree = monthText(first + step)
  }
  return {
    strategy: settings.strategy,
    months,
    debtFreeMonth: debtFree,
    totalPaidFen: totalPaid as Fen,
    costFen: cost as Fen,
    shortfallMonths: months.filter((month) => month.shortFen > 0).map(({ month, shortFen }) => ({ month, shortFen })),
    lowestCashFen: lowest as Fen,
  }
}

const loanMonth = (plan: CompiledPlan, state: PathState, loanId: string, loan: number): PlanLoanMonth => ({
  loanId,
  openingFen: (state.opening[loan] ?? 0) as Fen,
  interestFen: (state.interest[loan] ?? 0) as Fen,
  penaltyFen: (state.penalty[loan] ?? 0) as Fen,
  feeFen: (state.fee[loan] ?? 0) as Fen,
  requiredFen: (state.required[loan] ?? 0) as Fen,
  paidFen: (state.paid[loan] ?? 0) as Fen,
  closingFen: owedOn(plan, state, loan) as Fen,
  shortFen: (state.short[loan] ?? 0) as Fen,
})

/** The first due day on which the money of the month has not come yet, although the month balances. */
function timingGap(
  { rows, loanCount }: CompiledPlan,
  { dueRow, paid, required }: PathState,
  openingCash: number,
  entries: readonly BudgetEntry[],
): PlanMonth['timingGap'] {
  const due: { readonly day: number; readonly amount: number }[] = []
  for (let loan = 0; loan < loanCount; loan += 1) {
    const row = dueRow[loan] ?? -1
    if (row >= 0) due.push({ day: rows.day[row] ?? 0, amount: Math.min(paid[loan] ?? 0, required[loan] ?? 0) })
  }
  due.sort((left, right) => left.day - right.day)
  let cash = openingCash
  let entry = 0
  for (const { day, amount } of due) {
    const on = fromDayNumber(day)
    for (let moved = entries[entry]; moved !== undefined && moved.on <= on; moved = entries[entry]) {
      cash += moved.amountFen
      entry += 1
    }
    cash -= amount
    if (cash < 0) return { dueOn: on, shortFen: -cash as Fen }
  }
  return null
}
