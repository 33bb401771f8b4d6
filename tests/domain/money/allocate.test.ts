import { expect, test } from 'vitest'
import { allocate } from '#domain/money/allocate'
import { fen } from '#domain/money/fen'

// The example of the largest remainder method with the Hare quota: 47.0, 16.0, 15.9, 12.0, 6.0, 3.1 thousand votes, 10 seats.
test('ten seats by 47 000, 16 000, 15 900, 12 000, 6 000 and 3 100 votes are 5, 2, 1, 1, 1, 0', () => {
  expect(allocate(fen(10), [47_000, 16_000, 15_900, 12_000, 6000, 3100])).toEqual([5, 2, 1, 1, 1, 0])
})

test('the fen left over goes to the largest remainder wherever it stands', () => {
  // 14.28…, 28.57…, 57.14…; then the same the other way round.
  expect(allocate(fen(100), [1, 2, 4])).toEqual([14, 29, 57])
  expect(allocate(fen(100), [4, 2, 1])).toEqual([57, 29, 14])
})

test('among equal remainders the earlier part gets it, after every larger one', () => {
  // 0.75, 0.25, 0.75, 0.25 of a fen: two are left for the first and the third; then one for the first of four halves.
  expect(allocate(fen(2), [3, 1, 3, 1])).toEqual([1, 0, 1, 0])
  expect(allocate(fen(1), [2, 2, 2, 2])).toEqual([1, 0, 0, 0])
  expect(allocate(fen(5), [1, 2, 1, 2])).toEqual([1, 2, 1, 1])
})

test('a weight of nothing gets nothing, and no weights get no parts', () => {
  expect(allocate(fen(101), [0, 1, 0, 1])).toEqual([0, 51, 0, 50])
  expect(allocate(fen(100), [])).toEqual([])
  expect(allocate(fen(0), [1, 2])).toEqual([0, 0])
})
