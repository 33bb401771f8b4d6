import { expect, test } from 'vitest'
import type { FsPort } from '#services/ports'
import { ok } from '#domain/result'
import { fen } from '#domain/money/fen'
import { CaseStore } from '#services/document/case-store'
import { sealedGenerations } from '../vault-around'
import { CrashFs } from './crash-fs'
import { seeded } from './power-lab'

const CODES = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE']
const SAVES = 16

const failing = (code: string): Error => Object.assign(new Error(code), { code })

interface Run {
  /** Revision last acknowledged. */
  readonly acknowledged: number
  /** Acknowledged although the fault had hit its save. */
  readonly acknowledgedInSpite: number
  readonly found: readonly number[]
  readonly syncedAgain: number
}

/** Saves until the fault strikes and a few times more; then starts again, as it is and after power cuts. */
async function runWith(arm: (fs: CrashFs) => () => boolean, around: (fs: FsPort) => FsPort = (fs) => fs): Promise<Run> {
  const fs = new CrashFs()
  const store = await CaseStore.open(sealedGenerations(around(fs)))
  const hasStruck = arm(fs)
  let acknowledged = 0
  let acknowledgedInSpite = 0
  for (let n = 1; n <= SAVES; n += 1) {
    const struckBefore = hasStruck()
    const reply = await store.change(
      acknowledged,
      (document) => ok({ ...document, budget: { ...document.budget, cashNowFen: fen(n) } }),
      'undoable',
    )
    if (reply.ok) acknowledged = reply.value.revision
    // Pruning may fail without the save failing: then more is kept than was needed.
    if (reply.ok && struckBefore && store.get().readOnly !== null) acknowledgedInSpite += 1
  }
  fs.fault = () => undefined
  const found: number[] = []
  for (const disk of [fs.whole(), ...fs.afterPowerCut(seeded(1), 2)])
    found.push((await CaseStore.open(sealedGenerations(disk))).get().document.revision)
  return { acknowledged, acknowledgedInSpite, found, syncedAgain: fs.syncedAgain }
}

/** Fails the nth operation, and every later one too when the disk stays broken. */
const nth = (n: number, code: string, stays: boolean) => (fs: CrashFs) => {
  let seen = 0
  fs.fault = () => {
    seen += 1
    if (seen === n || (stays && seen > n)) throw failing(code)
    return undefined
  }
  return () => seen >= n
}

/** A disk with room for so many bytes more. */
const roomFor = (room: number) => (fs: CrashFs) => {
  let left = room
  fs.fault = (operation) => {
    if (operation !== 'write') return undefined
    if (left === 0) throw failing('ENOSPC')
    const taken = Math.min(left, 200)
    left -= taken
    return taken
  }
  return () => left === 0
}

/** Every write takes at most so many bytes: slow, but no error. */
const shortWrites = (most: number) => (fs: CrashFs) => {
  fs.fault = (operation) => (operation === 'write' ? most : undefined)
  return () => false
}

const losses = ({ acknowledged, found }: Run): number => found.filter((revision) => revision < acknowledged).length

test(
  'whatever operation fails, with whatever error, and however few bytes a write takes: nothing acknowledged is lost',
  { timeout: 120_000 },
  async () => {
    const whole = new CrashFs()
    await runWith((fs) => {
      fs.fault = () => {
        whole.operations += 1
        return undefined
      }
      return () => false
    })
    const faults = [
      ...CODES.flatMap((code) =>
        [false, true].flatMap((stays) =>
          Array.from({ length: whole.operations }, (_one, n) => nth(n + 1, code, stays)),
        ),
      ),
      ...Array.from({ length: 300 }, (_one, room) => roomFor(room * 23)),
      ...Array.from({ length: 200 }, (_one, most) => shortWrites(most + 1)),
    ]
    let lost = 0
    let inSpite = 0
    let syncedAgain = 0
    for (const fault of faults) {
      const run = await runWith(fault)
      lost += losses(run)
      inSpite += run.acknowledgedInSpite
      syncedAgain += run.syncedAgain
    }
    console.log(
      `faults: ${faults.length} runs, ${lost} lost, ${inSpite} acknowledged in spite, ${syncedAgain} fsync repeated`,
    )
    expect(faults.length).toBeGreaterThanOrEqual(1_500)
    expect({ lost, inSpite, syncedAgain }).toEqual({ lost: 0, inSpite: 0, syncedAgain: 0 })
  },
)

test('short writes alone fail nothing: every save is acknowledged and found', async () => {
  const run = await runWith(shortWrites(1))
  expect(run.acknowledged).toBe(SAVES)
  expect(run.found[0]).toBe(SAVES)
})

test('the same faults find a saver that takes errors of fsync lightly and tries again (control)', async () => {
  const lightly = (fs: FsPort): FsPort =>
    new Proxy(fs, {
      get(target, name) {
        if (name !== 'create') return (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target)
        return async (path: string) => {
          const file = await target.create(path)
          return { ...file, sync: () => file.sync().catch(() => file.sync().catch(() => undefined)) }
        }
      },
    })
  let lost = 0
  let syncedAgain = 0
  for (let n = 1; n <= 150; n += 1) {
    const run = await runWith((fs) => {
      let seen = 0
      fs.fault = (operation) => {
        if (operation === 'sync') seen += 1
        if (operation === 'sync' && seen >= n) throw failing('EIO')
        return undefined
      }
      return () => seen >= n
    }, lightly)
    lost += losses(run)
    syncedAgain += run.syncedAgain
  }
  expect(lost).toBeGreaterThan(0)
  expect(syncedAgain).toBeGreaterThan(0)
})
