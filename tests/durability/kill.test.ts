import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FromHost } from '#contract/host-messages'
import { builtScript } from './built-script'

const HOST = join(process.cwd(), 'out', 'main', 'host.cjs')

/** Long enough for any write to end on a busy machine. */
const REST_MS = 1500

interface Round {
  /** The revision found on disk. */
  readonly opened: number
  readonly acknowledged: number
}

type Moment = 'in the middle of a write' | 'at rest'

/** Starts a host, writes until `count` answers came, then kills it: while the next write runs, or a while after. */
function writeAndKill(script: string, start: object, count: number, moment: Moment): Promise<Round> {
  const host = fork(script, [JSON.stringify(start)], { serialization: 'advanced' })
  let opened = 0
  let revision = 0
  let answers = -1
  // A call sent to a host that has just been killed goes down with it (EPIPE): that is this test, not an error of it.
  const call = (name: string, input: unknown) => host.send({ type: 'call', id: 1, name, input }, () => undefined)
  const write = () =>
    call('budget.save', {
      expectedRevision: revision,
      budget: { lines: [], cashNowFen: revision + 1, reserveFen: 0 },
    })
  return new Promise((resolve, reject) => {
    host.once('exit', (_code, signal) => {
      if (signal === 'SIGKILL') resolve({ opened, acknowledged: revision })
      else reject(new Error('the host ended by itself'))
    })
    host.on('message', (raw) => {
      const message = raw as FromHost
      if (message.type === 'ready') call('case.get', {})
      if (message.type !== 'reply') return
      if (!message.reply.ok) {
        reject(new Error(message.reply.error.code))
        return
      }
      answers += 1
      const value = message.reply.value as { revision?: number; document?: { revision: number } }
      revision = value.revision ?? value.document?.revision ?? 0
      if (answers === 0) opened = revision
      const isLast = answers === count
      if (isLast) setTimeout(() => host.kill('SIGKILL'), moment === 'at rest' ? REST_MS : Math.random() * 8)
      if (!isLast || moment !== 'at rest') write()
    })
  })
}

/** Kills a host many times over the same folder and counts what was acknowledged and then not there. */
async function lostBy(
  script: string,
  version: string,
  rounds: number,
  writes: number,
  moment: Moment = 'in the middle of a write',
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-'))
  const outcome = { acknowledged: 0, lost: 0 }
  try {
    let last = 0
    for (let round = 0; round < rounds; round += 1) {
      const { opened, acknowledged } = await writeAndKill(script, { dataDir, version, shell: 'web' }, writes, moment)
      outcome.lost += Math.max(0, last - opened)
      outcome.acknowledged += acknowledged - opened
      last = acknowledged
    }
    const { opened } = await writeAndKill(script, { dataDir, version, shell: 'web' }, 0, 'at rest')
    outcome.lost += Math.max(0, last - opened)
    return outcome
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

test('kill -9 during 300 writes loses no acknowledged one', async () => {
  expect(existsSync(HOST), 'the host is not built: run `npm run build` (npm test does it before)').toBe(true)
  const { acknowledged, lost } = await lostBy(HOST, '0', 20, 16)
  console.log(`kill -9: ${acknowledged} writes acknowledged, ${lost} lost`)
  expect(acknowledged).toBeGreaterThanOrEqual(300)
  expect(lost).toBe(0)
})

test.each(['early', 'overwrite'])('the same kill shows what a careless writer loses (control: %s)', async (manner) => {
  const script = await builtScript('tests/durability/careless-host.ts')
  try {
    const { acknowledged, lost } = await lostBy(script.path, manner, 8, 5)
    console.log(`control "${manner}": ${acknowledged} acknowledged, ${lost} lost`)
    expect(lost).toBeGreaterThan(0)
    // It can save: what it lost it lost to the kill.
    expect((await lostBy(script.path, manner, 2, 5, 'at rest')).lost).toBe(0)
  } finally {
    script.remove()
  }
})
