import { daysBetween, type LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { ok, type Result } from '../result'
import { buildSchedule } from '../schedule/build-schedule'
import type { ScheduleError } from '../schedule/schedule'
import {
  openAll,
  openPrincipal,
  payInstalment,
  penaltyOn,
  postLateFee,
  type DefaultRules,
  type LiveInstalment,
} from './live-instalment'
import type { Loan } from './loan'
import type { BalanceStated, LoanEvent, PaymentMade } from './loan-event'
import type { DuePaidRow, LoanState, Stage } from './loan-state'
import { openingByContract, openingByStatement, type Opening } from './opening-instalments'
import { penaltyOf } from './penalty-rate'

const SOON_DAYS = 7

/**
 * Where a loan stands on a date: a fold over its contract and the events up to and including that date.
 *
 * Start     the latest balance stated on or before the date, else the contract. On one day the order of the list counts:
 *           a payment listed before a stated balance is inside it.
 * Payments  to the oldest instalment first, in each: fees, late fee, penalty interest, interest, principal (民法典 561).
 *           What is left pays the next instalments ahead, which saves no interest. A payment reversed on or before the
 *           date never happened.
 * Arrears   an instalment is due on its day and late from the next; days within the grace days count as none. Penalty
 *           interest is simple and per instalment, rounded at every change of its base; ordinary interest of a late
 *           instalment does not grow beside it. A late fee is charged once for each missed instalment.
 * Principal that no instalment covers (informal loans) is owed but has no row: it is payable on demand.
 * Errors    those of `buildSchedule`.
 */
export function stateOn(loan: Loan, on: LocalDate): Result<LoanState, ScheduleError> {
  const schedule = buildSchedule(loan.terms, loan.recurringFees)
  if (!schedule.ok) return schedule
  const events = inTimeOrder(loan.events, on)
  const stated = latestStatement(events)
  const opening = stated ? openingByStatement(schedule.value, stated) : openingByContract(loan, schedule.value)
  const rules: DefaultRules = { terms: loan.defaultTerms, penaltyOf: penaltyOf(loan) }
  let onDemand = opening.onDemand
  let paid = 0
  for (const payment of countedPayments(events, stated)) {
    paid += payment.amountFen
    let left: number = payment.amountFen
    for (const row of opening.instalments) postLateFee(row, payment.on, rules.terms)
    for (const row of opening.instalments) {
      if (left === 0) break
      left = payInstalment(row, left, payment.on, rules)
    }
    onDemand -= Math.min(onDemand, left)
  }
  for (const row of opening.instalments) postLateFee(row, on, rules.terms)
  return ok(summarise(opening, onDemand, paid, on, rules))
}

/** Events up to the date by day; `sort` is stable, so events of one day keep the order they were recorded in. */
const inTimeOrder = (events: readonly LoanEvent[], on: LocalDate): readonly LoanEvent[] =>
  events.filter((event) => event.on <= on).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

function latestStatement(events: readonly LoanEvent[]): BalanceStated | null {
  let latest: BalanceStated | null = null
  for (const event of events) if (event.kind === 'balanceStated') latest = event
  return latest
}

function countedPayments(events: readonly LoanEvent[], stated: BalanceStated | null): readonly PaymentMade[] {
  const reversed = new Set<string>()
  for (const event of events) if (event.kind === 'reversal') reversed.add(event.paymentId)
  const counted = stated ? events.slice(events.indexOf(stated) + 1) : events
  return counted.filter((event): event is PaymentMade => event.kind === 'payment' && !reversed.has(event.id))
}

function summarise(opening: Opening, onDemand: number, paid: number, on: LocalDate, rules: DefaultRules): LoanState {
  const rows = opening.instalments.map((row) => duePaidRow(row, on, rules))
  let principal = onDemand
  let overduePrincipal = 0
  let interest = 0
  let fee = 0
  let penalty = 0
  let lateFee = 0
  let open = onDemand
  for (const row of opening.instalments) {
    principal += openPrincipal(row)
    open += openAll(row, on, rules)
    if (!row.isStated && row.dueOn >= on) continue
    overduePrincipal += openPrincipal(row)
    interest += row.interest - row.paidInterest
    fee += row.fee - row.paidFee
    penalty += penaltyOn(row, on, rules) - row.paidPenalty
    lateFee += row.lateFee - row.paidLateFee
  }
  const charges = interest + fee + penalty + lateFee
  const daysLate = rows.reduce((most, row) => (row.openFen > 0 ? Math.max(most, row.daysLate) : most), 0)
  const next = rows.filter((row) => row.n > 0 && row.dueOn >= on && row.openFen > 0)
  const nextDueOn = next[0]?.dueOn ?? null
  const nextDue = next.reduce((sum, row) => (row.dueOn === nextDueOn ? sum + row.openFen : sum), 0)
  return {
    on,
    basis: opening.basis,
    principalFen: principal as Fen,
    overduePrincipalFen: overduePrincipal as Fen,
    interestFen: interest as Fen,
    feeFen: fee as Fen,
    penaltyFen: penalty as Fen,
    lateFeeFen: lateFee as Fen,
    arrearsFen: (overduePrincipal + charges) as Fen,
    owedFen: (principal + charges) as Fen,
    daysLate,
    stage: open === 0 ? 'settled' : stageOf(daysLate, nextDueOn === null ? null : daysBetween(on, nextDueOn)),
    nextDueOn,
    nextDueFen: nextDue as Fen,
    paidFen: paid as Fen,
    rows,
    compoundFen: 0 as Fen,
    accruedFen: 0 as Fen,
    creditor: { partyId: null, because: 'contract', since: null, verifiedOn: null },
    acceleratedOn: null,
    daysToAcceleration: null,
    daysToSubrogation: null,
    statements: [],
  }
}

function stageOf(daysLate: number, daysToNext: number | null): Stage {
  if (daysLate > 90) return 'm3plus'
  if (daysLate > 60) return 'm3'
  if (daysLate > 30) return 'm2'
  if (daysLate > 0) return 'm1'
  return daysToNext !== null && daysToNext <= SOON_DAYS ? 'dueSoon' : 'current'
}

function duePaidRow(row: LiveInstalment, on: LocalDate, rules: DefaultRules): DuePaidRow {
  const open = openAll(row, on, rules)
  const paid = row.paidPrincipal + row.paidInterest + row.paidFee + row.paidPenalty + row.paidLateFee
  const late = daysBetween(row.dueOn, open > 0 ? on : (row.touchedOn ?? row.dueOn))
  const daysLate = late > (row.isStated ? 0 : rules.terms.graceDays) ? late : 0
  return {
    n: row.n,
    dueOn: row.dueOn,
    principalFen: row.principal as Fen,
    interestFen: row.interest as Fen,
    feeFen: row.fee as Fen,
    penaltyFen: penaltyOn(row, on, rules) as Fen,
    lateFeeFen: row.lateFee as Fen,
    compoundFen: 0 as Fen,
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
