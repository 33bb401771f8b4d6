import type { BrowserWindow, WebContents } from 'electron'
import type { ShellEvent } from '#contract/shell-event'
import { EMPTY_ADDRESS, PAGE_ADDRESS } from './app-scheme'

/** A page that has not gone by then loses its process. */
const LEAVES_WITHIN_MS = 2_000

/**
 * Loads the page anew in a process that never saw the case: by way of an address of another site, for which Chromium ends
 * the old one. The place in the app (opaque ids only) stays in the address; the history of places goes.
 */
export async function forgetPage(window: BrowserWindow, event: ShellEvent): Promise<void> {
  const { webContents: contents } = window
  const place = contents.getURL()
  contents.send('event', event)
  if (!(await reached(contents, EMPTY_ADDRESS)) && !contents.isDestroyed()) contents.forcefullyCrashRenderer()
  if (contents.isDestroyed()) return
  await reached(contents, place.startsWith(`${PAGE_ADDRESS}#`) ? place : PAGE_ADDRESS)
  if (!contents.isDestroyed()) clearPlaces(contents)
}

/**
 * Goes to an address; true when the page of it has taken the place of the one before. The promise of `loadURL` does not tell:
 * with another load under way it is kept when that one ends, and the old page would be loaded anew in its old process.
 */
function reached(contents: WebContents, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isThere: boolean): void => {
      clearTimeout(patience)
      contents.off('did-navigate', listen)
      contents.off('destroyed', giveUp)
      resolve(isThere)
    }
    const listen = (_event: unknown, url: string): void => {
      if (url === address) end(true)
    }
    const giveUp = (): void => end(false)
    const patience = setTimeout(giveUp, LEAVES_WITHIN_MS)
    contents.on('did-navigate', listen)
    contents.once('destroyed', giveUp)
    // A load that was overtaken by the next one rejects; the next one stands.
    void contents.loadURL(address).catch(() => undefined)
  })
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
