import { localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import { fen, ZERO_FEN } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan } from '../loan/a-loan'

const on = localDate('2026-11-23')

/** A state with nothing but what is owed, all of it fallen due. */
export function stateOwing(owed: {
  readonly principal: number
  readonly interest: number
  readonly penalty: number
  readonly lateFee: number
}): LoanState {
  const charges = owed.interest + owed.penalty + owed.lateFee
  return {
    on,
    basis: 'balanceStated',
    principalFen: fen(owed.principal),
    overduePrincipalFen: fen(owed.principal),
    interestFen: fen(owed.interest),
    feeFen: ZERO_FEN,
    penaltyFen: fen(owed.penalty),
    lateFeeFen: fen(owed.lateFee),
    arrearsFen: fen(owed.principal + charges),
    owedFen: fen(owed.principal + charges),
    daysLate: 60,
    stage: 'm2',
    nextDueOn: null,
    nextDueFen: ZERO_FEN,
    paidFen: ZERO_FEN,
    rows: [],
    creditFen: ZERO_FEN,
    forgivenFen: ZERO_FEN,
    compoundFen: ZERO_FEN,
    accruedFen: ZERO_FEN,
    creditor: { partyId: null, because: 'contract', since: null, verifiedOn: null },
    acceleratedOn: null,
    daysToAcceleration: null,
    daysToSubrogation: null,
    statements: [],
  }
}

/** A loan to go with it; only its contract rate (15.4 % a year) matters here. */
export const loanOwing = (state: LoanState): Loan =>
  aLoan({
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(Math.max(1, state.principalFen)),
      drawnOn: localDate('2025-06-15'),
      rate: annualRate(0.154),
      firstPeriod: 'whole',
      periods: 12,
      firstDueOn: localDate('2025-07-15'),
      cadence: { every: 'month' },
    },
  })
