import fc from 'fast-check'
import { randomFillSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { cryptoIsSound } from '#adapters/node/vault/known-answers'
import { SealedCodec } from '#adapters/node/vault/sealed-codec'
import {
  calibratedScrypt,
  isAllowedCost,
  rawScrypt,
  scrypt,
  SCRYPT_CEILING,
  SCRYPT_FLOOR,
} from '#adapters/node/vault/scrypt'
import { deriveKey, seal, unseal } from '#adapters/node/vault/seal'
import { random, someKeys } from '../../vault-around'

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('known answers', () => {
  test('hold at start-up', async () => {
    expect(await cryptoIsSound()).toBe(true)
  })

  test('of scrypt: RFC 7914 section 12', async () => {
    const nacl = await rawScrypt('password', Buffer.from('NaCl'), { N: 1024, r: 8, p: 16 }, 64)
    expect(toHex(nacl)).toBe(
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    )
    const salted = await rawScrypt('pleaseletmein', Buffer.from('SodiumChloride'), { N: 16384, r: 8, p: 1 }, 64)
    expect(toHex(salted)).toBe(
      '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
    )
  })

  test('of HKDF: RFC 5869 A.3, first 32 bytes', () => {
    const key = hex('0b'.repeat(22))
    expect(toHex(deriveKey(key, new Uint8Array(0), ''))).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
    )
  })

  test('of AES-256-GCM: McGrew and Viega, cases 13 and 14', () => {
    const [key, nonce] = [new Uint8Array(32), new Uint8Array(12)]
    expect(toHex(seal(key, nonce, '', new Uint8Array(0)))).toBe('530f8afbc74536b9a963b4f1c4cb738b')
    expect(toHex(seal(key, nonce, '', new Uint8Array(16)))).toBe(
      'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
    )
  })
})

describe('a sealed text', () => {
  test('opens with its key, nonce and bound words only; any bit turned is found', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (plain, at) => {
        const [key, nonce] = [random(32), random(12)]
        const sealed = seal(key, nonce, 'bound', plain)
        expect(toHex(unseal(key, nonce, 'bound', sealed) ?? hex('ff'))).toBe(toHex(plain))
        const place = at % sealed.length
        expect(unseal(key, nonce, 'bound', new Uint8Array(sealed).with(place, (sealed[place] ?? 0) ^ 1))).toBeNull()
        expect(unseal(key, nonce, 'other', sealed)).toBeNull()
        expect(unseal(key, random(12), 'bound', sealed)).toBeNull()
        expect(unseal(random(32), nonce, 'bound', sealed)).toBeNull()
        expect(unseal(key, nonce, 'bound', sealed.subarray(0, sealed.length - 1))).toBeNull()
        expect(unseal(key, nonce, 'bound', sealed.subarray(0, 3))).toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})

describe('nonces', () => {
  const ROUNDS = 1_000_000

  /** How often a (key, nonce) pair came back: salt and nonce stand after the first line, and the salt decides the key. */
  function repeats(codec: SealedCodec, rounds: number): number {
    const seen = new Set<string>()
    for (let round = 1; round <= rounds; round += 1) {
      const bytes = Buffer.from(codec.encode('', 1, 0))
      const head = bytes.indexOf(10) + 1
      seen.add(bytes.toString('latin1', head, head + 44))
    }
    return rounds - seen.size
  }

  /** The system's generator in pages: a million calls of it are most of the time this test takes. */
  function pagedRandom(): (length: number) => Uint8Array {
    const page = Buffer.alloc(1 << 20)
    let at = page.length
    return (length) => {
      if (at + length > page.length) {
        randomFillSync(page)
        at = 0
      }
      at += length
      return page.subarray(at - length, at)
    }
  }

  test('never meet a key twice in 1,000,000 encryptions', { timeout: 120_000 }, () => {
    expect(repeats(new SealedCodec(someKeys(), 'case', pagedRandom()), ROUNDS)).toBe(0)
  })

  test('the same count finds a generator with too little chance in it (control)', () => {
    let state = 1
    const poor = (length: number): Uint8Array => {
      state = (state * 1103515245 + 12345) % 65536
      return new Uint8Array(length).fill(state % 256)
    }
    expect(repeats(new SealedCodec(someKeys(), 'case', poor), 2000)).toBeGreaterThan(0)
  })
})

describe('scrypt', () => {
  test('refuses costs below the floor and above the ceiling before it derives', async () => {
    const started = performance.now()
    for (const n of [0, 1, 2 ** 14, 2 ** 16, SCRYPT_FLOOR - 1, SCRYPT_FLOOR + 1, SCRYPT_CEILING * 2, Number.NaN])
      expect(() => scrypt('password', random(32), n)).toThrow(RangeError)
    expect(performance.now() - started).toBeLessThan(50)
    // Control: the library itself would derive with a cost that keeps nobody out.
    expect(await rawScrypt('password', random(32), { N: 16, r: 1, p: 1 })).toHaveLength(32)
  })

  test('chooses the dearest cost that stays within a second, never below the floor', async () => {
    const costs: number[] = []
    const chosen = async (msAtFloor: number): Promise<number> => {
      costs.length = 0
      const { n } = await calibratedScrypt(
        async (_password, _salt, cost) => {
          costs.push(cost)
          if (cost === SCRYPT_FLOOR) await new Promise((resolve) => setTimeout(resolve, msAtFloor))
          return new Uint8Array(32)
        },
        'password',
        random(32),
      )
      return n
    }
    expect(await chosen(1200)).toBe(SCRYPT_FLOOR)
    expect(costs).toEqual([SCRYPT_FLOOR])
    expect(await chosen(300)).toBe(2 ** 18)
    expect(await chosen(0)).toBe(SCRYPT_CEILING)
    expect(costs.every(isAllowedCost)).toBe(true)
  })

  test('leaves the main thread free while it works', async () => {
    let longest = 0
    let last = performance.now()
    const ticking = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }, 5)
    const started = performance.now()
    await scrypt('password', random(32), SCRYPT_FLOOR)
    const took = performance.now() - started
    clearInterval(ticking)
    console.log(`scrypt N=2^17: ${took.toFixed(0)} ms, longest pause of the main thread ${longest.toFixed(0)} ms`)
    expect(longest).toBeLessThan(took / 2)
  })
})
