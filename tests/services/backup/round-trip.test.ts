import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import type { Key } from '#contract/dto/vault'
import { aCase, canonicalHash } from './a-case'
import { backupHost, byPassword, newestBackup } from './backup-host'

const RUNS = 100

/** A new computer, a backup and what opens it. */
async function taken(backup: Uint8Array, key: Key) {
  const host = await backupHost(new MemoryFs())
  await host.pick(backup)
  await host.good('backups.takeOver', { place: { in: 'picked' }, key, use: 'backup' })
  return host
}

test(`${RUNS} random cases come back the same in a new folder, by password and by recovery code`, async () => {
  const fs = new MemoryFs()
  const host = await backupHost(fs)
  await host.create()
  const code = await host.recoveryCode()
  const hashes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(aCase, async (document) => {
      host.time.instantMs += 60_000
      expect(await host.command('case.import', { text: JSON.stringify(document) })).toMatchObject({ ok: true })
      const hash = canonicalHash(await host.document())
      await host.good('backups.make', {})
      const backup = await newestBackup(fs)
      for (const key of [byPassword(), { way: 'recovery', code } as const])
        expect(canonicalHash(await (await taken(backup, key)).document())).toBe(hash)
      hashes.add(hash)
    }),
    { numRuns: RUNS },
  )
  // Control: the hash tells cases apart.
  expect(hashes.size).toBeGreaterThan(RUNS * 0.9)
}, 240_000)
