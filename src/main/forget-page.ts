import type { BrowserWindow } from 'electron'
import type { ShellEvent } from '#contract/shell-event'
import { EMPTY_ADDRESS, PAGE_ADDRESS } from './app-scheme'

/**
 * Loads the page anew in a process that never saw the case: by way of an address of another site, for which Chromium ends
 * the old one. The place in the app (opaque ids only) stays in the address; the history of places goes.
 */
export async function forgetPage(window: BrowserWindow, event: ShellEvent): Promise<void> {
  const { webContents: contents } = window
  const place = contents.getURL()
  contents.send('event', event)
  // A load that was overtaken by the next one rejects; the next one stands.
  await contents.loadURL(EMPTY_ADDRESS).catch(() => undefined)
  if (window.isDestroyed()) return
  await contents.loadURL(place.startsWith(`${PAGE_ADDRESS}#`) ? place : PAGE_ADDRESS).catch(() => undefined)
  if (!window.isDestroyed()) clearPlaces(contents)
}

/** Entries of the history keep what stood in form fields. Electron 25 forgets them by one name, later ones by another. */
function clearPlaces(contents: unknown): void {
  const { navigationHistory, clearHistory } = contents as {
    readonly navigationHistory?: { clear?(): void }
    readonly clearHistory?: (this: unknown) => void
  }
  if (navigationHistory?.clear) navigationHistory.clear()
  else clearHistory?.call(contents)
}
