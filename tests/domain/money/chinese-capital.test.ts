import { expect, test } from 'vitest'
import { chineseCapital } from '#domain/money/chinese-capital'
import { fen } from '#domain/money/fen'

// 零 stands once for any run of noughts between digits, across the groups of 万 and 亿, and never at the end of the yuan.
test.each([
  [100_000, '壹仟元整'],
  [100_100, '壹仟零壹元整'],
  [101_000, '壹仟零壹拾元整'],
  [1_100_000, '壹万壹仟元整'],
  [1_010_000, '壹万零壹佰元整'],
  [1_000_100, '壹万零壹元整'],
  [10_000_000_000, '壹亿元整'],
  [10_000_100_000, '壹亿零壹仟元整'],
  [10_001_000_000, '壹亿零壹万元整'],
  [12_000_100_000, '壹亿贰仟万壹仟元整'],
  [10_000_000_001, '壹亿元零壹分'],
  [123_456_789_012, '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
  [1_000_000_000_000, '壹佰亿元整'],
  [100, '壹元整'],
  [110, '壹元壹角整'],
  [101, '壹元零壹分'],
  [10, '壹角整'],
])('%i fen is %s', (amount, text) => expect(chineseCapital(fen(amount))).toBe(text))

test('an amount below zero begins with 负, nothing does not', () => {
  expect(chineseCapital(fen(-123_456))).toBe('负壹仟贰佰叁拾肆元伍角陆分')
  expect(chineseCapital(fen(-100))).toBe('负壹元整')
  expect(chineseCapital(fen(0))).toBe('零元整')
})
