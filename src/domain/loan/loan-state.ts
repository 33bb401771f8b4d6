import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'

/** Days late in the words of the trade: M1 is 1–30 days, M2 31–60, M3 61–90, M3+ beyond. */
export type Stage = 'settled' | 'current' | 'dueSoon' | 'm1' | 'm2' | 'm3' | 'm3plus'

/** One instalment as it stands on a date: what was due and what of it is paid. */
export interface DuePaidRow {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly feeFen: Fen
  readonly penaltyFen: Fen
  readonly lateFeeFen: Fen
  readonly paidFen: Fen
  /** What is still open of principal, interest, fee, penalty and late fee together. */
  readonly openFen: Fen
  readonly openPrincipalFen: Fen
  readonly status: 'paid' | 'partlyPaid' | 'overdue' | 'due' | 'ahead'
  readonly daysLate: number
  readonly paidOn: LocalDate | null
}

/** A loan on a date: a fold over its contract and its dated events. */
export interface LoanState {
  readonly on: LocalDate
  /** Where the figures start: the contract, or a balance stated by the lender. */
  readonly basis: 'contract' | 'balanceStated'
  /** All principal still owed, due or not. */
  readonly principalFen: Fen
  readonly overduePrincipalFen: Fen
  /** Interest that has fallen due and is unpaid. */
  readonly interestFen: Fen
  readonly feeFen: Fen
  readonly penaltyFen: Fen
  readonly lateFeeFen: Fen
  /** Everything that has fallen due and is unpaid: overdue principal + interest + fee + penalty + late fee. */
  readonly arrearsFen: Fen
  /** Principal plus everything due and unpaid: what it takes to owe nothing, before future interest. */
  readonly owedFen: Fen
  readonly daysLate: number
  readonly stage: Stage
  readonly nextDueOn: LocalDate | null
  readonly nextDueFen: Fen
  readonly paidFen: Fen
  readonly rows: readonly DuePaidRow[]
}
