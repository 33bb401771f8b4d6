import type { Certainty } from '#domain/budget/budget'
import { fen, type Fen } from '#domain/money/fen'

/**
 * What imagined months are drawn from. These are assumptions a person can change, no forecast: nothing here is estimated
 * from data about anybody.
 */
export interface StressAssumptions {
  /** Most an income strays from its budget in a month, each way, by how certain its line is: per cent, 0–100. */
  readonly incomeRangePercent: Readonly<Record<Certainty, number>>
  /** Most that essentials and other spending together stray in a month, each way: per cent, 0–100. */
  readonly spendingRangePercent: number
  readonly jobLoss: {
    /** Chance in each month with work that the wage stops from then on: per cent. */
    readonly monthlyPercent: number
    /** Months without work on average; at least 1. */
    readonly meanMonths: number
    /** What comes instead in each of those months (失业金, odd jobs). */
    readonly incomeFen: Fen
  }
  readonly illness: {
    /** Chance in each month: per cent. */
    readonly monthlyPercent: number
    /** Spent on it in that month, insurance deducted. */
    readonly expenseFen: Fen
    /** Part of wage and own business not earned in that month: per cent, 0–100. */
    readonly lostIncomePercent: number
  }
}

/** Round, neutral figures to start from. */
export const DEFAULT_ASSUMPTIONS: StressAssumptions = {
  incomeRangePercent: { sure: 0, likely: 15, estimate: 40 },
  spendingRangePercent: 10,
  jobLoss: { monthlyPercent: 0.5, meanMonths: 3, incomeFen: fen(0) },
  illness: { monthlyPercent: 1, expenseFen: fen(100_000), lostIncomePercent: 20 },
}

/** Nothing strays and nothing happens: every imagined month is the budget's. */
export const NO_CHANCE: StressAssumptions = {
  incomeRangePercent: { sure: 0, likely: 0, estimate: 0 },
  spendingRangePercent: 0,
  jobLoss: { monthlyPercent: 0, meanMonths: 1, incomeFen: fen(0) },
  illness: { monthlyPercent: 0, expenseFen: fen(0), lostIncomePercent: 0 },
}
