import { partOf, writeAll } from '../vault/write-durably'
import type { FsPort } from '#services/ports'
import type { Header } from '../vault/header'
import { encodeHeader } from '../vault/header'
import { backupHead, noFiles } from './backup-layout'
import { backupCodec, backupMac, ONLY_GENERATION, readBackup } from './read-backup'

export interface BackupKeys {
  /** Whose slots will open the backup. */
  readonly header: Header
  readonly master: Uint8Array
}

/** The bytes of a backup of a case as text. The header goes along as if the vault were at rest. */
export function encodeBackup(
  { header, master }: BackupKeys,
  text: string,
  savedAt: number,
  random: (length: number) => Uint8Array,
): Uint8Array {
  const headerBytes = encodeHeader({ ...header, stage: 'settled', earlier: null }, header.sequence, master)
  const sealed = backupCodec(header, master, random).encode(text, ONLY_GENERATION, savedAt)
  const body = Buffer.concat([backupHead(headerBytes, sealed.length), sealed, noFiles()])
  return Buffer.concat([body, backupMac(master, header.vaultId).update(body).digest()])
}

/**
 * A backup in a folder, whole or not at all: written beside its name → fsync → read back from the disk, opened and compared
 * → renamed → fsync of the folder.
 */
export async function writeBackup(
  fs: FsPort,
  folder: string,
  name: string,
  bytes: Uint8Array,
  master: Uint8Array,
  isRight: (text: string) => boolean,
): Promise<void> {
  const part = partOf(folder, name)
  await fs.remove(part)
  const file = await fs.create(part)
  try {
    await writeAll((rest) => file.write(rest), bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  const readBack = await readBackup(fs, part, master)
  if (!readBack || !isRight(readBack.text)) {
    await fs.remove(part)
    throw Object.assign(new Error('the backup read back is not the one written'), { code: 'EIO' })
  }
  await fs.rename(part, `${folder}/${name}`)
  await fs.syncDir(folder)
}
