import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, isAbsolute, join, relative } from 'node:path'
import { CONTENT_TYPES, NONCE_PLACEHOLDER } from '#contract/page-policy'

export interface Asset {
  readonly contentType: string
  readonly body: Buffer
}

/** What no name of a built file holds, and Windows reads as a drive, a stream or a separator. */
const STRANGE = /[\u0000-\u001f\u007f\\:]/

export const newNonce = (): string => randomBytes(16).toString('base64')

/**
 * A built file of the page, or null. `path` is the path of a URL, still percent-encoded. It is decoded once, and the *real*
 * path must lie inside the folder, whatever the request looks like and wherever links lead.
 */
export async function readAsset(folder: string, path: string, nonce: string): Promise<Asset | null> {
  const name = path === '/' ? '/index.html' : decoded(path)
  const contentType = name === null ? undefined : CONTENT_TYPES[extname(name).slice(1)]
  if (name === null || contentType === undefined) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, name))
    const inside = relative(root, file)
    if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
    const body = await readFile(file)
    if (!contentType.startsWith('text/html')) return { contentType, body }
    return { contentType, body: Buffer.from(body.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)) }
  } catch {
    return null
  }
}

function decoded(path: string): string | null {
  try {
    const name = decodeURIComponent(path)
    return STRANGE.test(name) ? null : name
  } catch {
    return null
  }
}
