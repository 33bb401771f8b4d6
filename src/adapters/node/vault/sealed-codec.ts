import { gunzipSync, gzipSync } from 'node:zlib'
import { HEAD_BYTES, type DecodedGeneration, type GenerationCodec } from './generation-codec'
import { VAULT_FORMAT } from './header'
import { plainCodec } from './plain-codec'
import { deriveKey, NONCE_BYTES, SALT_BYTES, seal, unseal } from './seal'
import type { VaultKeys } from './vault-keys'

const HEAD = /^BREATHING-ROOM 2 generation=(\d{1,10}) saved=(\d{1,16}) keys=(\d{1,9})\n/

/** Largest document after unpacking, in bytes: a small file cannot fill the memory. */
const MAX_UNPACKED = 512 * 1024 * 1024

/**
 * A generation in format 2: one line in the clear (format, number, instant of saving, count of key changes), then salt,
 * nonce and the gzipped text under AES-256-GCM. Salt and HKDF give every file a key of its own, so a nonce never meets a
 * key twice; vault, purpose, number and the whole first line are bound to the text. A newer program says so in the header:
 * a generation that claims another format under a header of this one is damaged.
 */
export class SealedCodec implements GenerationCodec {
  readonly format = VAULT_FORMAT
  readonly #keys: VaultKeys
  readonly #purpose: string
  readonly #random: (length: number) => Uint8Array

  constructor(keys: VaultKeys, purpose: string, random: (length: number) => Uint8Array) {
    this.#keys = keys
    this.#purpose = purpose
    this.#random = random
  }

  encode(text: string, generation: number, savedAt: number): Uint8Array {
    const { version, key } = this.#keys.current
    const head = `BREATHING-ROOM ${this.format} generation=${generation} saved=${savedAt} keys=${version}\n`
    const salt = this.#random(SALT_BYTES)
    const nonce = this.#random(NONCE_BYTES)
    const body = seal(this.#fileKey(key, salt), nonce, this.#bound(head), gzipSync(text, { level: 1 }))
    return Buffer.concat([Buffer.from(head, 'ascii'), salt, nonce, body])
  }

  decode(bytes: Uint8Array, generation: number): DecodedGeneration {
    if (plainCodec.savedAtOf(bytes.subarray(0, HEAD_BYTES)) !== null) return { kind: 'older' }
    const head = readHead(bytes)
    if (!head) return { kind: 'damaged' }
    const salt = bytes.subarray(head.line.length, head.line.length + SALT_BYTES)
    const nonce = bytes.subarray(head.line.length + SALT_BYTES, head.line.length + SALT_BYTES + NONCE_BYTES)
    const body = bytes.subarray(head.line.length + SALT_BYTES + NONCE_BYTES)
    if (nonce.length < NONCE_BYTES || head.generation !== generation) return { kind: 'damaged' }
    const { current, earlier } = this.#keys
    const opens = (key: Uint8Array): Uint8Array | null =>
      unseal(this.#fileKey(key, salt), nonce, this.#bound(head.line), body)
    const packed = opens(current.key) ?? (earlier === null ? null : opens(earlier))
    if (head.keys > current.version) return { kind: 'laterKeys', isGenuine: packed !== null }
    if (packed === null) return { kind: 'damaged' }
    try {
      const text = gunzipSync(packed, { maxOutputLength: MAX_UNPACKED }).toString('utf8')
      return { kind: 'whole', savedAt: head.savedAt, text }
    } catch {
      return { kind: 'damaged' }
    }
  }

  savedAtOf(head: Uint8Array): number | null {
    return readHead(head)?.savedAt ?? null
  }

  #fileKey(master: Uint8Array, salt: Uint8Array): Uint8Array {
    return deriveKey(master, salt, `${this.#purpose} ${this.#keys.vaultId}`)
  }

  #bound(head: string): string {
    return `${this.#purpose} ${this.#keys.vaultId} ${head}`
  }
}

function readHead(bytes: Uint8Array) {
  const match = HEAD.exec(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'))
  if (!match) return null
  const [line, generation, savedAt, keys] = match
  return {
    line,
    generation: Number(generation),
    savedAt: Number(savedAt),
    keys: Number(keys),
  }
}
