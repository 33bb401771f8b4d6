import { createHash } from 'node:crypto'
import type { FileHandle, FileIntake, FilesPort, FsPort, StoredFile } from '#services/ports'
import {
  CHUNK_BYTES,
  chunksOf,
  FILE_HEAD,
  FileSealer,
  openChunk,
  SEALED_CHUNK_BYTES,
  sealedSize,
  type FileSeal,
} from './file-seal'
import { KEY_BYTES, TAG_BYTES } from './seal'
import { partOf, removeParts, writeAll } from './write-durably'

export interface VaultFilesParts {
  readonly fs: FsPort
  /** The vault's folder. */
  readonly folder: string
  readonly random: (length: number) => Uint8Array
}

/** Chunks read back at a time. */
const READ_CHUNKS = 16

/**
 * `<vault>/attachments/ab/<random>.bin`: each file encrypted once under a key of its own, never written again. Names on disk
 * are random and say nothing.
 */
export class VaultFiles implements FilesPort {
  readonly #parts: VaultFilesParts
  readonly #folder: string

  constructor(parts: VaultFilesParts) {
    this.#parts = parts
    this.#folder = `${parts.folder}/attachments`
  }

  async clearParts(): Promise<void> {
    await this.#parts.fs.makeDir(this.#folder)
    await removeParts(this.#parts.fs, this.#folder)
  }

  async take(): Promise<FileIntake> {
    const { fs, random } = this.#parts
    await fs.makeDir(this.#folder)
    const file = Buffer.from(random(16)).toString('hex')
    const key = random(KEY_BYTES)
    return Intake.begin(fs, this.#folder, file, sealOf(file, key))
  }

  async find(stored: StoredFile): Promise<'whole' | 'other' | 'gone'> {
    try {
      const size = await this.#parts.fs.sizeOf(pathOf(this.#folder, stored.file))
      return size === sealedSize(stored.sizeBytes) ? 'whole' : 'other'
    } catch (cause) {
      return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'other'
    }
  }

  async isHere(stored: StoredFile): Promise<boolean> {
    return (await this.find(stored)) === 'whole'
  }

  async piece(stored: StoredFile, start: number, length: number): Promise<Uint8Array | null> {
    const { sizeBytes, file } = stored
    const end = Math.min(sizeBytes, start + length)
    if (!(await this.isHere(stored))) return null
    if (start >= end) return new Uint8Array(0)
    const by = sealOf(file, Buffer.from(stored.key, 'base64url'))
    const first = Math.floor(start / CHUNK_BYTES)
    const last = Math.floor((end - 1) / CHUNK_BYTES)
    const plain = await openChunks(readerOf(this.#parts.fs, pathOf(this.#folder, file)), by, first, last, sizeBytes)
    return plain?.subarray(start - first * CHUNK_BYTES, end - first * CHUNK_BYTES) ?? null
  }

  async destroyAll(): Promise<void> {
    const { fs } = this.#parts
    await this.clearParts()
    for (const inner of await fs.list(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(inner)) continue
      for (const name of await fs.list(`${this.#folder}/${inner}`)) await fs.remove(`${this.#folder}/${inner}/${name}`)
      await fs.syncDir(`${this.#folder}/${inner}`)
    }
    await fs.syncDir(this.#folder)
  }
}

/**
 * Bound to every chunk: the file's own name. Its key is its own as well, and lies in the sealed case; so a backup can carry
 * the bytes to another vault as they are.
 */
const sealOf = (file: string, key: Uint8Array): FileSeal => ({ key, bound: `file ${file}` })

const folderOf = (folder: string, file: string): string => `${folder}/${file.slice(0, 2)}`
const pathOf = (folder: string, file: string): string => `${folderOf(folder, file)}/${file}.bin`

/** One file on its way in. After any error it can only be abandoned. */
class Intake implements FileIntake {
  readonly #fs: FsPort
  readonly #folder: string
  readonly #file: string
  readonly #by: FileSeal
  readonly #sealer: FileSealer
  #handle: FileHandle | null

  private constructor(fs: FsPort, folder: string, file: string, by: FileSeal, handle: FileHandle) {
    this.#fs = fs
    this.#folder = folder
    this.#file = file
    this.#by = by
    this.#sealer = new FileSealer(by)
    this.#handle = handle
  }

  static async begin(fs: FsPort, folder: string, file: string, by: FileSeal): Promise<Intake> {
    const intake = new Intake(fs, folder, file, by, await fs.create(partOf(folder, file)))
    await intake.#write(FILE_HEAD)
    return intake
  }

  get received(): number {
    return this.#sealer.sizeBytes
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.#write(this.#sealer.push(bytes))
  }

  async seal(): Promise<StoredFile> {
    const { sealed, sha256 } = this.#sealer.end()
    await this.#write(sealed)
    await this.#handle?.sync()
    await this.#close()
    const sizeBytes = this.received
    if (!(await this.#readsBack(sizeBytes, sha256)))
      throw Object.assign(new Error('what was read back is not what was written'), { code: 'EIO' })
    return { file: this.#file, key: Buffer.from(this.#by.key).toString('base64url'), sha256, sizeBytes }
  }

  async place(): Promise<void> {
    const fs = this.#fs
    const inner = folderOf(this.#folder, this.#file)
    await fs.makeDir(inner)
    await fs.syncDir(this.#folder)
    await fs.rename(partOf(this.#folder, this.#file), pathOf(this.#folder, this.#file))
    await fs.syncDir(inner)
    await fs.syncDir(this.#folder)
  }

  async abandon(): Promise<void> {
    await this.#close()
    await this.#fs.remove(partOf(this.#folder, this.#file))
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const handle = this.#handle
    if (!handle) throw new Error('the file is closed')
    await writeAll((rest) => handle.write(rest), bytes)
  }

  async #close(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    await handle?.close()
  }

  /** Every chunk opens in its place, and together they are what came in. */
  async #readsBack(sizeBytes: number, sha256: string): Promise<boolean> {
    const path = partOf(this.#folder, this.#file)
    const size = await this.#fs.sizeOf(path)
    return isWholeFile(readerOf(this.#fs, path), size, this.#by, { sizeBytes, sha256 })
  }
}

/** Reads exactly so many bytes from a place; null when there are fewer. */
type Reader = (offset: number, length: number) => Promise<Uint8Array | null>

const readerOf =
  (fs: FsPort, path: string): Reader =>
  (offset, length) =>
    readExactly(fs, path, offset, length)

/** Whether the sealed bytes are this file, every one of them: head, each chunk in its place, and the whole by SHA-256. */
export const isStoredFile = (read: Reader, size: number, stored: StoredFile): Promise<boolean> =>
  isWholeFile(read, size, sealOf(stored.file, Buffer.from(stored.key, 'base64url')), stored)

async function isWholeFile(
  read: Reader,
  size: number,
  by: FileSeal,
  { sizeBytes, sha256 }: Pick<StoredFile, 'sizeBytes' | 'sha256'>,
): Promise<boolean> {
  if (size !== sealedSize(sizeBytes)) return false
  const head = await read(0, FILE_HEAD.length)
  if (!head || Buffer.compare(head, FILE_HEAD) !== 0) return false
  const hash = createHash('sha256')
  const chunks = chunksOf(sizeBytes)
  for (let first = 0; first < chunks; first += READ_CHUNKS) {
    const last = Math.min(chunks, first + READ_CHUNKS) - 1
    const plain = await openChunks(read, by, first, last, sizeBytes)
    if (!plain) return false
    hash.update(plain)
  }
  return hash.digest('hex') === sha256
}

/** The plain bytes of the chunks `first` to `last`; null when one is missing, altered or not in its place. */
async function openChunks(
  read: Reader,
  by: FileSeal,
  first: number,
  last: number,
  sizeBytes: number,
): Promise<Uint8Array | null> {
  const lastOfFile = chunksOf(sizeBytes) - 1
  const offset = FILE_HEAD.length + first * SEALED_CHUNK_BYTES
  const end = last === lastOfFile ? sealedSize(sizeBytes) : offset + (last - first + 1) * SEALED_CHUNK_BYTES
  const sealed = await read(offset, end - offset)
  if (!sealed) return null
  const plain: Uint8Array[] = []
  for (let index = first, at = 0; index <= last; index += 1, at += SEALED_CHUNK_BYTES) {
    const size = index === lastOfFile ? sizeBytes - index * CHUNK_BYTES + TAG_BYTES : SEALED_CHUNK_BYTES
    const opened = openChunk(by, index, index === lastOfFile, sealed.subarray(at, at + size))
    if (!opened) return null
    plain.push(opened)
  }
  return Buffer.concat(plain)
}

/** Loops until all of it is read: a read may give fewer bytes than it was asked for. Null when the file ends before. */
async function readExactly(fs: FsPort, path: string, offset: number, length: number): Promise<Uint8Array | null> {
  const first = await fs.readPart(path, offset, length)
  if (first.length === length) return first
  const parts = [first]
  for (let read = first.length; read < length;) {
    const part = await fs.readPart(path, offset + read, length - read)
    if (part.length === 0) return null
    parts.push(part)
    read += part.length
  }
  return Buffer.concat(parts)
}
