import type { Client } from '#contract/client'
import type { Reply } from '#contract/errors'
import type { ShellEvent } from '#contract/shell-event'
import { createWebClient } from './web-client'

/** The client of a shell that can shut the vault. */
export interface ShellClient extends Client {
  /** Called when the vault was shut while this page was open: it must blank itself. The shell then loads the page anew. */
  onShut(callback: () => void): void
}

/** What Electron's preload puts on `window`: two functions. */
interface Bridge {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  onEvent(listener: (event: ShellEvent) => void): void
}

/** The client of the shell this page runs in. */
export function createClient(): ShellClient {
  const { bridge } = globalThis as { bridge?: Bridge }
  if (!bridge) return createWebClient({ reload: () => location.reload() })
  return {
    call: (name, input) =>
      bridge.call(name, input).catch(() => ({ ok: false, error: { code: 'disconnected' } })) as Promise<Reply<never>>,
    onShut: (callback) =>
      bridge.onEvent((event) => {
        if (event.type === 'shut') callback()
      }),
  }
}
