import type { ContractError, Reply } from '#contract/errors'
import type { ShellClient } from './client'
import { eventLines } from './event-lines'
import { keepForReload, keptForReload } from './reload-token'

const failure = (error: ContractError): Reply<never> => ({ ok: false, error })

/** After a stream broke, or the server closed it in favour of a newer page's. */
const RECONNECT_MS = 2_000
/** Twice the server's heartbeat and a little: a silent stream is a broken one. */
const SILENCE_MS = 35_000

interface PageDoors {
  /** Shows nothing any more, at once. */
  readonly blank: () => void
  readonly reload: () => void
}

interface Tokens {
  readonly talk: string
  read: string | null
}

/**
 * The loopback transport. The single-use token of the address's fragment (or, after a reload, the one that was kept) is
 * exchanged for a talk token; a read token comes with the answer that opened the vault. Both live in this closure only;
 * docs/adr/0006-reload-token.md says why.
 */
export function createWebClient({ blank, reload }: PageDoors): ShellClient {
  const session = openSession()
  const listeners: (() => void)[] = []
  let isShut = false
  const shut = (): void => {
    if (isShut) return
    isShut = true
    blank()
    for (const listener of listeners) listener()
    reload()
  }
  void session.then((tokens) => tokens && listen(tokens, shut))

  return {
    onShut: (callback) => void listeners.push(callback),
    async call(name, input) {
      const tokens = await session
      if (!tokens) return failure({ code: 'disconnected' })
      const couldRead = tokens.read !== null
      const answer = await post(`/rpc/${name}`, input, tokens.read ?? tokens.talk)
      if (answer?.status === 423) {
        // This page could read and no longer can: it missed the event.
        if (couldRead) shut()
        return failure({ code: 'locked' })
      }
      if (!answer?.ok) return failure({ code: 'disconnected' })
      tokens.read = answer.headers.get('X-Read-Token') ?? tokens.read
      return (await bodyOf(answer)) ?? failure({ code: 'disconnected' })
    },
  }
}

async function openSession(): Promise<Tokens | null> {
  const fromAddress = /^#k=([\w-]+)$/.exec(location.hash)?.[1]
  if (fromAddress !== undefined) history.replaceState(null, '', `${location.pathname}#/`)
  const token = fromAddress ?? keptForReload()
  if (token === null) return null
  const answer = await post('/session', { token }, null)
  const opened = answer?.ok
    ? await bodyOf<{ talkToken: string; readToken: string | null; reloadToken: string }>(answer)
    : null
  // Until here the old token is kept: a page that is reloaded now uses it once more.
  keepForReload(opened?.reloadToken ?? null)
  return opened && { talk: opened.talkToken, read: opened.readToken }
}

/** Keeps one event stream open as long as the page lives: its end tells the shell that the page is gone. */
async function listen(tokens: Tokens, onShut: () => void): Promise<void> {
  for (;;) {
    const silence = new AbortController()
    let timer = setTimeout(() => silence.abort(), SILENCE_MS)
    try {
      const answer = await post('/events', {}, tokens.talk, silence.signal)
      if (answer?.status === 401) return
      if (answer?.ok && answer.body)
        for await (const event of eventLines(answer.body)) {
          clearTimeout(timer)
          timer = setTimeout(() => silence.abort(), SILENCE_MS)
          if (event.type === 'shut') {
            onShut()
            return
          }
        }
    } catch {
      // A broken stream is opened again.
    }
    clearTimeout(timer)
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
  }
}

async function post(path: string, body: unknown, token: string | null, signal?: AbortSignal): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(signal ? { signal } : {}),
    })
  } catch {
    return null
  }
}

async function bodyOf<T = never>(answer: Response): Promise<T | null> {
  try {
    return (await answer.json()) as T
  } catch {
    return null
  }
}
