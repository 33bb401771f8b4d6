import { parseHeader, type Header } from '../vault/header'
import type { FsPort } from '#services/ports'

/**
 * A backup is one file: this line, u32 length and the vault header of that day, u64 length and the sealed case, u32 count of
 * files, each 16-byte id, u64 length and its bytes (no files yet), and an HMAC over everything before. Numbers are
 * big-endian.
 */
export const MAGIC = 'BREATHING-ROOM-BACKUP 1\n'
const NEWER = /^BREATHING-ROOM-BACKUP (\d{1,6})\n/
export const MAC_BYTES = 32
const MAX_HEADER_BYTES = 8192
/** Largest sealed case that is read into memory. */
const MAX_CASE_BYTES = 256 * 1024 * 1024
const FILE_HEAD_BYTES = 24

export interface BackupLayout {
  readonly header: Header
  readonly caseAt: number
  readonly caseBytes: number
  readonly files: readonly { readonly id: string; readonly at: number; readonly bytes: number }[]
  /** Everything up to here is under the HMAC, which is all that follows. */
  readonly macAt: number
}

export type FoundLayout =
  { readonly kind: 'backup'; readonly layout: BackupLayout } | { readonly kind: 'newer' | 'foreign' | 'damaged' }

/** The head of a backup up to and with the length of its case. */
export function backupHead(header: Uint8Array, caseBytes: number): Uint8Array {
  const lengths = Buffer.alloc(12)
  lengths.writeUInt32BE(header.length, 0)
  lengths.writeBigUInt64BE(BigInt(caseBytes), 4)
  return Buffer.concat([Buffer.from(MAGIC, 'ascii'), lengths.subarray(0, 4), header, lengths.subarray(4)])
}

/** The list of files of a backup that has none. */
export const noFiles = (): Uint8Array => Buffer.alloc(4)

/**
 * Where the parts of a file lie that may be anything: a length is believed only as far as the file's own size bears it out,
 * and nothing but heads is read.
 */
export async function layoutOf(fs: FsPort, path: string): Promise<FoundLayout> {
  const size = await fs.sizeOf(path)
  const start = Buffer.from(await fs.readPart(path, 0, MAGIC.length + 4))
  const line = start.toString('latin1')
  if (!line.startsWith(MAGIC)) return { kind: Number(NEWER.exec(line)?.[1] ?? 0) > 1 ? 'newer' : foreignOr(line) }
  if (start.length < MAGIC.length + 4) return { kind: 'damaged' }
  const headerBytes = start.readUInt32BE(MAGIC.length)
  const headerAt = start.length
  if (headerBytes > MAX_HEADER_BYTES || headerAt + headerBytes + 12 + MAC_BYTES > size) return { kind: 'damaged' }
  const middle = Buffer.from(await fs.readPart(path, headerAt, headerBytes + 8))
  if (middle.length < headerBytes + 8) return { kind: 'damaged' }
  const parsed = parseHeader(middle.subarray(0, headerBytes))
  if (parsed.kind !== 'header') return { kind: parsed.kind }
  const caseAt = headerAt + headerBytes + 8
  const macAt = size - MAC_BYTES
  const caseBytes = Number(middle.readBigUInt64BE(headerBytes))
  if (caseBytes > MAX_CASE_BYTES || caseAt + caseBytes + 4 > macAt) return { kind: 'damaged' }
  const files = await filesOf(fs, path, caseAt + caseBytes, macAt)
  return files
    ? { kind: 'backup', layout: { header: parsed.header, caseAt, caseBytes, files, macAt } }
    : { kind: 'damaged' }
}

/** A file cut within its first line is a damaged backup; anything else was never one. */
const foreignOr = (line: string): 'damaged' | 'foreign' => (MAGIC.startsWith(line) ? 'damaged' : 'foreign')

async function filesOf(fs: FsPort, path: string, countAt: number, macAt: number) {
  const count = Buffer.from(await fs.readPart(path, countAt, 4)).readUInt32BE(0)
  let at = countAt + 4
  if (count > (macAt - at) / FILE_HEAD_BYTES) return null
  const files: { id: string; at: number; bytes: number }[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + FILE_HEAD_BYTES > macAt) return null
    const head = Buffer.from(await fs.readPart(path, at, FILE_HEAD_BYTES))
    const bytes = Number(head.readBigUInt64BE(16))
    at += FILE_HEAD_BYTES
    if (bytes > macAt - at) return null
    files.push({ id: head.subarray(0, 16).toString('base64url'), at, bytes })
    at += bytes
  }
  return at === macAt ? files : null
}
