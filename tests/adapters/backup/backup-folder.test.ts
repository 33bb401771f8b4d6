import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BackupFiles } from '#adapters/node/backup/backup-files'
import type { SavedFiles } from '#adapters/node/backup/saved-files'
import { nodeFs } from '#adapters/node/node-fs'
import { Vault } from '#adapters/node/vault/vault'
import { quickScrypt, random } from '../../vault-around'

/** These cases refer to no files. */
const NO_FILES: SavedFiles = { in: () => [], isWhole: () => Promise.resolve(false) }

let root: string
let files: BackupFiles
let vault: Vault

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'backup-'))
  const parts = { fs: nodeFs, folder: join(root, 'data', 'vault'), now: () => 0, random, scrypt: quickScrypt }
  vault = new Vault(parts)
  await vault.look()
  await vault.create({ kind: 'password', password: 'Lantern-River-71-Quay' })
  files = new BackupFiles({ ...parts, vault, savedFiles: NO_FILES })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a folder takes copies when it is there, can be written and lies outside the vault, whatever links say', async () => {
  const usb = join(root, 'usb')
  mkdirSync(usb)
  symlinkSync(join(root, 'data', 'vault'), join(root, 'looks-outside'))
  writeFileSync(join(root, 'a-file'), '')
  expect(await files.folderProblem(usb)).toBeNull()
  expect(readdirSync(usb)).toEqual([])
  expect(await files.folderProblem('usb')).toBe('notAbsolute')
  expect(await files.folderProblem(join(root, 'nowhere'))).toBe('missing')
  expect(await files.folderProblem(join(root, 'a-file'))).toBe('missing')
  expect(await files.folderProblem(join(root, 'data', 'vault', 'backups', '..'))).toBe('insideVault')
  expect(await files.folderProblem(join(root, 'looks-outside'))).toBe('insideVault')
  // Beside the vault, not in it.
  mkdirSync(join(root, 'data', 'vault-copies'))
  expect(await files.folderProblem(join(root, 'data', 'vault-copies'))).toBeNull()
  if (process.getuid?.() === 0) console.log('not run as root: a folder that cannot be written')
  else {
    chmodSync(usb, 0o500)
    expect(await files.folderProblem(usb)).toBe('notWritable')
  }
})

test('backups and copies on a real disk are for their owner only, also under an open umask', async () => {
  const usb = join(root, 'usb')
  mkdirSync(usb)
  const umask = process.umask(0)
  try {
    const { name } = await files.write({ savedAt: 1000, text: '{}' }, () => true)
    await files.copy(name, usb, () => true)
    await files.begin()
    expect(await files.append(0, Buffer.from('abc'))).toBe(true)
    expect(await files.append(2, Buffer.from('abc'))).toBe(false)
    const folder = join(root, 'data', 'vault')
    for (const path of [join(folder, 'backups', name), join(usb, name), join(folder, 'incoming', 'picked')])
      expect(statSync(path).mode & 0o777, path).toBe(0o600)
    expect(statSync(join(folder, 'backups')).mode & 0o777).toBe(0o700)
    expect(name).toBe('19700101T000001000Z.brbackup')
    expect(await files.list()).toMatchObject([{ name, nameSavedAt: 1000, opensNow: true }])
  } finally {
    process.umask(umask)
  }
})
