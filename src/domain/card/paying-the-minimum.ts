import { dayNumber } from '../calendar/local-date'
import type { DefaultTerms } from '../loan/default-terms'
import type { RevolvingTerms } from '../loan/terms'
import { sumFen, type Fen } from '../money/fen'
import { begun } from './card-account'
import { owedAmounts, owedTotal } from './card-ledger'
import type { CardStatement } from './card-statement'
import { projectMinimum } from './project-minimum'
import { closeThrough } from './statement-cycle'

/** So many months of a card paid at the minimum: its statements and what they come to, in fen. */
export interface MonthsOfMinimum {
  readonly statements: readonly CardStatement[]
  readonly paidFen: Fen
  readonly principalPaidFen: Fen
  readonly interestPaidFen: Fen
  readonly feePaidFen: Fen
  /** Left after the last of these payments, interest that runs not counted. */
  readonly owedFen: Fen
  readonly principalLeftFen: Fen
}

/** What a card costs when only the minimum is paid, month after month, and nothing is bought. */
export function payingTheMinimum(terms: RevolvingTerms, defaultTerms: DefaultTerms, months: number): MonthsOfMinimum {
  const ledger = begun({ terms, defaultTerms })
  const { rows } = projectMinimum(ledger, { maxRows: months, lastTakesAll: false })
  const last = rows.at(-1)
  if (last) closeThrough(ledger, dayNumber(last.dueOn) + defaultTerms.graceDays)
  return {
    statements: ledger.statements,
    paidFen: ledger.paid as Fen,
    principalPaidFen: sumFen(rows, (row) => row.principalFen),
    interestPaidFen: sumFen(rows, (row) => row.interestFen),
    feePaidFen: sumFen(rows, (row) => row.feeFen),
    owedFen: owedTotal(ledger) as Fen,
    principalLeftFen: owedAmounts(ledger).principal as Fen,
  }
}
