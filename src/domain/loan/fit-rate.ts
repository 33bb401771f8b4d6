import { firstAtLeast, intersection, preimage, roundestIn, type IntegerRange } from '../money/integer-range'

/** A figure of the plan and the engine's figure as a function of the rate in 1e-7; it must not fall as the rate rises. */
export interface RateEquation {
  readonly targetFen: number
  readonly at: (partsPerTenMillion: number) => number
}

/**
 * The roundest rate that gives every figure to the fen. Where there is none (another way of rounding, a row of its own),
 * the roundest of those that come within a fen of the most figures.
 */
export function fitRate(equations: readonly RateEquation[], max: number): number | null {
  if (equations.length === 0) return null
  let exact: IntegerRange | null = { low: 0, high: max }
  for (const { at, targetFen } of equations) {
    const range = preimage(at, targetFen, max)
    exact = range && exact && intersection(exact, range)
    if (exact === null) break
  }
  if (exact) return roundestIn(exact)
  const near = equations.flatMap(({ at, targetFen }) => {
    const low = firstAtLeast(at, targetFen - 1, max)
    const high = firstAtLeast(at, targetFen + 2, max) - 1
    return low > high ? [] : [{ low, high }]
  })
  return mostCovered(near)
}

/** The roundest point of the first stretch that lies in the most ranges. */
function mostCovered(ranges: readonly IntegerRange[]): number | null {
  let best: IntegerRange | null = null
  let most = 0
  for (const { low } of ranges) {
    const covering = ranges.filter((range) => range.low <= low && low <= range.high)
    if (covering.length <= most) continue
    most = covering.length
    best = { low, high: Math.min(...covering.map(({ high }) => high)) }
  }
  return best && roundestIn(best)
}
