// What a reload needs is kept in two halves, each of them noise: `window.name` follows the tab to any site it goes to next,
// and `sessionStorage` is ours alone but may reach the disk. Neither tells the token; docs/adr/0006-reload-token.md.
const PAD = 'pad'

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const textOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const mixed = (one: Uint8Array, other: Uint8Array): Uint8Array => one.map((byte, at) => byte ^ (other[at] ?? 0))

/** Keeps a token for the next load of this tab; null keeps none. */
export function keepForReload(token: string | null): void {
  if (token === null) {
    window.name = ''
    sessionStorage.removeItem(PAD)
    return
  }
  const pad = crypto.getRandomValues(new Uint8Array(32))
  sessionStorage.setItem(PAD, textOf(pad))
  window.name = textOf(mixed(bytesOf(token), pad))
}

/** The token the last load of this tab kept, or null. */
export function keptForReload(): string | null {
  const pad = sessionStorage.getItem(PAD)
  if (window.name === '' || pad === null) return null
  try {
    return textOf(mixed(bytesOf(window.name), bytesOf(pad)))
  } catch {
    // Another site's name for this tab.
    return null
  }
}
