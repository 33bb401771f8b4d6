import { RECOVERY_BYTES } from '#domain/vault/recovery-code'
import type { Slot, Wrapped } from './header'
import { calibratedScrypt, type Scrypt } from './scrypt'
import { deriveKey, KEY_BYTES, NONCE_BYTES, SALT_BYTES, seal, unseal } from './seal'

/** What can open a slot, as it comes from the person or the key file. */
export type Secret =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'recovery'; readonly code: Uint8Array }
  | { readonly kind: 'device'; readonly key: Uint8Array }

export interface SlotParts {
  readonly random: (length: number) => Uint8Array
  readonly scrypt: Scrypt
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const fromText = (written: string): Uint8Array => new Uint8Array(Buffer.from(written, 'base64url'))

/** One key under another: a key of its own by HKDF for each wrapping, bound to vault and purpose. */
export function wrapKey(under: Uint8Array, purpose: string, key: Uint8Array, random: SlotParts['random']): Wrapped {
  const salt = random(SALT_BYTES)
  const nonce = random(NONCE_BYTES)
  return {
    salt: text(salt),
    nonce: text(nonce),
    sealed: text(seal(deriveKey(under, salt, purpose), nonce, purpose, key)),
  }
}

export function unwrapKey(under: Uint8Array, purpose: string, { salt, nonce, sealed }: Wrapped): Uint8Array | null {
  return unseal(deriveKey(under, fromText(salt), purpose), fromText(nonce), purpose, fromText(sealed))
}

/** A slot that the secret opens. A password's cost is calibrated to this machine and bound to the wrapping. */
export async function makeSlot(
  secret: Secret,
  vaultId: string,
  master: Uint8Array,
  since: number,
  { random, scrypt }: SlotParts,
): Promise<Slot> {
  switch (secret.kind) {
    case 'password': {
      const salt = random(SALT_BYTES)
      const { n, key } = await calibratedScrypt(scrypt, secret.password, salt)
      const purpose = passwordPurpose(vaultId, n)
      const kdf = { name: 'scrypt' as const, n, r: 8 as const, p: 1 as const, salt: text(salt) }
      return { kind: 'password', since, kdf, wrapped: wrapKey(key, purpose, master, random) }
    }
    case 'recovery': {
      if (secret.code.length !== RECOVERY_BYTES) throw new RangeError('not a recovery code')
      return { kind: 'recovery', since, wrapped: wrapKey(secret.code, `recovery ${vaultId}`, master, random) }
    }
    case 'device': {
      if (secret.key.length !== KEY_BYTES) throw new RangeError('not a key file')
      return { kind: 'device', since, wrapped: wrapKey(secret.key, `device ${vaultId}`, master, random) }
    }
  }
}

/** The master key, when the secret is this slot's. There is no other check: a secret is right when its slot opens. */
export async function openSlot(
  slot: Slot,
  secret: Secret,
  vaultId: string,
  scrypt: Scrypt,
): Promise<Uint8Array | null> {
  if (slot.kind === 'password' && secret.kind === 'password') {
    const key = await scrypt(secret.password, fromText(slot.kdf.salt), slot.kdf.n)
    return unwrapKey(key, passwordPurpose(vaultId, slot.kdf.n), slot.wrapped)
  }
  if (slot.kind === 'recovery' && secret.kind === 'recovery')
    return unwrapKey(secret.code, `recovery ${vaultId}`, slot.wrapped)
  if (slot.kind === 'device' && secret.kind === 'device')
    return unwrapKey(secret.key, `device ${vaultId}`, slot.wrapped)
  return null
}

const passwordPurpose = (vaultId: string, n: number): string => `password ${vaultId} scrypt ${n} 8 1`
