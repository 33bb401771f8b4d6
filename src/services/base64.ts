const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** RFC 4648 base64: files travel the contract as JSON text. Services run where neither Node's Buffer nor btoa may be used. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    parts.push(
      ALPHABET.charAt(word >> 18) +
        ALPHABET.charAt((word >> 12) & 63) +
        (b === undefined ? '=' : ALPHABET.charAt((word >> 6) & 63)) +
        (c === undefined ? '=' : ALPHABET.charAt(word & 63)),
    )
  }
  return parts.join('')
}

/** The bytes of base64 text whose form was checked. */
export function bytesOf(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  for (let at = 0, digit = 0; digit < digits.length; digit += 4) {
    const four = [0, 1, 2, 3].map((index) => Math.max(0, ALPHABET.indexOf(digits.charAt(digit + index) || 'A')))
    const word = four.reduce((all, value) => (all << 6) | value, 0)
    for (const shift of [16, 8, 0]) if (at < bytes.length) bytes[at++] = (word >> shift) & 255
  }
  return bytes
}
