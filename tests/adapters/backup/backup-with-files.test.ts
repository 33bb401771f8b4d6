import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { PIECE_BYTES } from '#adapters/node/backup/byte-source'
import { layoutOf } from '#adapters/node/backup/backup-layout'
import { readBackup } from '#adapters/node/backup/read-backup'
import type { SavedFiles } from '#adapters/node/backup/saved-files'
import { vaultOn } from '../../vault-around'
import { aVaultWithFiles, backupFilesOn, BY_HASH, CODE, hashesIn, hashOf, PASSWORD, pathOf, put } from './files-by-hash'

const BACKUP = '/vault/backups/a.brbackup'

/** Believes every file. */
const ANY_FILE: SavedFiles = { ...BY_HASH, isWhole: () => Promise.resolve(true) }

async function filesAreThere(fs: MemoryFs, text: string): Promise<boolean> {
  for (const [id, hash] of hashesIn(text)) {
    const bytes = await fs.read(pathOf(id)).catch(() => new Uint8Array(0))
    if (hashOf(bytes) !== hash) return false
  }
  return true
}

test('100 vaults with files of many sizes come back on an empty disk, by password or by recovery code', async () => {
  for (let round = 0; round < 100; round += 1) {
    const sizes = Array.from({ length: round % 5 }, (_unused, index) => (round * 977 * (index + 1)) % 70_000)
    const made = await aVaultWithFiles(sizes, `第 ${round} 份`)
    const { name, missing } = await made.write()
    expect(missing).toBe(0)
    const elsewhere = new MemoryFs()
    await put(elsewhere, `/vault/backups/${name}`, await made.fs.read(`/vault/backups/${name}`))
    const backups = backupFilesOn(elsewhere, vaultOn(elsewhere))
    const unlocked = await backups.unlock({ in: 'vault', name }, round % 2 === 0 ? PASSWORD : CODE)
    if (unlocked.state !== 'unlocked') throw new Error(`round ${round}: ${unlocked.state}`)
    expect(await backups.open(unlocked.key)).toMatchObject({ text: made.text, files: sizes.length, missing: 0 })
    await backups.bringFiles(unlocked.key)
    await backups.takeOver(unlocked.key, made.text)
    elsewhere.crash()
    expect(await filesAreThere(elsewhere, made.text)).toBe(true)
    expect(await vaultOn(elsewhere).open(CODE)).toBe(true)
    expect(await vaultOn(elsewhere).open(PASSWORD)).toBe(true)
  }
})

test('a byte changed in any part of a backup with files is found, also by whoever has the keys of the trailer', async () => {
  const { fs, vault, text, write } = await aVaultWithFiles([300, 7])
  const { name } = await write()
  const good = await fs.read(`/vault/backups/${name}`)
  const { master } = vault.opened ?? { master: new Uint8Array(32) }
  const found = await layoutOf(fs, `/vault/backups/${name}`)
  if (found.kind !== 'backup') throw new Error(found.kind)
  const disk = new MemoryFs()
  const whether = async (bytes: Uint8Array, files: SavedFiles) => {
    await put(disk, BACKUP, bytes)
    return (await readBackup(disk, BACKUP, master, files)) !== null
  }
  expect(await whether(good, BY_HASH)).toBe(true)
  for (let at = found.layout.caseAt; at < good.length; at += 1) {
    const changed = new Uint8Array(good)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    expect(await whether(changed, BY_HASH), `byte ${at}`).toBe(false)
  }
  // A file in the place of another: the trailer is right, the file is not. Control: whoever asks no file lets it through.
  const [first, second] = hashesIn(text).map(([id]) => id)
  const swapped = await aSwappedVault(fs, vault, first ?? '', second ?? '', text)
  expect(await whether(swapped, BY_HASH)).toBe(false)
  expect(await whether(swapped, ANY_FILE)).toBe(true)
})

/** A backup by a program that copies files without looking at them, on a disk where two of them changed places. */
async function aSwappedVault(
  fs: MemoryFs,
  vault: Parameters<typeof backupFilesOn>[1],
  first: string,
  second: string,
  text: string,
): Promise<Uint8Array> {
  const [one, two] = [await fs.read(pathOf(first)), await fs.read(pathOf(second))]
  await put(fs, pathOf(first), two)
  await put(fs, pathOf(second), one)
  const { BackupFiles } = await import('#adapters/node/backup/backup-files')
  const parts = {
    fs,
    folder: '/vault',
    now: () => 5,
    random: (length: number) => new Uint8Array(length).fill(3),
    vault,
  }
  const careless = new BackupFiles({ ...parts, savedFiles: ANY_FILE })
  const { name } = await careless.write({ savedAt: 5, text }, () => true)
  return fs.read(`/vault/backups/${name}`)
}

test('a damaged or missing file is left out and counted; the rest is backed up', async () => {
  const { fs, backups, text, write } = await aVaultWithFiles([500, 600, 700])
  const [first, second] = hashesIn(text).map(([id]) => pathOf(id))
  const damaged = await fs.read(first ?? '')
  damaged[17] = (damaged[17] ?? 0) ^ 1
  await put(fs, first ?? '', damaged)
  await fs.remove(second ?? '')
  const { name, missing } = await write()
  expect(missing).toBe(2)
  const unlocked = await backups.unlock({ in: 'vault', name }, 'presentKeys')
  if (unlocked.state !== 'unlocked') throw new Error(unlocked.state)
  expect(await backups.open(unlocked.key)).toMatchObject({ files: 1, missing: 2 })
})

test('files that are there and whole stay; one that is damaged goes to quarantine and comes back whole', async () => {
  const { fs, backups, text, write } = await aVaultWithFiles([500, 600])
  const { name } = await write()
  const [whole, broken] = hashesIn(text).map(([id]) => pathOf(id))
  await put(fs, broken ?? '', new Uint8Array(600))
  const unlocked = await backups.unlock({ in: 'vault', name }, 'presentKeys')
  if (unlocked.state !== 'unlocked') throw new Error(unlocked.state)
  const written: string[] = []
  fs.fault = (operation, path) => {
    if (operation === 'create') written.push(path)
    return undefined
  }
  await backups.bringFiles(unlocked.key)
  expect(written).toEqual([`${broken}.part`])
  expect(written).not.toContain(`${whole}.part`)
  expect(await filesAreThere(fs, text)).toBe(true)
  expect((await fs.list('/vault/quarantine')).length).toBe(1)
})

test('interrupted at any operation, files come whole or not at all, and the next try brings the rest', async () => {
  const made = await aVaultWithFiles([900, 40, 1500])
  const { name } = await made.write()
  const bytes = await made.fs.read(`/vault/backups/${name}`)
  for (let limit = 1, finished = false; !finished; limit += 1) {
    expect(limit).toBeLessThan(400)
    const fs = new MemoryFs()
    await put(fs, `/vault/backups/${name}`, bytes)
    const bring = async () => {
      const backups = backupFilesOn(fs, vaultOn(fs))
      const unlocked = await backups.unlock({ in: 'vault', name }, CODE)
      if (unlocked.state !== 'unlocked') throw new Error(unlocked.state)
      await backups.bringFiles(unlocked.key)
    }
    let operations = 0
    fs.fault = (operation) => {
      operations += 1
      if (operations >= limit) throw Object.assign(new Error('power'), { code: 'EIO' })
      return operation === 'write' ? 400 : undefined
    }
    finished = await bring().then(
      () => true,
      () => false,
    )
    fs.crash()
    for (const [id, hash] of hashesIn(made.text)) {
      const kept = await fs.read(pathOf(id)).catch(() => null)
      if (kept) expect(hashOf(kept), `after ${limit} operations`).toBe(hash)
    }
    if (!finished) await bring()
    expect(await filesAreThere(fs, made.text)).toBe(true)
  }
})

test('no file is ever in memory as a whole, neither on the way out nor on the way back', async () => {
  const size = 3_000_000
  const { fs, backups, text, write } = await aVaultWithFiles([size])
  let largest = 0
  const { readPart, create } = { readPart: fs.readPart.bind(fs), create: fs.create.bind(fs) }
  fs.readPart = (path, offset, length) => {
    largest = Math.max(largest, length)
    return readPart(path, offset, length)
  }
  fs.read = (path) => Promise.reject(new Error(`${path} is read as a whole`))
  fs.create = async (path) => {
    const file = await create(path)
    return {
      ...file,
      write: (bytes) => {
        largest = Math.max(largest, bytes.length)
        return file.write(bytes)
      },
    }
  }
  const { name } = await write()
  await backups.copy(name, '/stick', () => true)
  const unlocked = await backups.unlock({ in: 'vault', name }, 'presentKeys')
  if (unlocked.state !== 'unlocked') throw new Error(unlocked.state)
  await backups.open(unlocked.key)
  for (const [id] of hashesIn(text)) await fs.remove(pathOf(id))
  await backups.bringFiles(unlocked.key)
  expect(largest).toBeGreaterThan(0)
  expect(await fs.sizeOf(pathOf(hashesIn(text)[0]?.[0] ?? ''))).toBe(size)
  // Reading for the trailer takes pieces of 1 MiB.
  expect(largest).toBeLessThanOrEqual(Math.max(PIECE_BYTES, 1024 * 1024))
  expect(largest).toBeLessThan(size)
})
