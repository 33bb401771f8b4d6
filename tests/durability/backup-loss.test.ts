import { expect, test } from 'vitest'
import type { MemoryFs } from '#adapters/memory/memory-fs'
import type { Client } from '#contract/client'
import { composeHost } from '#host/compose-host'
import { directClient } from '#services/dispatch'
import type { FsPort } from '#services/ports'
import { surroundings, TODAY } from '../vault-around'
import { killDuring } from './kill-lab'
import { restoring } from './kill-restores'
import { cutEverywhere, type Scenario } from './power-lab'

const hostOn = async (fs: FsPort, now: () => number = () => 10 ** 12): Promise<Client> =>
  directClient(await composeHost(surroundings({ fs, clock: { today: () => TODAY, instant: now, elapsed: now } })))

async function good<T>(asked: Promise<{ ok: boolean; value?: T; error?: { code: string } }>): Promise<T> {
  const reply = await asked
  if (!reply.ok) throw new Error(reply.error?.code)
  return reply.value as T
}

const cashIn = async (client: Client): Promise<number> =>
  (await good(client.call('case.get', {}))).document.budget.cashNowFen

/** Backs up, writes something else, restores; after a cut the case must be there, and every backup that has its name whole. */
const restores = (rounds: number): Scenario => ({
  name: 'backups and restores',
  async run(fs, ledger) {
    let now = 1
    const client = await hostOn(fs, () => (now += 1000))
    await good(client.call('vault.create', { protection: { kind: 'none' } }))
    const save = async (cash: number): Promise<void> => {
      const budget = { lines: [], cashNowFen: cash as never, reserveFen: 0 as never }
      const { revision } = (await good(client.call('case.get', {}))).document
      if (cash > 1) ledger.begins(`cash ${cash}`)
      await good(client.call('budget.save', { expectedRevision: revision, budget }))
      ledger.acknowledged(`cash ${cash}`)
    }
    for (let round = 1; round <= rounds; round += 1) {
      await save(2 * round - 1)
      const { backups } = await good(client.call('backups.make', {}))
      await save(2 * round)
      const { revision } = (await good(client.call('case.get', {}))).document
      ledger.begins(`cash ${2 * round - 1}`)
      const place = { in: 'vault' as const, name: backups[0]?.name ?? '' }
      await good(client.call('backups.restore', { expectedRevision: revision, place, key: null }))
      ledger.acknowledged(`cash ${2 * round - 1}`)
    }
  },
  async reopen(fs: MemoryFs) {
    const client = await hostOn(fs)
    if (!(await client.call('vault.open', { key: { way: 'device' } })).ok) return null
    for (const name of await fs.list('/vault/backups')) {
      if (!name.endsWith('.brbackup')) continue
      const preview = await client.call('backups.preview', { place: { in: 'vault', name }, key: null })
      if (!preview.ok) return null
    }
    return `cash ${await cashIn(client)}`
  },
})

test('the power goes after every operation of backups and restores: nothing acknowledged is lost', async () => {
  const outcome = await cutEverywhere(restores(2), 4)
  console.log(`power cuts in backups and restores: ${outcome.states} states, ${outcome.lost} lost`)
  expect(outcome.states).toBeGreaterThan(500)
  expect(outcome).toMatchObject({ lost: 0, unopenable: 0 })
}, 240_000)

test('the same cuts find a backup that gets its name before its bytes are safe (control)', async () => {
  const careless = (fs: FsPort): FsPort =>
    new Proxy(fs, {
      get(target, name) {
        if (name === 'create')
          return async (path: string) => {
            const file = await target.create(path)
            return path.includes('/backups/') ? { ...file, sync: () => Promise.resolve() } : file
          }
        return (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target)
      },
    })
  const scenario = restores(2)
  const outcome = await cutEverywhere(
    { ...scenario, run: (fs, ledger) => scenario.run(careless(fs) as never, ledger) },
    2,
  )
  console.log(`control, backups without fsync: ${outcome.unopenable} of ${outcome.states} states have a broken backup`)
  expect(outcome.unopenable).toBeGreaterThan(0)
}, 240_000)

test('kill -9 during backups and restores, 50 times: every acknowledged backup opens, the case is old or new', async () => {
  const { acknowledged, lost, seconds } = await killDuring(restoring(), 50)
  console.log(
    `kill -9 during backups and restores: 50 kills, ${acknowledged} acknowledged, ${lost} lost, ${seconds.toFixed(0)} s`,
  )
  expect(acknowledged).toBeGreaterThan(5)
  expect(lost).toBe(0)
}, 240_000)
