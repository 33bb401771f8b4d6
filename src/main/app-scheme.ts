import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'
import { protocol, type Session } from 'electron'
import { CONTENT_TYPES, NONCE_PLACEHOLDER, securityHeaders } from '#contract/page-policy'

const HOST = 'room'

export const PAGE_ORIGIN = `app://${HOST}`
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`

/** Before `ready`: `app://` behaves like https for the page, and nothing else does. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page and nothing outside its folder. */
export function serveApp(target: Session, folder: string): void {
  target.protocol.handle('app', async (request) => {
    const nonce = randomBytes(16).toString('base64')
    const headers = securityHeaders(nonce)
    const found = request.method === 'GET' ? await read(folder, request.url, nonce) : null
    return found
      ? new Response(new Uint8Array(found.body), { headers: { ...headers, 'Content-Type': found.contentType } })
      : new Response('', { status: 404, headers })
  })
}

async function read(
  folder: string,
  address: string,
  nonce: string,
): Promise<{ contentType: string; body: Buffer } | null> {
  try {
    const url = new URL(address)
    if (url.host !== HOST) return null
    const name = decodeURIComponent(url.pathname)
    const contentType = CONTENT_TYPES[extname(name).slice(1)]
    if (name.includes('\0') || name.includes('\\') || contentType === undefined) return null
    const root = await realpath(folder)
    const file = await realpath(join(root, name))
    const inside = relative(root, file)
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
    const body = await readFile(file)
    if (!contentType.startsWith('text/html')) return { contentType, body }
    return { contentType, body: Buffer.from(body.toString('utf8').split(NONCE_PLACEHOLDER).join(nonce)) }
  } catch {
    return null
  }
}
