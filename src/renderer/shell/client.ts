import type { Client } from '#contract/client'
import type { Reply } from '#contract/errors'
import { createWebClient } from './web-client'

/** What Electron's preload puts on `window`: one function. */
interface Bridge {
  call(name: string, input: unknown): Promise<Reply<unknown>>
}

/** The client of the shell this page runs in. */
export function createClient(): Client {
  const { bridge } = globalThis as { bridge?: Bridge }
  if (!bridge) return createWebClient()
  return {
    call: (name, input) =>
      bridge.call(name, input).catch(() => ({ ok: false, error: { code: 'disconnected' } })) as Promise<Reply<never>>,
  }
}
