import { dayNumber } from '../calendar/local-date'
import type { Arrangement } from '../extension/arrangement'
import { lateFeeCharge } from '../loan/late-fee'
import type { Loan, LoanId } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { penaltyIn, type PenaltyOf } from '../loan/penalty-rate'
import type { Fen } from '../money/fen'
import { earlyPaymentOf, keepsInstalment } from './early-payment'
import { savingAhead } from './saving'
import { arrangedRows, contractRows, rowsWithinGrace, type DueRow, type SimRow } from './sim-rows'

/** One loan as a simulation begins with it: plain numbers in fen, its rows to come and its rules. */
export interface SimLoan {
  readonly id: LoanId
  readonly rows: readonly SimRow[]
  readonly penaltyOf: PenaltyOf
  readonly lateFeeOf: (missed: number) => number
  readonly graceDays: number
  /** Penalty interest runs on the whole overdue instalment, not only on its principal. */
  readonly penaltyOnCharges: boolean
  /** What a yuan paid early saves in a year (`savingAhead`): where no row is known, and before each row. */
  readonly savingRate: number
  readonly savingBefore: readonly number[]
  /** Principal that is better kept than paid early, before each row. */
  readonly keepBefore: readonly number[]
  /** Fee for paying early, parts of 10 000 of the principal paid early. */
  readonly earlyFeePer10000: number
  /** What a yuan paid on arrears saves in a year. */
  readonly penaltyRate: number
  readonly mayPrepay: boolean
  /** A level instalment keeps its sum after early payment, so the term shortens; equal principal keeps its parts. */
  readonly keepsInstalment: boolean
  /** Principal not yet due. */
  readonly balance: number
  /** Owed without a date (民法典 675): never required, paid with what is left. */
  readonly onDemand: number
  /** Arrears past their grace days: principal, interest and fees, and what lateness added (which bears nothing). */
  readonly oldPrincipal: number
  readonly oldCharges: number
  readonly oldPenalty: number
  /** Day number of the oldest of them. */
  readonly oldSince: number
  /** Instalments that have fallen due and are not arrears yet, oldest first. */
  readonly due: readonly DueRow[]
}

/** Everything owed, due or not. */
export const owedIn = (loan: SimLoan): number =>
  loan.balance +
  loan.onDemand +
  loan.oldPrincipal +
  loan.oldCharges +
  loan.oldPenalty +
  sumOf(loan.due, (row) => row.principal + row.charges)

/** Puts a loan, as it stands or under an arrangement, into the simulation. */
export function simLoan(loan: Loan, state: LoanState, arrangement?: Arrangement): SimLoan {
  const rows = arrangement ? arrangedRows(arrangement) : contractRows(state)
  const due = arrangement ? [] : rowsWithinGrace(state)
  const inRows = rows.reduce((sum, row) => sum + row.principal, 0)
  const penalty = penaltyIn(loan, state)
  const mayPrepay = earlyPaymentOf(loan).keeps === null
  const saving = savingAhead(loan, state, arrangement, rows)
  const old = arrangement ? null : state
  // What has fallen due: a card also shows charges that are posted and not due yet, and they are in its rows.
  const oldCharges = old ? old.arrearsFen - old.overduePrincipalFen - sumOf(due, (row) => row.charges) : 0
  const oldPenalty = old ? Math.min(oldCharges, old.penaltyFen + old.lateFeeFen + old.compoundFen) : 0
  return {
    id: loan.id,
    rows,
    penaltyOf: penalty,
    lateFeeOf: lateFeeOf(loan),
    graceDays: loan.defaultTerms.graceDays,
    penaltyOnCharges: loan.defaultTerms.penaltyBase === 'overdueInstalment',
    savingRate: saving.whereNoRow,
    savingBefore: saving.before,
    keepBefore: saving.keep,
    earlyFeePer10000: arrangement ? 0 : (loan.prepayment.feePer10000 ?? 0),
    penaltyRate: penalty(1_000_000_00 as Fen, 365) / 1_000_000_00,
    mayPrepay,
    keepsInstalment: Boolean(arrangement) || keepsInstalment(loan.terms),
    balance: inRows,
    onDemand: old ? Math.max(0, old.principalFen - old.overduePrincipalFen - inRows) : 0,
    oldPrincipal: old ? old.overduePrincipalFen - sumOf(due, (row) => row.principal) : 0,
    oldCharges: oldCharges - oldPenalty,
    oldPenalty,
    oldSince: dayNumber(state.on) - state.daysLate,
    due,
  }
}

const sumOf = (rows: readonly DueRow[], pick: (row: DueRow) => number): number =>
  rows.reduce((sum, row) => sum + pick(row), 0)

/** Late fee as once for each missed instalment, whatever the contract says of its repetition. */
function lateFeeOf({ defaultTerms: { lateFee } }: Loan): (missed: number) => number {
  return lateFee === null ? () => 0 : (missed) => lateFeeCharge(lateFee, missed)
}
