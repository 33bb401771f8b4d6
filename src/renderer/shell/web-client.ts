import type { Client } from '#contract/client'
import type { Reply } from '#contract/errors'

const DISCONNECTED: Reply<never> = { ok: false, error: { code: 'disconnected' } }

/**
 * The loopback transport. The single-use token of the address's fragment (or, after a reload, the one in `window.name`) is
 * exchanged for a read token that lives in this closure only; docs/adr/0006-reload-token.md says why.
 */
export function createWebClient(): Client {
  const session = openSession()
  return {
    async call(name, input) {
      const token = await session
      if (token === null) return DISCONNECTED
      const answer = await post(`/rpc/${name}`, input, token)
      return (answer ?? DISCONNECTED) as Reply<never>
    },
  }
}

async function openSession(): Promise<string | null> {
  const fromAddress = /^#k=([\w-]+)$/.exec(location.hash)?.[1]
  if (fromAddress !== undefined) history.replaceState(null, '', `${location.pathname}#/`)
  const token = fromAddress ?? window.name
  window.name = ''
  if (token === '') return null
  const opened = (await post('/session', { token }, null)) as { readToken: string; reloadToken: string } | null
  if (!opened) return null
  window.name = opened.reloadToken
  return opened.readToken
}

async function post(path: string, body: unknown, token: string | null): Promise<unknown> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
