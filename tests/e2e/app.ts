import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  _electron,
  test as base,
  chromium,
  expect,
  type Browser,
  type ElectronApplication,
  type Page,
} from '@playwright/test'
import { quietBrowserFlags } from '#adapters/node/browser-flags'
import { quietProfile } from '../../src/web/open-window'
import { wordsOf } from './words'

const ROOT = join(import.meta.dirname, '..', '..')

/** The day every spec lives on. */
export const TODAY = '2026-11-24'

/** The program under test in one of its shells, on a data folder of its own. */
export interface RunningApp {
  readonly shell: 'web' | 'electron'
  readonly dataDir: string
  readonly page: Page
  readonly electron: ElectronApplication | null
  /** Closes the program as a person would and starts it again on the same data, after what happened to it meanwhile. */
  restart(meanwhile?: (dataDir: string) => void): Promise<Page>
  /** Clicks what saves a file and answers with the file's path. */
  download(click: () => Promise<void>): Promise<string>
}

interface Started {
  readonly page: Page
  readonly electron: ElectronApplication | null
  stop(): Promise<void>
}

interface Circumstances {
  /** The spec begins before the door of a fresh vault; otherwise it was opened without a password. */
  readonly atDoor: boolean
  /** How long a person may sit still before the vault shuts; 0 for the usual time. */
  readonly idleMs: number
  /** Everything a day leaves behind lies in the data folder: browser profile, temporary files, what the program said. */
  readonly ownProfile: boolean
}

type Env = Readonly<Record<string, string>>

export const test = base.extend<Circumstances & { app: RunningApp; page: Page }>({
  atDoor: [false, { option: true }],
  idleMs: [0, { option: true }],
  ownProfile: [false, { option: true }],
  app: async ({ atDoor, idleMs, ownProfile }, use, info) => {
    const shell = info.project.name === 'electron' ? 'electron' : 'web'
    const dataDir = mkdtempSync(join(tmpdir(), 'room-e2e-'))
    const noise = new Noise()
    const env: Env = {
      ...(process.env as Record<string, string>),
      BREATHING_ROOM_TODAY: TODAY,
      ...(ownProfile ? { TMPDIR: temporaryIn(dataDir) } : {}),
      ...(idleMs > 0 ? { BREATHING_ROOM_IDLE_MS: String(idleMs) } : {}),
    }
    const start = (): Promise<Started> =>
      shell === 'electron' ? startElectron(dataDir, env, noise) : startWeb(dataDir, env, noise, ownProfile)
    let running = await start()
    if (!atDoor)
      await running.page.getByRole('button', { name: wordsOf('zh-CN')('vault.fresh.without.button') }).click()
    const app: RunningApp = {
      shell,
      dataDir,
      get page() {
        return running.page
      },
      get electron() {
        return running.electron
      },
      async restart(meanwhile) {
        await running.stop()
        meanwhile?.(dataDir)
        running = await start()
        return running.page
      },
      download: (click) =>
        running.electron ? downloadIn(running.electron, dataDir, click) : downloadFrom(running.page, click),
    }
    await use(app)
    await running.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
    // Every spec checks this: the page asks nothing of anyone, breaks no policy and throws nothing.
    expect(noise.heard, 'foreign requests, policy violations and page errors').toEqual([])
  },
  page: async ({ app }, use) => use(app.page),
})

/** What a quiet page never does. */
class Noise {
  readonly heard: string[] = []

  listenTo(page: Page, origin: string): void {
    page.on('request', (request) => {
      const url = request.url()
      if (!['data:', 'blob:'].some((scheme) => url.startsWith(scheme)) && !url.startsWith(origin))
        this.heard.push(`request: ${url}`)
    })
    page.on('pageerror', (error) => this.heard.push(`error: ${error.message}`))
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|Refused to/i.test(message.text()))
        this.heard.push(`policy: ${message.text()}`)
    })
  }
}

/** Flags without which Chromium calls home or refuses to run as root. */
export const BROWSER_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Debian's Chromium where it is installed, else Playwright's own. */
const chromiumOptions = () => ({
  args: BROWSER_FLAGS,
  ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}),
})

export const launchChromium = (): Promise<Browser> => chromium.launch(chromiumOptions())

/** A profile as the program makes it for its own window. */
function ownProfileIn(dataDir: string): string {
  const profile = join(dataDir, 'browser')
  quietProfile(profile)
  return profile
}

function temporaryIn(dataDir: string): string {
  const folder = join(dataDir, 'temporary')
  mkdirSync(folder, { recursive: true })
  return folder
}

async function startWeb(dataDir: string, env: Env, noise: Noise, ownProfile: boolean): Promise<Started> {
  const server = spawn(process.execPath, [join(ROOT, 'out/main/web.cjs'), '--no-open', `--data-dir=${dataDir}`], {
    env,
  })
  if (ownProfile) {
    const log = createWriteStream(join(dataDir, 'log.txt'), { flags: 'a' })
    server.stdout.pipe(log)
    server.stderr.pipe(log)
  }
  const address = await addressOf(server)
  const wanted = { acceptDownloads: true, viewport: { width: 1280, height: 860 } }
  const browser = ownProfile ? null : await launchChromium()
  const context = browser
    ? await browser.newContext(wanted)
    : await chromium.launchPersistentContext(ownProfileIn(dataDir), {
        ...wanted,
        ...chromiumOptions(),
        args: [...quietBrowserFlags()],
      })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin })
  const page = await context.newPage()
  noise.listenTo(page, new URL(address).origin)
  await page.goto(address)
  return {
    page,
    electron: null,
    async stop() {
      await context.close()
      await browser?.close()
      await ended(server)
    },
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const listen = (chunk: Buffer): void => {
      text += chunk.toString()
      const address = /open: (\S+)/.exec(text)?.[1]
      if (address !== undefined) resolve(address)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', () => reject(new Error(`the loopback shell ended: ${text}`)))
  })
}

const ended = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })

async function startElectron(dataDir: string, env: Env, noise: Noise): Promise<Started> {
  const { testElectron } = (await import('../../tools/test-electron.mjs')) as {
    testElectron: () => { path: string; version: string; isPinned: boolean }
  }
  const launch = () =>
    _electron.launch({
      executablePath: testElectron().path,
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT, `--data-dir=${dataDir}`],
      env,
    })
  const electron = await launch().catch((error: unknown) => {
    // The old Electron of the tests has been seen to die of SIGILL before its first line of ours, on a machine under load.
    if (!String(error).includes('Process failed to launch')) throw error
    console.log('Electron died while starting; it is started once more')
    return launch()
  })
  const page = await electron.firstWindow()
  noise.listenTo(page, 'app://')
  return { page, electron, stop: () => electron.close() }
}

async function downloadFrom(page: Page, click: () => Promise<void>): Promise<string> {
  const waiting = page.waitForEvent('download')
  await click()
  return (await waiting).path()
}

/** Electron saves through its own session: the file goes where the test says, without the dialog. */
async function downloadIn(electron: ElectronApplication, dataDir: string, click: () => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(dataDir, 'saved-'))
  await electron.evaluate(
    ({ session }, path) => {
      session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path))
    },
    join(folder, 'file'),
  )
  await click()
  const path = join(folder, 'file')
  await expect
    .poll(() => (readdirSync(folder).includes('file') ? statSync(path).size : 0), { timeout: 20_000 })
    .toBeGreaterThan(200)
  return path
}

export { expect }
