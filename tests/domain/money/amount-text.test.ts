import { describe, expect, test } from 'vitest'
import { narrowText, scaleDecimal } from '#domain/money/decimal-text'
import { addFen, fen, MAX_FEN, maxFen, subtractFen, sumFen, ZERO_FEN } from '#domain/money/fen'
import { formatYuan, plainYuan } from '#domain/money/format-yuan'
import { parseAmount } from '#domain/money/parse-amount'

const exact = (value: bigint) => ({ kind: 'exact', value })
const TOO_PRECISE = { kind: 'tooPrecise' }

test('text from a Chinese keyboard becomes its ASCII twin', () => {
  expect(narrowText('￥１２，３４５．６　元')).toBe('¥12,345.6元')
  expect(narrowText('−5 –6  —7')).toBe('-5-6-7')
  expect(narrowText('3。5·2')).toBe('3.5.2')
  expect(narrowText(' \t a\u00A0 b\n')).toBe('ab')
})

describe('a decimal text times a power of ten', () => {
  test.each([
    ['0.05', 4, 500n],
    ['1.5', 1, 15n],
    ['1.500', 1, 15n],
    ['5.', 2, 500n],
    ['.5', 2, 50n],
    ['0', 0, 0n],
    ['.0', 0, 0n],
    ['007', 1, 70n],
    ['9'.repeat(30), 0, BigInt('9'.repeat(30))],
    [`0.${'1'.repeat(30)}`, 40, BigInt(`${'1'.repeat(30)}${'0'.repeat(10)}`)],
  ])('%s × 10^%i is exact', (text, power, value) => expect(scaleDecimal(text, power)).toEqual(exact(value)))

  test('digits that would be lost, or more than thirty of them, are too precise', () => {
    expect(scaleDecimal('1.25', 1)).toEqual(TOO_PRECISE)
    expect(scaleDecimal('9'.repeat(31), 0)).toEqual(TOO_PRECISE)
    expect(scaleDecimal(`0.${'1'.repeat(31)}`, 40)).toEqual(TOO_PRECISE)
  })

  test.each(['', '.', '1.2.3', '-1', '1e5', 'a', '1 '])('%j is no decimal', (text) =>
    expect(scaleDecimal(text, 2)).toBeNull(),
  )
})

describe('an amount as it is typed', () => {
  test.each([
    ['+5', 500],
    ['5块', 500],
    ['5块钱', 500],
    ['12圆', 1200],
    ['5RMB', 500],
    ['rmb5', 500],
    ['CNY5', 500],
    ['5cny', 500],
    ['3百250', 55_000],
    ['1千250', 125_000],
    ['1万1234.56', 1_123_456],
    ['12,345', 1_234_500],
    ['123,456.7', 12_345_670],
    ['1,234万', 1_234_000_000],
    ['-0', 0],
    ['1.20万', 1_200_000],
    ['1.50百', 15_000],
  ])('%s is %i fen', (text, amount) => expect(parseAmount(text)).toEqual({ ok: true, value: amount }))

  test.each([
    '100-50',
    '2026-01',
    '5元3',
    '5¥3',
    '5--',
    '--5',
    '元',
    '3千5万',
    '3万5万',
    '1万23.5',
    '1万23.55',
    '1234,567',
    '1,2345',
    '1,234,5',
    '1,234+',
    'x1,234',
  ])('%s could mean several things or nothing, and is asked again with its text', (text) =>
    expect(parseAmount(text)).toEqual({ ok: false, error: { code: 'amount_unreadable', text } }),
  )

  test.each(['-5', '¥-5', '-¥5', 'rmb-5', '10+-5'])('%s is below zero', (text) =>
    expect(parseAmount(text)).toEqual({ ok: false, error: { code: 'amount_negative' } }),
  )

  test('ten billion yuan is the most, and a refusal names it', () => {
    expect(parseAmount('100亿')).toEqual({ ok: true, value: MAX_FEN })
    expect(parseAmount('10000000000.01')).toEqual({
      ok: false,
      error: { code: 'amount_too_large', maxFen: MAX_FEN },
    })
  })

  test('part of a fen is too precise, and the refusal keeps the text', () => {
    expect(parseAmount('0.001')).toEqual({ ok: false, error: { code: 'amount_too_precise', text: '0.001' } })
    expect(parseAmount('1.23456万')).toEqual({ ok: true, value: 1_234_560 })
    expect(parseAmount('1.2345678万')).toMatchObject({ error: { code: 'amount_too_precise' } })
  })
})

test('yuan are printed with two decimals, grouped by thousands, and a minus before', () => {
  expect([0, 5, 50, 99_999, 100_000, 123_456_789, MAX_FEN].map((amount) => formatYuan(fen(amount)))).toEqual([
    '0.00',
    '0.05',
    '0.50',
    '999.99',
    '1,000.00',
    '1,234,567.89',
    '10,000,000,000.00',
  ])
  expect(formatYuan(fen(-123_456))).toBe('-1,234.56')
  expect(plainYuan(fen(-123_456))).toBe('-1234.56')
  expect(plainYuan(fen(-5))).toBe('-0.05')
})

test('fen are whole: a part of one is a bug and says which number', () => {
  expect(() => fen(1.5)).toThrow(new RangeError('not a whole number of fen: 1.5'))
  expect(() => fen(Number.NaN)).toThrow(RangeError)
  expect(() => fen(2 ** 53)).toThrow(RangeError)
})

test('fen add, subtract and compare', () => {
  expect([maxFen(fen(1), fen(2)), maxFen(fen(2), fen(1))]).toEqual([2, 2])
  expect(addFen(fen(1), fen(2), fen(3))).toBe(6)
  expect(addFen()).toBe(ZERO_FEN)
  expect(sumFen([{ a: fen(4) }, { a: fen(5) }], ({ a }) => a)).toBe(9)
  expect(subtractFen(fen(4), fen(5))).toBe(-1)
})
