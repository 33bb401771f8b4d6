import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { PAPER } from '../conformance/a-paper'

// What only the desktop shell has: window options, denials, who may call, printing, a second start.
interface TestElectron {
  readonly path: string
  readonly version: string
}

const root = process.cwd()
let electron: TestElectron
let app: ElectronApplication
let page: Page
let dataDir = ''

test.beforeAll(() => {
  const found = spawnSync(process.execPath, ['tools/test-electron.mjs'], { encoding: 'utf8', timeout: 300_000 })
  test.skip(found.status !== 0, `SKIPPED, no Electron can be had: ${found.stderr.trim()}`)
  electron = JSON.parse(found.stdout) as TestElectron
  console.log(`Electron ${electron.version}`)
})

const flags = (): string[] => [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, `--data-dir=${dataDir}`]

const launch = async (): Promise<void> => {
  app = await _electron.launch({ executablePath: electron.path, args: flags() })
  page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
}

test.beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'desktop-'))
  await launch()
})
test.afterEach(async () => {
  await app.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

/** Calls the bridge as the page does. */
const call = (target: Page, name: string, input: object): Promise<unknown> =>
  target.evaluate(
    ([procedure, given]) =>
      (globalThis as unknown as { bridge: { call(name: unknown, input: unknown): Promise<unknown> } }).bridge.call(
        procedure,
        given,
      ),
    [name, input] as const,
  )

test('the window is sandboxed, isolated and without Node, with a neutral title', async () => {
  const options = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    // Electron leaves out some of those that are off.
    const off = { nodeIntegrationInWorker: false, spellcheck: false }
    return { title: window?.getTitle(), ...off, ...contents.getLastWebPreferences() }
  })
  expect(options).toMatchObject({
    title: '缓一缓',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  })
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    bridge: Object.keys((globalThis as unknown as { bridge: object }).bridge),
    address: location.href,
  }))
  expect(seen.node).toEqual([])
  expect(seen.bridge.sort()).toEqual(['call', 'onEvent'])
  expect(seen.address).toMatch(/^app:\/\/room\/index\.html/)
})

test('every permission is denied but copying text', async () => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write']
    const answers = names.map(async (name) => {
      try {
        return [name, (await navigator.permissions.query({ name: name as PermissionName })).state]
      } catch {
        return [name, 'denied']
      }
    })
    return Object.fromEntries(await Promise.all(answers)) as Record<string, string>
  })
  const { 'clipboard-write': write, ...others } = states
  expect(write).toBe('granted')
  for (const [name, state] of Object.entries(others)) expect(state, name).not.toBe('granted')
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const position = page.evaluate(
    () =>
      new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          ({ code }) => resolve(code),
        )
      }),
  )
  expect(await position).toBe(1)
})

test('the page cannot be led away: no navigation, no new window, no redirect, no request outside', async () => {
  const address = page.url()
  // The last is our own page: only the navigation guard stands in its way.
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'app://room/index.html?led=away'])
    await page.evaluate((to) => {
      location.href = to
    }, target)
  await page.waitForTimeout(300)
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  const reached = await app.evaluate(async ({ session }) => {
    const results: string[] = []
    for (const url of ['https://example.com/', 'http://127.0.0.1:1/'])
      results.push(
        await session.defaultSession.fetch(url).then(
          () => 'reached',
          () => 'denied',
        ),
      )
    return results
  })
  expect(reached).toEqual(['denied', 'denied'])
  for (const path of ['/../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2fmain%2findex.cjs'])
    expect(await page.evaluate((at) => fetch(at).then(({ status }) => status), path)).toBe(404)
})

test('a call from a frame or a window that is not our page is refused', async () => {
  const foreign = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await window.loadURL('data:text/html,<p>foreign</p>')
      const answer = (await window.webContents.executeJavaScript(`bridge.call('case.get', {})`)) as unknown
      window.destroy()
      return answer
    },
    join(root, 'out', 'preload', 'index.cjs'),
  )
  expect(foreign).toEqual({ ok: false, error: { code: 'disconnected' } })
  expect(await call(page, 'vault.create', { protection: { kind: 'none' } })).toMatchObject({ ok: true })
  expect(await call(page, 'case.get', {})).toMatchObject({ ok: true })
  // A frame inside our own page has no bridge at all.
  const framed = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const has = 'bridge' in (frame.contentWindow ?? {})
    frame.remove()
    return has
  })
  expect(framed).toBe(false)
})

test('a letter is printed by Electron itself, with Chinese text on A4', async () => {
  await call(page, 'vault.create', { protection: { kind: 'none' } })
  const reply = (await call(page, 'letters.pdf', { paper: PAPER })) as { ok: boolean; value: { base64: string } }
  expect(reply.ok).toBe(true)
  const file = join(dataDir, 'letter.pdf')
  writeFileSync(file, Buffer.from(reply.value.base64, 'base64'))
  const { stdout, error } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  test.skip(error !== undefined, 'SKIPPED: pdftotext is not here')
  expect(stdout).toContain('还款协商申请书')
  expect(stdout).toContain('某某消费金融有限公司')
  expect(spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout).toContain('(A4)')
})

test('a second start ends by itself and the first window comes forward', async () => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  const second = spawn(electron.path, flags(), { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  second.stdout.on('data', (chunk) => (said += String(chunk)))
  const code = await new Promise((resolve) => second.once('exit', resolve))
  expect(code).toBe(0)
  expect(said).toContain('already open')
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('both shells read one preferences file, and each finds the other open', async () => {
  await call(page, 'app.savePreferences', { language: 'en', theme: 'dark' })
  const stored = JSON.parse(readFileSync(join(dataDir, 'preferences.json'), 'utf8')) as object
  expect(stored).toMatchObject({ language: 'en', theme: 'dark' })
  const web = (): Promise<string> =>
    new Promise((resolve) => {
      const shell = spawn(process.execPath, ['out/main/web.cjs', '--no-open', `--data-dir=${dataDir}`])
      let text = ''
      shell.stdout.on('data', (chunk) => {
        text += String(chunk)
        if (text.includes('#k='))
          void readPreferences(text).then((found) => {
            shell.kill()
            resolve(found)
          })
      })
      shell.once('exit', () => resolve(text))
    })
  expect(await web()).toContain('already open')
  await app.close()
  expect(await web()).toBe('{"ok":true,"value":{"language":"en","theme":"dark"}}')
  await launch()
})

/** What the loopback shell answers to someone who holds its address. */
async function readPreferences(text: string): Promise<string> {
  const [, origin = '', token = ''] = /(http:\/\/[\d.:]+)\/#k=([\w-]+)/.exec(text) ?? []
  const post = (path: string, body: object, bearer = ''): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
      body: JSON.stringify(body),
    })
  const session = (await (await post('/session', { token })).json()) as { talkToken: string }
  return (await post('/rpc/app.preferences', {}, session.talkToken)).text()
}
