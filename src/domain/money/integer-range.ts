/** Whole numbers from `low` to `high`, both included. */
export interface IntegerRange {
  readonly low: number
  readonly high: number
}

/**
 * The whole numbers from 0 to `max` that a function which never falls takes to `target`; null when it jumps over it.
 * This inverts the engine's own rounding: every rate that gives this interest, every principal that gives this instalment.
 */
export function preimage(rising: (x: number) => number, target: number, max: number): IntegerRange | null {
  const low = firstAtLeast(rising, target, max)
  const high = firstAtLeast(rising, target + 1, max) - 1
  return high < low ? null : { low, high }
}

/** The smallest whole number from 0 to `max` whose image is at least `target`; `max` + 1 when none is. */
export function firstAtLeast(rising: (x: number) => number, target: number, max: number): number {
  let low = 0
  let high = max + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (rising(middle) >= target) high = middle
    else low = middle + 1
  }
  return low
}

export const intersection = (left: IntegerRange, right: IntegerRange): IntegerRange | null => {
  const low = Math.max(left.low, right.low)
  const high = Math.min(left.high, right.high)
  return high < low ? null : { low, high }
}

/** The number with the most zeros at its end: what a person would have chosen. Of equals, the one nearest the middle. */
export function roundestIn({ low, high }: IntegerRange): number {
  let step = 1
  while (Math.floor(high / (step * 10)) * step * 10 >= low && step < 1e15) step *= 10
  const middle = (low + high) / 2
  const nearest = Math.round(middle / step) * step
  return nearest < low ? nearest + step : nearest > high ? nearest - step : nearest
}
