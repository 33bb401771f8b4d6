import { describe, expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import type { Reply } from '#contract/errors'
import { backedUp, backupHost, backupsOn, byPassword, newestBackup, START } from './backup-host'

/** Cuts the power at the n-th operation from now on, for n = 1, 2, … until the work gets through. */
async function atEveryOperation(
  prepare: () => Promise<{ fs: MemoryFs; work: () => Promise<Reply<unknown>> }>,
  check: (fs: MemoryFs, finished: boolean, at: string) => Promise<void>,
): Promise<number> {
  for (let limit = 1; ; limit += 1) {
    const { fs, work } = await prepare()
    let operations = 0
    fs.fault = () => {
      operations += 1
      if (operations >= limit) throw Object.assign(new Error('power'), { code: 'EIO' })
      return undefined
    }
    const finished = (await work().catch(() => ({ ok: false }) as const)).ok && operations < limit
    fs.crash()
    await check(fs, finished, `interrupted at operation ${limit}`)
    if (finished) return limit
    expect(limit).toBeLessThan(600)
  }
}

async function expectEveryBackupWhole(fs: MemoryFs, at: string): Promise<void> {
  const host = await backupHost(fs, START + 5000)
  await host.open()
  for (const name of await backupsOn(fs))
    expect(await host.client.call('backups.preview', { place: { in: 'vault', name }, key: null }), at).toMatchObject({
      ok: true,
    })
}

async function withoutHeader(fs: MemoryFs): Promise<void> {
  for (const name of (await fs.list('/vault')).filter((each) => each.startsWith('header.')))
    await fs.remove(`/vault/${name}`)
  await fs.syncDir('/vault')
}

describe('interrupted at any operation on the disk', () => {
  test('a backup is there whole or not at all, and the case stays', async () => {
    const operations = await atEveryOperation(
      async () => {
        const { fs, host } = await backedUp(100)
        host.time.instantMs += 1000
        await host.save(200)
        return { fs, work: () => host.client.call('backups.make', {}) }
      },
      async (fs, finished, at) => {
        await expectEveryBackupWhole(fs, at)
        expect((await backupsOn(fs)).length, at).toBeGreaterThanOrEqual(finished ? 2 : 1)
        const host = await backupHost(fs, START + 9000)
        await host.open()
        expect(await host.cash(), at).toBe(200)
        expect((await host.save(201)).ok, at).toBe(true)
        expect((await host.client.call('backups.make', {})).ok, at).toBe(true)
      },
    )
    expect(operations).toBeGreaterThan(10)
  }, 60_000)

  test('a restore has happened or not; when it has, what was there before lies in a whole backup', async () => {
    await atEveryOperation(
      async () => {
        const { fs, host } = await backedUp(100)
        host.time.instantMs += 1000
        await host.save(200)
        const [name = ''] = await backupsOn(fs)
        return { fs, work: () => host.command('backups.restore', { place: { in: 'vault', name }, key: null }) }
      },
      async (fs, finished, at) => {
        await expectEveryBackupWhole(fs, at)
        const host = await backupHost(fs, START + 9000)
        await host.open()
        const cash = await host.cash()
        expect([100, 200], at).toContain(cash)
        if (finished) expect(cash, at).toBe(100)
        const { backups } = await host.good('backups.state', {})
        if (cash === 100)
          expect(
            backups.map(({ kind }) => kind),
            at,
          ).toContain('beforeRestore')
        expect((await host.save(300)).ok, at).toBe(true)
      },
    )
  }, 60_000)

  test('an empty folder has taken over a backup whole, or takes it over the next time', async () => {
    const { fs: elsewhere } = await backedUp(700)
    const backup = await newestBackup(elsewhere)
    const takeOver = (host: Awaited<ReturnType<typeof backupHost>>) =>
      host.client.call('backups.takeOver', { place: { in: 'picked' }, key: byPassword(), use: 'backup' })
    await atEveryOperation(
      async () => {
        const fs = new MemoryFs()
        const host = await backupHost(fs)
        await host.pick(backup)
        return { fs, work: () => takeOver(host) }
      },
      async (fs, finished, at) => {
        const host = await backupHost(fs, START + 60_000)
        const { state } = await host.good('vault.status', {})
        if (finished) expect(state, at).toBe('shut')
        if (state === 'shut') expect((await host.open()).ok, at).toBe(true)
        else {
          await host.pick(backup)
          expect(await takeOver(host), at).toMatchObject({ ok: true })
        }
        expect(await host.cash(), at).toBe(700)
        expect((await host.save(701)).ok, at).toBe(true)
      },
    )
  }, 60_000)

  test('a vault without header opens by the backup, or still can: its newer case is never lost', async () => {
    const takeOver = async (host: Awaited<ReturnType<typeof backupHost>>, use: 'backup' | 'disk') => {
      const found = await host.client.call('backups.found', {})
      const name = found.ok ? (found.value.backups.at(-1)?.name ?? '') : ''
      return host.client.call('backups.takeOver', { place: { in: 'vault', name }, key: byPassword(), use })
    }
    for (const use of ['backup', 'disk'] as const)
      await atEveryOperation(
        async () => {
          const { fs, host } = await backedUp(100)
          host.time.instantMs += 1000
          await host.save(300)
          await withoutHeader(fs)
          const door = await backupHost(fs, START + 2000)
          return { fs, work: () => takeOver(door, use) }
        },
        async (fs, finished, at) => {
          const host = await backupHost(fs, START + 60_000)
          const { state } = await host.good('vault.status', {})
          expect(state, at).toBe(finished ? 'shut' : state)
          if (state === 'shut') expect((await host.open()).ok, at).toBe(true)
          else expect(await takeOver(host, use), at).toMatchObject({ ok: true })
          expect([100, 300], at).toContain(await host.cash())
          if (use === 'disk') expect(await host.cash(), at).toBe(300)
          if ((await host.cash()) === 100) {
            const { backups } = await host.good('backups.state', {})
            const before = backups.filter(({ kind }) => kind === 'beforeRestore')
            expect(before.length, at).toBeGreaterThan(0)
          }
          await expectEveryBackupWhole(fs, at)
        },
      )
  }, 120_000)
})
