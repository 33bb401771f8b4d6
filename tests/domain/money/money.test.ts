import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from '#domain/money/allocate'
import { chineseCapital } from '#domain/money/chinese-capital'
import { fen, MAX_FEN, type Fen } from '#domain/money/fen'
import { formatYuan, plainYuan } from '#domain/money/format-yuan'
import { parseAmount } from '#domain/money/parse-amount'
import { mulDivFen, roundHalfUp } from '#domain/money/rounding'

describe('rounding', () => {
  test('half goes away from zero and just under half does not', () => {
    expect([2.5, -2.5, 0.49999999999999994, 1.4999, -0.2].map(roundHalfUp)).toEqual([3, -3, 0, 1, 0])
  })

  test('120.00 at 1.35 % a year for a month is 0.14, where doubles would say 0.13', () => {
    expect(mulDivFen(fen(12_000), 135_000, 120_000_000)).toBe(14)
  })

  test('mulDivFen equals exact big-integer half up for any size', () => {
    const any = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
    fc.assert(
      fc.property(any, fc.nat(1_000_000_000), fc.integer({ min: 1, max: 100_000_000_000 }), (amount, times, by) => {
        const product = BigInt(amount) * BigInt(times)
        const size = product < 0n ? -product : product
        const whole = (size * 2n + BigInt(by)) / (2n * BigInt(by))
        // + 0 because minus nothing is nothing.
        expect(mulDivFen(amount as Fen, times, by) + 0).toBe(Number(product < 0n ? -whole : whole) + 0)
      }),
    )
  })
})

test('allocated parts add up, follow their weights within a fen, and ties go to the earlier part', () => {
  expect(allocate(fen(100), [1, 1, 1])).toEqual([34, 33, 33])
  expect(allocate(fen(5), [0, 0])).toEqual([3, 2])
  fc.assert(
    fc.property(fc.nat(MAX_FEN), fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 12 }), (total, weights) => {
      const parts = allocate(total as Fen, weights)
      const sum = weights.reduce((a, b) => a + b, 0)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
      if (sum > 0)
        parts.forEach((part, at) => expect(Math.abs(part - (total * weights[at]!) / sum)).toBeLessThan(1.001))
    }),
  )
})

describe('amounts as people type them', () => {
  test.each([
    ['3万', 3_000_000],
    ['3万5千', 3_500_000],
    ['1万2300', 1_230_000],
    ['1.5w', 1_500_000],
    ['1,234.56', 123_456],
    ['1200+350', 155_000],
    ['￥１２０．５', 12_050],
    ['12元', 1200],
    ['0', 0],
    ['.5', 50],
    ['100亿', 1_000_000_000_000],
  ])('%s is %i fen', (text, amount) => expect(parseAmount(text)).toEqual({ ok: true, value: amount }))

  test.each([
    ['', 'amount_empty'],
    ['  ', 'amount_empty'],
    ['abc', 'amount_unreadable'],
    ['3万5', 'amount_ambiguous'],
    ['12,34', 'amount_unreadable'],
    ['1.2.3', 'amount_unreadable'],
    ['5+', 'amount_unreadable'],
    ['-5', 'amount_negative'],
    ['100亿+1', 'amount_too_large'],
    ['1.234', 'amount_too_precise'],
  ])('%j is refused: %s', (text, code) => expect(parseAmount(text)).toMatchObject({ ok: false, error: { code } }))

  test('what is printed is read back', () => {
    fc.assert(
      fc.property(fc.nat(MAX_FEN), (amount) => {
        expect(parseAmount(formatYuan(amount as Fen))).toEqual({ ok: true, value: amount })
        expect(parseAmount(plainYuan(amount as Fen))).toEqual({ ok: true, value: amount })
      }),
    )
  })
})

// 《支付结算办法》附一 prints 1409.50, 6007.14, 325.04, 16409.02 with these words.
test.each([
  [0, '零元整'],
  [123_456, '壹仟贰佰叁拾肆元伍角陆分'],
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [12_000, '壹佰贰拾元整'],
  [10_000_000, '壹拾万元整'],
  [1_000_050_000, '壹仟万零伍佰元整'],
  [1_000_000_010_000, '壹佰亿零壹佰元整'],
  [56, '伍角陆分'],
  [6, '陆分'],
])('%i fen in capital characters is %s', (amount, text) => expect(chineseCapital(fen(amount))).toBe(text))
