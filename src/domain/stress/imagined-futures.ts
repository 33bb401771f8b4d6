import type { Fen } from '../money/fen'
import type { ImaginedMoney } from './imagine-money'
import type { PathRunner } from './path-run'
import { tenHalfNinety } from './quantile'

/** What a tenth, half and nine tenths of the paths stay at or below, month by month. */
export interface Fan {
  readonly p10: readonly Fen[]
  readonly p50: readonly Fen[]
  readonly p90: readonly Fen[]
}

/** Many imagined runs of one plan. A promise is kept in a month when nothing required in it stays unpaid. */
export interface ImaginedFutures {
  readonly paths: number
  /** Paths in which every promise is kept up to and with each month. */
  readonly keptBy: readonly number[]
  /** Paths whose first broken promise is in each month. */
  readonly firstBreaks: readonly number[]
  /** Owed at each month's end. */
  readonly balance: Fan
  /** Cash above the reserve at each month's end; below zero where living costs alone took more. */
  readonly cash: Fan
}

const REPORT_EVERY = 400

/** Runs the plan on every path. `report` hears how many are done, every few hundred. */
export function imaginedFutures(
  run: PathRunner,
  { paths, months, money }: ImaginedMoney,
  report: (done: number) => void,
): ImaginedFutures {
  const firstBreaks = new Array<number>(months).fill(0)
  const balances = new Float64Array(paths * months)
  const cashes = new Float64Array(paths * months)
  for (let path = 0; path < paths; path += 1) {
    const { balance, cash, firstShortStep } = run(money.subarray(path * months, (path + 1) * months))
    for (let step = 0; step < months; step += 1) {
      balances[step * paths + path] = balance[step] ?? 0
      cashes[step * paths + path] = cash[step] ?? 0
    }
    if (firstShortStep >= 0) firstBreaks[firstShortStep] = (firstBreaks[firstShortStep] ?? 0) + 1
    if ((path + 1) % REPORT_EVERY === 0) report(path + 1)
  }
  let kept = paths
  const keptBy = firstBreaks.map((broken) => (kept -= broken))
  return { paths, keptBy, firstBreaks, balance: fanOf(balances, paths, months), cash: fanOf(cashes, paths, months) }
}

function fanOf(byMonth: Float64Array, paths: number, months: number): Fan {
  const rows = Array.from({ length: months }, (_, step) =>
    tenHalfNinety(byMonth.subarray(step * paths, (step + 1) * paths)),
  )
  return {
    p10: rows.map(([ten]) => ten as Fen),
    p50: rows.map(([, half]) => half as Fen),
    p90: rows.map(([, , ninety]) => ninety as Fen),
  }
}

/** Standard error of a share counted in so many independent paths: √(p (1 − p) ÷ n). */
export const standardError = (count: number, paths: number): number =>
  Math.sqrt(((count / paths) * (1 - count / paths)) / paths)

/** Place of the month in which most paths break first, the earliest of equals; null when none breaks. */
export function commonestBreak(firstBreaks: readonly number[]): number | null {
  const most = Math.max(0, ...firstBreaks)
  return most === 0 ? null : firstBreaks.indexOf(most)
}
