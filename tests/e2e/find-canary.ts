import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A word nobody else writes; its bytes in GBK, which Node cannot make, are given (`iconv -t gbk`). */
export const CANARY = '金丝雀'
const GBK = 'bdf0cbbfc8b8'

/** Every form in which the word could lie somewhere: as text, in base64 at any offset, in hex. */
export function formsOf(): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(CANARY, 'utf8')
  const base64 = [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), utf8, Buffer.alloc(3)]).toString('base64')
    // Characters that the neighbours decide are no part of the word.
    return [`base64 at ${offset}`, Buffer.from(padded.slice(offset === 0 ? 0 : offset + 1, offset + 12))] as const
  })
  return new Map<string, Buffer>([
    ['UTF-8', utf8],
    ['UTF-16LE', Buffer.from(CANARY, 'utf16le')],
    ['GBK', Buffer.from(GBK, 'hex')],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['escaped', Buffer.from(encodeURIComponent(CANARY))],
    ['JSON', Buffer.from('\\u91d1\\u4e1d\\u96c0')],
    ...base64,
  ])
}

/** Files under a folder in which the word is found, as `path: form`. */
export function findCanary(folder: string): string[] {
  const forms = formsOf()
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return []
    if (stats.isDirectory()) return findCanary(path)
    if (!stats.isFile()) return []
    const bytes = readFileSync(path)
    return [...forms].flatMap(([form, wanted]) => (bytes.includes(wanted) ? [`${path}: ${form}`] : []))
  })
}
