import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

export const KEY_BYTES = 32
export const SALT_BYTES = 32
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

/** HKDF-SHA-256 (RFC 5869): a key of its own for each purpose and salt. */
export const deriveKey = (key: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, purpose, KEY_BYTES))

/** AES-256-GCM: cipher text followed by its tag. The caller never uses a nonce twice under one key. */
export function seal(key: Uint8Array, nonce: Uint8Array, bound: string, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes, or null when key, nonce, bound text, cipher text or tag are not those of the sealing. */
export function unseal(key: Uint8Array, nonce: Uint8Array, bound: string, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(bound, 'utf8'))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}
