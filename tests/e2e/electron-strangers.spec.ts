import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { builtShells } from '../shells/built-shells'
import { CANARY, RIGHT_PASSWORD } from '../shells/fake-host-words'
import { Desktop } from './desktop'

// Who else could reach the desktop shell: addresses the page could be led to, and pages that are not ours.
let built: Awaited<ReturnType<typeof builtShells>>
let desktop: Desktop
let foreign: Server
let foreignPort = 0

test.beforeAll(async () => {
  built = await builtShells()
  // Chromium ignores more than 200 navigations in ten seconds: here each must be refused by us.
  desktop = await Desktop.start(built.folder, {}, ['--disable-ipc-flooding-protection'])
  await desktop.call('vault.open', { key: { way: 'password', password: RIGHT_PASSWORD } })
  foreign = createServer((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>foreign'),
  )
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
  foreignPort = (foreign.address() as AddressInfo).port
})
test.afterAll(async () => {
  await desktop.end()
  foreign.close()
  built.remove()
})

/**
 * Five hundred addresses a page could be led to, by kind. `about:blank` has its own test; `about:srcdoc` kills Chromium 114
 * itself (SIGSEGV, seen without any of our handlers too).
 * Only a change of the page's own `#place` is no navigation. */
function addresses(): readonly string[] {
  const hosts = [
    'example.com',
    `127.0.0.1:${foreignPort}`,
    `localhost:${foreignPort}`,
    '[::1]:80',
    '0.0.0.0',
    'room',
    '10.0.0.1',
    'user:pass@room',
    'xn--0zwm56d',
    '2130706433',
  ]
  const schemes = [
    'http',
    'https',
    'ftp',
    'ws',
    'wss',
    'file',
    'app',
    'chrome',
    'devtools',
    'chrome-extension',
    'view-source:http',
    'blob:http',
    'filesystem:http',
    'smb',
    'ssh',
    'vscode',
    'ms-settings',
    'tel',
    'steam',
    'data',
  ]
  const built = schemes.flatMap((scheme) =>
    hosts.flatMap((host) => ['/', '/index.html'].map((path) => `${scheme}://${host}${path}`)),
  )
  const single = [
    'about:config',
    'javascript:alert(1)',
    'JAVASCRIPT:void(0)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'javascript://x%0aalert(1)',
    'vbscript:x',
    'data:text/html,<script>1</script>',
    'data:text/html;base64,PHA+',
    'data:image/svg+xml,<svg/>',
    'blob:null/0',
    'blob:app://room/0',
    'mailto:a@b',
    'tel:123',
    'sms:1',
    'intent://x#Intent;end',
    'search-ms:query=x',
    'ms-msdt:/id',
    'file:///etc/passwd',
    'file:///C:/Windows/win.ini',
    'file://server/share/x',
    '\\\\server\\share',
    '//server/share',
    '//evil.com',
    '///evil.com',
    '/\\evil.com',
    'https:evil.com',
    'http:/evil.com',
    '../../etc/passwd',
    '..%2f..%2fetc',
    'app://room/index.html?led=away',
    'app://room/',
    'app://room',
    'app:room',
    'app:///index.html',
    'app://empty/',
    'app://EMPTY/',
    'app://other/index.html',
    'app://room.evil/index.html',
    'app://room:80/index.html',
    'APP://ROOM/index.html?x',
    'index.html?x=1',
    '/assets/x.js',
    '?x',
    '?x#y',
    'chrome://gpu',
    'chrome://settings',
    'chrome-error://chromewebdata/',
    'chrome-untrusted://x',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://room/index.html',
    ...Array.from(
      { length: 60 },
      (_, at) => `app://room/index.html?${at}=%00%0d%0a${String.fromCodePoint(0x2000 + at)}`,
    ),
  ]
  return [...built, ...single]
}

test('of five hundred addresses none leads the page anywhere or opens a window, by any way a page has', async () => {
  const all = addresses()
  expect(all.length).toBeGreaterThanOrEqual(500)
  await desktop.app.evaluate(({ app, BrowserWindow }) => {
    const seen = { asked: 0, arrived: [] as string[], windows: 0 }
    Object.assign(globalThis, { seen })
    app.on('browser-window-created', () => (seen.windows += 1))
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('will-frame-navigate', () => (seen.asked += 1))
    contents?.on('did-navigate', (_event, url) => seen.arrived.push(url))
  })
  for (let at = 0; at < all.length; at += 20) {
    const urls = all.slice(at, at + 20)
    if (await stayed(urls, EVERY_WAY)) continue
    // Some of these showed the empty page, and what came after was not tried: one by one, then.
    for (const url of urls)
      if (!(await stayed([url], EVERY_WAY))) for (const way of EVERY_WAY) await stayed([url], [way])
  }
  await desktop.page.waitForTimeout(500)
  const seen = await desktop.app.evaluate(
    () => (globalThis as unknown as { seen: { asked: number; arrived: string[]; windows: number } }).seen,
  )
  // The guard was asked: nothing else kept most of them away.
  expect(seen.asked).toBeGreaterThan(1_000)
  expect(seen.windows).toBe(0)
  // Chromium turns what a page may not even ask for into this empty page; from there ours is loaded anew.
  const elsewhere = seen.arrived.filter((url) => url !== 'about:blank#blocked' && url !== 'app://room/index.html')
  expect(elsewhere).toEqual([])
  console.log(
    `${all.length} addresses; ${seen.asked} navigations refused; the empty page was shown ${seen.arrived.length / 2} times`,
  )
  expect(desktop.page.url()).toBe('app://room/index.html')
  expect(await desktop.call('app.info')).toMatchObject({ ok: true })
})

const EVERY_WAY = ['href', 'replace', 'open', 'openSelf', 'linkBlank', 'linkSelf', 'form'] as const

/** Asks for addresses in these ways. False when the page did not live through it; then it is back. */
async function stayed(urls: readonly string[], ways: readonly (typeof EVERY_WAY)[number][]): Promise<boolean> {
  const isThere = await desktop.page.evaluate(tryWays, { urls, ways }).catch(() => false)
  await desktop.page.waitForFunction(() => location.host === 'room')
  return isThere
}

/** Runs in the page. */
async function tryWays(asked: {
  readonly urls: readonly string[]
  readonly ways: readonly (typeof EVERY_WAY)[number][]
}): Promise<boolean> {
  const link = document.createElement('a')
  const form = document.createElement('form')
  document.body.append(link, form)
  // A timer would be held to four milliseconds.
  const { port1, port2 } = new MessageChannel()
  const pause = () =>
    new Promise<void>((resolve) => {
      port1.onmessage = () => resolve()
      port2.postMessage(0)
    })
  const click = (url: string, target: string) => {
    link.href = url
    link.target = target
    link.click()
  }
  const go = {
    href: (url: string) => (location.href = url),
    replace: (url: string) => location.replace(url),
    open: (url: string) => window.open(url),
    openSelf: (url: string) => window.open(url, '_self'),
    linkBlank: (url: string) => click(url, '_blank'),
    linkSelf: (url: string) => click(url, '_self'),
    form: (url: string) => {
      form.action = url
      form.submit()
    },
  }
  for (const url of asked.urls)
    for (const way of asked.ways) {
      try {
        go[way](url)
      } catch {
        // Refused before it began.
      }
      // Long enough for a navigation to be asked for before the next one takes its place.
      await pause()
    }
  link.remove()
  form.remove()
  return true
}

test('from `about:blank`, which no guard can refuse, the page is led back', async () => {
  for (const way of [
    'location.href = "about:blank"',
    'location.replace("about:blank")',
    'window.open("about:blank", "_self")',
  ]) {
    await desktop.page.evaluate((script) => {
      Object.assign(globalThis, { stays: true })
      setTimeout(() => {
        if (script.includes('href')) location.href = 'about:blank'
        else if (script.includes('replace')) location.replace('about:blank')
        else window.open('about:blank', '_self')
      }, 0)
    }, way)
    await desktop.page.waitForFunction(() => location.host === 'room' && !('stays' in globalThis))
    expect(await desktop.call('app.info')).toMatchObject({ ok: true })
  }
})

test('control: a window without the guards is led away', async () => {
  const arrived = await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const)
      window.webContents.removeAllListeners(name)
    await window.loadURL('app://room/index.html')
    const seen: string[] = []
    window.webContents.on('did-navigate', (_event, url) => seen.push(url))
    await window.webContents.executeJavaScript(`location.href = 'app://room/index.html?led=away'`)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    window.destroy()
    return seen
  })
  expect(arrived).toEqual(['app://room/index.html?led=away'])
})

test('calls from windows and frames that are not our page are refused on every channel; our own is answered', async () => {
  const channels = await desktop.app.evaluate(({ ipcMain }) => ({
    handled: [...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys()],
    listened: ipcMain
      .eventNames()
      .map(String)
      .filter((name) => name !== 'error' && !name.startsWith('ELECTRON_')),
  }))
  expect(channels).toEqual({ handled: ['rpc'], listened: [] })
  const answers = await desktop.app.evaluate(
    async ({ BrowserWindow, session }, { preload, port }) => {
      const pages = [
        'data:text/html,<p>x',
        'about:blank',
        'app://empty/',
        'app://other/index.html',
        'app://room.evil/index.html',
        `http://127.0.0.1:${port}/`,
        'file:///etc/hostname',
      ]
      const heard: [string, unknown][] = []
      // A session of its own, so that nothing but the sender check stands in the way.
      const free = session.fromPartition('free')
      free.protocol.handle('app', () => new Response('<p>x', { headers: { 'Content-Type': 'text/html' } }))
      for (const url of pages) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, session: free, sandbox: true, contextIsolation: true },
        })
        await window.loadURL(url)
        heard.push([url, await window.webContents.executeJavaScript(`bridge.call('case.get', {})`)])
        window.destroy()
      }
      return heard
    },
    { preload: join(built.folder, 'out', 'preload', 'index.cjs'), port: foreignPort },
  )
  expect(answers.length).toBe(7)
  for (const [url, answer] of answers) expect(answer, url).toEqual({ ok: false, error: { code: 'disconnected' } })
  // Control: the same call by our own page is answered.
  expect(JSON.stringify(await desktop.call('case.get'))).toContain(CANARY)
})

test('five thousand calls with nonsense crash nothing and tell nothing', async () => {
  const told = await desktop.page.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: { call(...words: unknown[]): Promise<unknown> } }
    const deep: unknown[] = []
    let at = deep
    for (let level = 0; level < 500; level += 1) at.push((at = []))
    const loop: Record<string, unknown> = {}
    loop['self'] = loop
    const names: unknown[] = [
      'case.get',
      'vault.open',
      'vault.touch',
      '__proto__',
      'constructor',
      'toString',
      '',
      'x'.repeat(100_000),
      '../rpc',
      '\0',
      null,
      undefined,
      7,
      {},
      [],
      1n,
      true,
    ]
    const inputs: unknown[] = [
      undefined,
      null,
      0,
      -0,
      Number.NaN,
      1n,
      '',
      'x'.repeat(1_000_000),
      [],
      {},
      deep,
      loop,
      new Date(Number.NaN),
      /x/,
      new Map([[1, 2]]),
      new Set([1]),
      new Uint8Array(1_000),
      new ArrayBuffer(8),
      new Error('x'),
      JSON.parse('{"__proto__":{"a":1}}'),
      { toString: 1 },
      [undefined],
      Object.create(null),
    ]
    let [calls, suspicious, thrown] = [0, 0, 0]
    while (calls < 5_000)
      for (const name of names)
        for (const input of inputs) {
          calls += 1
          // Every hundredth waits for its answer, so that the queue stays short.
          const answer = bridge.call(name, input).then(
            (reply) => {
              if (
                /\/src\/|\/out\/|node:|    at |\.cjs/.test(
                  Object.values(reply as object)
                    .map(String)
                    .join(),
                )
              )
                suspicious += 1
            },
            (error: unknown) => {
              thrown += 1
              if (/\/src\/|\/out\/|node:|\.cjs/.test(String(error))) suspicious += 1
            },
          )
          if (calls % 100 === 0) await answer
        }
    return { calls, suspicious, thrown }
  })
  console.log(`${told.calls} calls, ${told.thrown} refused as no message`)
  expect(told.suspicious).toBe(0)
  expect(await desktop.call('app.info')).toMatchObject({ ok: true })
  expect(desktop.app.process().exitCode).toBeNull()
})
