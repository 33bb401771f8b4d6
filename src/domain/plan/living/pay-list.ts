import { addDays, dayInMonth, monthIndex, type LocalDate } from '../../calendar/local-date'
import type { DebitMandate, Loan, LoanId } from '../../loan/loan'
import type { LoanState } from '../../loan/loan-state'
import { ZERO_FEN, type Fen } from '../../money/fen'
import type { PlanLoanMonth, PlanResult } from '../plan'
import { paidByMonth } from './paid-in'

/** One line of "pay X to Y by Z". */
export interface PayItem {
  readonly loan: Loan
  /** Still to pay this month by the plan. */
  readonly payFen: Fen
  /** What the contract asks this month, arrears included. */
  readonly requiredFen: Fen
  /** Already on record this month. */
  readonly paidFen: Fen
  /** The day it is due: today for what is overdue, the month's last for what is paid early. */
  readonly byOn: LocalDate
  readonly why: 'overdue' | 'due' | 'early'
  /** Due within a week. */
  readonly isSoon: boolean
  readonly debit: DebitMandate | null
  /** The claim changed hands and nobody has confirmed it: verify before paying. */
  readonly isCreditorUnverified: boolean
}

export interface PayList {
  readonly items: readonly PayItem[]
  /** Due within a week, but next month: by the plan of that month. */
  readonly nextMonth: readonly PayItem[]
  /** Loans on which nothing more is asked this month and something was paid. */
  readonly done: readonly { readonly loan: Loan; readonly paidFen: Fen }[]
  /** Loans whose contract asks for more this month and for which the plan has no money. */
  readonly unfunded: readonly { readonly loan: Loan; readonly requiredFen: Fen }[]
  readonly leftToPayFen: Fen
  /** Cash of the plan at the month's end when all of it is paid. */
  readonly leftOverFen: Fen
  /** Asked this month and not covered by the plan's money. */
  readonly shortFen: Fen
}

const SOON_DAYS = 7

/** What the plan says to pay in the rest of this month, what is overdue first, then by day. `plan` was simulated today. */
export function payList(
  plan: PlanResult,
  loans: readonly { readonly loan: Loan; readonly state: LoanState }[],
  today: LocalDate,
): PayList {
  const month = plan.months[0]
  const soon = addDays(today, SOON_DAYS)
  const items: PayItem[] = []
  const nextMonth: PayItem[] = []
  const done: { loan: Loan; paidFen: Fen }[] = []
  const unfunded: { loan: Loan; requiredFen: Fen }[] = []
  for (const { loan, state } of loans) {
    const paidFen = paidByMonth(loan, today).get(today.slice(0, 7)) ?? ZERO_FEN
    const itemOf = (row: PlanLoanMonth, why: PayItem['why'], byOn: LocalDate, alreadyFen: Fen): PayItem => ({
      loan,
      payFen: row.paidFen,
      requiredFen: row.requiredFen,
      paidFen: alreadyFen,
      byOn,
      why,
      isSoon: byOn <= soon,
      debit: loan.debit,
      isCreditorUnverified: state.creditor.because !== 'contract' && state.creditor.verifiedOn === null,
    })
    const { nextDueOn } = state
    const isThisMonth = nextDueOn !== null && monthIndex(nextDueOn) === monthIndex(today)
    const row = rowOf(plan, 0, loan.id)
    const later = rowOf(plan, 1, loan.id)
    if (nextDueOn !== null && !isThisMonth && nextDueOn <= soon && later && later.paidFen > 0)
      nextMonth.push(itemOf(later, 'due', nextDueOn, ZERO_FEN))
    if (row && row.paidFen > 0) {
      const why = state.arrearsFen > 0 ? 'overdue' : isThisMonth ? 'due' : 'early'
      const byOn = why === 'overdue' ? today : isThisMonth ? nextDueOn : dayInMonth(monthIndex(today), 31)
      items.push(itemOf(row, why, byOn, paidFen))
    } else if (row && row.requiredFen > 0) unfunded.push({ loan, requiredFen: row.requiredFen })
    else if (paidFen > 0) done.push({ loan, paidFen })
  }
  return {
    items: byUrgency(items),
    nextMonth: byUrgency(nextMonth),
    done,
    unfunded,
    leftToPayFen: month?.paidFen ?? ZERO_FEN,
    leftOverFen: month?.closingCashFen ?? ZERO_FEN,
    shortFen: month?.shortFen ?? ZERO_FEN,
  }
}

const rowOf = ({ months }: PlanResult, step: number, id: LoanId): PlanLoanMonth | undefined =>
  months[step]?.loans.find(({ loanId }) => loanId === id)

/** What is overdue first, then by day. */
function byUrgency(items: readonly PayItem[]): readonly PayItem[] {
  const order = (item: PayItem): string => `${item.why === 'overdue' ? 0 : 1} ${item.byOn}`
  return [...items].sort((left, right) => (order(left) < order(right) ? -1 : order(left) > order(right) ? 1 : 0))
}
