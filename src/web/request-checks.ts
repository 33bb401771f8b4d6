import type { IncomingMessage } from 'node:http'

/** What a request asks for once it is known to come from our own page. */
export type Checked =
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 405 | 415 | 421 }
  | { readonly kind: 'asset'; readonly path: string }
  | { readonly kind: 'post'; readonly path: string }

export type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders' | 'headers'>

/**
 * The checks of every request, in this order: the target is a path; exactly one `Host`, ours to the letter; `Origin`, when
 * present, is ours; everything but page and assets comes from our own page (`Sec-Fetch-Site`), by POST, as JSON. No cookie
 * is read, nothing changes on GET, no CORS header is ever sent.
 */
export function checkRequest(request: RequestHead, port: number): Checked {
  const refused = (status: 400 | 403 | 405 | 415 | 421): Checked => ({ kind: 'refused', status })
  const target = request.url ?? ''
  if (!target.startsWith('/') || target.startsWith('//')) return refused(400)
  const host = `127.0.0.1:${port}`
  const hosts = valuesOf(request.rawHeaders, 'host')
  if (hosts.length !== 1 || hosts[0] !== host) return refused(421)
  const origins = valuesOf(request.rawHeaders, 'origin')
  if (origins.some((origin) => origin !== `http://${host}`)) return refused(403)
  const path = target.split('?')[0] ?? ''
  if (request.method === 'GET') return { kind: 'asset', path }
  if (request.method !== 'POST') return refused(request.method === 'OPTIONS' ? 403 : 405)
  if (valuesOf(request.rawHeaders, 'sec-fetch-site').some((site) => site !== 'same-origin')) return refused(403)
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) return refused(415)
  return { kind: 'post', path }
}

function valuesOf(rawHeaders: readonly string[], name: string): readonly string[] {
  const values: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '')
  return values
}
