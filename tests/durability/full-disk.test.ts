import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeFs } from '#adapters/node/node-fs'
import { SealedCodec } from '#adapters/node/vault/sealed-codec'
import { VaultGenerations } from '#adapters/node/vault/vault-generations'
import { ok } from '#domain/result'
import { CaseStore, type Change } from '#services/document/case-store'
import { random, someKeys } from '../vault-around'

const SIZE = 1_000_000

/** A real disk that fills up. Only root on Linux can have one. */
let disk = ''
const mounted = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'full-'))
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder])
  if (mount.status === 0) disk = folder
  else rmSync(folder, { recursive: true })
  return mount.status === 0
})()
if (!mounted) console.warn('SKIPPED: the full-disk tests need to mount a tmpfs (root on Linux)')

afterAll(() => {
  if (!mounted) return
  spawnSync('umount', [disk])
  rmSync(disk, { recursive: true })
})
beforeAll(() => {
  if (mounted) spawnSync('sh', ['-c', `rm -rf ${disk}/*`])
})

/** A note that does not compress, so that each save takes its room. */
const noted =
  (round: number): Change =>
  (document) =>
    ok({
      ...document,
      parties: Array.from({ length: 20 }, (_unused, index) => ({
        id: `p${index}`,
        name: 'x',
        type: 'bank' as const,
        department: '',
        address: '',
        officialChannel: '',
        note: Array.from({ length: 3000 }, (_one, at) =>
          String.fromCharCode(33 + ((((at * 7919 + round * 104_729 + index * 1_299_709) ** 2) >>> 7) % 90)),
        ).join(''),
      })),
    })

const opened = () =>
  CaseStore.open(
    new VaultGenerations(nodeFs, join(disk, 'vault'), () => Date.now(), new SealedCodec(someKeys(), 'case', random)),
  )

test.skipIf(!mounted)(
  'on a real disk that fills up the save is refused, nothing acknowledged is lost, and memory can be exported',
  async () => {
    const store = await opened()
    let acknowledged = 0
    let refused: unknown = null
    for (let round = 0; round < 200 && refused === null; round += 1) {
      const saved = await store.change(acknowledged, noted(round), 'undoable')
      if (saved.ok) acknowledged = saved.value.revision
      else refused = saved.error
    }
    console.log(`full disk: refused after ${acknowledged} saves`)
    expect(acknowledged).toBeGreaterThan(2)
    expect(refused).toEqual({ code: 'storage_full' })
    expect(store.get()).toMatchObject({ readOnly: 'write_failed', document: { revision: acknowledged } })
    // As after a restart, with the disk still full.
    const again = await opened()
    expect(again.get()).toMatchObject({ readOnly: null, opened: { state: 'opened' } })
    expect(again.get().document).toEqual(store.get().document)
  },
)

test.skipIf(!mounted)('the same disk eats a file that is written over in place (control)', () => {
  spawnSync('sh', ['-c', `rm -rf ${disk}/*`])
  const file = join(disk, 'case.json')
  writeFileSync(file, JSON.stringify({ acknowledged: true }))
  expect(() => {
    writeFileSync(file, JSON.stringify({ acknowledged: true, note: 'x'.repeat(2 * SIZE) }))
  }).toThrow(/ENOSPC/)
  expect(() => JSON.parse(readFileSync(file, 'utf8')) as unknown).toThrow()
})
