import type { Client } from '#contract/client'
import { revokeBlobUrls } from './blob-urls'
import { createElectronClient, type Bridge } from './electron-client'
import { createWebClient } from './web-client'

/** The client of a shell that can shut the vault. */
export interface ShellClient extends Client {
  /** Called when the vault was shut while this page was open; the page is blank by then, and is about to be loaded anew. */
  onShut(callback: () => void): void
}

/** What a page does at once when the vault is shut, whatever shell it is in. */
export function blank(): void {
  document.documentElement.hidden = true
  revokeBlobUrls()
}

/** The client of the shell this page runs in. */
export function createClient(): ShellClient {
  const { bridge } = globalThis as { bridge?: Bridge }
  return bridge ? createElectronClient(bridge, blank) : createWebClient({ blank, reload: () => location.reload() })
}
