import type { CaseDocument } from '#domain/case-document'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import type { Party } from '#domain/loan/party'
import { stateOn } from '#domain/loan/state-on'
import { trueCost } from '#domain/loan/true-cost'
import { sumFen, ZERO_FEN, type Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'
import type { ScheduleError } from '#domain/schedule/schedule'

/** One loan as the ledger shows it. `problem` stands where the contract cannot be computed. */
export interface LedgerRow {
  readonly loan: Loan
  readonly lenderNames: readonly string[]
  readonly state: LoanState | null
  readonly problem: ScheduleError['code'] | null
  readonly owedFen: Fen
  /** What has to be paid now: everything overdue, or the next instalment when nothing is. */
  readonly requiredFen: Fen
  readonly dueOn: LocalDate | null
  readonly trueRate: number | null
  readonly advertisedRate: InterestRate | null
}

export interface LedgerTotals {
  readonly owedFen: Fen
  readonly arrearsFen: Fen
  readonly requiredFen: Fen
  readonly overdueCount: number
  readonly estimateCount: number
}

/** The loans that count (or the archived ones), each folded to the given day. */
export function ledgerRows(document: CaseDocument, today: LocalDate, isArchived: boolean): readonly LedgerRow[] {
  return document.loans
    .filter((loan) => loan.isArchived === isArchived)
    .map((loan) => ledgerRow(loan, document.parties, today))
}

function ledgerRow(loan: Loan, parties: readonly Party[], today: LocalDate): LedgerRow {
  const folded = stateOn(loan, today)
  const state = folded.ok ? folded.value : null
  return {
    loan,
    lenderNames: lenderNames(loan, parties),
    state,
    problem: folded.ok ? null : folded.error.code,
    owedFen: state?.owedFen ?? ZERO_FEN,
    requiredFen: state === null ? ZERO_FEN : state.arrearsFen > 0 ? state.arrearsFen : state.nextDueFen,
    dueOn: state?.nextDueOn ?? null,
    trueRate: effectiveRate(loan),
    advertisedRate: loan.advertisedRate,
  }
}

/** Names of those the contract calls lender; the platform when none is known. */
export function lenderNames(loan: Loan, parties: readonly Party[]): readonly string[] {
  const nameOf = (id: string | null) => parties.find((party) => party.id === id)?.name
  const names = loan.parties.contractLenders.map(({ partyId }) => nameOf(partyId)).filter((name) => name !== undefined)
  if (names.length > 0) return names
  const platform = nameOf(loan.parties.platformId)
  return platform === undefined ? [] : [platform]
}

function effectiveRate(loan: Loan): number | null {
  const cost = trueCost(loan)
  if (!cost.ok) return null
  const { effectiveAnnual } = cost.value
  switch (effectiveAnnual.kind) {
    case 'one':
      return effectiveAnnual.root
    case 'several':
      return effectiveAnnual.headline
    case 'none':
      return null
  }
}

export const ledgerTotals = (rows: readonly LedgerRow[]): LedgerTotals => ({
  owedFen: sumFen(rows, (row) => row.owedFen),
  arrearsFen: sumFen(rows, (row) => row.state?.arrearsFen ?? ZERO_FEN),
  requiredFen: sumFen(rows, (row) => row.requiredFen),
  overdueCount: rows.filter((row) => (row.state?.arrearsFen ?? 0) > 0).length,
  estimateCount: rows.filter((row) => row.loan.isEstimate).length,
})

/** Whether a row answers what was typed into the filter: name, lenders, contract number. */
export function matchesFilter(row: LedgerRow, filter: string): boolean {
  const wanted = filter.trim().toLowerCase()
  if (wanted === '') return true
  return [row.loan.name, ...row.lenderNames, row.loan.contractNumber].some((text) =>
    text.toLowerCase().includes(wanted),
  )
}
