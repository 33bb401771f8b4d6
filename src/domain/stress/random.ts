/** Chance as an argument: each call gives the next of a row of whole numbers from 0 up to, not including, 2^32. */
export type Random = () => number

/** Outcomes of `Random`. */
export const RANDOM_RANGE = 2 ** 32

type Words = readonly [number, number, number, number]

const BLOCK = 1024

/**
 * xoshiro128** 1.1 from a state of four 32-bit words, not all zero. The same state gives the same numbers everywhere.
 *
 * Source  D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Softw. 47 (2021);
 *         https://prng.di.unimi.it/xoshiro128starstar.c (public domain).
 */
export function xoshiro128(state: Words): Random {
  let [s0, s1, s2, s3] = state
  // Drawn ahead in blocks: inside a loop the words stay in registers.
  const block = new Uint32Array(BLOCK)
  let place = BLOCK
  const refill = (): void => {
    let [a, b, c, d] = [s0, s1, s2, s3]
    for (let at = 0; at < BLOCK; at += 1) {
      const scrambled = Math.imul(b, 5)
      block[at] = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
      const shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = (d << 11) | (d >>> 21)
    }
    ;[s0, s1, s2, s3] = [a, b, c, d]
    place = 0
  }
  return () => {
    if (place === BLOCK) refill()
    const drawn = block[place] ?? 0
    place += 1
    return drawn
  }
}

const MASK = (1n << 64n) - 1n

/**
 * SplitMix64: 64-bit words from any seed, to fill the state of another generator.
 *
 * Source  https://prng.di.unimi.it/splitmix64.c (public domain), as the authors of xoshiro advise for seeding.
 */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed & MASK
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK
    let mixed = state
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK
    return mixed ^ (mixed >> 31n)
  }
}

/** A generator from one whole number, zero or more (at most 2^53): the same seed, the same chance. */
export function seededRandom(seed: number): Random {
  const words = splitMix64(BigInt(seed))
  const [first, second] = [words(), words()]
  const half = (word: bigint, shift: bigint): number => Number((word >> shift) & 0xffffffffn)
  return xoshiro128([half(first, 0n), half(first, 32n), half(second, 0n), half(second, 32n)])
}
