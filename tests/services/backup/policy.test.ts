import { describe, expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { backedUp, backupHost, backupsOn, byPassword, DAY, OTHER, START } from './backup-host'

describe('automatic backups', () => {
  test('come after a save, once a day, when the case is another, and no reply waits for them', async () => {
    const fs = new MemoryFs()
    const host = await backupHost(fs)
    await host.create()
    await host.background()
    // Nothing entered: an empty case is no backup.
    expect(await backupsOn(fs)).toEqual([])
    expect((await host.save(100)).ok).toBe(true)
    expect(await backupsOn(fs)).toEqual([])
    await host.background()
    expect(await backupsOn(fs)).toHaveLength(1)
    await host.save(200)
    await host.background()
    expect(await backupsOn(fs)).toHaveLength(1)
    host.time.instantMs += DAY
    await host.save(300)
    await host.save(200)
    await host.save(300)
    await host.background()
    expect(await backupsOn(fs)).toHaveLength(2)
    // A day later, nothing changed: the opening alone makes none.
    const again = await backupHost(fs, START + 2 * DAY)
    await again.open()
    await again.background()
    expect(await backupsOn(fs)).toHaveLength(2)
    const { backups } = await again.good('backups.state', {})
    expect(backups.map(({ kind }) => kind)).toEqual(['automatic', 'automatic'])
  })

  test('a disk that refuses them costs neither the save nor the vault', async () => {
    const fs = new MemoryFs()
    const host = await backupHost(fs)
    await host.create()
    await host.save(100)
    fs.fault = (_operation, path) => {
      if (path.includes('/backups/')) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      return undefined
    }
    await host.background()
    expect((await host.save(200)).ok).toBe(true)
    expect(await host.client.call('backups.make', {})).toEqual({ ok: false, error: { code: 'storage_full' } })
    fs.fault = () => undefined
    await host.background()
    expect(await backupsOn(fs)).toHaveLength(1)
  })

  test('bad data never reaches a slot: 100 damaged vaults of 100', async () => {
    let careless = 0
    for (let run = 0; run < 100; run += 1) {
      const { fs } = await backedUp(100)
      const before = await backupsOn(fs)
      const names = await fs.list('/vault/case')
      // Each run loses something else: all generations, their ends, their heads, single bytes, or what is in them.
      for (const name of names) {
        const bytes = await fs.read(`/vault/case/${name}`)
        await fs.remove(`/vault/case/${name}`)
        const kind = run % 5
        if (kind === 0) continue
        const at = (run * 37) % bytes.length
        const damaged = kind === 1 ? bytes.slice(0, at) : kind === 2 ? new Uint8Array(0) : bytes.slice()
        if (kind === 3) damaged.fill(0)
        if (kind === 4) damaged[Math.max(170, at)] = (damaged[Math.max(170, at)] ?? 0) ^ 0xff
        await (await fs.create(`/vault/case/${name}`)).write(damaged)
      }
      const host = await backupHost(fs, START + (1 + run) * DAY)
      await host.open()
      await host.background()
      expect(await host.client.call('backups.make', {}), `run ${run}`).toMatchObject({ error: { code: 'read_only' } })
      expect(await backupsOn(fs), `run ${run}`).toEqual(before)
      // What is left of the case is in the backups, and comes back from them.
      if ((await host.cash()) !== 100) careless += 1
      const place = { in: 'vault', name: before[0] ?? '' } as const
      expect((await host.command('backups.restore', { place, key: null })).ok, `run ${run}`).toBe(true)
      expect(await host.cash()).toBe(100)
      expect(await host.good('case.get', {})).toMatchObject({ readOnly: null, opened: { state: 'opened' } })
    }
    // Control: whoever had not asked would have backed up an empty case a hundred times.
    expect(careless).toBe(100)
  }, 60_000)

  test('are pruned to days, weeks and months, and only while three newer ones open', async () => {
    const fs = new MemoryFs()
    const host = await backupHost(fs)
    await host.create()
    await host.save(1)
    await host.good('backups.make', {})
    for (let day = 1; day <= 120; day += 1) {
      host.time.instantMs += DAY
      await host.save(day + 1)
      await host.background()
    }
    const { backups } = await host.good('backups.state', {})
    const automatic = backups.filter(({ kind }) => kind === 'automatic')
    const ages = automatic.map(({ savedAt }) => Math.round((host.time.instantMs - savedAt) / DAY))
    expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(automatic.length).toBeGreaterThan(10)
    expect(automatic.length).toBeLessThan(7 + 4 + 12)
    expect(backups.at(-1)).toMatchObject({ kind: 'manual' })
    // Control: with all of them whole, a new one lets an old one go.
    const nextDay = async (): Promise<number> => {
      host.time.instantMs += DAY
      await host.save(host.time.instantMs % 1_000_000_007)
      await host.background()
      return (await backupsOn(fs)).length
    }
    expect(await nextDay()).toBe(backups.length)
    // All but the newest are damaged on the disk: nothing goes until three newer ones open again.
    for (const name of (await backupsOn(fs)).slice(0, -1)) {
      const bytes = await fs.read(`/vault/backups/${name}`)
      await fs.remove(`/vault/backups/${name}`)
      await (await fs.create(`/vault/backups/${name}`)).write(bytes.slice(0, -1))
    }
    expect(await nextDay()).toBe(backups.length + 1)
    expect(await nextDay()).toBeLessThan(backups.length + 2)
  }, 60_000)
})

describe('the chosen folder', () => {
  const usb = (fs: MemoryFs, isThere: boolean): void => {
    fs.fault = (_operation, path) => {
      if (!isThere && path.startsWith('/usb')) throw Object.assign(new Error('gone'), { code: 'ENOENT' })
      return undefined
    }
  }

  test('gets a verified copy of each new backup; gone, it is said with the date of the last one', async () => {
    const { fs, host } = await backedUp(100)
    const copies = async () => (await fs.list('/usb')).filter((name) => name.endsWith('.brbackup'))
    for (const [path, problem] of [
      ['usb', 'notAbsolute'],
      ['/vault', 'insideVault'],
      ['/vault/backups', 'insideVault'],
    ] as const)
      expect(await host.client.call('backups.setFolder', { path })).toEqual({
        ok: false,
        error: { code: 'backup_folder', problem },
      })
    const set = await host.good('backups.setFolder', { path: '/usb' })
    expect(set.folder).toEqual({ path: '/usb', lastCopyAt: START, problem: null })
    expect(await copies()).toEqual(await backupsOn(fs))
    usb(fs, false)
    host.time.instantMs += DAY
    await host.save(200)
    const made = await host.good('backups.make', {})
    expect(made.folder).toEqual({ path: '/usb', lastCopyAt: START, problem: 'missing' })
    usb(fs, true)
    // It comes back: the next save brings the copy that is missing, also after a restart.
    const again = await backupHost(fs, host.time.instantMs + 1000)
    await again.open()
    await again.background()
    expect((await again.good('backups.state', {})).folder).toMatchObject({ problem: null })
    expect(await copies()).toEqual(await backupsOn(fs))
    expect(await fs.list('/usb')).toHaveLength(2)
  })
})

describe('the drill', () => {
  test('opens the newest backup from the disk with what is typed, compares it, and is due again after a year', async () => {
    const { fs, host } = await backedUp(100)
    const code = await host.recoveryCode()
    host.time.instantMs += DAY
    await host.good('backups.make', {})
    const before = await host.good('backups.state', {})
    expect(before).toMatchObject({ lastDrill: null, drillDueAt: null })
    expect(await host.client.call('backups.drill', { key: byPassword(OTHER) })).toMatchObject({
      error: { code: 'wrong_key' },
    })
    const { drill, state } = await host.good('backups.drill', { key: byPassword() })
    expect(drill).toMatchObject({ at: START + DAY, name: before.backups[0]?.name, way: 'password', isSame: true })
    expect(state.drillDueAt).toBe(START + DAY + 365 * DAY)
    expect((await host.good('backups.drill', { key: { way: 'recovery', code } })).drill).toMatchObject({
      way: 'recovery',
      isSame: true,
    })
    const again = await backupHost(fs, START + 2 * DAY)
    await again.open()
    expect((await again.good('backups.state', {})).lastDrill).toMatchObject({ way: 'recovery' })
    // A damaged backup is found out, and remembered.
    const [name = ''] = (await backupsOn(fs)).slice(-1)
    const bytes = await fs.read(`/vault/backups/${name}`)
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
    await fs.remove(`/vault/backups/${name}`)
    await (await fs.create(`/vault/backups/${name}`)).write(bytes)
    expect(await again.client.call('backups.drill', { key: byPassword() })).toEqual({
      ok: false,
      error: { code: 'backup_refused', reason: 'damaged' },
    })
    expect((await again.good('backups.state', {})).backups[0]).toMatchObject({ name, verifiedAt: null })
  })

  test('without password and recovery code there is nothing it could prove', async () => {
    const fs = new MemoryFs()
    const host = await backupHost(fs)
    await host.good('vault.create', { protection: { kind: 'none' } })
    await host.save(100)
    const made = await host.good('backups.make', {})
    expect(made.backups[0]?.slots).toEqual([{ way: 'device', isPresent: true }])
    expect(await host.client.call('backups.drill', { key: byPassword() })).toMatchObject({
      error: { code: 'not_found' },
    })
  })
})

describe('keys', () => {
  test('after a changed password old backups open now, and say that their password is an earlier one', async () => {
    const { host } = await backedUp(100)
    await host.good('vault.setPassword', { key: byPassword(), password: OTHER })
    const { backups } = await host.good('backups.state', {})
    expect(backups[0]).toMatchObject({ opensNow: true, slots: [{ way: 'password', isPresent: false }] })
  })

  test('after renewed keys old backups need their own password; folder and drill are remembered', async () => {
    const { fs, host } = await backedUp(100)
    await host.good('backups.setFolder', { path: '/usb' })
    await host.good('backups.drill', { key: byPassword() })
    await host.good('vault.renewKeys', { key: byPassword(), password: OTHER })
    const again = await backupHost(fs, START + DAY)
    expect((await again.open()).ok).toBe(false)
    expect((await again.open(OTHER)).ok).toBe(true)
    const state = await again.good('backups.state', {})
    expect(state.backups).toMatchObject([{ opensNow: false, slots: [{ way: 'password', isPresent: false }] }])
    expect(state).toMatchObject({ folder: { path: '/usb' }, lastDrill: { way: 'password' } })
    // Nothing on this computer that the earlier password opens is left beside the backups themselves.
    expect(await fs.list('/vault/backup-settings')).toHaveLength(1)
    const place = { in: 'vault', name: state.backups[0]?.name ?? '' } as const
    expect(await again.client.call('backups.preview', { place, key: null })).toMatchObject({
      error: { code: 'backup_locked', ways: ['password'] },
    })
    expect(await again.good('backups.preview', { place, key: byPassword() })).toMatchObject({ isThisVault: true })
    const names = state.backups.map(({ name }) => name)
    await again.good('backups.make', {})
    const left = await again.good('backups.remove', { names })
    expect(left.backups).toMatchObject([{ opensNow: true, slots: [{ isPresent: true }] }])
  })

  test('wrong tries on a backup count like any; a file somebody brought along does not end the count', async () => {
    const { fs: elsewhere } = await backedUp(1)
    const [name = ''] = await backupsOn(elsewhere)
    const brought = await elsewhere.read(`/vault/backups/${name}`)
    const fs = new MemoryFs()
    const host = await backupHost(fs)
    await host.create(OTHER)
    await host.pick(brought)
    const place = { in: 'picked' } as const
    for (let attempt = 0; attempt < 3; attempt += 1)
      expect(await host.client.call('backups.preview', { place, key: byPassword('no such') })).toMatchObject({
        error: { code: 'wrong_key', waitMs: 0 },
      })
    expect((await host.client.call('backups.preview', { place, key: byPassword() })).ok).toBe(true)
    expect(await host.client.call('backups.preview', { place, key: byPassword('no such') })).toMatchObject({
      error: { code: 'wrong_key', waitMs: 1000 },
    })
    expect(await host.client.call('backups.preview', { place, key: byPassword() })).toMatchObject({
      error: { code: 'too_soon' },
    })
  })

  test('nothing of the door before a vault answers once there is one', async () => {
    const { fs } = await backedUp(100)
    const host = await backupHost(fs)
    const [name = ''] = await backupsOn(fs)
    const place = { in: 'vault', name } as const
    for (const reply of [
      await host.client.call('backups.found', {}),
      await host.client.call('backups.look', { place, key: byPassword() }),
      await host.client.call('backups.takeOver', { place, key: byPassword(), use: 'backup' }),
    ])
      expect(reply).toEqual({ ok: false, error: { code: 'vault_exists' } })
  })
})

describe('wiping', () => {
  test('takes the backups of this computer along, and leaves those of a case that could not be read', async () => {
    const { fs, host } = await backedUp(100)
    await host.good('backups.setFolder', { path: '/usb' })
    expect((await host.command('case.wipe', {})).ok).toBe(true)
    expect(await backupsOn(fs)).toEqual([])
    expect(await fs.list('/usb')).toHaveLength(1)
    const { fs: lost } = await backedUp(100)
    for (const name of await lost.list('/vault/case')) await lost.remove(`/vault/case/${name}`)
    const door = await backupHost(lost)
    await door.open()
    expect((await door.command('case.wipe', {})).ok).toBe(true)
    expect(await backupsOn(lost)).toHaveLength(1)
  })
})
