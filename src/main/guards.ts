import type { Session, WebContents } from 'electron'
import { EMPTY_ADDRESS, PAGE_ADDRESS, PAGE_ORIGIN } from './app-scheme'

/** Copying a letter's text is the one thing the page may ask of the system. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write'

/** Every permission denied by both handlers, every request that is not the page itself, every download but a saved file. */
export function denyEverything(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === ALLOWED_PERMISSION))
  target.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED_PERMISSION)
  target.setDevicePermissionHandler(() => false)
  target.setSpellCheckerEnabled(false)
  target.webRequest.onBeforeRequest((details, answer) => {
    const isOurs =
      details.url.startsWith(`${PAGE_ORIGIN}/`) ||
      details.url === EMPTY_ADDRESS ||
      details.url.startsWith(`blob:${PAGE_ORIGIN}/`) ||
      details.url.startsWith('data:')
    answer({ cancel: !isOurs })
  })
  target.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${PAGE_ORIGIN}/`)) event.preventDefault()
  })
}

/** No navigation, no new window, no embedded page. */
export function guardContents(contents: WebContents): void {
  const deny = (event: { preventDefault(): void }): void => event.preventDefault()
  contents.on('will-navigate', deny)
  contents.on('will-frame-navigate', deny)
  contents.on('will-redirect', deny)
  contents.on('will-attach-webview', deny)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** `about:blank` asks no guard (Chromium has it without a request): the page is led back from there, or from anywhere. */
export function leadBack(contents: WebContents): void {
  contents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(PAGE_ADDRESS) && url !== EMPTY_ADDRESS) void contents.loadURL(PAGE_ADDRESS)
  })
}
