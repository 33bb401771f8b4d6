import type { LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import type { LprOn } from './lpr-table'
import type { PredicateId, RulePeriod } from './rule'

/** What was measured against a line. Rates are fractions of one a year; a multiple is of the contract rate. */
export type Measured =
  /** Σ cost ÷ Σ(balance × days ÷ 365) on money received: never the XIRR. */
  | { readonly what: 'simpleAnnual'; readonly ours: number | null; readonly line: number }
  /** What penalty interest alone comes to a year. */
  | { readonly what: 'penaltyRate'; readonly ours: number | null; readonly line: number }
  | { readonly what: 'penaltyMultiple'; readonly ours: number; readonly line: number }
  | { readonly what: 'received'; readonly oursFen: Fen; readonly lineFen: Fen }
  /** A late fee is written in the contract; whether it is high depends on a loss that must be proved. */
  | { readonly what: 'lateFee' }
  | { readonly what: 'disclosure' }
  /** The contract is older than the line: periods are judged apart, nothing is compared. */
  | { readonly what: 'olderContract' }

/**
 * One line beside one figure of a loan. `over` is a reason to look and to ask, never a verdict: the rule's limits are
 * shown with it. `isNear`: within half a percentage point, where the way days are counted decides.
 */
export interface ReferenceFinding {
  readonly ruleId: string
  readonly predicate: PredicateId
  /** The value of the rule on the contract date, with its citation and confidence. */
  readonly period: RulePeriod
  readonly measured: Measured
  readonly status: 'over' | 'within' | 'unknown' | 'ask'
  readonly isNear: boolean
  /** The LPR behind a line that is a multiple of it. */
  readonly lpr: LprOn | null
  /** A late fee comes on top and counts towards the same line. */
  readonly lateFeeAdds: boolean
}

export type ReferenceLines =
  /** Nothing is asserted before it is known who lends. */
  | { readonly kind: 'lookAtContract'; readonly reason: 'noLender' | 'unknownType' | 'mixedTypes' }
  | {
      readonly kind: 'findings'
      /** The day the values are of: the contract's, else the day the money came. */
      readonly on: LocalDate
      readonly isContractDate: boolean
      readonly findings: readonly ReferenceFinding[]
    }
