import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FromHost } from '#contract/host-messages'

const HOST = join(process.cwd(), 'out', 'main', 'host.cjs')

/** Starts the built host, writes until `count` answers came, then kills it in the middle of the next write. */
function writeAndKill(dataDir: string, count: number): Promise<{ opened: number; acknowledged: number }> {
  const host = fork(HOST, [JSON.stringify({ dataDir, version: '0', shell: 'web' })], { serialization: 'advanced' })
  let opened = 0
  let revision = 0
  let answers = -1
  const call = (name: string, input: unknown) => host.send({ type: 'call', id: 1, name, input })
  const write = () =>
    call('budget.save', {
      expectedRevision: revision,
      budget: { lines: [], cashNowFen: revision + 1, reserveFen: 0 },
    })
  return new Promise((resolve, reject) => {
    host.once('exit', () => resolve({ opened, acknowledged: revision }))
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
      write()
      if (answers === count) setTimeout(() => host.kill('SIGKILL'), answers % 3)
    })
  })
}

test.skipIf(!existsSync(HOST))('kill -9 during 300 writes loses no acknowledged one', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kill-'))
  let acknowledged = 0
  for (let round = 0; round < 10; round += 1) {
    const outcome = await writeAndKill(dataDir, 28 + (round % 4))
    expect(outcome.opened).toBeGreaterThanOrEqual(acknowledged)
    acknowledged = outcome.acknowledged
  }
  expect(acknowledged).toBeGreaterThanOrEqual(290)
  rmSync(dataDir, { recursive: true })
})
