import { indexOfMonth, monthIndex, monthText } from '../calendar/local-date'
import { typicalMonth } from '../budget/month-budget'
import type { Budget, BudgetLine } from '../budget/budget'
import type { Loan, LoanId } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { stateOn } from '../loan/state-on'
import { subtractFen, ZERO_FEN, type Fen } from '../money/fen'
import type { ChangeCause } from './plan-change'
import type { PlanInput } from './plan-input'
import type { PlanVersion, PromisedLoan } from './plan-version'
import {
  asPromised,
  lateness,
  paidIn,
  paymentsSince,
  withoutLateness,
  withoutPayment,
  withPayment,
  withPenalty,
} from './refold'

/** What is still known of the day a version was made. */
export interface KnownThen {
  readonly budget?: Budget | undefined
  readonly loans?: readonly Loan[] | undefined
}

/** A cause, and the plan of today as it would be without it. */
export interface UndoneCause {
  readonly cause: ChangeCause
  readonly without: PlanInput
}

type Entry = PlanInput['loans'][number]

/** Every cause on record, in the order of the loans and months, each undone alone. */
export function causesOf(
  version: PlanVersion,
  now: PlanInput,
  allLoans: readonly Loan[],
  then: KnownThen,
): readonly UndoneCause[] {
  const promised = new Map(version.loans.map((loan) => [loan.loanId, loan]))
  const open = now.loans.flatMap((entry) => {
    const loan = promised.get(entry.loan.id)
    return loan
      ? [...termsOf(now, entry, then), ...paymentsOf(version, now, entry, loan), ...latenessOf(version, now, entry)]
      : [added(now, entry)]
  })
  const isOpen = new Set(now.loans.map(({ loan }) => loan.id))
  const ended = allLoans.flatMap((loan) => {
    const was = promised.get(loan.id)
    return was && !isOpen.has(loan.id) ? endedOf(version, now, loan, was) : []
  })
  return [...open, ...ended, ...moneyOf(now, then.budget), ...strategyOf(version, now)]
}

/** Months of a version that are over, from its first on. */
const monthsOver = ({ firstMonth }: PlanVersion, { on }: PlanInput): number =>
  Math.max(0, monthIndex(on) - indexOfMonth(firstMonth))

const replaced = (now: PlanInput, id: LoanId, entry: Entry | null): PlanInput => ({
  ...now,
  loans: now.loans.flatMap((item) => (item.loan.id !== id ? [item] : entry ? [entry] : [])),
})

function stateOf(loan: Loan, now: PlanInput): LoanState | null {
  const state = stateOn(loan, now.on)
  return state.ok ? state.value : null
}

const added = (now: PlanInput, { loan, state }: Entry): UndoneCause => ({
  cause: { kind: 'loanAdded', loanId: loan.id, owedFen: state.owedFen },
  without: replaced(now, loan.id, null),
})

function paymentsOf(
  version: PlanVersion,
  now: PlanInput,
  entry: Entry,
  promised: PromisedLoan,
): readonly UndoneCause[] {
  const { loan, state } = entry
  const payments = paymentsSince(loan, version.madeOn, now.on, promised.paidThatDayFen)
  const first = indexOfMonth(version.firstMonth)
  const grown = lateness(loan, now.on)
  const causes: UndoneCause[] = []
  for (let index = 0; index < monthsOver(version, now); index += 1) {
    const promisedFen = promised.payFen[index] ?? ZERO_FEN
    const more = paidIn(payments, first + index) - promisedFen
    if (more === 0) continue
    const month = monthText(first + index)
    const made =
      more < 0
        ? withPayment(loan, state, version.madeOn, first + index, 0 - more)
        : withoutPayment(loan, now.on, first + index, more)
    const undone = stateOf(made, now)
    if (!undone) continue
    // What lateness added stays: it is a cause of its own.
    const kept = more < 0 ? Math.max(0, grown - lateness(made, now.on)) : 0
    const loanId = loan.id
    causes.push({
      cause:
        more < 0
          ? { kind: 'paymentMissed', loanId, month, promisedFen, lessFen: (0 - more) as Fen }
          : { kind: 'paidMore', loanId, month, promisedFen, moreFen: more as Fen },
      without: replaced(now, loanId, { ...entry, loan: made, state: withPenalty(undone, kept) }),
    })
  }
  return causes
}

function latenessOf(version: PlanVersion, now: PlanInput, entry: Entry): readonly UndoneCause[] {
  const { loan } = entry
  const before = lateness(loan, version.madeOn)
  const amountFen = (lateness(loan, now.on) - before) as Fen
  const undone = amountFen > 0 ? stateOf(withoutLateness(loan), now) : null
  if (!undone) return []
  return [
    {
      cause: { kind: 'penaltyGrew', loanId: loan.id, amountFen },
      without: replaced(now, loan.id, { ...entry, state: withPenalty(undone, before) }),
    },
  ]
}

function termsOf(now: PlanInput, { loan, state, arrangement }: Entry, { loans }: KnownThen): readonly UndoneCause[] {
  const cause: ChangeCause = { kind: 'termsChanged', loanId: loan.id }
  if (arrangement) return [{ cause, without: replaced(now, loan.id, { loan, state }) }]
  const was = loans?.find(({ id }) => id === loan.id)
  if (!was || contractText(was) === contractText(loan)) return []
  const made: Loan = { ...was, events: loan.events }
  const undone = stateOf(made, now)
  return undone ? [{ cause, without: replaced(now, loan.id, { loan: made, state: undone }) }] : []
}

const contractText = ({ terms, defaultTerms, prepayment, recurringFees }: Loan): string =>
  JSON.stringify([terms, defaultTerms, prepayment, recurringFees])

function endedOf(version: PlanVersion, now: PlanInput, loan: Loan, promised: PromisedLoan): readonly UndoneCause[] {
  const over = monthsOver(version, now)
  const promisedFen = over === 0 ? promised.owedFen : (promised.closingFen[over - 1] ?? ZERO_FEN)
  const state = stateOf(loan, now)
  if (!state || promisedFen === 0) return []
  const made = asPromised(loan, state, version.madeOn, promised.payFen.slice(0, over))
  const undone = stateOf(made, now)
  if (!undone) return []
  return [
    {
      cause: { kind: 'loanEnded', loanId: loan.id, promisedFen },
      without: undone.owedFen === 0 ? now : { ...now, loans: [...now.loans, { loan: made, state: undone }] },
    },
  ]
}

function moneyOf(now: PlanInput, budget: Budget | undefined): readonly UndoneCause[] {
  if (!budget) return []
  const [was, is] = [typicalMonth(budget, now.on), typicalMonth(now.budget, now.on)]
  const spent = (month: typeof was): number => month.essentialsFen + month.otherFen
  const isIncome = ({ side }: BudgetLine): boolean => side === 'income'
  const swapped = (income: Budget, spending: Budget): PlanInput => ({
    ...now,
    budget: {
      ...now.budget,
      lines: [...income.lines.filter(isIncome), ...spending.lines.filter((line) => !isIncome(line))],
    },
  })
  const causes: UndoneCause[] = []
  if (was.incomeFen !== is.incomeFen)
    causes.push({
      cause: { kind: 'incomeChanged', monthlyFen: subtractFen(is.incomeFen, was.incomeFen) },
      without: swapped(budget, now.budget),
    })
  if (spent(was) !== spent(is))
    causes.push({
      cause: { kind: 'spendingChanged', monthlyFen: (spent(is) - spent(was)) as Fen },
      without: swapped(now.budget, budget),
    })
  return causes
}

function strategyOf({ settings }: PlanVersion, now: PlanInput): readonly UndoneCause[] {
  const [from, to] = [settings.strategy, now.settings.strategy]
  const isSameOrder = from !== 'ownOrder' || settings.ownOrder.join() === now.settings.ownOrder.join()
  if (from === to && isSameOrder) return []
  return [{ cause: { kind: 'strategyChanged', from, to }, without: { ...now, settings } }]
}
