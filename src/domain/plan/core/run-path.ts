import type { CompiledPlan } from './compiled-plan'

/** What a path leaves, in arrays the caller keeps and every path writes over. */
export interface PathOut {
  /** First step in which something required was not paid; −1: every promise was kept. */
  firstShortStep: number
  /** Owed, and cash above the reserve, at each step's end. */
  readonly balance: Float64Array
  readonly cash: Float64Array
}
export type RunPath = (plan: CompiledPlan, money: Float64Array, out: PathOut) => void
