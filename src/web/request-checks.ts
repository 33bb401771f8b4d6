import type { IncomingMessage } from 'node:http'
import { mayAskForMedia, mediaToken } from '#contract/media-answer'

type Refusal = 400 | 403 | 405 | 415 | 421

/** What a request asks for once it is known to come from our own page. */
export type Checked =
  | { readonly kind: 'refused'; readonly status: Refusal }
  | { readonly kind: 'asset'; readonly path: string }
  | { readonly kind: 'media'; readonly token: string }
  | { readonly kind: 'post'; readonly path: string }

export type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders' | 'headers'>

const refused = (status: Refusal): Checked => ({ kind: 'refused', status })

/**
 * The checks of every request, in this order: the target is a path; exactly one `Host`, ours to the letter; `Origin`, when
 * present, is ours; everything but page and assets comes from our own page (`Sec-Fetch-Site`), by POST, as JSON (media, by
 * GET, carries its right in its address). No cookie is read, nothing changes on GET, no CORS header is ever sent.
 */
export function checkRequest(request: RequestHead, port: number): Checked {
  const target = request.url ?? ''
  if (!target.startsWith('/') || target.startsWith('//')) return refused(400)
  const host = `127.0.0.1:${port}`
  const hosts = valuesOf(request.rawHeaders, 'host')
  if (hosts.length !== 1 || hosts[0] !== host) return refused(421)
  const origins = valuesOf(request.rawHeaders, 'origin')
  if (origins.some((origin) => origin !== `http://${host}`)) return refused(403)
  const path = target.split('?')[0] ?? ''
  const sites = valuesOf(request.rawHeaders, 'sec-fetch-site')
  if (request.method === 'GET') return checkGet(path, sites, valuesOf(request.rawHeaders, 'sec-fetch-dest'))
  if (request.method !== 'POST') return refused(request.method === 'OPTIONS' ? 403 : 405)
  if (sites.some((site) => site !== 'same-origin')) return refused(403)
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) return refused(415)
  return { kind: 'post', path }
}

function checkGet(path: string, sites: readonly string[], destinations: readonly string[]): Checked {
  const token = mediaToken(path)
  if (token === null) return { kind: 'asset', path }
  const isOurs = sites.length < 2 && destinations.length < 2 && mayAskForMedia(sites[0], destinations[0])
  return isOurs ? { kind: 'media', token } : refused(403)
}

function valuesOf(rawHeaders: readonly string[], name: string): readonly string[] {
  const values: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '')
  return values
}
