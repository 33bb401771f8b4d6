import { scrypt as nodeScrypt } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { KEY_BYTES } from './seal'

/** Cost of scrypt with r = 8 and p = 1: memory is 1 KiB × N. Weaker is refused; stronger would freeze the machine. */
export const SCRYPT_FLOOR = 2 ** 17
export const SCRYPT_CEILING = 2 ** 20
const R = 8
const P = 1
/** A password should cost this much to try here, in milliseconds. */
const SLOWEST_MS = 1000

export const isAllowedCost = (n: number): boolean =>
  n >= SCRYPT_FLOOR && n <= SCRYPT_CEILING && Number.isInteger(Math.log2(n))

/** A password made into a key. Throws on a cost outside floor and ceiling, before anything is derived. */
export type Scrypt = (password: string, salt: Uint8Array, n: number) => Promise<Uint8Array>

/** scrypt (RFC 7914) off the main thread, on the password in NFKC. */
export const scrypt: Scrypt = (password, salt, n) => {
  if (!isAllowedCost(n)) throw new RangeError('scrypt cost outside the allowed range')
  return rawScrypt(password.normalize('NFKC'), salt, { N: n, r: R, p: P })
}

/** scrypt with any cost: for known answers only. */
export const rawScrypt = (
  password: string,
  salt: Uint8Array,
  cost: { readonly N: number; readonly r: number; readonly p: number },
  length = KEY_BYTES,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    nodeScrypt(password, salt, length, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) => {
      if (error) reject(error)
      else resolve(new Uint8Array(key))
    })
  })

export interface Calibrated {
  readonly n: number
  readonly key: Uint8Array
}

/** Derives with the highest cost this machine does within a second, at least the floor. */
export async function calibratedScrypt(derive: Scrypt, password: string, salt: Uint8Array): Promise<Calibrated> {
  const started = performance.now()
  const key = await derive(password, salt, SCRYPT_FLOOR)
  const tookMs = performance.now() - started
  let n = SCRYPT_FLOOR
  while (n < SCRYPT_CEILING && (2 * n * tookMs) / SCRYPT_FLOOR <= SLOWEST_MS) n *= 2
  return n === SCRYPT_FLOOR ? { n, key } : { n, key: await derive(password, salt, n) }
}
