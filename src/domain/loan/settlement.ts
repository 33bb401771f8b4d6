import type { LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import type { PrepaymentTerms } from './default-terms'
import { openAll, openPrincipal, type DefaultRules, type LiveInstalment } from './live-instalment'
import { runningInterest } from './running-interest'
import type { LoanTerms } from './terms'

/** What settling everything on a day takes, part by part, in fen. */
export interface SettlementParts {
  /** What has fallen due and is unpaid, with what lateness added. */
  readonly dueFen: Fen
  readonly principalFen: Fen
  /** Interest of the running period to the day. */
  readonly interestFen: Fen
  /** Fees still to come that are charged all the same. */
  readonly remainingFeesFen: Fen
  /** Fee for paying early. */
  readonly feeFen: Fen
  readonly totalFen: Fen
}

/** Rows that have fallen due by a day, and plan rows still to come. */
export const isComing = (row: LiveInstalment, on: LocalDate): boolean => row.origin === 'plan' && row.dueOn > on

/** What remains of the fees still to come under a rule; a rule not known counts as "all due": nothing is promised. */
export function remainingFees(fees: number, { remainingFees: rule, remainingFeesPer10000 = 0 }: PrepaymentTerms): Fen {
  switch (rule) {
    case 'waived':
      return 0 as Fen
    case 'share':
      return mulDivFen(fees as Fen, remainingFeesPer10000, 10_000)
    case 'due':
    case 'unknown':
      return fees as Fen
  }
}

export const prepaymentFee = (principal: number, { feePer10000 = 0 }: PrepaymentTerms): Fen =>
  mulDivFen(principal as Fen, feePer10000, 10_000)

/** Settles by a prepayment rule: everything due, the principal (also what is owed on demand), its interest to the day, and what
 * the rule adds. */
export function settlementParts(
  terms: LoanTerms,
  rows: readonly LiveInstalment[],
  on: LocalDate,
  rules: DefaultRules,
  prepayment: PrepaymentTerms,
  onDemand: { readonly principal: number; readonly interest: number },
): SettlementParts {
  let due = 0
  let principal = onDemand.principal
  let fees = 0
  for (const row of rows) {
    if (!isComing(row, on)) due += openAll(row, on, rules)
    else {
      principal += openPrincipal(row)
      fees += row.fee - row.paidFee
    }
  }
  const interestFen = (runningInterest(terms, rows, on) + onDemand.interest) as Fen
  const remainingFeesFen = remainingFees(fees, prepayment)
  const feeFen = prepaymentFee(principal, prepayment)
  return {
    dueFen: due as Fen,
    principalFen: principal as Fen,
    interestFen,
    remainingFeesFen,
    feeFen,
    totalFen: (due + principal + interestFen + remainingFeesFen + feeFen) as Fen,
  }
}
