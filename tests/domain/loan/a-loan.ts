import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { BalanceStated, LoanEvent } from '#domain/loan/loan-event'
import { plainLoan } from '#domain/loan/plain-loan'
import { fen, ZERO_FEN } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'

/** 12,000.00 at 12 % over 12 months from 15 January 2026: 1,066.19 a month. */
export const aLoan = (changes: Partial<Loan> = {}): Loan =>
  plainLoan({
    id: 'loan',
    name: 'loan',
    product: 'consumerLoan',
    contractedOn: null,
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(1_200_000),
      drawnOn: localDate('2026-01-15'),
      firstDueOn: localDate('2026-02-15'),
      periods: 12,
      cadence: MONTHLY,
      rate: annualRate(0.12),
      firstPeriod: 'whole',
    },
    receivedFen: fen(1_200_000),
    ...changes,
  })

export const paid = (id: string, on: string, amountFen: number): LoanEvent => ({
  kind: 'payment',
  id,
  on: localDate(on),
  amountFen: fen(amountFen),
  note: '',
})

export const stated = (on: string, changes: Partial<BalanceStated>): BalanceStated => ({
  kind: 'balanceStated',
  id: `stated-${on}`,
  on: localDate(on),
  note: '',
  source: 'app',
  principalFen: ZERO_FEN,
  interestFen: ZERO_FEN,
  penaltyFen: ZERO_FEN,
  lateFeeFen: ZERO_FEN,
  otherFeeFen: ZERO_FEN,
  overduePrincipalFen: null,
  nextDueOn: null,
  daysLate: 0,
  ...changes,
})
