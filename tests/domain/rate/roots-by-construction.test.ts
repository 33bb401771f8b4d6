import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#domain/calendar/local-date'
import { rateRoots } from '#domain/rate/rate-roots'
import type { TimedFlow } from '#domain/rate/timed-flow'
import { effectiveAnnual } from '#domain/rate/xirr'

/** Yearly flows whose rates are the given ones and no others: the product of 1 − (1 + rate)·x over them, x = 1/(1 + r). */
function withRates(rates: readonly number[], scale = 10_000): TimedFlow[] {
  let amounts = [scale]
  for (const rate of rates) {
    const longer = [...amounts, 0]
    amounts.forEach((amount, index) => (longer[index + 1] = longer[index + 1]! - amount * (1 + rate)))
    amounts = longer
  }
  return amounts.map((amount, time) => ({ time, amount }))
}

const found = (flows: readonly TimedFlow[]): readonly number[] => {
  const answer = rateRoots(flows)
  return answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.root] : answer.roots
}

const expectRates = (flows: readonly TimedFlow[], rates: readonly number[], within = 1e-9): void => {
  const roots = found(flows)
  expect(roots).toHaveLength(rates.length)
  roots.forEach((root, index) => expect(Math.abs(root - rates[index]!)).toBeLessThan(within))
}

describe('rates planted in flows are found, all of them and no others', () => {
  test.each([
    [[0.1]],
    [[3]],
    [[-0.4]],
    [[0.1, 0.2]],
    [[0, 0.1]],
    [[-0.1, 0]],
    [[-0.5, 0.2]],
    [[-0.2, -0.1]],
    [[-0.9, 4]],
    [[0.1, 0.2, 0.3]],
    [[-0.5, 0, 0.5]],
    [[2, 5, 9]],
    [[0.05, 0.1, 0.3, 0.8]],
    [[-0.6, -0.2, 0.1, 0.5]],
  ])('%j', (rates) => {
    expectRates(withRates(rates), rates)
    // Whoever pays and whoever receives have the same rates, whatever the unit of money.
    expectRates(withRates(rates, -10_000), rates)
    expectRates(withRates(rates, 1e-3), rates)
    expectRates(withRates(rates, 1e12), rates)
  })

  test.each([
    [[0.1, 0.1], [0.1]],
    [[0, 0], [0]],
    [[-0.3, -0.3], [-0.3]],
    [
      [0.1, 0.1, 0.4],
      [0.1, 0.4],
    ],
    [
      [-0.2, -0.2, 0.3],
      [-0.2, 0.3],
    ],
    [
      [-0.5, -0.5, 0.25, 0.25],
      [-0.5, 0.25],
    ],
  ])('a rate that only touches zero is one rate: %j', (rates, distinct) => expectRates(withRates(rates), distinct))

  test.each([
    [0.1, 0.1001],
    [0, 0.001],
    [-0.001, 0],
    [-0.201, -0.2],
  ])('two rates close together are two: %d and %d', (lower, upper) =>
    expectRates(withRates([lower, upper]), [lower, upper]),
  )

  test('a hair apart they are still two; closer than the digits tell they are one', () => {
    expectRates(withRates([0.1, 0.100_01]), [0.1, 0.100_01], 1e-7)
    expect(found(withRates([0.1, 0.100_000_1]))).toHaveLength(1)
  })

  test('the whole is moved, stretched, shuffled and split without a change', () => {
    const flows = withRates([0.1, 0.2, 0.3])
    expectRates(
      flows.map(({ time, amount }) => ({ time: time + 3, amount })),
      [0.1, 0.2, 0.3],
    )
    expectRates(
      flows.map(({ time, amount }) => ({ time: time / 2, amount })),
      [0.21, 0.44, 0.69],
    )
    expect(found([...flows].reverse())).toEqual(found(flows))
    expect(found([...flows, { time: 1.5, amount: 0 }, { time: 0, amount: 0 }])).toEqual(found(flows))
    const apart = flows.flatMap(({ time, amount }) => [
      { time, amount: amount - 4096 },
      { time, amount: 4096 },
    ])
    expectRates(apart, [0.1, 0.2, 0.3])
  })

  test('whole fen with the rates 10 % and 20 % a year, by date', () => {
    const flows = [100_000, -230_000, 132_000].map((amountFen, index) => ({
      on: addDays(localDate('2021-01-01'), 365 * index),
      amountFen,
    }))
    const answer = effectiveAnnual([flows[2]!, flows[0]!, flows[1]!])
    expect(answer).toEqual(effectiveAnnual(flows))
    if (answer.kind !== 'several') throw new Error(answer.kind)
    expect(answer.roots.map((root) => root.toFixed(9))).toEqual(['0.100000000', '0.200000000'])
  })
})

describe('flows without a rate', () => {
  test.each<[string, TimedFlow[]]>([
    ['no flows', []],
    ['one date', [{ time: 0, amount: -5 }]],
    [
      'one date, both signs',
      [
        { time: 2, amount: -5 },
        { time: 2, amount: 4 },
      ],
    ],
    [
      'only paid',
      [
        { time: 0, amount: -5 },
        { time: 1, amount: -4 },
      ],
    ],
    [
      'only received',
      [
        { time: 0, amount: 5 },
        { time: 1, amount: 4 },
      ],
    ],
    [
      'all zero',
      [
        { time: 0, amount: 0 },
        { time: 1, amount: 0 },
      ],
    ],
    // x² − 2x + 1.21 and the like: two changes of sign that never meet zero.
    ['a sum that stays above zero', [100, -200, 121].map((amount, time) => ({ time, amount }))],
    ['a sum that just misses zero', [100, -220, 121.0001].map((amount, time) => ({ time, amount }))],
    ['a sum that stays below zero', [-121, 200, -100].map((amount, time) => ({ time, amount }))],
  ])('%s', (_, flows) => expect(rateRoots(flows)).toEqual({ kind: 'none' }))
})

describe('the rate shown first', () => {
  test.each([
    [[0.1, 0.2], 0.1],
    [[-0.5, 0.2], 0.2],
    [[0, 0.1], 0],
    [[-0.1, 0], 0],
    [[-0.5, 0, 0.5], 0],
    [[-0.6, -0.2, 0.1, 0.5], 0.1],
    [[-0.6, -0.2], -0.2],
  ])('of %j is %d', (rates, first) => {
    const answer = rateRoots(withRates(rates))
    if (answer.kind !== 'several') throw new Error(answer.kind)
    expect(answer.headline).toBeCloseTo(first, 9)
  })
})

describe('zero', () => {
  test('is exact when the flows add up, also through the noise of fractions', () => {
    expect(rateRoots([-1_000_000.1, 300_000.3, 699_999.8].map((amount, time) => ({ time, amount })))).toEqual({
      kind: 'one',
      root: 0,
    })
    expect(rateRoots([-0.3, 0.1, 0.2].map((amount, time) => ({ time, amount })))).toEqual({ kind: 'one', root: 0 })
  })
  test('is not taken for a rate that is merely small', () => {
    const [root] = found([-1e-3, 1e-3 * (1 + 1e-11)].map((amount, time) => ({ time, amount })))
    expect(root).toBeGreaterThan(0.9e-11)
    expect(root).toBeLessThan(1.1e-11)
  })
})

describe('hard single rates', () => {
  test('a first flow so small that the straight way leaves the bracket', () => {
    const flows = [
      { time: 0, amount: -1 },
      { time: 10, amount: -1e6 },
      { time: 10.1, amount: 2e6 },
    ]
    const [root] = found(flows)
    const worth = (rate: number) => flows.reduce((sum, { time, amount }) => sum + amount * (1 + rate) ** -time, 0)
    expect(worth(root! * (1 - 1e-12))).toBeGreaterThan(0)
    expect(worth(root! * (1 + 1e-12))).toBeLessThan(0)
  })
  test('six times the money in a day, and more later, is a rate a number still holds', () => {
    const days = [
      { time: 0, amount: -100 },
      { time: 1 / 365, amount: 600 },
      { time: 100 / 365, amount: 200 },
    ]
    expect(Math.log1p(found(days)[0]!) / 365).toBeCloseTo(Math.log(6), 12)
  })
})
