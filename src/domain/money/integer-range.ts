/** Whole numbers from `low` to `high`, both included. */
export interface IntegerRange {
  readonly low: number
  readonly high: number
}

/**
 * The whole numbers in a range that a function which never falls takes to `target`; null when it jumps over it. This
 * inverts the engine's own rounding: every rate that gives this interest, every principal that gives this instalment.
 */
export function preimage(rising: (x: number) => number, target: number, within: IntegerRange): IntegerRange | null {
  const low = firstAtLeast(rising, target, within)
  const high = firstAtLeast(rising, target + 1, { low, high: within.high }) - 1
  return high < low ? null : { low, high }
}

/** The smallest whole number in a range whose image is at least `target`; one above the range when none is. */
export function firstAtLeast(rising: (x: number) => number, target: number, within: IntegerRange): number {
  let low = within.low
  let high = within.high + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (rising(middle) >= target) high = middle
    else low = middle + 1
  }
  return low
}

/** The number with the most zeros at its end: what a person would have chosen. Of equals, the one nearest the middle. */
export function roundestIn({ low, high }: IntegerRange): number {
  let step = 1
  while (Math.floor(high / (step * 10)) * step * 10 >= low && step < 1e15) step *= 10
  const middle = (low + high) / 2
  const nearest = Math.round(middle / step) * step
  return nearest < low ? nearest + step : nearest > high ? nearest - step : nearest
}
