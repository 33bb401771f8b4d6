import { addDays, dayNumber, type LocalDate } from '../calendar/local-date'
import type { DefaultTerms } from '../loan/default-terms'
import { effectiveEvents } from '../loan/effective-events'
import type { BalanceStated, LoanEvent } from '../loan/loan-event'
import type { RevolvingTerms } from '../loan/terms'
import type { Fen } from '../money/fen'
import { dueOf, lastDayFor, statementFrom } from './card-calendar'
import { emptyLedger, owedAmounts, owedTotal, postLot, putStated, type CardLedger, type CardRules } from './card-ledger'
import type { CardStatement } from './card-statement'
import { noAmounts } from './minimum-due'
import { recordOnCard } from './record-on-card'
import { askMinimum, closeThrough, interestOf } from './statement-cycle'

/** A card on a date, in fen. */
export interface CardAccount {
  readonly basis: 'contract' | 'balanceStated'
  readonly statements: readonly CardStatement[]
  /** Everything posted and unpaid: principal + interest + fees + late fee + penalty as stated. */
  readonly owedFen: Fen
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly feeFen: Fen
  readonly lateFeeFen: Fen
  readonly penaltyFen: Fen
  /** Money of the card holder beyond everything owed (溢缴款). */
  readonly creditFen: Fen
  /** Interest that runs and is not posted yet. */
  readonly accruedFen: Fen
  /** Interest that would be added if the purchases that are still free are not paid in full. */
  readonly atStakeFen: Fen
  readonly paidFen: Fen
}

/**
 * A card account (信用卡循环) on a date: a pure fold over its contract and the events up to and with that date.
 *
 * Opening   `principalFen` is a purchase posted on `drawnOn`; the latest balance stated restarts the account: its principal
 *           bears interest from that day.
 * Day       events of a day come first, in the order recorded; then the due day or the statement day ends.
 * Statement on the statement day clamped to the month's end. What is bought or paid on that day is in it.
 * Free      purchases and card instalments bear no interest if the statement is paid in full by its due day and grace days,
 *           but for the tolerance. Otherwise from posting, the last day excluded: on the whole statement until each payment's
 *           day (全额计息), or only on what was not paid in time. Card instalments paid as billed bear none; when unpaid they
 *           bear it like a purchase. Cash bears it from its day.
 * Interest  is posted with the statement: one sum of balance × days (积数) times the daily rate, rounded half up. Posted
 *           interest bears interest from that statement only where the contract compounds. Fees and late fees bear none.
 * Late fee  (违约金) once for each statement whose minimum was missed, on the unpaid part of it, posted with the next
 *           statement (银发〔2016〕111号: no interest on it). How often other loans charge it does not apply.
 * Payments  see `pay`. The order is the contract's; without one it stays 民法典 561 however late the card is: that cards put
 *           principal first after 90 days is for the contract to say.
 * Penalty   interest (罚息) does not exist for cards beside interest and late fee: `defaultTerms.penalty` is not used.
 *           Yearly fees and the like are entered as charges.
 * Called    (提前到期) everything owed is due from that day, and with every statement after it.
 */
export function cardAccount(
  terms: RevolvingTerms,
  defaultTerms: DefaultTerms,
  events: readonly LoanEvent[],
  on: LocalDate,
): CardAccount {
  return accountOf(cardLedger({ terms, defaultTerms }, events, on))
}

/** The fold itself, closed through the date. */
export function cardLedger(rules: CardRules, events: readonly LoanEvent[], on: LocalDate): CardLedger {
  const counted = effectiveEvents(events, on)
  let ledger = begun(rules)
  for (const event of counted) {
    if (event.kind === 'balanceStated') ledger = restarted(ledger, event)
    else recordOnCard(ledger, event)
  }
  closeThrough(ledger, dayNumber(on))
  return ledger
}

/** An account by contract, with the balance with which the record begins. */
export function begun(rules: CardRules): CardLedger {
  const { terms } = rules
  const ledger = emptyLedger(rules, terms.drawnOn, statementFrom(terms, terms.drawnOn))
  if (terms.principalFen > 0) postLot(ledger, 'purchase', terms.principalFen)
  return ledger
}

/** Whose claim it is, and whether it was called, outlives what the lender states. */
function restarted(before: CardLedger, stated: BalanceStated): CardLedger {
  const { rules, creditor, quote, forgiven, acceleratedOn, isCalled, isStopped } = before
  const { terms, defaultTerms } = rules
  const nextStatementOn = statementFrom(terms, addDays(stated.on, 1))
  const empty = emptyLedger(rules, stated.on, nextStatementOn)
  const ledger = { ...empty, creditor, quote, forgiven, acceleratedOn, isCalled, isStopped }
  putStated(ledger, stated)
  const { daysLate, nextDueOn } = stated
  if (daysLate > 0) putArrears(ledger, stated)
  if (nextDueOn !== null && nextDueOn >= stated.on && nextDueOn < dueOf(terms, nextStatementOn)) {
    ledger.n = 1
    ledger.firstStatement = 2
    const minimum = askMinimum(ledger, 0, nextDueOn, 'plan')
    ledger.unjudged.push({
      n: 1,
      lastDay: lastDayFor(nextDueOn, defaultTerms.graceDays),
      balance: owedTotal(ledger),
      minimum,
      paid: 0,
    })
  }
  return ledger
}

/** What the lender calls overdue: the charges and the principal it names, else the rule's share of the principal. */
function putArrears(ledger: CardLedger, stated: BalanceStated): void {
  const dueOn = addDays(stated.on, -stated.daysLate)
  if (stated.overduePrincipalFen === null) {
    askMinimum(ledger, 0, dueOn, 'stated')
    return
  }
  const owed = owedAmounts(ledger)
  const due = { ...owed, principal: Math.min(owed.principal, stated.overduePrincipalFen) }
  ledger.minimums.push({ n: 0, origin: 'stated', dueOn, due, paid: noAmounts(), touchedOn: null })
}

function accountOf(ledger: CardLedger): CardAccount {
  const owed = owedAmounts(ledger)
  return {
    basis: ledger.basis,
    statements: ledger.statements,
    owedFen: owedTotal(ledger) as Fen,
    principalFen: owed.principal as Fen,
    interestFen: owed.interest as Fen,
    feeFen: owed.fee as Fen,
    lateFeeFen: owed.lateFee as Fen,
    penaltyFen: owed.penalty as Fen,
    creditFen: ledger.credit as Fen,
    accruedFen: interestOf(ledger, ledger.product),
    atStakeFen: interestOf(ledger, productAtStake(ledger)),
    paidFen: ledger.paid as Fen,
  }
}

function productAtStake({ lots, day, rules }: CardLedger): number {
  let product = 0
  for (const lot of lots) {
    if (lot.what === 'cash') continue
    const isWhole = rules.terms.interestOn === 'wholeStatement' && lot.billedIn > 0
    product += isWhole ? lot.product : lot.open * (day - lot.since)
  }
  return product
}
