import { describe, expect, test } from 'vitest'
import { backwardLine, flowLine, MAX_LOG_RATE, rootBound } from '#domain/rate/timed-flow'

const lineOf = (times: readonly number[], amounts: readonly number[]) => {
  const line = flowLine(Float64Array.from(times), Float64Array.from(amounts))
  return [Array.from(line.times), Array.from(line.amounts)]
}

describe('flows put on one line', () => {
  test('a line in order is taken as it is, not copied', () => {
    const times = Float64Array.of(0, 1, 2)
    const amounts = Float64Array.of(-3, 2, 2)
    const line = flowLine(times, amounts)
    expect(line.times).toBe(times)
    expect(line.amounts).toBe(amounts)
  })

  test.each<[string, number[], number[], number[][]]>([
    [
      'out of order',
      [0, 2, 1],
      [1, 2, 3],
      [
        [0, 1, 2],
        [1, 3, 2],
      ],
    ],
    [
      'not from zero',
      [3, 4.5],
      [1, 2],
      [
        [0, 1.5],
        [1, 2],
      ],
    ],
    [
      'two of one moment',
      [0, 1, 1, 2],
      [1, 2, 3, 4],
      [
        [0, 1, 2],
        [1, 5, 4],
      ],
    ],
    [
      'a zero between',
      [0, 1, 2],
      [1, 0, 3],
      [
        [0, 2],
        [1, 3],
      ],
    ],
    [
      'a zero at the start',
      [0, 1, 2],
      [0, 2, 3],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'two that cancel',
      [0, 0, 1, 2],
      [5, -5, 2, 3],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['nothing', [], [], [[], []]],
    ['only zeros', [0, 1], [0, 0], [[], []]],
  ])('%s', (_, times, amounts, line) => expect(lineOf(times, amounts)).toEqual(line))

  test('backward, time counts from the last flow', () => {
    const { times, amounts } = backwardLine({ times: Float64Array.of(0, 1, 3), amounts: Float64Array.of(5, 6, 7) })
    expect([Array.from(times), Array.from(amounts)]).toEqual([
      [0, 2, 3],
      [7, 6, 5],
    ])
  })
})

describe('the end of the search', () => {
  const bound = (times: number[], amounts: number[]) =>
    rootBound({ times: Float64Array.from(times), amounts: Float64Array.from(amounts) })
  test('is where the first flow outweighs the others, a breath later', () => {
    expect(bound([0, 1], [1, -3])).toBeCloseTo(Math.log(3) + 1e-9, 14)
    expect(bound([0, 0.5, 2], [-2, 3, -4])).toBeCloseTo(2 * Math.log(3.5) + 1e-9, 14)
  })
  test('is at zero when it does so from the start, and never beyond the largest number', () => {
    expect(bound([0, 1], [-3, 1])).toBe(1e-9)
    expect(bound([0, 1e-9], [1, -3])).toBe(MAX_LOG_RATE)
  })
})
