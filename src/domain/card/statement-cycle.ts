import { dayNumber, type LocalDate } from '../calendar/local-date'
import type { RowOrigin } from '../loan/live-instalment'
import { lateFeeCharge } from '../loan/late-fee'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { daysFraction } from '../rate/interest'
import { dueOf, lastDayFor, nextStatement } from './card-calendar'
import {
  accrue,
  lessCredit,
  noPostings,
  owedAmounts,
  owedTotal,
  type CardLedger,
  type OpenStatement,
} from './card-ledger'
import {
  CARD_ITEMS,
  composed,
  newMinimum,
  noAmounts,
  openInMinimums,
  openMinimum,
  sumOfAmounts,
  type MinimumDue,
} from './minimum-due'

/** Closes every day up to and with one: judges statements whose grace days are over, draws those whose day it is. */
export function closeThrough(ledger: CardLedger, day: number): void {
  for (;;) {
    const statementDay = ledger.isStopped ? Infinity : dayNumber(ledger.nextStatementOn)
    const judged = nextJudged(ledger)
    const judgedDay = judged?.lastDay ?? Infinity
    const next = Math.min(statementDay, judgedDay)
    if (next > day) break
    accrue(ledger, next)
    if (judged && judgedDay === next) judge(ledger, judged)
    else drawStatement(ledger)
  }
  accrue(ledger, day)
}

function nextJudged({ unjudged }: CardLedger): OpenStatement | null {
  let first: OpenStatement | null = null
  for (const statement of unjudged) if (!first || statement.lastDay < first.lastDay) first = statement
  return first
}

/** Interest on balances × days (积数), posted once for each statement and rounded there. */
export const interestOf = ({ rules: { terms } }: CardLedger, product: number): Fen => {
  const { numerator, denominator } = daysFraction(terms.rate, 1)
  return mulDivFen(product as Fen, numerator, denominator)
}

/** The due day and its grace days are over: free of interest only if the statement was paid in full. */
function judge(ledger: CardLedger, statement: OpenStatement): void {
  const { terms, defaultTerms } = ledger.rules
  const { graceAmountFen = 0, lateFee } = defaultTerms
  ledger.unjudged = ledger.unjudged.filter((open) => open !== statement)
  const isInFull = statement.balance - statement.paid <= graceAmountFen
  const short = statement.minimum - statement.paid
  const isMet = short <= graceAmountFen
  if (isMet) for (const row of ledger.minimums) if (row.n <= statement.n && row.origin === 'plan') countAsPaid(row)
  if (!isMet && lateFee !== null) ledger.comingLateFee += lateFeeCharge(lateFee, short)
  const kept = []
  for (const lot of ledger.lots) {
    if (lot.billedIn !== statement.n) kept.push(lot)
    else if (isInFull) {
      if (lot.open > 0) kept.push({ ...lot, since: ledger.day, product: 0, billedIn: 0 })
    } else {
      const isPaidAsBilled = lot.what === 'instalment' && lot.open === 0
      if (!isPaidAsBilled)
        ledger.product += terms.interestOn === 'wholeStatement' ? lot.product : lot.open * (ledger.day - lot.since)
      ledger.revolving += lot.open
    }
  }
  ledger.lots = kept
  const index = statement.n - ledger.firstStatement
  const drawn = ledger.statements[index]
  if (drawn)
    ledger.statements[index] = {
      ...drawn,
      paidByDueFen: statement.paid as Fen,
      outcome: isInFull ? 'paidInFull' : isMet ? 'minimumPaid' : 'belowMinimum',
    }
}

/** What is missing within the tolerance (容差) is not asked as a minimum any more; it stays in the balance. */
export function countAsPaid(row: MinimumDue): void {
  for (const item of CARD_ITEMS) row.due[item] = row.paid[item]
}

/** End of a statement day: interest and late fee are posted, everything is billed, the minimum is asked. */
function drawStatement(ledger: CardLedger): void {
  const { terms, defaultTerms } = ledger.rules
  const statementOn = ledger.nextStatementOn
  const dueOn = dueOf(terms, statementOn)
  const interest = interestOf(ledger, ledger.product)
  const lateFee = ledger.comingLateFee
  ledger.product = 0
  ledger.comingLateFee = 0
  ledger.interest += lessCredit(ledger, interest)
  ledger.lateFee += lessCredit(ledger, lateFee)
  ledger.fee += ledger.newFee
  ledger.newFee = 0
  ledger.n += 1
  const instalments = billLots(ledger)
  const balance = owedTotal(ledger) - ledger.credit
  const minimum = askMinimum(ledger, instalments, dueOn, 'plan')
  const { opening, purchase, cash, instalment, fee, payments } = ledger.cycle
  ledger.statements.push({
    statementOn,
    dueOn,
    openingFen: opening as Fen,
    purchasesFen: purchase as Fen,
    cashFen: cash as Fen,
    instalmentsFen: instalment as Fen,
    interestFen: (ledger.cycle.interest + interest) as Fen,
    feeFen: fee as Fen,
    lateFeeFen: lateFee as Fen,
    paymentsFen: payments as Fen,
    balanceFen: balance as Fen,
    minimumFen: minimum as Fen,
    paidByDueFen: 0 as Fen,
    outcome: 'open',
  })
  ledger.unjudged.push({ n: ledger.n, lastDay: lastDayFor(dueOn, defaultTerms.graceDays), balance, minimum, paid: 0 })
  ledger.cycle = noPostings(balance)
  ledger.nextStatementOn = nextStatement(terms, statementOn)
}

/** Cash joins what bears interest; the rest is billed, and only what is still owed of it can come to bear interest. */
function billLots(ledger: CardLedger): number {
  let instalments = 0
  const kept = []
  for (const lot of ledger.lots) {
    if (lot.what === 'cash') ledger.revolving += lot.open
    else if (lot.billedIn > 0) kept.push(lot)
    else if (lot.open > 0) {
      if (lot.what === 'instalment') instalments += lot.open
      kept.push({ ...lot, product: lot.open * (ledger.day - lot.since), billedIn: ledger.n })
    }
  }
  ledger.lots = kept
  return instalments
}

/**
 * Adds a row to the minimums: what the rule asks, everything when the bank called the card. Returns the whole minimum, unpaid
 * ones before it included.
 */
export function askMinimum(ledger: CardLedger, instalments: number, dueOn: LocalDate, origin: RowOrigin): number {
  const { terms } = ledger.rules
  const owed = owedAmounts(ledger)
  const open = openInMinimums(ledger.minimums)
  const balance = sumOfAmounts(owed)
  const carried = sumOfAmounts(open)
  const free = noAmounts()
  for (const item of CARD_ITEMS) free[item] = owed[item] - open[item]
  const amount = !ledger.isCalled
    ? newMinimum(terms.minimum, {
        balance,
        charges: sumOfAmounts(free) - free.principal,
        principal: owed.principal,
        instalments,
        carried,
        carriedPrincipal: open.principal,
        limitFen: terms.limitFen,
      })
    : balance - carried
  if (amount > 0)
    ledger.minimums.push({
      n: origin === 'plan' ? ledger.n : 0,
      origin,
      dueOn,
      due: composed(amount, free),
      paid: noAmounts(),
      touchedOn: null,
    })
  return carried + amount
}

export const firstOpenMinimum = (ledger: CardLedger): MinimumDue | null =>
  ledger.minimums.find((row) => openMinimum(row) > 0) ?? null
