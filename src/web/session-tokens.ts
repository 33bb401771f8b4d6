import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const BOOTSTRAP_LIFE_MS = 60_000

const newToken = (): string => randomBytes(32).toString('base64url')

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Compared by digest in constant time: equal lengths, and nothing to learn from the time taken. */
const isSame = (given: string, expected: Buffer): boolean => timingSafeEqual(digest(given), expected)

/**
 * Who may talk to the host. A single-use token from the launcher (60 s) or from the last load of the page is exchanged for
 * a read token and the next reload token; a new page load ends no other tab's session.
 */
export class SessionTokens {
  readonly #now: () => number
  readonly #single: { digest: Buffer; until: number }[] = []
  readonly #read: Buffer[] = []

  constructor(now: () => number) {
    this.#now = now
  }

  /** A token for the address's fragment, good once and for a minute. */
  bootstrap(): string {
    return this.#issue(this.#now() + BOOTSTRAP_LIFE_MS)
  }

  /** Spends a single-use token; null when it is wrong, spent or too old. */
  exchange(token: string): { readonly readToken: string; readonly reloadToken: string } | null {
    const at = this.#single.findIndex((issued) => isSame(token, issued.digest))
    if (at < 0) return null
    const [spent] = this.#single.splice(at, 1)
    if (spent === undefined || spent.until < this.#now()) return null
    const readToken = newToken()
    this.#read.push(digest(readToken))
    return { readToken, reloadToken: this.#issue(Number.POSITIVE_INFINITY) }
  }

  /** Whether an `Authorization` header carries a read token. */
  mayRead(authorization: string | undefined): boolean {
    const token = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1]
    return token !== undefined && this.#read.some((expected) => isSame(token, expected))
  }

  #issue(until: number): string {
    const token = newToken()
    this.#single.push({ digest: digest(token), until })
    return token
  }
}
