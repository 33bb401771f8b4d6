import { err, ok, type Result } from '../result'

/** Crockford's base32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Bytes of chance in a code: 160 bits. */
export const RECOVERY_BYTES = 20
export const RECOVERY_GROUPS = 8
/** Four symbols of data and one that checks them. */
export const GROUP_LENGTH = 5

/** 0 means the length is wrong, else the number (from 1) of the first group that does not check. */
export interface CodeProblem {
  readonly group: number
}

/** Eight groups of five symbols, separated by `-`. */
export function recoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== RECOVERY_BYTES) throw new RangeError('a recovery code has 20 bytes')
  const symbols = symbolsOf(bytes)
  return Array.from({ length: RECOVERY_GROUPS }, (_unused, group) => {
    const data = symbols.slice(group * 4, group * 4 + 4)
    return [...data, checkOf(data, group)].map((symbol) => ALPHABET[symbol]).join('')
  }).join('-')
}

/**
 * Reads a code back: any case, any separators, full-width letters; `O` is 0, `I` and `L` are 1. Every single wrong symbol
 * and every two groups that changed places are found by the groups' check symbols.
 */
export function parseRecoveryCode(text: string): Result<Uint8Array, CodeProblem> {
  const symbols = readSymbols(text)
  if (symbols.length !== RECOVERY_GROUPS * GROUP_LENGTH) return err({ group: 0 })
  const data: number[] = []
  for (let group = 0; group < RECOVERY_GROUPS; group += 1) {
    const own = symbols.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH)
    if (!isWhole(own, group)) return err({ group: group + 1 })
    data.push(...own.slice(0, 4))
  }
  return ok(bytesOf(data))
}

/** Whether one typed group, counted from 0, is whole and checks. */
export const isRecoveryGroup = (text: string, group: number): boolean => isWhole(readSymbols(text), group)

/** Two spellings of the same group. */
export const isSameGroup = (left: string, right: string): boolean =>
  readSymbols(left).join() === readSymbols(right).join()

function isWhole(symbols: readonly number[], group: number): boolean {
  return symbols.length === GROUP_LENGTH && !symbols.includes(-1) && checkOf(symbols.slice(0, 4), group) === symbols[4]
}

/** -1 stands for a symbol that is none. */
function readSymbols(text: string): number[] {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  return Array.from(plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1'), (symbol) => ALPHABET.indexOf(symbol))
}

/**
 * Over the field of 32 elements: each symbol has a weight of its own that is not zero, so one wrong symbol or two that
 * changed places always show; the group's number is added, so groups cannot change places either.
 */
function checkOf(data: readonly number[], group: number): number {
  return data.reduce((sum, symbol, index) => sum ^ times(symbol, POWERS[index] ?? 0), group + 1)
}

/** α, α², α³, α⁴ for α = x in GF(2)[x] / (x⁵ + x² + 1). */
const POWERS = [2, 4, 8, 16]

function times(left: number, right: number): number {
  let product = 0
  let shifted = left
  for (let bits = right; bits > 0; bits >>= 1) {
    if (bits & 1) product ^= shifted
    shifted = shifted & 16 ? (shifted << 1) ^ 0b100101 : shifted << 1
  }
  return product
}

function symbolsOf(bytes: Uint8Array): number[] {
  const symbols: number[] = []
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      symbols.push((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return symbols
}

function bytesOf(symbols: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(RECOVERY_BYTES)
  let held = 0
  let bits = 0
  let at = 0
  for (const symbol of symbols) {
    held = (held << 5) | symbol
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (held >> bits) & 255
    at += 1
    held &= (1 << bits) - 1
  }
  return bytes
}
