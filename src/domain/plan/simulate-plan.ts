import { monthIndex, monthText, type LocalDate } from '../calendar/local-date'
import type { Budget } from '../budget/budget'
import type { BudgetEntry, MonthBudget } from '../budget/month-budget'
import type { Arrangement } from '../extension/arrangement'
import type { Loan, LoanId } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import type { Fen } from '../money/fen'
import type { PlanLoanMonth, PlanMonth, PlanResult, PlanSettings } from './plan'
import { heldBack } from './held-back'
import { monthDays } from './month-steps'
import { prioritiesOf } from './priority'
import { runMonth, runPrescribed } from './run-month'
import type { Scenario } from './scenario'
import { paysEarlyIn, scenarioMonth } from './scenario-money'
import { owedIn, simLoan, totalOwed, type SimLoan } from './sim-loan'

export interface PlanInput {
  readonly on: LocalDate
  readonly loans: readonly { readonly loan: Loan; readonly state: LoanState; readonly arrangement?: Arrangement }[]
  readonly budget: Budget
  readonly settings: PlanSettings
  /** Months simulated at the most; 360 unless given. */
  readonly horizonMonths?: number
  /** What goes otherwise than the budget says (`scenarioMonth`). */
  readonly scenario?: Scenario | undefined
  /**
   * Fen to pay each loan, month by month from the month of `on`, instead of the strategy's order. Of a sum, what the loan
   * can take (what is due, then early what may be paid early) is paid, in the order of the loans, as long as there is
   * money; the rest stays cash. A loan or a month that is not named is paid nothing.
   */
  readonly prescribed?: ReadonlyMap<LoanId, readonly number[]> | undefined
}

const HORIZON_MONTHS = 360

/**
 * The plan, month by month from today until the last debt ends or the horizon is reached: one function for every screen,
 * letter and test.
 *
 * Money    cash above the reserve today, then each month income less essentials and other spending; the first month counts
 *          only what moves from today on. Debts are never paid from the essentials, the reserve or a new loan, and early
 *          payment leaves what the coming instalments need (`heldBack`).
 * Lateness penalty interest is posted at each month's end on what is overdue then, an instalment missed in the month
 *          counting from its due day. It is rounded once a month, by `stateOn` once an instalment: they differ by at most
 *          a fen for each overdue instalment and half a fen for each month.
 * Invariant, to the fen, in every month: opening cash + income − essentials − other = paid + closing cash; and for each
 *          loan: opening + interest + penalty + fee = paid + closing.
 */
export function simulatePlan(input: PlanInput): PlanResult {
  const { on, budget, settings, scenario, prescribed } = input
  const loans = input.loans.map(({ loan, state, arrangement }, entry) => simLoan(loan, state, arrangement, entry))
  const priorities = prioritiesOf(settings.strategy, settings.ownOrder)
  const first = monthIndex(on)
  const moneyByStep: MonthBudget[] = []
  const moneyOf = (step: number): MonthBudget =>
    (moneyByStep[step] ??= scenarioMonth(budget, scenario, first + step, step === 0 ? on : undefined))
  const held = heldBack(loans, first, (step) => moneyOf(step).disposableFen)
  const months: PlanMonth[] = []
  let cash = Math.max(0, budget.cashNowFen - budget.reserveFen)
  let totalPaid = 0
  let cost = 0
  let lowest = cash
  let debtFree: string | null = totalOwed(loans) === 0 ? monthText(first) : null
  for (let step = 0; debtFree === null && step < (input.horizonMonths ?? HORIZON_MONTHS); step += 1) {
    const month = first + step
    const money = moneyOf(step)
    const openingCash = cash
    const days = monthDays(month, step === 0 ? on : null)
    const available = openingCash + money.disposableFen
    const mayPayEarly = paysEarlyIn(scenario, month)
    const paid = prescribed
      ? runPrescribed(loans, days, available, (loan) => prescribed.get(loan.id)?.[step] ?? 0, mayPayEarly)
      : runMonth(loans, days, available, mayPayEarly ? priorities : { ...priorities, early: null }, {
          heldBack: held,
          step,
        })
    cash = available - paid
    const rows = loans.map(loanMonth)
    const short = loans.reduce((sum, loan) => sum + loan.short, 0)
    const balance = totalOwed(loans)
    months.push({
      month: monthText(month),
      incomeFen: money.incomeFen,
      essentialsFen: money.essentialsFen,
      otherFen: money.otherFen,
      openingCashFen: openingCash as Fen,
      requiredFen: loans.reduce((sum, loan) => sum + loan.required, 0) as Fen,
      paidFen: paid as Fen,
      shortFen: short as Fen,
      closingCashFen: cash as Fen,
      balanceFen: balance as Fen,
      loans: rows,
      timingGap: short > 0 ? null : timingGap(loans, openingCash, money.entries),
    })
    totalPaid += paid
    for (const loan of loans) cost += loan.interest + loan.penalty + loan.fee
    lowest = Math.min(lowest, cash)
    if (balance === 0) debtFree = monthText(month)
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

const loanMonth = (loan: SimLoan): PlanLoanMonth => ({
  loanId: loan.id,
  openingFen: loan.opening as Fen,
  interestFen: loan.interest as Fen,
  penaltyFen: loan.penalty as Fen,
  feeFen: loan.fee as Fen,
  requiredFen: loan.required as Fen,
  paidFen: loan.paid as Fen,
  closingFen: owedIn(loan) as Fen,
  shortFen: loan.short as Fen,
})

/** The first due day on which the money of the month has not come yet, although the month balances. */
function timingGap(
  loans: readonly SimLoan[],
  openingCash: number,
  entries: readonly BudgetEntry[],
): PlanMonth['timingGap'] {
  const due = loans
    .flatMap((loan) => (loan.dueOn === null ? [] : [{ on: loan.dueOn, amount: Math.min(loan.paid, loan.required) }]))
    .sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))
  let cash = openingCash
  let entry = 0
  for (const { on, amount } of due) {
    for (let moved = entries[entry]; moved !== undefined && moved.on <= on; moved = entries[entry]) {
      cash += moved.amountFen
      entry += 1
    }
    cash -= amount
    if (cash < 0) return { dueOn: on, shortFen: -cash as Fen }
  }
  return null
}
