import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { quietBrowserFlags } from '#adapters/node/browser-flags'
import { findBrowser } from '#adapters/node/find-browser'

export type Opened =
  | { readonly how: 'appWindow'; readonly child: ChildProcess; readonly forget: () => void }
  | { readonly how: 'defaultBrowser'; readonly forget: () => void }
  | { readonly how: 'noDisplay' }

const LAUNCH_FILE_LIFE_MS = 60_000

/**
 * Opens the page: a window of its own in a Chromium-family browser, else the default browser, else nothing. `forget` removes
 * what led the browser there.
 */
export function openWindow(target: string, dataDir: string): Opened {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { how: 'noDisplay' }
  const { address, forget } = launchFile(target, dataDir)
  const browser = findBrowser()
  if (browser !== null) {
    const profile = join(dataDir, 'browser')
    quietProfile(profile)
    const flags = [`--app=${address}`, `--user-data-dir=${profile}`, ...quietBrowserFlags()]
    return { how: 'appWindow', child: spawn(browser, flags, { stdio: 'ignore' }), forget }
  }
  const { command, args } = opener(address)
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
  return { how: 'defaultBrowser', forget }
}

function opener(address: string): { readonly command: string; readonly args: readonly string[] } {
  if (process.platform === 'darwin') return { command: 'open', args: [address] }
  if (process.platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '', address] }
  return { command: 'xdg-open', args: [address] }
}

/**
 * The settings of a new profile: the browser offers no translation (it would send the page away), and neither remembers
 * nor suggests what is typed.
 */
export function quietProfile(profile: string): void {
  const folder = join(profile, 'Default')
  const file = join(folder, 'Preferences')
  if (existsSync(file)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const settings = {
    translate: { enabled: false },
    credentials_enable_service: false,
    autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
    search: { suggest_enabled: false },
    safebrowsing: { enabled: false },
    alternate_error_pages: { enabled: false },
    spellcheck: { use_spelling_service: false },
    signin: { allowed: false },
  }
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600 })
}

/**
 * A page (0600, gone once it was used, at the latest after a minute) that leads to the address: command lines are open to every user of the machine, so
 * the token must not stand in one.
 */
function launchFile(target: string, dataDir: string): { readonly address: string; readonly forget: () => void } {
  const folder = join(dataDir, 'tmp')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `open-${randomBytes(8).toString('hex')}.html`)
  writeFileSync(file, `<!doctype html><meta http-equiv="refresh" content="0;url=${target}">`, { mode: 0o600 })
  const forget = (): void => rmSync(file, { force: true })
  setTimeout(forget, LAUNCH_FILE_LIFE_MS).unref()
  process.once('exit', forget)
  return { address: pathToFileURL(file).href, forget }
}
