import { dayNumber, daysBetween, type LocalDate } from '../calendar/local-date'
import type { DuePaidRow } from '../loan/loan-state'
import type { StatedRow } from '../loan/terms'
import type { Fen } from '../money/fen'
import { accrue, copyAhead, payRow, type CardLedger } from './card-ledger'
import { openMinimum, openOf, sumOfAmounts, type MinimumDue } from './minimum-due'
import { projectMinimum } from './project-minimum'
import { closeThrough } from './statement-cycle'

/** Rows of a card on a date: the minimums asked so far, then those to come if exactly the minimum is paid. */
export function cardRows(ledger: CardLedger, on: LocalDate): readonly DuePaidRow[] {
  const { graceDays } = ledger.rules.defaultTerms
  const asked = ledger.minimums.map((row) => askedRow(row, on, graceDays))
  const ahead = copyAhead(ledger)
  payAskedRows(ahead, on)
  const rows = ahead.isStopped ? [] : projectMinimum(ahead).rows
  return [...asked, ...rows.map((row, index) => comingRow(row, ledger.n + 1 + index))]
}

/** The minimums already asked, each paid with exactly what it names on its day, or at once when that is past. */
function payAskedRows(ledger: CardLedger, on: LocalDate): void {
  for (const row of ledger.minimums.filter((asked) => openMinimum(asked) > 0)) {
    if (row.dueOn > on) {
      closeThrough(ledger, dayNumber(row.dueOn) - 1)
      accrue(ledger, dayNumber(row.dueOn))
    }
    payRow(ledger, row)
  }
  ledger.minimums = ledger.minimums.filter((row) => openMinimum(row) > 0)
}

function askedRow(row: MinimumDue, on: LocalDate, graceDays: number): DuePaidRow {
  const open = openMinimum(row)
  const late = daysBetween(row.dueOn, open > 0 ? on : (row.touchedOn ?? row.dueOn))
  const isInGrace = row.origin === 'plan' && late <= graceDays
  const daysLate = late > 0 && !isInGrace ? late : 0
  const paid = sumOfAmounts(row.paid)
  return {
    n: row.n,
    origin: row.origin,
    dueOn: row.dueOn,
    principalFen: row.due.principal as Fen,
    interestFen: row.due.interest as Fen,
    feeFen: row.due.fee as Fen,
    penaltyFen: row.due.penalty as Fen,
    lateFeeFen: row.due.lateFee as Fen,
    compoundFen: 0 as Fen,
    paidFen: paid as Fen,
    openFen: open as Fen,
    openPrincipalFen: openOf(row, 'principal') as Fen,
    status: statusOf(row.dueOn > on, open, paid, daysLate),
    daysLate,
    paidOn: open === 0 ? row.touchedOn : null,
  }
}

const comingRow = ({ dueOn, principalFen, interestFen, feeFen }: StatedRow, n: number): DuePaidRow => ({
  n,
  origin: 'plan',
  dueOn,
  principalFen,
  interestFen,
  feeFen,
  penaltyFen: 0 as Fen,
  lateFeeFen: 0 as Fen,
  compoundFen: 0 as Fen,
  paidFen: 0 as Fen,
  openFen: (principalFen + interestFen + feeFen) as Fen,
  openPrincipalFen: principalFen,
  status: 'due',
  daysLate: 0,
  paidOn: null,
})

function statusOf(isFuture: boolean, open: number, paid: number, daysLate: number): DuePaidRow['status'] {
  if (open === 0) return isFuture && paid > 0 ? 'ahead' : 'paid'
  if (paid > 0) return 'partlyPaid'
  return daysLate > 0 ? 'overdue' : 'due'
}
