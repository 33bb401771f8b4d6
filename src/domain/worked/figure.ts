import type { LocalDate } from '../calendar/local-date'
import type { LoanKind } from '../loan/terms'
import type { Fen } from '../money/fen'
import type { InterestRate } from '../rate/interest-rate'

/** One figure of a worked page, with what it is, so that each language prints it its own way and to the same digits. */
export type Figure =
  | { readonly as: 'money'; readonly fen: Fen }
  /** What a payment is worth on the first day: fen with fractions, printed to a hundredth of a fen. */
  | { readonly as: 'worth'; readonly fen: number }
  /** Money × days it is in hand. */
  | { readonly as: 'yuanDays'; readonly fenDays: number }
  /** A plain fraction (0.1303 is 13.03 %) and the digits of the per cent it is printed with. */
  | { readonly as: 'percent'; readonly fraction: number; readonly digits: number }
  | { readonly as: 'rate'; readonly rate: InterestRate }
  | { readonly as: 'count'; readonly value: number }
  | { readonly as: 'days'; readonly days: number }
  | { readonly as: 'date'; readonly on: LocalDate }
  | { readonly as: 'kind'; readonly kind: LoanKind }
  /** The sum of a column of the section's table. */
  | { readonly as: 'columnSum'; readonly column: ColumnCode }

export type Sign = '+' | '−' | '×' | '÷' | '^' | '(' | ')'

/** A formula with its numbers filled in, left to right, with the usual precedence. Bare numbers are counts. */
export type Formula = readonly (Figure | Sign)[]

/** Columns of the tables of worked pages. */
export type ColumnCode =
  | 'n'
  | 'dueOn'
  | 'principal'
  | 'interest'
  | 'fee'
  | 'total'
  | 'balance'
  | 'inHand'
  | 'days'
  | 'yuanDays'
  | 'worthByMonth'
  | 'daysSince'
  | 'worthByDay'
  | 'byContract'
  | 'byReceived'
  | 'difference'
  | 'daysLate'
  | 'penalty'
  | 'open'
  | 'statementOn'
  | 'minimum'
  | 'principalLeft'
  | 'paid'

export const money = (fen: number): Figure => ({ as: 'money', fen: fen as Fen })
export const worth = (fen: number): Figure => ({ as: 'worth', fen })
export const yuanDays = (fenDays: number): Figure => ({ as: 'yuanDays', fenDays })
export const percent = (fraction: number, digits = 2): Figure => ({ as: 'percent', fraction, digits })
export const rateOf = (rate: InterestRate): Figure => ({ as: 'rate', rate })
export const count = (value: number): Figure => ({ as: 'count', value })
export const days = (value: number): Figure => ({ as: 'days', days: value })
export const date = (on: LocalDate): Figure => ({ as: 'date', on })
export const columnSum = (column: ColumnCode): Figure => ({ as: 'columnSum', column })
