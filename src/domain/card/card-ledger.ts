import { dayNumber, fromDayNumber, type LocalDate } from '../calendar/local-date'
import { CIVIL_CODE_ORDER, type DefaultTerms } from '../loan/default-terms'
import type { BalanceStated, SettlementQuoted } from '../loan/loan-event'
import type { CurrentCreditor } from '../loan/loan-state'
import type { RevolvingTerms } from '../loan/terms'
import type { CardStatement } from './card-statement'
import {
  CARD_ITEMS,
  creditMinimums,
  matchToAccount,
  noAmounts,
  openMinimum,
  openOf,
  sumOfAmounts,
  type CardAmounts,
  type CardItem,
  type MinimumDue,
} from './minimum-due'

export interface CardRules {
  readonly terms: RevolvingTerms
  readonly defaultTerms: DefaultTerms
}

/** Something bought or drawn that is not yet part of the balance that bears interest for good. */
export interface CardLot {
  readonly what: 'purchase' | 'cash' | 'instalment'
  readonly amount: number
  open: number
  /** From here its interest counts if its statement is not paid in full. */
  since: number
  /** Fen × days while it may still be free of interest; cash has none. */
  product: number
  /** Number of the statement that billed it; 0 before. */
  billedIn: number
}

/** A statement whose due day and grace days are not over. */
export interface OpenStatement {
  readonly n: number
  readonly lastDay: number
  readonly balance: number
  readonly minimum: number
  paid: number
}

/** Postings since the last statement. */
export interface CardCycle {
  opening: number
  purchase: number
  cash: number
  instalment: number
  fee: number
  /** Interest posted before the statement, by a settlement. */
  interest: number
  payments: number
}

/** A card account while the fold runs over it: plain fen and day numbers. */
export interface CardLedger {
  readonly rules: CardRules
  basis: 'contract' | 'balanceStated'
  /** Balances are counted up to this day, which is itself not yet counted. */
  day: number
  nextStatementOn: LocalDate
  /** Number of the last statement, and of the first in `statements`. */
  n: number
  firstStatement: number
  /** Billed principal that bears interest until it is paid. */
  revolving: number
  lots: CardLot[]
  interest: number
  fee: number
  /** Fees posted since the last statement. */
  newFee: number
  lateFee: number
  /** Only what a lender stated; cards have none of their own. */
  penalty: number
  /** Money of the card holder beyond everything owed (溢缴款). */
  credit: number
  /** Fen × days that bear interest and are not posted (积数). */
  product: number
  /** Late fee of a missed minimum, posted with the next statement. */
  comingLateFee: number
  paid: number
  /** Given up by the lender in a settlement. */
  forgiven: number
  quote: SettlementQuoted | null
  creditor: CurrentCreditor
  acceleratedOn: LocalDate | null
  /** Everything is due, by the bank's call or because the claim was sold and the old plan stopped. */
  isCalled: boolean
  /** No card any more (代偿): nothing is posted, nothing bears interest. */
  isStopped: boolean
  minimums: MinimumDue[]
  unjudged: OpenStatement[]
  /** Oldest first; the outcome is filled in when a statement is judged. */
  statements: CardStatement[]
  cycle: CardCycle
}

export const noPostings = (opening: number): CardCycle => ({
  opening,
  purchase: 0,
  cash: 0,
  instalment: 0,
  fee: 0,
  interest: 0,
  payments: 0,
})

/** What is owed, item by item; principal whether billed or not. */
export function owedAmounts(ledger: CardLedger): CardAmounts {
  let principal = ledger.revolving
  for (const lot of ledger.lots) principal += lot.open
  const { fee, newFee, lateFee, penalty, interest } = ledger
  return { fee: fee + newFee, lateFee, penalty, interest, principal }
}

export const owedTotal = (ledger: CardLedger): number => sumOfAmounts(owedAmounts(ledger))

/** Counts the balances up to a day (excluded): what bears interest for good, and what will if it is not paid in full. */
export function accrue(ledger: CardLedger, day: number): void {
  const days = day - ledger.day
  if (days <= 0) return
  ledger.day = day
  if (ledger.isStopped) return
  let bearing = ledger.revolving + (ledger.rules.terms.compounds ? ledger.interest : 0)
  for (const lot of ledger.lots) {
    if (lot.what === 'cash') bearing += lot.open
    else lot.product += lot.open * days
  }
  ledger.product += bearing * days
}

/** Money of the card holder pays what is posted at once. Returns what stays owed. */
export function lessCredit(ledger: CardLedger, amount: number): number {
  const used = Math.min(ledger.credit, amount)
  ledger.credit -= used
  return amount - used
}

/** A purchase, cash, or a card instalment's share, posted on the ledger's day. */
export function postLot(ledger: CardLedger, what: CardLot['what'], amount: number): void {
  ledger.cycle[what] += amount
  const open = lessCredit(ledger, amount)
  ledger.lots.push({ what, amount, open, since: ledger.day, product: 0, billedIn: 0 })
}

export function postFee(ledger: CardLedger, amount: number): void {
  ledger.cycle.fee += amount
  ledger.newFee += lessCredit(ledger, amount)
}

/**
 * Money paid on the ledger's day. What is billed first, in the contract's order, by default fees, late fee, interest,
 * principal (民法典 561); of the principal the card instalments, then what bears interest, then purchases, oldest first. Then
 * what is not billed yet: fees, cash, instalments, purchases. The rest is the holder's. Returns what was paid of what.
 */
export function pay(ledger: CardLedger, amount: number): CardAmounts {
  const taken = noAmounts()
  let left = amount
  for (const item of ledger.rules.defaultTerms.application?.items ?? CIVIL_CODE_ORDER) {
    if (item === 'compound') continue
    const part = takeBilled(ledger, item, left)
    taken[item] += part
    left -= part
  }
  const newFee = Math.min(left, ledger.newFee)
  ledger.newFee -= newFee
  taken.fee += newFee
  const unbilled = takeUnbilled(ledger, left - newFee)
  taken.principal += unbilled
  ledger.credit += left - newFee - unbilled
  ledger.paid += amount
  countTowardStatements(ledger, amount)
  creditMinimums(ledger.minimums, amount, fromDayNumber(ledger.day))
  matchToAccount(ledger.minimums, owedAmounts(ledger))
  return taken
}

/** Pays one minimum with exactly what it names, to look ahead with. */
export function payRow(ledger: CardLedger, row: MinimumDue): void {
  for (const item of CARD_ITEMS) {
    const open = openOf(row, item)
    row.paid[item] += open
    const part = takeBilled(ledger, item, open)
    if (item === 'principal') takeUnbilled(ledger, open - part)
    countTowardStatements(ledger, open)
  }
}

export function countTowardStatements(ledger: CardLedger, amount: number): void {
  ledger.cycle.payments += amount
  for (const statement of ledger.unjudged) statement.paid += amount
}

/** Takes what is billed of an item, as far as an amount goes. Returns what was taken. */
function takeBilled(ledger: CardLedger, item: CardItem, amount: number): number {
  if (item !== 'principal') {
    const part = Math.min(amount, ledger[item])
    ledger[item] -= part
    return part
  }
  const instalments = takeLots(ledger, 'instalment', true, amount)
  const revolving = Math.min(amount - instalments, ledger.revolving)
  ledger.revolving -= revolving
  return instalments + revolving + takeLots(ledger, 'purchase', true, amount - instalments - revolving)
}

function takeUnbilled(ledger: CardLedger, amount: number): number {
  let taken = 0
  for (const what of ['cash', 'instalment', 'purchase'] as const) taken += takeLots(ledger, what, false, amount - taken)
  return taken
}

function takeLots({ lots }: CardLedger, what: CardLot['what'], isBilled: boolean, amount: number): number {
  let left = amount
  for (const lot of lots) {
    if (left === 0) break
    if (lot.what !== what || lot.billedIn > 0 !== isBilled) continue
    const part = Math.min(left, lot.open)
    lot.open -= part
    left -= part
  }
  return amount - left
}

/** An account without anything in it, from a day on. */
export function emptyLedger(rules: CardRules, from: LocalDate, nextStatementOn: LocalDate): CardLedger {
  return {
    rules,
    basis: 'contract',
    day: dayNumber(from),
    nextStatementOn,
    n: 0,
    firstStatement: 1,
    revolving: 0,
    lots: [],
    interest: 0,
    fee: 0,
    newFee: 0,
    lateFee: 0,
    penalty: 0,
    credit: 0,
    product: 0,
    comingLateFee: 0,
    paid: 0,
    forgiven: 0,
    quote: null,
    creditor: { partyId: null, because: 'contract', since: null, verifiedOn: null },
    acceleratedOn: null,
    isCalled: false,
    isStopped: false,
    minimums: [],
    unjudged: [],
    statements: [],
    cycle: noPostings(0),
  }
}

/** Restarts an empty ledger at what the lender stated: the principal bears interest from that day. */
export function putStated(ledger: CardLedger, stated: BalanceStated): void {
  ledger.basis = 'balanceStated'
  ledger.revolving = stated.principalFen
  ledger.interest = stated.interestFen
  ledger.fee = stated.otherFeeFen
  ledger.lateFee = stated.lateFeeFen
  ledger.penalty = stated.penaltyFen
  ledger.cycle = noPostings(owedTotal(ledger))
}

/** A copy to look ahead with: without the history, so that it is small. */
export const copyAhead = (ledger: CardLedger): CardLedger => ({
  ...ledger,
  lots: ledger.lots.map((lot) => ({ ...lot })),
  minimums: ledger.minimums
    .filter((row) => openMinimum(row) > 0)
    .map((row) => ({ ...row, due: { ...row.due }, paid: { ...row.paid } })),
  unjudged: ledger.unjudged.map((statement) => ({ ...statement })),
  statements: [],
  firstStatement: ledger.n + 1,
  cycle: { ...ledger.cycle },
})
