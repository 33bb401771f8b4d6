import { describe, expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { backedUp, backupHost, backupsOn, byPassword, newestBackup, OTHER, START } from './backup-host'

describe('restoring on an open vault', () => {
  test('saves the present state as a backup first, then puts back what was backed up, in one generation', async () => {
    const { fs, host } = await backedUp(100)
    const [name = ''] = await backupsOn(fs)
    const place = { in: 'vault', name } as const
    await host.save(200)
    const generations = (await fs.list('/vault/case')).length
    expect(await host.good('backups.preview', { place, key: null })).toEqual({
      savedAt: START,
      loans: 0,
      letters: 0,
      isThisVault: true,
    })
    expect((await host.command('backups.restore', { place, key: null })).ok).toBe(true)
    expect(await host.cash()).toBe(100)
    expect((await fs.list('/vault/case')).length).toBe(generations + 1)
    const { backups } = await host.good('backups.state', {})
    expect(backups.map(({ kind }) => kind)).toEqual(['beforeRestore', 'manual'])
    // And back again: what was there before the restore is not lost.
    const before = backups[0]?.name ?? ''
    expect((await host.command('backups.restore', { place: { in: 'vault', name: before }, key: null })).ok).toBe(true)
    expect(await host.cash()).toBe(200)
    const again = await backupHost(fs)
    await again.open()
    expect(await again.cash()).toBe(200)
  })

  test('takes a file of another vault by its own password, and asks for it before anything else', async () => {
    const { fs: elsewhere } = await backedUp(700)
    const { host } = await backedUp(100)
    await host.good('vault.setPassword', { key: byPassword(), password: OTHER })
    await host.pick(await newestBackup(elsewhere))
    const place = { in: 'picked' } as const
    expect(await host.client.call('backups.preview', { place, key: null })).toEqual({
      ok: false,
      error: { code: 'backup_locked', ways: ['password'] },
    })
    expect(await host.client.call('backups.preview', { place, key: byPassword(OTHER) })).toMatchObject({
      error: { code: 'wrong_key' },
    })
    expect(await host.good('backups.preview', { place, key: byPassword() })).toMatchObject({ isThisVault: false })
    expect((await host.command('backups.restore', { place, key: byPassword() })).ok).toBe(true)
    expect(await host.cash()).toBe(700)
  })
})

describe('restoring where there is no vault', () => {
  test('takes over password and case of the backup', async () => {
    const { fs: elsewhere, host: old } = await backedUp(700)
    const code = await old.recoveryCode()
    old.time.instantMs += 1000
    await old.good('backups.make', {})
    const fs = new MemoryFs()
    const host = await backupHost(fs)
    expect(await host.good('vault.status', {})).toMatchObject({ state: 'fresh' })
    await host.pick(await newestBackup(elsewhere))
    expect(await host.good('vault.status', {})).toMatchObject({ state: 'fresh' })
    const place = { in: 'picked' } as const
    const key = { way: 'recovery', code } as const
    expect(await host.good('backups.look', { place, key })).toMatchObject({ backup: { loans: 0 }, onDisk: null })
    expect(await host.good('backups.takeOver', { place, key, use: 'backup' })).toMatchObject({ state: 'open' })
    expect(await host.cash()).toBe(700)
    expect((await host.save(701)).ok).toBe(true)
    const again = await backupHost(fs)
    expect((await again.open()).ok).toBe(true)
    expect(await again.cash()).toBe(701)
  })

  test('with its header lost, a vault finds its own newer case again by an old backup', async () => {
    const { fs, host } = await backedUp(100)
    await host.recoveryCode()
    await host.save(300)
    for (const name of (await fs.list('/vault')).filter((each) => each.startsWith('header.'))) {
      await fs.remove(`/vault/${name}`)
      await (await fs.create(`/vault/${name}`)).write(Buffer.from('{}'))
    }
    const door = await backupHost(fs)
    expect(await door.good('vault.status', {})).toMatchObject({ state: 'headerLost' })
    const { backups } = await door.good('backups.found', {})
    const place = { in: 'vault', name: backups[0]?.name ?? '' } as const
    const look = await door.good('backups.look', { place, key: byPassword() })
    expect(look.onDisk).toMatchObject({ isThisVault: true })
    expect(await door.good('backups.takeOver', { place, key: byPassword(), use: 'disk' })).toMatchObject({
      state: 'open',
    })
    expect(await door.cash()).toBe(300)
    expect((await fs.list('/vault/quarantine')).length).toBe(3)
    const again = await backupHost(fs)
    expect((await again.open()).ok).toBe(true)
    expect(await again.cash()).toBe(300)
  })
})
