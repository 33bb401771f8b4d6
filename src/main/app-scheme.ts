import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { protocol, type Session } from 'electron'
import { answerMedia, mayAskForMedia, mediaToken, type MediaSource } from '#contract/media-answer'
import { securityHeaders } from '#contract/page-policy'
import { newNonce, readAsset } from '#shells/page-assets'

const HOST = 'room'
/** An address with nothing at it, of another site: the window goes there so that the page's process ends. */
const EMPTY_HOST = 'empty'

export const PAGE_ORIGIN = `app://${HOST}`
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`
export const EMPTY_ADDRESS = `app://${EMPTY_HOST}/`

/** Before `ready`: `app://` behaves like https for the page, and nothing else does. `stream` lets recordings be sought. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** Serves the built page and nothing outside its folder, and recordings by their tokens while the vault is open. */
export function serveApp(target: Session, folder: string, media: MediaSource): void {
  target.protocol.handle('app', (request) => answerApp(request, folder, media))
}

type AppRequest = Pick<Request, 'method' | 'url' | 'headers'>

export async function answerApp(request: AppRequest, folder: string, media: MediaSource): Promise<Response> {
  const nonce = newNonce()
  const headers = securityHeaders(nonce)
  const refused = (status: number): Response => new Response('', { status, headers })
  const url = addressOf(request.url)
  if (request.method !== 'GET' || url === null) return refused(404)
  if (url.host === EMPTY_HOST)
    return new Response('', { headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } })
  if (url.host !== HOST) return refused(404)
  const token = mediaToken(url.pathname)
  if (token === null) {
    const found = await readAsset(folder, url.pathname, nonce)
    if (!found) return refused(404)
    return new Response(new Uint8Array(found.body), {
      headers: { ...securityHeaders(nonce, url.pathname), 'Content-Type': found.contentType },
    })
  }
  if (!mayAskForMedia(request.headers.get('sec-fetch-site'), request.headers.get('sec-fetch-dest'))) return refused(403)
  const { status, headers: more, body } = await answerMedia(media, token, request.headers.get('range'))
  return new Response(body ? (streamOf(body) as unknown as BodyInit) : '', { status, headers: { ...headers, ...more } })
}

const streamOf = (body: AsyncIterable<Uint8Array>): ReadableStream =>
  Readable.toWeb(Readable.from(body, { objectMode: false }))

function addressOf(address: string): URL | null {
  try {
    const url = new URL(address)
    return url.protocol === 'app:' ? url : null
  } catch {
    return null
  }
}
