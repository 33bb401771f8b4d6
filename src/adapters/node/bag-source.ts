import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import type { HashName } from '#domain/evidence/bag'
import type { BagSource } from '#domain/evidence/verify-bag'

/** Longest list or description that is read. */
const MAX_TEXT_BYTES = 64_000_000
/** Most a zip may unpack to, and hold. */
const MAX_UNPACKED_BYTES = 64 * 1024 ** 3
const MAX_ENTRIES = 200_000

export type PackRefusal = 'notThere' | 'notAPack' | 'tooLarge' | 'encrypted'

export type OpenedPack =
  | { readonly ok: true; readonly bag: BagSource; readonly close: () => void }
  | { readonly ok: false; readonly reason: PackRefusal }

/** A pack as it lies on a disk: a folder, or a zip, with the bag in it or in its one folder. */
export async function openPack(path: string): Promise<OpenedPack> {
  try {
    const found = await stat(path)
    if (found.isDirectory())
      return { ok: true, bag: folderSource(path, await filesUnder(path)), close: () => undefined }
  } catch {
    return { ok: false, reason: 'notThere' }
  }
  return openZip(path)
}

async function filesUnder(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\/+/, ''))
}

const folderSource = (root: string, paths: readonly string[]): BagSource => {
  const inner = innerFolder(paths)
  return {
    paths: paths.map((path) => path.slice(inner.length)),
    text: (path) => readFile(join(root, inner, path)).then(strictText, () => null),
    hash: (path, by) => hashOf(by, () => Promise.resolve(createReadStream(join(root, inner, path)))),
    size: async (path) => (await stat(join(root, inner, path))).size,
  }
}

async function openZip(path: string): Promise<OpenedPack> {
  let zip: ZipFile
  try {
    // Names are checked by `verifyBag`, which says what is wrong with them.
    zip = await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
      strictFileNames: false,
      decodeStrings: true,
    })
  } catch {
    return { ok: false, reason: 'notAPack' }
  }
  const refuse = (reason: PackRefusal): OpenedPack => {
    zip.close()
    return { ok: false, reason }
  }
  const entries = new Map<string, Entry>()
  let unpacked = 0
  try {
    for (;;) {
      const entry = await nextEntry(zip)
      if (!entry) break
      unpacked += entry.uncompressedSize
      if (entries.size >= MAX_ENTRIES || unpacked > MAX_UNPACKED_BYTES) return refuse('tooLarge')
      if (entry.isEncrypted()) return refuse('encrypted')
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
    }
  } catch {
    return refuse('notAPack')
  }
  const inner = innerFolder([...entries.keys()])
  const open = (path: string): Promise<Readable> => {
    const entry = entries.get(inner + path)
    if (!entry) return Promise.reject(new Error('not in the zip'))
    return new Promise((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
    })
  }
  const bag: BagSource = {
    paths: [...entries.keys()].map((path) => path.slice(inner.length)),
    text: async (path) => {
      try {
        const parts: Buffer[] = []
        let size = 0
        for await (const part of await open(path)) {
          size += (part as Buffer).length
          if (size > MAX_TEXT_BYTES) return null
          parts.push(part as Buffer)
        }
        return strictText(Buffer.concat(parts))
      } catch {
        return null
      }
    },
    hash: (path, by) => hashOf(by, () => open(path)),
    size: (path) => Promise.resolve(entries.get(inner + path)?.uncompressedSize ?? 0),
  }
  return { ok: true, bag, close: () => zip.close() }
}

const nextEntry = (zip: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
      zip.removeListener('entry', onEntry)
      zip.removeListener('end', onEnd)
      zip.removeListener('error', onError)
    }
    const onEntry = (entry: Entry): void => {
      done()
      resolve(entry)
    }
    const onEnd = (): void => {
      done()
      resolve(null)
    }
    const onError = (error: Error): void => {
      done()
      reject(error)
    }
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError)
    zip.readEntry()
  })

/** The folder everything lies in; empty when the bag is not in one. */
function innerFolder(paths: readonly string[]): string {
  if (paths.includes('bagit.txt')) return ''
  const first = paths[0]?.split('/')[0] ?? ''
  return first !== '' && paths.every((path) => path.startsWith(`${first}/`)) ? `${first}/` : ''
}

const strictText = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

async function hashOf(by: HashName, open: () => Promise<Readable>): Promise<string | null> {
  try {
    const hash = createHash(by)
    await pipeline(await open(), hash)
    return hash.digest('hex')
  } catch {
    return null
  }
}
