import type { Fen } from '../money/fen'
import { greatestCommonDivisor, mulDivFen } from '../money/rounding'
import { daysFraction } from '../rate/interest'
import { contractRate } from './contract-rate'
import type { Loan } from './loan'
import type { LoanState } from './loan-state'

/** Penalty interest in fen on a base for a number of days, rounded half up; zero when the contract has none. */
export type PenaltyOf = (base: Fen, days: number) => Fen

/**
 * Penalty interest (罚息) of a loan's contract: simple, by a rate of its own or a multiple of the contract rate
 * (1.5 × 15.4 % is 23.1 % a year), by actual days. A multiple is applied exactly, not to a rounded rate. What is overdue on a
 * card goes on bearing the card's own rate and no other.
 */
export function penaltyOf(loan: Loan): PenaltyOf {
  const { terms, defaultTerms } = loan
  const penalty = terms.kind === 'revolving' ? ({ by: 'rate', rate: terms.rate } as const) : defaultTerms.penalty
  if (penalty === null) return () => 0 as Fen
  const rate = penalty.by === 'rate' ? penalty.rate : contractRate(loan)
  const multiple = penalty.by === 'rate' ? 10_000 : penalty.multiplePer10000
  const shared = greatestCommonDivisor(multiple, 10_000)
  const { numerator, denominator } = daysFraction(rate, 1)
  const oneDay = (numerator * multiple) / shared
  const divisor = (denominator * 10_000) / shared
  return (base, days) => (days <= 0 || base <= 0 ? (0 as Fen) : mulDivFen(base, oneDay * days, divisor))
}

/** The same for a loan as it stands: what a guarantor paid out bears none by this contract (its claims are stated afresh). */
export const penaltyIn = (loan: Loan, { creditor }: LoanState): PenaltyOf =>
  creditor.because === 'subrogated' ? () => 0 as Fen : penaltyOf(loan)
