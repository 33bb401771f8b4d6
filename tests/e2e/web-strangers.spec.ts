import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test'
import { builtShells } from '../shells/built-shells'
import { CANARY } from '../shells/fake-host-words'
import { WebPage, WebProcess } from '../web/web-process'
import { BROWSER_FLAGS } from './app'
import { attack, type Target } from './stranger-page'

// A stranger's page in a real browser, on a name that resolves to this machine and on another port of it, against the
// loopback shell with its vault open.
let built: Awaited<ReturnType<typeof builtShells>>
let shell: WebProcess
let ours: WebPage
let stranger: Server
let strangerPort = 0
let profile = ''
let context: BrowserContext
const executable = (): { executablePath: string } | object =>
  readdirSync('/usr/bin').includes('chromium') ? { executablePath: '/usr/bin/chromium' } : {}

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  return (server.address() as AddressInfo).port
}

test.beforeAll(async () => {
  built = await builtShells()
  stranger = createServer((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>s</title><body>'),
  )
  strangerPort = await listen(stranger)
})
test.afterAll(() => {
  stranger.close()
  built.remove()
})
test.beforeEach(async () => {
  shell = new WebProcess(built.folder)
  ours = await shell.page()
  await ours.open()
  profile = mkdtempSync(join(tmpdir(), 'profile-'))
  context = await chromium.launchPersistentContext(profile, {
    args: [...BROWSER_FLAGS, '--host-resolver-rules=MAP evil.test 127.0.0.1'],
    ...executable(),
  })
})
test.afterEach(async () => {
  await context.close()
  await shell.end()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** How often the host was called so far, this call included. */
async function hostCalls(): Promise<number> {
  const answer = (await (await ours.post('/rpc/vault.phrase')).json()) as { value: { phrase: string } }
  return Number(answer.value.phrase)
}

const target = (port: number): Target => ({
  origins: ['127.0.0.1', 'localhost', '0.0.0.0', '[::1]', 'evil.test'].map((host) => `http://${host}:${port}`),
  paths: ['/', '/rpc/case.get', `/media/${'m'.repeat(43)}`, '/session'],
  token: ours.readToken ?? '',
  script: `/assets/${readdirSync(join(built.folder, 'out/renderer/assets')).find((name) => name.endsWith('.js')) ?? ''}`,
})

const strangerOn = async (host: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`http://${host}:${strangerPort}/`)
  return page
}

for (const host of ['127.0.0.1', 'evil.test'])
  test(`a page of ${host} on another port reads no byte of ours, by any way a page has, and reaches no procedure`, async () => {
    const page = await strangerOn(host)
    const before = await hostCalls()
    const loot = await page.evaluate(attack, target(Number(new URL(ours.origin).port)))
    expect(loot.ways).toEqual([])
    expect(loot.bytes).toBe(0)
    expect(loot.tried).toBeGreaterThan(150)
    expect((await hostCalls()) - before).toBe(1)
    // The vault was open all the while.
    expect(await (await ours.post('/rpc/case.get')).text()).toContain(CANARY)
  })

test('control: from a server without our checks the same page reads by many ways', async () => {
  const careless = createServer((request, response: ServerResponse) => {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*')
    response.setHeader('Access-Control-Allow-Headers', 'content-type, authorization')
    response.setHeader('Access-Control-Allow-Credentials', 'true')
    response.setHeader('Content-Type', request.url?.endsWith('.js') ? 'text/javascript' : 'text/html')
    response.end(
      request.url?.endsWith('.js') ? '0' : `${CANARY}<script>parent.postMessage(document.body.innerText, '*')</script>`,
    )
  })
  const port = await listen(careless)
  const loot = await (await strangerOn('evil.test')).evaluate(attack, target(port))
  careless.closeAllConnections()
  careless.close()
  const kinds = new Set(loot.ways.map((way) => way.split(' ')[0]))
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining(['credentials', 'fetch', 'form', 'frame', 'post', 'script', 'style']),
  )
})

test('a name that was rebound to this machine gets nothing at our port', async () => {
  const page = await context.newPage()
  for (const host of ['evil.test', 'localhost', '0.0.0.0']) {
    const answer = await page.goto(`http://${host}:${new URL(ours.origin).port}/`).catch(() => null)
    expect([421, undefined]).toContain(answer?.status())
    expect((await answer?.text()) ?? '').toBe('')
  }
})

test('a reload in a real browser keeps reading while the vault is open; when it shuts, the page loads itself anew and reads nothing', async () => {
  const page = await context.newPage()
  const seen: { readonly path: string; readonly status: number; readonly text: string }[] = []
  page.on('response', (answer) => {
    const path = new URL(answer.url()).pathname
    if (path.startsWith('/rpc/case'))
      void answer.text().then(
        (text) => seen.push({ path, status: answer.status(), text }),
        () => seen.push({ path, status: answer.status(), text: '' }),
      )
  })
  const read = () => seen.filter(({ status, text }) => status === 200 && text.includes(CANARY)).length
  await page.goto(`${ours.origin}/#k=${ours.session.reloadToken}`)
  await expect.poll(read).toBeGreaterThan(0)
  expect(page.url()).not.toContain('k=')
  const first = read()
  await page.reload()
  await expect.poll(read).toBeGreaterThan(first)
  await page.evaluate(() => Object.assign(globalThis, { stays: true }))
  const [host] = shell.hosts()
  process.kill(host ?? 0, 'SIGKILL')
  await page.waitForFunction(() => !('stays' in globalThis) && document.readyState === 'complete')
  const shut = read()
  await page.reload()
  await page.waitForTimeout(1_000)
  expect(read()).toBe(shut)
})

test('what the tab keeps for a reload tells a stranger nothing, and a stranger’s name for the tab tells us nothing', async () => {
  const page = await context.newPage()
  let reloadToken = ''
  page.on('response', (answer) => {
    if (answer.url().endsWith('/session'))
      void answer.json().then((session: { reloadToken: string }) => (reloadToken = session.reloadToken))
  })
  await page.goto(`${ours.origin}/#k=${ours.session.reloadToken}`)
  await page.waitForFunction(() => window.name !== '')
  await expect.poll(() => reloadToken).not.toBe('')
  // Chromium hands the name of a tab on, whatever `Cross-Origin-Opener-Policy` says of it: half of the secret, and noise.
  await page.goto(`http://evil.test:${strangerPort}/`)
  const name = await page.evaluate(() => window.name)
  expect(name).not.toBe(reloadToken)
  await expect(WebPage.openedWith(ours.origin, name)).rejects.toThrow('401')
  await page.evaluate(() => (window.name = 'ab%'))
  await page.goto(`${ours.origin}/`)
  await page.waitForFunction(() => document.readyState === 'complete')
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(CANARY)
})

test('of the tokens none but the spent one of the address is found in the browser’s profile', async () => {
  const tokens = new Set<string>()
  const page = await context.newPage()
  page.on('response', (answer) => {
    const path = new URL(answer.url()).pathname
    if (path === '/session')
      void answer.json().then((session: Record<string, string | null>) => {
        for (const token of Object.values(session)) if (token !== null) tokens.add(token)
      })
  })
  await page.goto(`${ours.origin}/#k=${ours.session.reloadToken}`)
  await expect.poll(() => tokens.size).toBeGreaterThanOrEqual(3)
  await page.reload()
  await expect.poll(() => tokens.size).toBeGreaterThanOrEqual(6)
  await page.waitForTimeout(500)
  await context.close()
  const text = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\0')
  for (const token of tokens) expect(text.split(token).length - 1).toBe(0)
  // Control: the search finds what the browser does keep.
  expect(text).toContain(new URL(ours.origin).host)
})
