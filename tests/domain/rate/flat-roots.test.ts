import { describe, expect, it } from 'vitest'
import type { EffectiveAnnual } from '#domain/rate/effective-annual'
import { rateRoots } from '#domain/rate/rate-roots'

/** Yearly flows whose worth is Π (1 − (1+r)·x) over the rates given, x = 1/(1 + the rate asked for). */
function flowsWith(rates: readonly number[]) {
  const amounts = rates.reduce<number[]>(
    (product, rate) => {
      const next = [...product, 0]
      product.forEach((amount, index) => {
        next[index + 1] = (next[index + 1] ?? 0) - amount * (1 + rate)
      })
      return next
    },
    [1_000_000],
  )
  return amounts.map((amount, time) => ({ time, amount }))
}

const all = (found: EffectiveAnnual): readonly number[] =>
  found.kind === 'one' ? [found.root] : found.kind === 'several' ? found.roots : []

describe('a root so flat that rounding crosses it many times', () => {
  it.each([
    ['three times 10 %', [0.1, 0.1, 0.1], [0.1]],
    ['three times nothing', [0, 0, 0], [0]],
    ['three times 10 % and once 50 %', [0.1, 0.1, 0.1, 0.5], [0.1, 0.5]],
    ['three times −20 %', [-0.2, -0.2, -0.2], [-0.2]],
  ])('%s is one root', (_, planted, expected) => {
    const found = all(rateRoots(flowsWith(planted)))
    expect(found).toHaveLength(expected.length)
    expected.forEach((rate, index) => expect(Math.abs((found[index] ?? NaN) - rate)).toBeLessThan(1e-4))
  })

  it('does not swallow roots that are only near each other', () => {
    expect(all(rateRoots(flowsWith([0.1, 0.1001, 0.3])))).toHaveLength(3)
    expect(all(rateRoots(flowsWith([0.1, 0.11, 0.12])))).toHaveLength(3)
  })

  it('four times the same rate is answered in time', () => {
    const started = performance.now()
    const found = all(rateRoots(flowsWith([0.1, 0.1, 0.1, 0.1])))
    expect(performance.now() - started).toBeLessThan(1000)
    expect(found.length).toBeLessThanOrEqual(1)
    expect(found.every((rate) => Math.abs(rate - 0.1) < 1e-3)).toBe(true)
  })
})
