import { expect, it } from 'vitest'
import { seededRandom, splitMix64, xoshiro128 } from '#domain/stress/random'

const take = <T>(next: () => T, count: number): readonly T[] => Array.from({ length: count }, next)

it('xoshiro128** gives the published numbers', () => {
  // Produced with the authors' xoshiro128starstar.c (v1.1), as in the tests of the crate rand_xoshiro (rust-random/rngs).
  expect(take(xoshiro128([1, 2, 3, 4]), 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
})

it('SplitMix64 gives the published numbers', () => {
  // Produced with the author's splitmix64.c, as in the tests of the crate rand_xoshiro.
  expect(take(splitMix64(1477776061723855037n), 6)).toEqual([
    1985237415132408290n,
    2979275885539914483n,
    13511426838097143398n,
    8488337342461049707n,
    15141737807933549159n,
    17093170987380407015n,
  ])
})

it('a seed gives the same numbers again, another seed others', () => {
  expect(take(seededRandom(7), 50)).toEqual(take(seededRandom(7), 50))
  expect(take(seededRandom(7), 50)).not.toEqual(take(seededRandom(8), 50))
  expect(take(seededRandom(0), 5).some((value) => value !== 0)).toBe(true)
})

it('is even over sixteen classes', () => {
  const random = seededRandom(1)
  const classes = new Array<number>(16).fill(0)
  for (let draw = 0; draw < 160_000; draw += 1) {
    const place = Math.floor(random() / 2 ** 28)
    classes[place] = (classes[place] ?? 0) + 1
  }
  const chiSquare = classes.reduce((sum, seen) => sum + (seen - 10_000) ** 2 / 10_000, 0)
  // 15 degrees of freedom: above 37.7 in one of a thousand fair rows.
  expect(chiSquare).toBeLessThan(37.7)
})
