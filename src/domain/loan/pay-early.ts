import type { LocalDate } from '../calendar/local-date'
import { mulDivFen } from '../money/rounding'
import { insertRow, onDemandOn, paidPart, payDue, type LoanFold } from './fold-state'
import { openAll, type LiveInstalment } from './live-instalment'
import { blankRow, rowsWithBalance } from './plan-rows'
import { runningInterest } from './running-interest'
import { isComing, prepaymentFee, remainingFees, settlementParts } from './settlement'

/**
 * Pays principal before its day (部分提前还款): as much as the money pays with its own interest to the day (民法典 677) and the
 * contract's fee; the rest of the plan goes on with less. Returns what is left over when more is paid than there is to pay.
 */
export function payEarly(fold: LoanFold, amount: number, on: LocalDate): number {
  const { terms, prepayment } = fold.loan
  const coming = fold.rows.filter((row) => isComing(row, on) && row.touchedOn === null)
  const balance = coming.reduce((sum, row) => sum + row.principal, 0)
  if (amount === 0 || balance === 0) return amount
  const accrued = runningInterest(terms, fold.rows, on)
  const interestOf = (principal: number): number => mulDivFen(accrued, principal, balance)
  const costOf = (principal: number): number => principal + interestOf(principal) + prepaymentFee(principal, prepayment)
  const principal = amount >= costOf(balance) ? balance : mostPayable(amount, balance, costOf)
  const feeFen = prepaymentFee(principal, prepayment)
  const isAll = principal === balance
  // The last fen that buys no more principal belongs to the interest.
  const interest = isAll ? interestOf(principal) : amount - principal - feeFen
  const kept = rowsWithBalance(terms, coming, balance - principal, prepayment.effect)
  const fees = coming.slice(kept.length).reduce((sum, row) => sum + row.fee, 0)
  const staying = remainingFees(fees, prepayment)
  const last = kept[kept.length - 1]
  const rows = last && staying > 0 ? [...kept.slice(0, -1), { ...last, fee: last.fee + staying }] : [...kept]
  fold.rows = [...fold.rows.filter((row) => !coming.includes(row)), ...rows]
  if (!last && staying > 0) insertRow(fold, blankRow(0, on, 0, 0, staying, 'charged'))
  insertRow(fold, paidAtOnce(on, principal, interest, feeFen))
  return isAll ? amount - costOf(balance) : 0
}

/** The most principal that money pays with what comes with it. */
function mostPayable(amount: number, balance: number, costOf: (principal: number) => number): number {
  let principal = Math.floor((amount * balance) / costOf(balance))
  while (costOf(principal) > amount) principal -= 1
  while (principal < balance && costOf(principal + 1) <= amount) principal += 1
  return principal
}

const paidAtOnce = (on: LocalDate, principal: number, interest: number, fee: number): LiveInstalment => ({
  ...blankRow(0, on, principal, interest, fee, 'early'),
  paidPrincipal: principal,
  paidInterest: interest,
  paidFee: fee,
  touchedOn: on,
})

/**
 * Settles everything (提前结清) when the money is what the lender quoted and still holds to, or what the contract's rule asks.
 * What a quote gives up is forgiven. False when the money is less than both: it then is a part paid early.
 */
export function settle(fold: LoanFold, amount: number, on: LocalDate): boolean {
  const { terms, prepayment } = fold.loan
  const parts = settlementParts(terms, fold.rows, on, fold.rules, prepayment, onDemandOn(fold, on))
  const { quote } = fold
  const isQuoted = quote !== null && (quote.validUntil === null || on <= quote.validUntil) && amount >= quote.amountFen
  if (!isQuoted && amount < parts.totalFen) return false
  const left = payDue(fold, amount, on)
  const open = fold.rows.reduce((sum, row) => (isComing(row, on) ? sum : sum + openAll(row, on, fold.rules)), 0)
  const rest = parts.totalFen - parts.dueFen
  const paid = Math.min(left, rest)
  const interest = Math.min(paid, parts.interestFen)
  const fee = Math.min(paid - interest, parts.remainingFeesFen + parts.feeFen)
  fold.rows = fold.rows.flatMap((row) => (isComing(row, on) && row.touchedOn === null ? [] : [paidPart(row)]))
  if (paid > 0) insertRow(fold, paidAtOnce(on, paid - interest - fee, interest, fee))
  fold.forgiven += open + rest - paid
  fold.onDemand = 0
  fold.onDemandInterest = 0
  fold.credit += left - paid
  return true
}
