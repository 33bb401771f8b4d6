import { dayInMonth, daysBetween, monthIndex, type LocalDate } from '../calendar/local-date'
import type { Arrangement } from '../extension/arrangement'
import { contractRate } from '../loan/contract-rate'
import type { Loan, LoanId } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { penaltyOf, type PenaltyOf } from '../loan/penalty-rate'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { simpleAnnualFraction } from '../rate/interest-rate'

/** One future instalment as the simulator needs it. `opening` is the principal not yet due before it. */
interface SimRow {
  readonly month: number
  readonly dueOn: LocalDate
  readonly opening: number
  readonly principal: number
  readonly interest: number
  readonly fee: number
}

/** One loan inside a simulation: plain numbers in fen that change month by month, and this month's postings. */
export interface SimLoan {
  readonly id: LoanId
  readonly entry: number
  readonly rows: readonly SimRow[]
  readonly penaltyOf: PenaltyOf
  readonly lateFeeOf: (missed: number) => number
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
  oldPrincipal: number
  oldCharges: number
  newPrincipal: number
  newCharges: number
  dueOn: LocalDate | null
  opening: number
  interest: number
  penalty: number
  fee: number
  required: number
  paid: number
  short: number
}

const owed = (loan: SimLoan): number =>
  loan.balance + loan.onDemand + loan.oldPrincipal + loan.oldCharges + loan.newPrincipal + loan.newCharges

export const totalOwed = (loans: readonly SimLoan[]): number => loans.reduce((sum, loan) => sum + owed(loan), 0)

/** Puts a loan, as it stands or under an arrangement, into the simulation. */
export function simLoan(loan: Loan, state: LoanState, arrangement: Arrangement | undefined, entry: number): SimLoan {
  const rows = arrangement ? arrangedRows(arrangement) : contractRows(state)
  const inRows = rows.reduce((sum, row) => sum + row.principal, 0)
  const charges = state.arrearsFen - state.overduePrincipalFen
  const rate = simpleAnnualFraction(arrangement ? arrangement.rate : contractRate(loan))
  const penalty = penaltyOf(loan)
  const saves = loan.prepayment === 'byActualDays'
  return {
    id: loan.id,
    entry,
    rows,
    penaltyOf: penalty,
    lateFeeOf: lateFeeOf(loan),
    savingRate: saves ? rate : 0,
    penaltyRate: penalty(1_000_000_00 as Fen, 365) / 1_000_000_00,
    mayPrepay: saves,
    keepsInstalment:
      Boolean(arrangement) || loan.terms.kind === 'levelInstalment' || loan.terms.kind === 'lenderSchedule',
    next: 0,
    balance: inRows,
    onDemand: arrangement ? 0 : Math.max(0, state.principalFen - state.overduePrincipalFen - inRows),
    oldPrincipal: arrangement ? 0 : state.overduePrincipalFen,
    oldCharges: arrangement ? 0 : charges,
    newPrincipal: 0,
    newCharges: 0,
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

/**
 * Rows of an arrangement. Old interest and charges are owed already, so they count with the principal of their rows; the
 * interest is the schedule's own.
 */
function arrangedRows({ rows }: Arrangement): readonly SimRow[] {
  let opening = rows.reduce((sum, row) => sum + row.principalFen + row.arrearsFen, 0)
  return rows.map((row) => {
    const before = opening
    const principal = row.principalFen + row.arrearsFen
    opening -= principal
    return {
      month: monthIndex(row.dueOn),
      dueOn: row.dueOn,
      opening: before,
      principal,
      interest: row.interestFen,
      fee: 0,
    }
  })
}

function contractRows(state: LoanState): readonly SimRow[] {
  const open = state.rows.filter((row) => row.n > 0 && row.dueOn >= state.on && row.openFen > 0)
  let opening = open.reduce((sum, row) => sum + row.openPrincipalFen, 0)
  return open.map((row) => {
    const before = opening
    opening -= row.openPrincipalFen
    const charges = row.openFen - row.openPrincipalFen
    const interest = Math.min(row.interestFen, charges)
    return {
      month: monthIndex(row.dueOn),
      dueOn: row.dueOn,
      opening: before,
      principal: row.openPrincipalFen,
      interest,
      fee: charges - interest,
    }
  })
}

function lateFeeOf(loan: Loan): (missed: number) => number {
  const { lateFee } = loan.defaultTerms
  if (lateFee === null) return () => 0
  if (lateFee.by === 'fixed') return () => lateFee.amountFen
  return (missed) => {
    const floored = Math.max(mulDivFen(missed as Fen, lateFee.sharePer10000, 10_000), lateFee.minFen)
    return lateFee.maxFen === null ? floored : Math.min(floored, lateFee.maxFen)
  }
}

/**
 * Opens a month: penalty interest on what is overdue for the days of the month (the first month counts from `from`), then
 * what falls due. Interest of an instalment is the contract's while nothing was paid early, else in proportion to the
 * principal really left, rounded half up.
 */
export function openMonth(loan: SimLoan, month: number, from: LocalDate | null): void {
  loan.opening = owed(loan)
  const last = dayInMonth(month, 31)
  const days = from === null ? Number(last.slice(8)) : daysBetween(from, last)
  loan.penalty = loan.oldPrincipal > 0 ? loan.penaltyOf(loan.oldPrincipal as Fen, days) : 0
  loan.oldCharges += loan.penalty
  loan.interest = 0
  loan.fee = 0
  loan.dueOn = null
  loan.paid = 0
  for (let row = loan.rows[loan.next]; row !== undefined && row.month <= month; row = loan.rows[loan.next]) {
    loan.next += 1
    postRow(loan, row, loan.next === loan.rows.length)
  }
  loan.required = loan.oldPrincipal + loan.oldCharges + loan.newPrincipal + loan.newCharges
}

function postRow(loan: SimLoan, row: SimRow, isLast: boolean): void {
  const isIntact = loan.balance === row.opening
  const interest = isIntact ? row.interest : mulDivFen(row.interest as Fen, loan.balance, Math.max(1, row.opening))
  const wanted = loan.keepsInstalment ? row.principal + row.interest - interest : row.principal
  const principal = isLast ? loan.balance : Math.min(loan.balance, isIntact ? row.principal : wanted)
  // Paid off early: what the contract charged beside the instalment ends with it.
  const fee = loan.balance === 0 && row.opening > 0 ? 0 : row.fee
  loan.balance -= principal
  loan.newPrincipal += principal
  loan.newCharges += interest + fee
  loan.interest += interest
  loan.fee += fee
  loan.dueOn ??= row.dueOn
}

/** Pays what is required: what is oldest first, in each charges before principal. Returns the money left. */
export function payRequired(loan: SimLoan, money: number): number {
  let left = money
  const take = (open: number): number => {
    const part = Math.min(left, open)
    left -= part
    return part
  }
  loan.oldCharges -= take(loan.oldCharges)
  loan.oldPrincipal -= take(loan.oldPrincipal)
  loan.newCharges -= take(loan.newCharges)
  loan.newPrincipal -= take(loan.newPrincipal)
  loan.paid += money - left
  return left
}

/** Pays principal before it is due (or what is owed on demand). Returns the money left. */
export function payEarly(loan: SimLoan, money: number): number {
  const onDemand = Math.min(money, loan.onDemand)
  loan.onDemand -= onDemand
  const early = loan.mayPrepay ? Math.min(money - onDemand, loan.balance) : 0
  loan.balance -= early
  loan.paid += onDemand + early
  return money - onDemand - early
}

/** Closes a month: what was required and not paid is arrears, with a late fee for an instalment missed this month. */
export function closeMonth(loan: SimLoan): void {
  const missed = loan.newPrincipal + loan.newCharges
  loan.short = loan.oldPrincipal + loan.oldCharges + missed
  if (missed > 0) {
    const lateFee = loan.lateFeeOf(missed)
    loan.penalty += lateFee
    loan.oldCharges += lateFee
  }
  loan.oldPrincipal += loan.newPrincipal
  loan.oldCharges += loan.newCharges
  loan.newPrincipal = 0
  loan.newCharges = 0
}

export const closing = owed
