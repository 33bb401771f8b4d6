import type { Fen } from './fen'

/**
 * Splits an amount in proportion to weights so that the parts add up exactly (largest remainder, Hamilton's method).
 *
 * Units   total in fen, not negative; weights whole numbers ≥ 0. With all weights zero the split is even.
 * Ties    go to the earlier part. No weights: no parts.
 */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  if (weights.length === 0) return []
  const sum = weights.reduce((left, right) => left + right, 0)
  if (sum === 0)
    return allocate(
      total,
      weights.map(() => 1),
    )
  const whole = BigInt(total)
  const divisor = BigInt(sum)
  const parts = weights.map((weight, index) => {
    const product = whole * BigInt(weight)
    return { index, shareFen: Number(product / divisor), remainder: product % divisor }
  })
  let left = total - parts.reduce((given, part) => given + part.shareFen, 0)
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const part of byRemainder) {
    if (left === 0) break
    part.shareFen += 1
    left -= 1
  }
  return parts.map((part) => part.shareFen as Fen)
}
