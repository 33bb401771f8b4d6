import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { acquireVaultLock } from '#adapters/node/vault/vault-lock'
import { builtScript } from './built-script'

const ROUNDS = 25
const STARTS = 4

let starter = ''
let folder = ''
let vault = ''

beforeAll(async () => {
  const script = await builtScript('tests/durability/lock-starter.ts')
  starter = script.path
  return () => script.remove()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  vault = join(folder, 'vault')
  mkdirSync(vault)
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Started {
  readonly child: ChildProcess
  readonly got: Promise<unknown>
  asked: number
}

function start(path: string): Started {
  const child = fork(starter, [path])
  const started: Started = {
    child,
    asked: 0,
    got: new Promise((resolve, reject) => {
      child.on('message', (message) => {
        if (message === 'asked') started.asked += 1
        else resolve(message)
      })
      child.once('exit', () => reject(new Error('the starter died')))
    }),
  }
  return started
}

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve()
      return
    }
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

test(`of ${STARTS} starters at once exactly one holds the vault, ${ROUNDS} times over what a kill -9 left behind`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const all = Array.from({ length: STARTS }, () => start(vault))
    const got = await Promise.all(all.map((one) => one.got))
    expect(
      got.filter((answer) => answer === 'held'),
      `round ${round}: ${got.join(' ')}`,
    ).toHaveLength(1)
    // Killed, not ended: the next round starts over a dead socket.
    await Promise.all(all.map(({ child }) => killed(child)))
    expect(readdirSync(vault).filter((name) => name.startsWith('lock-')).length).toBeGreaterThanOrEqual(1)
  }
})

test('starters inside one process, all at the same instant, are told apart too', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const locks = await Promise.all(Array.from({ length: STARTS }, () => acquireVaultLock(vault, () => undefined)))
    const held = locks.flatMap((lock) => (lock.held ? [lock] : []))
    expect(held).toHaveLength(1)
    for (const lock of held) await lock.release()
    expect(readdirSync(vault)).toEqual([])
  }
})

test('a second start asks the first to come forward; a mere look does not', async () => {
  let asked = 0
  const first = await acquireVaultLock(vault, () => (asked += 1))
  expect((await acquireVaultLock(vault, () => undefined)).held).toBe(false)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toBe(1)
  if (first.held) await first.release()
})

test('a vault with a path too long for a socket is locked all the same, by whatever name it is reached', async () => {
  const deep = join(folder, 'd'.repeat(120), 'vault')
  mkdirSync(deep, { recursive: true })
  const first = await acquireVaultLock(deep, () => undefined)
  expect(first.held).toBe(true)
  expect((await acquireVaultLock(join(deep, '..', 'vault'), () => undefined)).held).toBe(false)
  if (first.held) await first.release()
})
