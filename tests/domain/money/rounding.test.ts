import { expect, test } from 'vitest'
import { fen } from '#domain/money/fen'
import { greatestCommonDivisor, mulDivFen } from '#domain/money/rounding'

test('half a fen goes away from zero on both sides, just under half does not', () => {
  // 0.05 × 1 ÷ 10 is half a fen; 0.04 ÷ 10 is 0.4 of one.
  expect([5, -5, 4, -4, 15, -15, 14, -14].map((amount) => mulDivFen(fen(amount), 1, 10))).toEqual([
    1, -1, 0, 0, 2, -2, 1, -1,
  ])
})

test('an odd denominator has no half: 1 of 3 is nothing, 2 of 3 are one', () => {
  expect([1, 2, 3, 4, 5].map((amount) => mulDivFen(fen(amount), 1, 3))).toEqual([0, 1, 1, 1, 2])
})

test('products too large for a double stay exact, where a double would be a fen off', () => {
  // 9 800 949 599.69 × 360 001 ÷ 3 600 000: …245.49…, which a double lifts to …246.
  expect(mulDivFen(fen(980_094_959_969), 360_001, 3_600_000)).toBe(98_009_768_245)
  expect(mulDivFen(fen(-980_094_959_969), 360_001, 3_600_000)).toBe(-98_009_768_245)
  expect(mulDivFen(fen(979_387_919_973), 360_001, 3_600_000)).toBe(97_939_064_049)
})

test('the greatest common divisor of 12 and 18 is 6; of anything and nothing itself', () => {
  expect(greatestCommonDivisor(12, 18)).toBe(6)
  expect(greatestCommonDivisor(15_000, 10_000)).toBe(5000)
  expect(greatestCommonDivisor(7, 0)).toBe(7)
  expect(greatestCommonDivisor(0, 7)).toBe(7)
  expect(greatestCommonDivisor(17, 4)).toBe(1)
})
