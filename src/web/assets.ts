import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, relative, isAbsolute } from 'node:path'
import { CONTENT_TYPES, NONCE_PLACEHOLDER } from '#contract/page-policy'

export interface Asset {
  readonly contentType: string
  readonly body: Buffer
}

export const newNonce = (): string => randomBytes(16).toString('base64')

/** A built file of the page, or null. The real path must lie inside the folder, whatever the request looks like. */
export async function readAsset(folder: string, path: string, nonce: string): Promise<Asset | null> {
  const name = path === '/' ? 'index.html' : decoded(path)
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
    return name.includes('\0') || name.includes('\\') ? null : name
  } catch {
    return null
  }
}
