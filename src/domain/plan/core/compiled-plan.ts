import type { PenaltyOf } from '../../loan/penalty-rate'
import type { Priorities } from '../priority'

/**
 * A plan ready to run: everything that does not depend on the money that really comes, as flat arrays. Money in fen as
 * whole numbers in doubles, days as day numbers, months as steps (0 is the month of `on`).
 */
export interface CompiledPlan {
  /** Months a path runs through. */
  readonly steps: number
  readonly loanCount: number
  /** Cash above the reserve today. */
  readonly openingCash: number
  /**
   * What the budget leaves for debts in each step, from the first to the last in which an instalment is known or the path
   * ends: what early payment counts on for the months to come, whatever really comes.
   */
  readonly expected: Float64Array
  /** Day numbers that each step runs through: after `dayFrom`, up to and with `dayLast`. */
  readonly dayFrom: Float64Array
  readonly dayLast: Float64Array
  /** 1 where money beyond what is required may be paid in a step. */
  readonly mayPayEarly: Uint8Array
  readonly priorities: Priorities
  /** Place of each loan in the person's own order. */
  readonly ownPlace: Float64Array
  /** Whether early payment keeps what the coming months need; steps in which an instalment is known. */
  readonly holdsBack: boolean
  readonly heldSteps: number
  /** What the instalments of each of those steps ask while nothing is paid early. */
  readonly held: Float64Array
  /** Fen to pay each loan in each step (loan × steps + step) instead of the strategy's order. */
  readonly prescribed: Float64Array | null
  readonly rows: CompiledRows
  readonly loans: CompiledLoans
}

/** Instalments to come, loan after loan: those of loan `i` lie from `start[i]` up to `start[i + 1]`. */
export interface CompiledRows {
  readonly start: Int32Array
  readonly step: Int32Array
  readonly day: Float64Array
  /** Principal not yet due before the instalment. */
  readonly opening: Float64Array
  readonly principal: Float64Array
  readonly interest: Float64Array
  readonly fee: Float64Array
  /** The three together. */
  readonly asked: Float64Array
  /** What a yuan paid early before the instalment saves in a year; negative: less than paying early costs. */
  readonly saving: Float64Array
  /** Principal before the instalment that is better kept than paid early, for the fee that it would cost. */
  readonly keep: Float64Array
}

/** The loans as they stand on the plan's first day, and their rules. */
export interface CompiledLoans {
  readonly balance: Float64Array
  readonly onDemand: Float64Array
  readonly oldPrincipal: Float64Array
  readonly oldCharges: Float64Array
  readonly oldPenalty: Float64Array
  readonly oldSince: Float64Array
  /** Places of each loan for instalments that have fallen due: from `dueStart[i]`; `dueCount[i]` are taken on the first day. */
  readonly dueStart: Int32Array
  readonly dueCount: Int32Array
  readonly dueDay: Float64Array
  readonly duePrincipal: Float64Array
  readonly dueCharges: Float64Array
  readonly graceDays: Float64Array
  readonly penaltyRate: Float64Array
  readonly penaltyOnCharges: Uint8Array
  readonly mayPrepay: Uint8Array
  readonly keepsInstalment: Uint8Array
  /** What a yuan paid early saves in a year where no instalment is known. */
  readonly saving: Float64Array
  /** Fee for paying early, parts of 10 000 of the principal paid early. */
  readonly earlyFee: Float64Array
  readonly penaltyOf: readonly PenaltyOf[]
  readonly lateFeeOf: readonly ((missed: number) => number)[]
}
