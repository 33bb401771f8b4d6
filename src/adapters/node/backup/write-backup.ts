import { partOf, writeAll } from '../vault/write-durably'
import type { FsPort } from '#services/ports'
import type { Header } from '../vault/header'
import { encodeHeader } from '../vault/header'
import { backupHead, fileHead, filesHead } from './backup-layout'
import { pieces, type ByteSource } from './byte-source'
import { backupCodec, backupMac, ONLY_GENERATION } from './read-backup'

export interface BackupKeys {
  /** Whose slots will open the backup. */
  readonly header: Header
  readonly master: Uint8Array
}

export interface BackupContent {
  readonly text: string
  readonly savedAt: number
  /** Encrypted files as they lie in the vault. */
  readonly files: readonly { readonly id: string; readonly bytes: ByteSource }[]
}

/**
 * The bytes of a backup, in order. In memory are the sealed case and one piece of a file. The header goes along as if the
 * vault were at rest.
 */
export async function* backupPieces(
  { header, master }: BackupKeys,
  { text, savedAt, files }: BackupContent,
  random: (length: number) => Uint8Array,
): AsyncGenerator<Uint8Array> {
  const mac = backupMac(master, header.vaultId)
  const headerBytes = encodeHeader({ ...header, stage: 'settled', earlier: null }, header.sequence, master)
  const sealed = backupCodec(header, master, random).encode(text, ONLY_GENERATION, savedAt)
  const first = Buffer.concat([backupHead(headerBytes, sealed.length), sealed, filesHead(files.length)])
  mac.update(first)
  yield first
  for (const { id, bytes } of files) {
    const head = fileHead(id, bytes.size)
    mac.update(head)
    yield head
    for await (const piece of pieces(bytes)) {
      mac.update(piece)
      yield piece
    }
  }
  yield mac.digest()
}

/**
 * A file in a folder, whole or not at all: written beside its name piece by piece → fsync → read back from the disk and
 * judged → renamed → fsync of the folder. What failed on the way is removed, as far as the disk lets us.
 */
export async function writeStreamed(
  fs: FsPort,
  folder: string,
  name: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  isWhole: (part: string) => Promise<boolean>,
): Promise<void> {
  const part = partOf(folder, name)
  await fs.remove(part)
  try {
    const file = await fs.create(part)
    try {
      for await (const piece of bytes) await writeAll((rest) => file.write(rest), piece)
      await file.sync()
    } finally {
      await file.close()
    }
    if (!(await isWhole(part)))
      throw Object.assign(new Error('what was read back is not what was written'), { code: 'EIO' })
  } catch (cause) {
    await fs.remove(part).catch(() => undefined)
    throw cause
  }
  await fs.rename(part, `${folder}/${name}`)
  await fs.syncDir(folder)
}
