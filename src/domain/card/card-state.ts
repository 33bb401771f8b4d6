import { daysBetween, type LocalDate } from '../calendar/local-date'
import type { Loan } from '../loan/loan'
import type { DuePaidRow, LoanState } from '../loan/loan-state'
import { stageOf } from '../loan/summarise'
import type { RevolvingTerms } from '../loan/terms'
import { MAX_FEN, type Fen } from '../money/fen'
import { isRateInRange } from '../rate/interest-rate'
import { err, ok, type Result } from '../result'
import type { ScheduleError } from '../schedule/schedule'
import { cardLedger } from './card-account'
import { owedAmounts, owedTotal, type CardLedger } from './card-ledger'
import { cardRows } from './card-rows'
import { interestOf } from './statement-cycle'

/**
 * Where a card stands on a date, in the same figures as any other loan.
 *
 * Owed      everything posted and unpaid: principal + interest + fees + late fee (+ penalty as the lender stated it).
 * Arrears   what the minimums that have fallen due ask and nobody paid; days late from the oldest of them past its grace days.
 * Accrued   interest that runs and is not posted. Purchases that may still be free have none.
 * Rows      one for each statement's minimum (what earlier ones left unpaid stays in theirs), then the minimums to come if
 *           nothing more is bought. Their open principal adds up to the principal owed.
 * Errors    `principal_out_of_range` (0 to `MAX_FEN`: a record may begin with nothing owed), `rate_out_of_range`.
 */
export function cardStateOn(
  loan: Loan & { readonly terms: RevolvingTerms },
  on: LocalDate,
): Result<LoanState, ScheduleError> {
  const { terms, defaultTerms, events } = loan
  const { principalFen, rate } = terms
  if (!Number.isSafeInteger(principalFen) || principalFen < 0 || principalFen > MAX_FEN)
    return err({ code: 'principal_out_of_range', principalFen })
  if (!isRateInRange(rate)) return err({ code: 'rate_out_of_range', partsPerTenMillion: rate.partsPerTenMillion })
  return ok(summarise(cardLedger({ terms, defaultTerms }, events, on), on))
}

function summarise(ledger: CardLedger, on: LocalDate): LoanState {
  const owed = owedAmounts(ledger)
  const rows = cardRows(ledger, on)
  const overdue = rows.filter((row) => row.dueOn < on && row.openFen > 0)
  const next = rows.filter((row) => row.n > 0 && row.dueOn >= on && row.openFen > 0)
  const nextDueOn = next[0]?.dueOn ?? null
  const daysLate = overdue.reduce((most, row) => Math.max(most, row.daysLate), 0)
  const { accelerationDays, subrogationDays } = ledger.rules.defaultTerms
  const countdown = (days: number | undefined): number | null =>
    days === undefined || daysLate === 0 || ledger.isCalled ? null : Math.max(0, days - daysLate)
  return {
    on,
    basis: ledger.basis,
    principalFen: owed.principal as Fen,
    overduePrincipalFen: sumOf(overdue, (row) => row.openPrincipalFen),
    interestFen: owed.interest as Fen,
    feeFen: owed.fee as Fen,
    penaltyFen: owed.penalty as Fen,
    lateFeeFen: owed.lateFee as Fen,
    compoundFen: 0 as Fen,
    accruedFen: interestOf(ledger, ledger.product),
    arrearsFen: sumOf(overdue, (row) => row.openFen),
    owedFen: owedTotal(ledger) as Fen,
    daysLate,
    stage:
      owedTotal(ledger) === 0 ? 'settled' : stageOf(daysLate, nextDueOn === null ? null : daysBetween(on, nextDueOn)),
    nextDueOn,
    nextDueFen: sumOf(next, (row) => (row.dueOn === nextDueOn ? row.openFen : 0)),
    paidFen: ledger.paid as Fen,
    creditFen: ledger.credit as Fen,
    forgivenFen: ledger.forgiven as Fen,
    rows,
    creditor: ledger.creditor,
    acceleratedOn: ledger.acceleratedOn,
    daysToAcceleration: countdown(accelerationDays),
    daysToSubrogation: countdown(subrogationDays),
    statements: ledger.statements,
  }
}

const sumOf = (rows: readonly DuePaidRow[], pick: (row: DuePaidRow) => number): Fen =>
  rows.reduce((sum, row) => sum + pick(row), 0) as Fen
