import { dayNumber, type LocalDate } from '../calendar/local-date'
import type { Arrangement } from '../extension/arrangement'
import { contractRate } from '../loan/contract-rate'
import { lateFeeCharge } from '../loan/late-fee'
import type { Loan, LoanId } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import type { LoanTerms } from '../loan/terms'
import { penaltyIn, type PenaltyOf } from '../loan/penalty-rate'
import type { Fen } from '../money/fen'
import { simpleAnnualFraction } from '../rate/interest-rate'
import { earlyPaymentOf } from './early-payment'
import { arrangedRows, contractRows, rowsWithinGrace, type DueRow, type SimRow } from './sim-rows'

/** One loan inside a simulation: plain numbers in fen that change month by month, and this month's postings. */
export interface SimLoan {
  readonly id: LoanId
  readonly entry: number
  readonly rows: readonly SimRow[]
  readonly penaltyOf: PenaltyOf
  readonly lateFeeOf: (missed: number) => number
  readonly graceDays: number
  /** Penalty interest runs on the whole overdue instalment, not only on its principal. */
  readonly penaltyOnCharges: boolean
  /** What a yuan paid early saves in a year; 0 where paying early saves nothing. */
  readonly savingRate: number
  /** What a yuan paid on arrears saves in a year. */
  readonly penaltyRate: number
  readonly mayPrepay: boolean
  /** A level instalment keeps its sum after early payment, so the term shortens; equal principal keeps its parts. */
  readonly keepsInstalment: boolean
  next: number
  /** Principal not yet due. */
  balance: number
  /** Owed without a date (民法典 675): never required, paid with what is left. */
  onDemand: number
  /** Arrears past their grace days: principal, interest and fees, and what lateness added (which bears nothing). */
  oldPrincipal: number
  oldCharges: number
  oldPenalty: number
  /** Day number of the oldest of them. */
  oldSince: number
  /** Instalments that have fallen due and are not arrears yet, oldest first. */
  due: DueRow[]
  /** Day number of the last day of the month that is open. */
  lastDay: number
  dueOn: LocalDate | null
  opening: number
  interest: number
  penalty: number
  fee: number
  required: number
  paid: number
  short: number
}

/** What has fallen due and is not paid. */
export function dueNow(loan: SimLoan): number {
  let sum = loan.oldPrincipal + loan.oldCharges + loan.oldPenalty
  for (const row of loan.due) sum += row.principal + row.charges
  return sum
}

/** Everything owed, due or not. */
export const owedIn = (loan: SimLoan): number => loan.balance + loan.onDemand + dueNow(loan)

export const totalOwed = (loans: readonly SimLoan[]): number => loans.reduce((sum, loan) => sum + owedIn(loan), 0)

/** Day number of the oldest instalment that is open; infinite when nothing is due. */
export const oldestDay = (loan: SimLoan): number =>
  loan.oldPrincipal + loan.oldCharges + loan.oldPenalty > 0 ? loan.oldSince : (loan.due[0]?.day ?? Infinity)

/** Puts a loan, as it stands or under an arrangement, into the simulation. */
export function simLoan(loan: Loan, state: LoanState, arrangement: Arrangement | undefined, entry: number): SimLoan {
  const rows = arrangement ? arrangedRows(arrangement) : contractRows(state)
  const due = arrangement ? [] : rowsWithinGrace(state)
  const inRows = rows.reduce((sum, row) => sum + row.principal, 0)
  const penalty = penaltyIn(loan, state)
  const mayPrepay = earlyPaymentOf(loan).keeps === null
  const old = arrangement ? null : state
  // What has fallen due: a card also shows charges that are posted and not due yet, and they are in its rows.
  const oldCharges = old ? old.arrearsFen - old.overduePrincipalFen - sumOf(due, (row) => row.charges) : 0
  const oldPenalty = old ? Math.min(oldCharges, old.penaltyFen + old.lateFeeFen + old.compoundFen) : 0
  return {
    id: loan.id,
    entry,
    rows,
    penaltyOf: penalty,
    lateFeeOf: lateFeeOf(loan),
    graceDays: loan.defaultTerms.graceDays,
    penaltyOnCharges: loan.defaultTerms.penaltyBase === 'overdueInstalment',
    savingRate: mayPrepay ? simpleAnnualFraction(arrangement ? arrangement.rate : contractRate(loan)) : 0,
    penaltyRate: penalty(1_000_000_00 as Fen, 365) / 1_000_000_00,
    mayPrepay,
    keepsInstalment: Boolean(arrangement) || keepsInstalment(loan.terms),
    next: 0,
    balance: inRows,
    onDemand: old ? Math.max(0, old.principalFen - old.overduePrincipalFen - inRows) : 0,
    oldPrincipal: old ? old.overduePrincipalFen - sumOf(due, (row) => row.principal) : 0,
    oldCharges: oldCharges - oldPenalty,
    oldPenalty,
    oldSince: dayNumber(state.on) - state.daysLate,
    due: [...due],
    lastDay: 0,
    dueOn: null,
    opening: 0,
    interest: 0,
    penalty: 0,
    fee: 0,
    required: 0,
    paid: 0,
    short: 0,
  }
}

/** An independent copy, to try something on. */
export const copyOf = (loan: SimLoan): SimLoan => ({ ...loan, due: loan.due.map((row) => ({ ...row })) })

const sumOf = (rows: readonly DueRow[], pick: (row: DueRow) => number): number =>
  rows.reduce((sum, row) => sum + pick(row), 0)

const keepsInstalment = (terms: LoanTerms): boolean =>
  terms.kind === 'levelInstalment' ||
  terms.kind === 'lenderSchedule' ||
  (terms.kind === 'dailyBalance' && terms.repayment === 'level')

/** Late fee as once for each missed instalment, whatever the contract says of its repetition. */
function lateFeeOf({ defaultTerms: { lateFee } }: Loan): (missed: number) => number {
  return lateFee === null ? () => 0 : (missed) => lateFeeCharge(lateFee, missed)
}
