import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** What a person waits at most for a usable page, once installed and built. */
const SECOND_START_MS = 3000

let dataDir = ''
const running: ChildProcess[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'start-'))
})
afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL')
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

interface Launched {
  readonly child: ChildProcess
  readonly pid: number
  readonly ended: Promise<number | null>
  /** Resolves with the nth address printed. */
  address(nth?: number): Promise<string>
  text(): string
}

/** `npm start` without npm, in a process group of its own as a terminal would make. */
function launch(...more: string[]): Launched {
  const child = spawn(process.execPath, ['tools/start.mjs', `--data-dir=${dataDir}`, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
  })
  running.push(child)
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    child,
    pid: child.pid ?? 0,
    ended,
    text: () => text,
    address: (nth = 1) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = [...text.matchAll(/(http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]{43})/g)][nth - 1]?.[1]
          if (found !== undefined) resolve(found)
        }
        child.stdout.on('data', look)
        child.once('exit', () => reject(new Error(`ended: ${text}`)))
        look()
      }),
  }
}

const status = async (address: string): Promise<number> => (await fetch(address.split('#')[0] ?? '')).status

/** Every process descended from one, by the kernel's own records. */
function descendants(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  const children = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
  return children.flatMap((child) => [child, ...descendants(child)])
}

const isAlive = (pid: number): boolean => {
  try {
    // A process that ended but was not yet waited for still answers to signal 0.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

async function gone(pids: readonly number[]): Promise<boolean> {
  for (let waited = 0; waited < 3000; waited += 50) {
    if (!pids.some(isAlive)) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

test('a start serves the page, a second start is quick, and both leave no process behind', async () => {
  const first = launch('--no-open')
  expect(await status(await first.address())).toBe(200)
  const children = descendants(first.pid)
  // Keeper, transport and host.
  if (process.platform === 'linux') expect(children).toHaveLength(3)
  process.kill(first.pid, 'SIGTERM')
  expect(await first.ended).toBe(0)
  expect(await gone(children)).toBe(true)

  const started = performance.now()
  const second = launch('--no-open')
  expect(await status(await second.address())).toBe(200)
  const took = performance.now() - started
  console.log(`second start to a served page: ${Math.round(took)} ms`)
  expect(took).toBeLessThan(SECOND_START_MS)
  // Ctrl+C in a terminal reaches every process of the group at once, and the launcher passes it on.
  const more = descendants(second.pid)
  process.kill(-second.pid, 'SIGINT')
  expect(await second.ended).toBe(0)
  expect(await gone(more)).toBe(true)
})

test('a start on a case that is open says so, ends well, and the first comes forward with a new address', async () => {
  const first = launch('--no-open')
  const before = await first.address()
  const second = launch('--no-open')
  expect(await second.ended).toBe(0)
  expect(second.text()).toContain('already open')
  const after = await first.address(2)
  expect(after).not.toBe(before)
  expect(await status(after)).toBe(200)
})

test('the host of a shell that was killed ends too, and the next start opens the case', async () => {
  const first = launch('--no-open')
  await first.address()
  const [shell, ...rest] = descendants(first.pid)
  if (shell === undefined) throw new Error('the launcher started nothing')
  process.kill(shell, 'SIGKILL')
  await first.ended
  expect(await gone(rest)).toBe(true)
  expect(await status(await launch('--no-open').address())).toBe(200)
})

test('without a display the start says how to open it and keeps serving', async () => {
  const started = launch('--shell=web')
  expect(await status(await started.address())).toBe(200)
  expect(started.text()).toContain('no display here')
  expect(started.child.exitCode).toBeNull()
})

test.each([['--shell=window'], ['--port=80']])('%s is refused with a plain line', async (flag) => {
  const started = launch(flag)
  expect(await started.ended).toBe(2)
  expect(started.text()).not.toContain('    at ')
})
