import { expect, test } from '@playwright/test'
import { procedures, type ProcedureName } from '#contract/procedures'
import { builtShells } from '../shells/built-shells'
import { CANARY, RIGHT_PASSWORD } from '../shells/fake-host-words'
import { goneAfter } from '../shells/processes'
import { Desktop } from './desktop'

// The desktop shell over a host that would hand out a canary to whoever gets through: what is left when the vault is shut.
const NAMES = Object.keys(procedures) as ProcedureName[]
// `case.undo` ends the fake host, `case.redo` never answers.
const READ = NAMES.filter((name) => procedures[name].access === 'read' && !/undo|redo/.test(name))
const KEY = { key: { way: 'password', password: RIGHT_PASSWORD } }

let built: Awaited<ReturnType<typeof builtShells>>
let desktop: Desktop

test.beforeAll(async () => {
  built = await builtShells()
})
test.afterAll(() => built.remove())
test.afterEach(() => desktop.end())

async function opened(env: Readonly<Record<string, string>> = {}): Promise<void> {
  desktop = await Desktop.start(built.folder, env)
  expect(await desktop.call('vault.open', KEY)).toMatchObject({ ok: true, value: { state: 'open' } })
}

/** What every procedure that reads answers, by kind of answer, and how often the canary came out. */
async function readAll(): Promise<{ readonly answers: readonly string[]; readonly canaries: number }> {
  const replies = await Promise.all(READ.map((name) => desktop.call(name)))
  const answers = replies.map((reply) => (reply.ok ? 'read' : reply.error.code))
  return { answers: [...new Set(answers)], canaries: JSON.stringify(replies).split(CANARY).length - 1 }
}

/** Waits for the page that comes after the one which was there. */
async function loadedAnew(before: number): Promise<void> {
  await expect.poll(() => desktop.rendererPid()).not.toBe(before)
  await desktop.page.waitForFunction(() => location.host === 'room' && document.readyState === 'complete')
}

for (const [kind, env] of [
  ['a host that ends when told', {}],
  ['a host that does not', { FAKE_HOST_STUBBORN: '1' }],
] as const)
  test(`when the vault is shut, ${kind} is gone within a second, the page is another process, and nothing is read`, async () => {
    await opened(env)
    // Control: what is searched for is found while the vault is open.
    expect(await readAll()).toEqual({ answers: ['read'], canaries: READ.length })
    const [[host], renderer] = [await desktop.hosts(), await desktop.rendererPid()]
    await desktop.page.evaluate((canary) => {
      Object.assign(globalThis, { held: canary, blob: URL.createObjectURL(new Blob([canary])) })
      location.hash = '#/loans/4f2a'
    }, CANARY)
    const blob = await desktop.page.evaluate(() => (globalThis as unknown as { blob: string }).blob)
    void desktop.call('case.redo').catch(() => undefined)
    void desktop.call('vault.shut').catch(() => undefined)
    expect(await goneAfter(host!)).toBeLessThan(1_000)
    await loadedAnew(renderer)
    expect(await goneAfter(renderer)).toBeLessThan(5_000)
    expect(await readAll()).toEqual({ answers: ['locked'], canaries: 0 })
    expect(await desktop.call('vault.status')).toMatchObject({
      ok: true,
      value: { state: 'shut', shutReason: 'asked' },
    })
    const left = await desktop.page.evaluate(
      async (url) => ({
        held: 'held' in globalThis,
        blob: await fetch(url).then(
          () => 'there',
          () => 'gone',
        ),
        place: location.hash,
      }),
      blob,
    )
    expect(left).toEqual({ held: false, blob: 'gone', place: '#/loans/4f2a' })
    // By the list of places: `history.length` in the page is counted anew only at its next navigation.
    const places = () =>
      desktop.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { canGoBack(): boolean }
        return contents.canGoBack() ? 'more' : 'one'
      })
    await expect.poll(places).toBe('one')
    expect(await desktop.hosts()).toHaveLength(1)
  })

test('shut in the middle of a load, at whatever moment of it, the page is another process', async () => {
  await opened()
  for (let delayMs = 0; delayMs <= 240; delayMs += 20) {
    expect(await desktop.call('vault.open', KEY)).toMatchObject({ ok: true })
    const renderer = await desktop.rendererPid()
    await desktop.app.evaluate(async ({ BrowserWindow, powerMonitor }, wait) => {
      BrowserWindow.getAllWindows()[0]?.webContents.reload()
      await new Promise((resolve) => setTimeout(resolve, wait))
      powerMonitor.emit('suspend')
    }, delayMs)
    await loadedAnew(renderer)
    expect(await goneAfter(renderer)).toBeLessThan(5_000)
  }
})

test('sleep, a locked screen and idleness shut it, each said as what it was', async () => {
  await opened({ BREATHING_ROOM_IDLE_MS: '10000' })
  for (const [event, reason] of [
    ['suspend', 'suspend'],
    ['lock-screen', 'screenLock'],
    [null, 'idle'],
  ] as const) {
    const renderer = await desktop.rendererPid()
    if (event !== null) {
      await desktop.call('vault.open', KEY)
      await desktop.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    } else await desktop.call('vault.open', KEY)
    await loadedAnew(renderer)
    expect(await desktop.call('vault.status')).toMatchObject({ value: { state: 'shut', shutReason: reason } })
    expect(await desktop.call('case.get')).toEqual({ ok: false, error: { code: 'locked' } })
  }
})

test('a host that dies leaves the window there and the vault shut; one that keeps dying ends the program in plain words', async () => {
  await opened()
  const renderer = await desktop.rendererPid()
  void desktop.call('case.undo').catch(() => undefined)
  await loadedAnew(renderer)
  expect(await desktop.call('vault.status')).toMatchObject({ value: { state: 'shut', shutReason: 'ended' } })
  const program = desktop.app.process()
  const over = new Promise((resolve) => program.once('exit', resolve))
  for (let round = 0; round < 20 && program.exitCode === null; round += 1) {
    const hosts = await desktop.hosts().catch(() => [])
    for (const pid of hosts)
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It was gone already.
      }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await over
  expect(desktop.said).toContain('keeps ending')
})
