/** Chance as an argument: each call gives the next of a row of whole numbers from 0 up to, not including, 2^32. */
export type Random = () => number

/** Outcomes of `Random`. */
export const RANDOM_RANGE = 2 ** 32

type Words = readonly [number, number, number, number]

/**
 * xoshiro128** 1.1 from a state of four 32-bit words, not all zero. The same state gives the same numbers everywhere.
 *
 * Source  D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Softw. 47 (2021);
 *         https://prng.di.unimi.it/xoshiro128starstar.c (public domain).
 */
export function xoshiro128(state: Words): Random {
  // In a typed array the words stay plain integers; as captured variables each would be boxed anew.
  const words = Int32Array.from(state)
  return () => {
    const s0 = words[0] ?? 0
    const s1 = words[1] ?? 0
    const s2 = (words[2] ?? 0) ^ s0
    const s3 = (words[3] ?? 0) ^ s1
    words[0] = s0 ^ s3
    words[1] = s1 ^ s2
    words[2] = s2 ^ (s1 << 9)
    words[3] = (s3 << 11) | (s3 >>> 21)
    const scrambled = Math.imul(s1, 5)
    return Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
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
