import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HostDriver } from './host-driver'

const ROUNDS = 12
const WRITES = 50

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'owner-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test(
  `two hosts started at once, ${ROUNDS} times: one owner, and all ${ROUNDS * WRITES} acknowledged writes are there`,
  { timeout: 120_000 },
  async () => {
    let acknowledged = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const both = await Promise.all([HostDriver.start(dataDir), HostDriver.start(dataDir)])
      const owners = both.filter((host) => host !== null)
      expect(owners, `round ${round}`).toHaveLength(1)
      const [owner] = owners
      if (!owner) return
      await owner.openVault()
      let revision = await owner.revision()
      expect(revision, `round ${round}`).toBe(acknowledged)
      for (let n = 0; n < WRITES; n += 1) {
        const budget = { lines: [], cashNowFen: revision + 1, reserveFen: 0 }
        revision = (await owner.good<{ revision: number }>('budget.save', { expectedRevision: revision, budget }))
          .revision
        acknowledged += 1
      }
      await owner.kill()
    }
    const last = await HostDriver.opened(dataDir)
    expect(await last.revision()).toBe(ROUNDS * WRITES)
    const got = await last.good<{ document: { budget: { cashNowFen: number } } }>('case.get', {})
    expect(got.document.budget.cashNowFen).toBe(ROUNDS * WRITES)
    await last.kill()
  },
)

test('two processes with one preferences file lose each other’s writes (control)', { timeout: 60_000 }, async () => {
  const script = `
    import Conf from '${join(process.cwd(), 'node_modules', 'conf', 'dist', 'source', 'index.js')}'
    const conf = new Conf({ cwd: ${JSON.stringify(dataDir)}, configName: 'shared' })
    for (let n = 0; n < 300; n += 1) conf.set(process.argv[1] + n, true)
  `
  const writer = (name: string) =>
    new Promise<void>((resolve, reject) => {
      spawn(process.execPath, ['--input-type=module', '-e', script, name], { stdio: 'ignore' }).once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`the writer ended with ${code}`)),
      )
    })
  // They cross only by chance: until it shows, at most five times.
  let kept = 600
  for (let attempt = 0; attempt < 5 && kept >= 600 * (attempt + 1); attempt += 1) {
    await Promise.all([writer(`a${attempt}-`), writer(`b${attempt}-`)])
    kept = Object.keys(new Conf({ cwd: dataDir, configName: 'shared' }).store).length
  }
  console.log(`control: two processes with conf kept ${kept} of 600 settings`)
  expect(kept).toBeLessThan(600)
})
