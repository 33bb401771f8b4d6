const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0))
const VALUES = new Uint8Array(128)
CODES.forEach((code, value) => (VALUES[code] = value))
const PAD = '='.charCodeAt(0)

/** Arguments a call can take for certain. */
const CALL_LIMIT = 8192

/** RFC 4648 base64: files travel the contract as JSON text. Services run where neither Node's Buffer nor btoa may be used. */
export function base64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  for (let at = 0, to = 0; at < bytes.length; at += 3, to += 4) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    codes[to] = CODES[word >> 18] ?? PAD
    codes[to + 1] = CODES[(word >> 12) & 63] ?? PAD
    codes[to + 2] = at + 1 < bytes.length ? (CODES[(word >> 6) & 63] ?? PAD) : PAD
    codes[to + 3] = at + 2 < bytes.length ? (CODES[word & 63] ?? PAD) : PAD
  }
  const parts: string[] = []
  for (let at = 0; at < codes.length; at += CALL_LIMIT)
    parts.push(String.fromCharCode(...codes.subarray(at, at + CALL_LIMIT)))
  return parts.join('')
}

/** The bytes of base64 text whose form was checked. */
export function bytesOf(text: string): Uint8Array {
  const digits = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4))
  const valueAt = (at: number): number => (at < digits ? (VALUES[text.charCodeAt(at) & 127] ?? 0) : 0)
  for (let at = 0, digit = 0; digit < digits; digit += 4) {
    const word = (valueAt(digit) << 18) | (valueAt(digit + 1) << 12) | (valueAt(digit + 2) << 6) | valueAt(digit + 3)
    for (const shift of [16, 8, 0]) if (at < bytes.length) bytes[at++] = (word >> shift) & 255
  }
  return bytes
}
