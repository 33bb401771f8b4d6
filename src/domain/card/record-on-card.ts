import { dayNumber, type LocalDate } from '../calendar/local-date'
import type { LoanEvent, Subrogated } from '../loan/loan-event'
import { accrue, countTowardStatements, owedTotal, pay, postFee, postLot, type CardLedger } from './card-ledger'
import { noAmounts } from './minimum-due'
import { askMinimum, closeThrough, countAsPaid, interestOf } from './statement-cycle'

/**
 * One more event; events come in time order, reversals and corrections worked in (`effectiveEvents`). What is dated before
 * the account begins counts on its first day.
 */
export function recordOnCard(ledger: CardLedger, event: LoanEvent): void {
  const { on } = event
  closeThrough(ledger, dayNumber(on) - 1)
  accrue(ledger, dayNumber(on))
  switch (event.kind) {
    case 'payment':
      if (event.purpose === 'settle') settle(ledger, event.amountFen, on)
      else pay(ledger, event.amountFen)
      return
    case 'drawdown':
      postLot(ledger, event.what, event.amountFen)
      return
    case 'charge':
      if (event.what === 'cardInstalment') postLot(ledger, 'instalment', event.amountFen)
      else postFee(ledger, event.amountFen)
      return
    case 'accelerated':
      ledger.acceleratedOn = on
      callAll(ledger, on)
      return
    case 'assigned':
      ledger.creditor = { partyId: event.toPartyId, because: 'assigned', since: on, verifiedOn: event.verifiedOn }
      if (!event.planGoesOn) callAll(ledger, on)
      return
    case 'subrogated':
      subrogate(ledger, event)
      return
    case 'settlementQuoted':
      ledger.quote = event
      return
    case 'balanceStated':
    case 'reversal':
    case 'correction':
    case 'interruption':
    case 'rearranged':
    case 'rearrangementEnded':
      return
  }
}

/** Everything owed is due from the day, and with every statement after it. */
function callAll(ledger: CardLedger, on: LocalDate): void {
  if (ledger.isCalled) return
  ledger.isCalled = true
  ledger.fee += ledger.newFee
  ledger.newFee = 0
  askMinimum(ledger, 0, on, 'called')
}

/**
 * Settles everything (提前结清) when the money is what the lender quoted and still holds to, or what is owed with the interest
 * that runs, which is then posted. What a quote gives up is forgiven. With less it is a payment like any other.
 */
function settle(ledger: CardLedger, amount: number, on: LocalDate): void {
  const { quote } = ledger
  const running = interestOf(ledger, ledger.product)
  const isQuoted = quote !== null && (quote.validUntil === null || on <= quote.validUntil) && amount >= quote.amountFen
  if (isQuoted || amount >= owedTotal(ledger) + running) {
    ledger.interest += running
    ledger.cycle.interest += running
    ledger.product = 0
    pay(ledger, amount)
    const rest = owedTotal(ledger)
    ledger.forgiven += rest
    countTowardStatements(ledger, rest)
    clear(ledger)
  } else pay(ledger, amount)
}

function clear(ledger: CardLedger): void {
  for (const item of ['interest', 'fee', 'newFee', 'lateFee', 'penalty', 'revolving', 'comingLateFee'] as const)
    ledger[item] = 0
  ledger.lots = []
  for (const row of ledger.minimums) countAsPaid(row)
}

/** The guarantor paid the lender and is owed what it paid out, at once; the card's own interest and statements stop. */
function subrogate(ledger: CardLedger, { on, byPartyId, paidOutFen, verifiedOn }: Subrogated): void {
  ledger.creditor = { partyId: byPartyId, because: 'subrogated', since: on, verifiedOn }
  ledger.isStopped = true
  ledger.isCalled = true
  clear(ledger)
  ledger.product = 0
  ledger.unjudged = []
  ledger.revolving = paidOutFen
  const due = { ...noAmounts(), principal: paidOutFen }
  ledger.minimums.push({ n: 0, origin: 'paidOut', dueOn: on, due, paid: noAmounts(), touchedOn: null })
}
