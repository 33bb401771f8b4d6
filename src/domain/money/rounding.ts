import type { Fen } from './fen'

/**
 * Rounds to a whole number, half away from zero (四舍五入): 2.5 → 3, −2.5 → −3.
 *
 * Adding 0.5 and flooring would turn 0.49999999999999994 into 1; the fraction is compared instead, which is exact.
 */
export function roundHalfUp(x: number): number {
  const size = Math.abs(x)
  const whole = Math.floor(size)
  const rounded = size - whole >= 0.5 ? whole + 1 : whole
  return x < 0 && rounded !== 0 ? -rounded : rounded
}

/** Below this a product of two integers doubled is still exact in a double. */
export const EXACT_PRODUCT = 2 ** 52

/**
 * amount × numerator ÷ denominator, exact, rounded half away from zero to whole fen.
 *
 * Units   amount in fen; numerator and denominator whole numbers, denominator positive.
 * Exact   in doubles while the product fits, otherwise in BigInt: 120.00 at 1.35 % ÷ 12 is 0.14, never 0.13.
 */
export function mulDivFen(amount: Fen, numerator: number, denominator: number): Fen {
  const product = amount * numerator
  if (product >= -EXACT_PRODUCT && product <= EXACT_PRODUCT) {
    const size = product < 0 ? -product : product
    // Exact: a quotient below a whole number is so by at least 1 ÷ denominator, twice what a double's rounding can add here.
    let whole = Math.floor(size / denominator)
    if (2 * (size - whole * denominator) >= denominator) whole += 1
    return (product < 0 && whole !== 0 ? -whole : whole) as Fen
  }
  const exact = BigInt(amount) * BigInt(numerator)
  const size = exact < 0n ? -exact : exact
  const divisor = BigInt(denominator)
  const whole = Number((2n * size + divisor) / (2n * divisor))
  return (exact < 0n ? -whole : whole) as Fen
}

/** Greatest common divisor of two whole numbers that are not negative. */
export const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))
