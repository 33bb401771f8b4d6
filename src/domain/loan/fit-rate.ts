import { firstAtLeast, preimage, roundestIn, type IntegerRange } from '../money/integer-range'

/** A figure of the plan and the engine's figure as a function of the rate in 1e-7; it must not fall as the rate rises. */
export interface RateEquation {
  readonly targetFen: number
  readonly at: (partsPerTenMillion: number) => number
}

/** The roundest rate that gives every figure to the fen, and of the `wished` ones those that agree with them. Null when no rate does. */
export function exactRate(
  equations: readonly RateEquation[],
  max: number,
  wished: readonly RateEquation[],
): number | null {
  let common: IntegerRange = { low: 0, high: max }
  for (const { at, targetFen } of equations) {
    const range = preimage(at, targetFen, common)
    if (!range) return null
    common = range
  }
  for (const { at, targetFen } of wished) common = preimage(at, targetFen, common) ?? common
  return roundestIn(common)
}

/**
 * For a plan rounded another way or with rows of its own: the roundest rate of those that come within a fen of the most
 * figures; null when no figure is met.
 */
export function nearRate(equations: readonly RateEquation[], max: number): number | null {
  const whole = { low: 0, high: max }
  const ranges = equations.flatMap(({ at, targetFen }) => {
    const low = firstAtLeast(at, targetFen - 1, whole)
    const high = firstAtLeast(at, targetFen + 2, { low, high: max }) - 1
    return low > high ? [] : [{ low, high }]
  })
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
