import type { LocalDate } from '../calendar/local-date'
import { onDemandInterestOn, type LoanFold } from '../loan/fold-state'
import {
  compoundOn,
  hasFallenDue,
  lateFeeOn,
  openInterest,
  openPrincipal,
  penaltyOn,
  type LiveInstalment,
  type RowOrigin,
} from '../loan/live-instalment'
import { runningInterest } from '../loan/running-interest'
import { isComing, prepaymentFee, remainingFees } from '../loan/settlement'
import type { Fen } from '../money/fen'
import { NO_FIGURES, addFigures, type AuditItem, type AuditScope, type Figures } from './claim'

/**
 * Where a part of a figure comes from: an instalment by its origin, principal not yet due, principal on demand, the running
 * period, fees still to come, the fee for paying early, or a card's account as a whole.
 */
export type PartOrigin = RowOrigin | 'coming' | 'onDemand' | 'running' | 'remainingFees' | 'prepaymentFee' | 'account'

/** One part of one instalment, or of the loan beside its instalments. */
export interface AuditPart {
  readonly origin: PartOrigin
  readonly row: LiveInstalment | null
  readonly item: AuditItem
  readonly fen: Fen
}

/** Whether an instalment is asked in full: settling asks what falls due that day too, arrears only what is late. */
export const isAsked = (row: LiveInstalment, on: LocalDate, scope: AuditScope): boolean =>
  scope === 'settle' ? !isComing(row, on) : hasFallenDue(row, on)

/** Every part that is not nothing of what is asked on a day; together they are the figure. */
export function auditParts(fold: LoanFold, on: LocalDate, scope: AuditScope): readonly AuditPart[] {
  const { rules, loan } = fold
  const parts: AuditPart[] = []
  const push = (origin: PartOrigin, row: LiveInstalment | null, item: AuditItem, amount: number): void => {
    if (amount !== 0) parts.push({ origin, row, item, fen: amount as Fen })
  }
  let coming = 0
  let fees = 0
  for (const row of fold.rows) {
    if (!isAsked(row, on, scope)) {
      coming += openPrincipal(row)
      fees += row.fee - row.paidFee
      continue
    }
    push(row.origin, row, 'principal', openPrincipal(row))
    push(row.origin, row, 'interest', openInterest(row))
    push(row.origin, row, 'penalty', penaltyOn(row, on, rules) - row.paidPenalty)
    push(row.origin, row, 'compound', compoundOn(row, on, rules) - row.paidCompound)
    push(row.origin, row, 'lateFee', lateFeeOn(row, on, rules) - row.paidLateFee)
    push(row.origin, row, 'fee', row.fee - row.paidFee)
  }
  if (scope === 'arrears') return parts
  push('coming', null, 'principal', coming)
  push('onDemand', null, 'principal', fold.onDemand)
  if (scope === 'owed') return parts
  push('running', null, 'interest', runningInterest(loan.terms, fold.rows, on))
  push('onDemand', null, 'interest', onDemandInterestOn(fold, on))
  push('remainingFees', null, 'fee', remainingFees(fees, loan.prepayment))
  push('prepaymentFee', null, 'fee', prepaymentFee(coming + fold.onDemand, loan.prepayment))
  return parts
}

export function figuresOf(parts: readonly AuditPart[]): Figures {
  const sums: Partial<Record<AuditItem, number>> = {}
  for (const { item, fen } of parts) sums[item] = (sums[item] ?? 0) + fen
  return addFigures(NO_FIGURES, sums)
}
