import type { Fen } from '../../money/fen'
import { allocate } from '../../money/allocate'
import { EXACT_PRODUCT } from '../../money/rounding'

/**
 * Splits money in proportion to weights by largest remainder, as `allocate`, into an array the caller owns; ties go to the
 * earlier. Whole numbers; the sum of the weights positive.
 */
export function shareInto(money: number, weights: Float64Array, count: number, shares: Float64Array): void {
  let sum = 0
  let most = 0
  for (let at = 0; at < count; at += 1) {
    sum += weights[at] ?? 0
    most = Math.max(most, weights[at] ?? 0)
  }
  if (money * most > EXACT_PRODUCT) {
    shares.set(allocate(money as Fen, Array.from(weights.subarray(0, count))))
    return
  }
  let left = money
  for (let at = 0; at < count; at += 1) {
    const share = Math.floor((money * (weights[at] ?? 0)) / sum)
    shares[at] = share
    left -= share
  }
  for (; left > 0; left -= 1) {
    let best = -1
    let largest = -1
    for (let at = 0; at < count; at += 1) {
      // Negative once the part has had its fen.
      const rest = money * (weights[at] ?? 0) - (shares[at] ?? 0) * sum
      if (rest > largest) {
        largest = rest
        best = at
      }
    }
    if (best < 0) return
    shares[best] = (shares[best] ?? 0) + 1
  }
}
