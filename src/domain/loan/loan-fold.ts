import type { LocalDate } from '../calendar/local-date'
import { mulDivFen } from '../money/rounding'
import { fractionOfDays } from '../schedule/period-fractions'
import { CIVIL_CODE_ORDER } from './default-terms'
import { insertRow, onDemandInterestOn, paidPart, payDue, type LoanFold } from './fold-state'
import { openPrincipal, payRow, postLateFee, type DefaultRules, type LiveInstalment } from './live-instalment'
import type { Drawdown, LoanEvent, PaymentMade } from './loan-event'
import { openingByStatement } from './opening-instalments'
import { payEarly, settle } from './pay-early'
import { blankRow, rowsWithBalance } from './plan-rows'
import { runningInterest } from './running-interest'
import { isComing, remainingFees } from './settlement'

/** One event, in time order. Reversals and corrections are already worked in (`effectiveEvents`). */
export function applyEvent(fold: LoanFold, event: LoanEvent): void {
  const { on } = event
  switch (event.kind) {
    case 'payment':
      applyPayment(fold, event)
      return
    case 'balanceStated': {
      const opening = openingByStatement(fold.schedule, event, fold.isStopped)
      fold.basis = 'balanceStated'
      fold.rows = opening.instalments
      fold.onDemand = opening.onDemand
      fold.onDemandInterest = 0
      fold.onDemandSince = on
      fold.paid = 0
      return
    }
    case 'drawdown':
      drawMore(fold, event)
      return
    case 'charge':
      insertRow(fold, blankRow(0, on, 0, 0, event.amountFen, 'charged'))
      return
    case 'accelerated':
      fold.acceleratedOn = on
      callAll(fold, on)
      return
    case 'assigned':
      fold.creditor = { partyId: event.toPartyId, because: 'assigned', since: on, verifiedOn: event.verifiedOn }
      if (!event.planGoesOn) callAll(fold, on)
      return
    case 'subrogated':
      fold.creditor = { partyId: event.byPartyId, because: 'subrogated', since: on, verifiedOn: event.verifiedOn }
      fold.isStopped = true
      fold.rows = fold.rows.map((row) => closed(row, on, fold.rules)).filter((row) => row.touchedOn !== null)
      fold.onDemand = 0
      fold.onDemandInterest = 0
      insertRow(fold, blankRow(0, on, event.paidOutFen, 0, 0, 'paidOut'))
      return
    case 'settlementQuoted':
      fold.quote = event
      return
    case 'reversal':
    case 'correction':
    case 'interruption':
    // Agreed terms are a contract of their own: `agreedOn` folds what comes after them.
    case 'rearranged':
    case 'rearrangementEnded':
      return
  }
}

function applyPayment(fold: LoanFold, { amountFen, on, purpose }: PaymentMade): void {
  fold.paid += amountFen
  for (const row of fold.rows) postLateFee(row, on, fold.rules)
  if (purpose === 'settle' && settle(fold, amountFen, on)) return
  let left = payDue(fold, amountFen, on)
  if (purpose === 'prepay' || purpose === 'settle') left = payEarly(fold, left, on)
  else left = payAhead(fold, left, on)
  fold.credit += payOnDemand(fold, left, on)
}

/** The next instalments before their day, which saves no interest. */
function payAhead(fold: LoanFold, amount: number, on: LocalDate): number {
  const items = fold.rules.terms.application?.items ?? CIVIL_CODE_ORDER
  let left = amount
  for (const row of fold.rows) if (left > 0 && isComing(row, on)) left = payRow(row, items, left, on, fold.rules)
  return left
}

function payOnDemand(fold: LoanFold, amount: number, on: LocalDate): number {
  const owedInterest = onDemandInterestOn(fold, on)
  const interest = Math.min(amount, owedInterest)
  const principal = Math.min(amount - interest, fold.onDemand)
  if (interest + principal > 0) {
    fold.onDemandInterest = owedInterest - interest
    fold.onDemandSince = on
    fold.onDemand -= principal
  }
  return amount - interest - principal
}

/** The whole balance is due from the day: principal still to come, its interest to the day, fees as the contract keeps them. */
function callAll(fold: LoanFold, on: LocalDate): void {
  if (fold.isStopped) return
  const coming = fold.rows.filter((row) => isComing(row, on))
  const principal = coming.reduce((sum, row) => sum + openPrincipal(row), fold.onDemand)
  const fees = coming.reduce((sum, row) => sum + row.fee - row.paidFee, 0)
  const { prepayment } = fold.loan
  const kept = prepayment.remainingFees === 'unknown' ? 0 : remainingFees(fees, prepayment)
  const interest = runningInterest(fold.loan.terms, fold.rows, on) + onDemandInterestOn(fold, on)
  fold.isStopped = true
  fold.rows = fold.rows.flatMap((row) => (isComing(row, on) ? (row.touchedOn ? [paidPart(row)] : []) : [row]))
  fold.onDemand = 0
  fold.onDemandInterest = 0
  if (principal + interest + kept > 0) insertRow(fold, blankRow(0, on, principal, interest, kept, 'called'))
}

/** A row that asks nothing more from the day on. */
function closed(row: LiveInstalment, on: LocalDate, rules: DefaultRules): LiveInstalment {
  postLateFee(row, on, rules)
  return paidPart(row)
}

/** More drawn on a credit line: the rows to come are computed anew, the running period charges the draw from its day. */
function drawMore(fold: LoanFold, { amountFen, on }: Drawdown): void {
  const { terms } = fold.loan
  const coming = fold.rows.filter((row) => isComing(row, on) && row.touchedOn === null)
  const next = coming[0]
  if (!next || terms.kind !== 'dailyBalance') {
    fold.onDemandInterest = onDemandInterestOn(fold, on)
    fold.onDemandSince = on
    fold.onDemand += amountFen
    return
  }
  const balance = coming.reduce((sum, row) => sum + row.principal, 0)
  const { numerator, denominator } = fractionOfDays(terms, on, next.dueOn)
  const drawn = mulDivFen(amountFen, numerator, denominator)
  const [first, ...later] = rowsWithBalance(terms, coming, balance + amountFen, 'lowers')
  if (!first) return
  const rest = fold.rows.filter((row) => !coming.includes(row))
  fold.rows = [...rest, { ...first, interest: next.interest + drawn }, ...later]
}
