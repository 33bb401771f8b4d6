import { daysBetween, type LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { onDemandInterestOn, type LoanFold } from './fold-state'
import {
  compoundOn,
  daysLateOn,
  hasFallenDue,
  lateFeeOn,
  openInstalment,
  openInterest,
  openPrincipal,
  penaltyOn,
  type DefaultRules,
  type LiveInstalment,
} from './live-instalment'
import type { DuePaidRow, LoanState, Stage } from './loan-state'
import { runningInterest } from './running-interest'

const SOON_DAYS = 7

/** The figures of a fold on a date at or after its last event. Changes nothing in it. */
export function summarise(fold: LoanFold, on: LocalDate): LoanState {
  const { rules, loan, onDemand } = fold
  const rows = fold.rows.map((row) => duePaidRow(row, on, rules))
  let principal = onDemand
  let overduePrincipal = 0
  let interest = 0
  let fee = 0
  let penalty = 0
  let lateFee = 0
  let compound = 0
  let open = onDemand
  for (const [index, row] of fold.rows.entries()) {
    principal += openPrincipal(row)
    open += rows[index]?.openFen ?? 0
    if (!hasFallenDue(row, on)) continue
    overduePrincipal += openPrincipal(row)
    interest += openInterest(row)
    fee += row.fee - row.paidFee
    penalty += (rows[index]?.penaltyFen ?? 0) - row.paidPenalty
    lateFee += (rows[index]?.lateFeeFen ?? 0) - row.paidLateFee
    compound += (rows[index]?.compoundFen ?? 0) - row.paidCompound
  }
  const charges = interest + fee + penalty + lateFee + compound
  const daysLate = rows.reduce((most, row) => (row.openFen > 0 ? Math.max(most, row.daysLate) : most), 0)
  const next = rows.filter((row) => row.origin === 'plan' && row.dueOn >= on && row.openFen > 0)
  const nextDueOn = next[0]?.dueOn ?? null
  const nextDue = next.reduce((sum, row) => (row.dueOn === nextDueOn ? sum + row.openFen : sum), 0)
  const { accelerationDays, subrogationDays } = rules.terms
  const countdown = (days: number | undefined): number | null =>
    days === undefined || daysLate === 0 || fold.isStopped ? null : Math.max(0, days - daysLate)
  return {
    on,
    basis: fold.basis,
    principalFen: principal as Fen,
    overduePrincipalFen: overduePrincipal as Fen,
    interestFen: interest as Fen,
    feeFen: fee as Fen,
    penaltyFen: penalty as Fen,
    lateFeeFen: lateFee as Fen,
    compoundFen: compound as Fen,
    accruedFen: (runningInterest(loan.terms, fold.rows, on) + onDemandInterestOn(fold, on)) as Fen,
    arrearsFen: (overduePrincipal + charges) as Fen,
    owedFen: (principal + charges) as Fen,
    daysLate,
    stage: open === 0 ? 'settled' : stageOf(daysLate, nextDueOn === null ? null : daysBetween(on, nextDueOn)),
    nextDueOn,
    nextDueFen: nextDue as Fen,
    paidFen: fold.paid as Fen,
    creditFen: fold.credit as Fen,
    forgivenFen: fold.forgiven as Fen,
    rows,
    creditor: fold.creditor,
    acceleratedOn: fold.acceleratedOn,
    daysToAcceleration: countdown(accelerationDays),
    daysToSubrogation: countdown(subrogationDays),
    statements: [],
  }
}

/** The stage of the trade by days late; due soon within a week. */
export function stageOf(daysLate: number, daysToNext: number | null): Stage {
  if (daysLate > 90) return 'm3plus'
  if (daysLate > 60) return 'm3'
  if (daysLate > 30) return 'm2'
  if (daysLate > 0) return 'm1'
  return daysToNext !== null && daysToNext <= SOON_DAYS ? 'dueSoon' : 'current'
}

function duePaidRow(row: LiveInstalment, on: LocalDate, rules: DefaultRules): DuePaidRow {
  const [penalty, compound, lateFee] = [
    penaltyOn(row, on, rules),
    compoundOn(row, on, rules),
    lateFeeOn(row, on, rules),
  ]
  const added = lateFee - row.paidLateFee + penalty - row.paidPenalty + compound - row.paidCompound
  const open = openInstalment(row) + added
  const paid = row.paidPrincipal + row.paidInterest + row.paidFee + row.paidPenalty + row.paidLateFee + row.paidCompound
  const daysLate = daysLateOn(row, on, rules, open)
  return {
    n: row.n,
    origin: row.origin,
    dueOn: row.dueOn,
    principalFen: row.principal as Fen,
    interestFen: row.interest as Fen,
    feeFen: row.fee as Fen,
    penaltyFen: penalty as Fen,
    lateFeeFen: lateFee as Fen,
    compoundFen: compound as Fen,
    paidFen: paid as Fen,
    openFen: open as Fen,
    openPrincipalFen: openPrincipal(row) as Fen,
    status: statusOf(row.dueOn > on, open, paid, daysLate),
    daysLate,
    paidOn: open === 0 ? row.touchedOn : null,
  }
}

function statusOf(isFuture: boolean, open: number, paid: number, daysLate: number): DuePaidRow['status'] {
  if (open === 0) return isFuture && paid > 0 ? 'ahead' : 'paid'
  if (paid > 0) return 'partlyPaid'
  return daysLate > 0 ? 'overdue' : 'due'
}
