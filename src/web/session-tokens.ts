import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const BOOTSTRAP_LIFE_MS = 60_000
/** More windows than a person opens; the oldest are forgotten first. */
const MOST_SESSIONS = 32
const MOST_BOOTSTRAPS = 16

const newToken = (): string => randomBytes(32).toString('base64url')

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

const textOf = (bytes: Buffer): string => bytes.toString('base64url')
const digestOf = (text: string): Buffer => Buffer.from(text, 'base64url')

/** Compared by digest in constant time: equal lengths, and nothing to learn from the time taken. */
const isSame = (given: Buffer, expected: Buffer | null): boolean =>
  expected !== null && timingSafeEqual(given, expected)

/** One load of the page: what it may use, by digest. */
interface Session {
  readonly talk: Buffer
  readonly reload: Buffer
  read: Buffer | null
  /** The read token it had before the vault was shut. */
  ended: Buffer | null
  /** The reload token it came by, until it shows that it got its own: a page reloaded twice at once loses nothing. */
  cameBy: Buffer | null
}

/** What outlives a transport: digests alone, and no right to read. As text, for a message. */
export interface KeptTokens {
  readonly bootstraps: readonly { readonly digest: string; readonly until: number }[]
  readonly sessions: readonly { readonly [name in 'talk' | 'reload']: string }[]
  /** Read tokens that are no longer good. */
  readonly ended: readonly (string | null)[]
}

/** `ended`: could read until the vault was shut. */
export type Right = 'talk' | 'read' | 'ended'

export interface SessionOpened {
  readonly talkToken: string
  readonly reloadToken: string
  /** Only for a page that could read before it was reloaded, while the vault stayed open. */
  readonly readToken: string | null
}

/**
 * Who may talk to the host, and who may read. A single-use token from the launcher (60 s) or from the last load of the page
 * is exchanged for a talk token, which opens the vault and nothing else; a page that opened it is given a read token. Tokens
 * are 256 random bits and kept as digests.
 */
export class SessionTokens {
  readonly #now: () => number
  #bootstraps: { readonly digest: Buffer; readonly until: number }[] = []
  #sessions: Session[] = []

  constructor(now: () => number, kept: KeptTokens | null = null) {
    this.#now = now
    if (!kept) return
    this.#bootstraps = kept.bootstraps.map(({ digest: text, until }) => ({ digest: digestOf(text), until }))
    this.#sessions = kept.sessions.map(({ talk, reload }, at) => {
      const ended = kept.ended[at] ?? null
      const [was, none] = [ended === null ? null : digestOf(ended), null]
      return { talk: digestOf(talk), reload: digestOf(reload), read: none, ended: was, cameBy: none }
    })
  }

  /** What the next transport must know, so that pages can talk on. */
  kept(): KeptTokens {
    return {
      bootstraps: this.#bootstraps.map(({ digest: bytes, until }) => ({ digest: textOf(bytes), until })),
      sessions: this.#sessions.map(({ talk, reload }) => ({ talk: textOf(talk), reload: textOf(reload) })),
      ended: this.#sessions.map(({ read, ended }) => {
        const was = read ?? ended
        return was && textOf(was)
      }),
    }
  }

  /** A token for the address's fragment, good once and for a minute. */
  bootstrap(): string {
    const token = newToken()
    const kept = this.#bootstraps.filter(({ until }) => until >= this.#now()).slice(1 - MOST_BOOTSTRAPS)
    this.#bootstraps = [...kept, { digest: digest(token), until: this.#now() + BOOTSTRAP_LIFE_MS }]
    return token
  }

  /** Spends a single-use token; null when it is wrong, spent or too old. A page that was reloaded ends with it. */
  exchange(token: string): SessionOpened | null {
    const given = digest(token)
    const bootstrap = this.#bootstraps.find((issued) => isSame(given, issued.digest))
    if (bootstrap) {
      this.#bootstraps = this.#bootstraps.filter((issued) => issued !== bootstrap)
      return bootstrap.until < this.#now() ? null : this.#open(false, null)
    }
    const before = this.#sessions.find(({ reload, cameBy }) => isSame(given, reload) || isSame(given, cameBy))
    if (!before) return null
    this.#sessions = this.#sessions.filter((session) => session !== before)
    return this.#open(before.read !== null, given)
  }

  /** What an `Authorization` header allows; null for a token nobody issued. */
  rightOf(authorization: string | undefined): Right | null {
    const given = bearer(authorization)
    if (!given) return null
    for (const session of this.#sessions) {
      const right = rightIn(session, given)
      if (right === null) continue
      session.cameBy = null
      return right
    }
    return null
  }

  /** A read token for the page that just opened the vault; null when it reads already, or is gone meanwhile. */
  grantRead(authorization: string | undefined): string | null {
    const given = bearer(authorization)
    const session = this.#sessions.find(({ talk }) => given && isSame(given, talk))
    if (!session) return null
    const token = newToken()
    session.read = digest(token)
    return token
  }

  /** The vault is shut: nobody reads, and no reload brings reading back. */
  revokeReading(): void {
    for (const session of this.#sessions) {
      session.ended = session.read ?? session.ended
      session.read = null
    }
  }

  #open(canRead: boolean, cameBy: Buffer | null): SessionOpened {
    const [talkToken, reloadToken] = [newToken(), newToken()]
    const readToken = canRead ? newToken() : null
    const read = readToken === null ? null : digest(readToken)
    const session = { talk: digest(talkToken), reload: digest(reloadToken), read, ended: null, cameBy }
    this.#sessions = [...this.#sessions.slice(1 - MOST_SESSIONS), session]
    return { talkToken, reloadToken, readToken }
  }
}

function rightIn({ talk, read, ended }: Session, given: Buffer): Right | null {
  if (isSame(given, read)) return 'read'
  if (isSame(given, talk)) return 'talk'
  return isSame(given, ended) ? 'ended' : null
}

function bearer(authorization: string | undefined): Buffer | null {
  const token = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1]
  return token === undefined ? null : digest(token)
}
