import { expect, test } from 'vitest'
import { percentText } from '#domain/rate/percent-text'

test('a stated per cent has no trailing zeros, a computed one the digits asked for', () => {
  expect([0.006, 0.154, 0.0005, 0, 10].map((fraction) => percentText(fraction))).toEqual([
    '0.6%',
    '15.4%',
    '0.05%',
    '0%',
    '1000%',
  ])
  expect([0.154, 0.123456, 0].map((fraction) => percentText(fraction, 2))).toEqual(['15.40%', '12.35%', '0.00%'])
  expect(percentText(0.1234, 0)).toBe('12%')
})
