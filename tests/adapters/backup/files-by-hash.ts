import { createHash } from 'node:crypto'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { BackupFiles } from '#adapters/node/backup/backup-files'
import type { SavedFiles } from '#adapters/node/backup/saved-files'
import type { Vault } from '#adapters/node/vault/vault'
import { writeDurably } from '#adapters/node/vault/write-durably'
import type { FsPort, VaultSecret } from '#services/ports'
import { random, vaultOn } from '../../vault-around'

/** A saved case of these tests: the SHA-256 of each of its files. */
interface TestCase {
  readonly note: string
  readonly files: Readonly<Record<string, string>>
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const pathOf = (id: string): string => `/vault/attachments/${id.slice(0, 2)}/${id}.bin`
export const hashesIn = (text: string): readonly (readonly [string, string])[] =>
  Object.entries((JSON.parse(text) as TestCase).files)

/** Files known by the hash of their bytes, read in pieces. */
export const BY_HASH: SavedFiles = {
  in: ({ text }) => hashesIn(text).map(([id]) => ({ id, folder: `attachments/${id.slice(0, 2)}`, name: `${id}.bin` })),
  async isWhole({ text }, id, bytes) {
    const hash = createHash('sha256')
    const piece = 100_000
    for (let at = 0; at < bytes.size; at += piece) hash.update(await bytes.read(at, Math.min(piece, bytes.size - at)))
    return hash.digest('hex') === Object.fromEntries(hashesIn(text))[id]
  },
}

export const PASSWORD: VaultSecret = { way: 'password', password: 'Lantern-River-71-Quay' }
export const CODE: VaultSecret = { way: 'recovery', code: new Uint8Array(20).fill(9) }

export const backupFilesOn = (fs: FsPort, vault: Vault): BackupFiles =>
  new BackupFiles({ fs, folder: '/vault', now: () => 1_000_000, random, vault, savedFiles: BY_HASH })

export async function put(fs: MemoryFs, path: string, bytes: Uint8Array): Promise<void> {
  await fs.remove(path)
  const file = await fs.create(path)
  await file.write(bytes)
  await file.sync()
  await fs.syncDir(path.slice(0, path.lastIndexOf('/')))
}

/** A vault with a password and a recovery code, whose case has files of these sizes. */
export async function aVaultWithFiles(sizes: readonly number[], note = '记一笔') {
  const fs = new MemoryFs()
  const vault = vaultOn(fs)
  await vault.create({ kind: 'password', password: 'Lantern-River-71-Quay' })
  await vault.setRecoveryCode(new Uint8Array(20).fill(9))
  await vault.settle()
  const files: Record<string, string> = {}
  for (const size of sizes) {
    const id = Buffer.from(random(16)).toString('hex')
    const bytes = random(size)
    files[id] = hashOf(bytes)
    await writeDurably(fs, `/vault/attachments/${id.slice(0, 2)}`, `${id}.bin`, bytes, () => true)
  }
  const text = JSON.stringify({ note, files } satisfies TestCase)
  const backups = backupFilesOn(fs, vault)
  const write = () => backups.write({ savedAt: 1_000_000, text }, (readBack) => readBack === text)
  return { fs, vault, backups, text, write }
}
