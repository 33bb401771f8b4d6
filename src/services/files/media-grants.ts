import { base64 } from '../base64'
import type { StoredFile } from '../ports'

/** Most tokens at a time: the oldest makes room. */
const MAX_GRANTS = 200

/** Bytes in a token. */
const TOKEN_BYTES = 32

export interface Granted {
  readonly stored: StoredFile
  readonly mediaType: string
}

/** Which file a capability address leads to. They live in memory only and end with the host, when the vault is shut. */
export class MediaGrants {
  readonly #random: (length: number) => Uint8Array
  readonly #granted = new Map<string, Granted>()

  constructor(random: (length: number) => Uint8Array) {
    this.#random = random
  }

  /** A new address each time: 256 random bits. */
  grant(granted: Granted): string {
    const oldest = this.#granted.keys().next()
    if (this.#granted.size >= MAX_GRANTS && !oldest.done) this.#granted.delete(oldest.value)
    const token = base64url(this.#random(TOKEN_BYTES))
    this.#granted.set(token, granted)
    return token
  }

  find(token: string): Granted | null {
    return this.#granted.get(token) ?? null
  }

  revokeAll(): void {
    this.#granted.clear()
  }
}

const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
