import { addDays, dayInMonth, monthIndex, type LocalDate } from '../../calendar/local-date'
import type { DebitMandate, Loan } from '../../loan/loan'
import type { LoanState } from '../../loan/loan-state'
import { ZERO_FEN, type Fen } from '../../money/fen'
import type { PlanResult } from '../plan'
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
  const items: PayItem[] = []
  const done: { loan: Loan; paidFen: Fen }[] = []
  const unfunded: { loan: Loan; requiredFen: Fen }[] = []
  for (const { loan, state } of loans) {
    const row = month?.loans.find(({ loanId }) => loanId === loan.id)
    const paidFen = paidByMonth(loan, today).get(today.slice(0, 7)) ?? ZERO_FEN
    if (!row || row.paidFen === 0) {
      if (row && row.requiredFen > 0) unfunded.push({ loan, requiredFen: row.requiredFen })
      else if (paidFen > 0) done.push({ loan, paidFen })
      continue
    }
    const dueThisMonth = state.nextDueOn !== null && monthIndex(state.nextDueOn) === monthIndex(today)
    const why = state.arrearsFen > 0 ? 'overdue' : dueThisMonth ? 'due' : 'early'
    const lastDay = dayInMonth(monthIndex(today), 31)
    const byOn = why === 'overdue' ? today : why === 'due' ? (state.nextDueOn ?? lastDay) : lastDay
    items.push({
      loan,
      payFen: row.paidFen,
      requiredFen: row.requiredFen,
      paidFen,
      byOn,
      why,
      isSoon: byOn <= addDays(today, SOON_DAYS),
      debit: loan.debit,
      isCreditorUnverified: state.creditor.because !== 'contract' && state.creditor.verifiedOn === null,
    })
  }
  const order = (item: PayItem): string => `${item.why === 'overdue' ? 0 : 1} ${item.byOn}`
  return {
    items: items.sort((left, right) => (order(left) < order(right) ? -1 : order(left) > order(right) ? 1 : 0)),
    done,
    unfunded,
    leftToPayFen: month?.paidFen ?? ZERO_FEN,
    leftOverFen: month?.closingCashFen ?? ZERO_FEN,
    shortFen: month?.shortFen ?? ZERO_FEN,
  }
}
