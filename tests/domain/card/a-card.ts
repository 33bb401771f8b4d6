import { localDate } from '#domain/calendar/local-date'
import type { DefaultTerms } from '#domain/loan/default-terms'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { RevolvingTerms } from '#domain/loan/terms'
import { fen, ZERO_FEN } from '#domain/money/fen'

/** Statement on the 5th, due on the 23rd, 0.05 % a day, 10 % and all charges, interest on the whole statement. */
export const aCard = (changes: Partial<RevolvingTerms> = {}): RevolvingTerms => ({
  kind: 'revolving',
  principalFen: ZERO_FEN,
  drawnOn: localDate('2026-01-01'),
  rate: { partsPerTenMillion: 5_000, per: 'day', dayBasis: 365 },
  limitFen: null,
  statementDay: 5,
  due: { by: 'dayOfMonth', day: 23 },
  minimum: { by: 'shareAndCharges', sharePer10000: 1_000, floorFen: ZERO_FEN },
  interestOn: 'wholeStatement',
  compounds: false,
  ...changes,
})

/** 5 % of the unpaid part of the minimum, at least 10.00; no grace. */
export const lateTerms = (changes: Partial<DefaultTerms> = {}): DefaultTerms => ({
  penalty: null,
  penaltyBase: 'overduePrincipal',
  graceDays: 0,
  lateFee: { by: 'share', sharePer10000: 500, minFen: fen(1_000), maxFen: null },
  ...changes,
})

let count = 0
const base = (on: string) => ({ id: `e${(count += 1)}`, on: localDate(on), note: '' })

export const bought = (on: string, amountFen: number): LoanEvent => ({
  ...base(on),
  kind: 'drawdown',
  what: 'purchase',
  amountFen: fen(amountFen),
})
export const drewCash = (on: string, amountFen: number): LoanEvent => ({
  ...base(on),
  kind: 'drawdown',
  what: 'cash',
  amountFen: fen(amountFen),
})
export const charged = (on: string, what: 'cardInstalment' | 'fee' | 'expense', amountFen: number): LoanEvent => ({
  ...base(on),
  kind: 'charge',
  what,
  amountFen: fen(amountFen),
})
export const paid = (on: string, amountFen: number): LoanEvent => ({
  ...base(on),
  kind: 'payment',
  amountFen: fen(amountFen),
})
