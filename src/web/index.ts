import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { GiveUp } from '#contract/session-guard'
import { Keeper } from './keeper'
import { openWindow } from './open-window'

process.umask(0o077)
const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    'no-open': { type: 'boolean' },
    'app-version': { type: 'string', default: '0' },
  },
})
const dataDir = resolve(values['data-dir'] ?? defaultDataDir())
mkdirSync(dataDir, { recursive: true, mode: 0o700 })

const GAVE_UP: Readonly<Record<GiveUp, string>> = {
  elsewhere: 'another program opened this case while it was locked here. This one ends.',
  hostKeepsEnding:
    'the part of the program that holds the case keeps ending. What was saved is on disk. Start it again.',
}

let forgetLaunch = (): void => undefined
let isStopping = false

const keeper = new Keeper({
  transportPath: join(__dirname, 'transport.cjs'),
  dataDir,
  version: values['app-version'],
  nowMs: () => performance.now(),
  events: {
    onReady: () => undefined,
    onAlreadyOpen: () => {
      console.log('already open: 缓一缓 is running on this data folder; its window comes forward.')
      process.exit(0)
    },
    onShow: (address) => {
      if (values['no-open']) console.log(`open: ${address}`)
      else show(address)
    },
    onArrived: () => forgetLaunch(),
    onGiveUp: (why) => {
      console.error(GAVE_UP[why])
      process.exit(1)
    },
    onEnd: (code) => process.exit(isStopping ? 0 : code === 0 ? 1 : code),
  },
})

function show(address: string): void {
  const opened = openWindow(address, dataDir)
  if (opened.how === 'noDisplay') {
    console.log(`no display here. Open within a minute: ${address}`)
    return
  }
  forgetLaunch = opened.forget
  if (opened.how === 'defaultBrowser') console.log('opened in the default browser. Ctrl+C ends the program.')
  else {
    console.log('opened in a browser window of its own. Ctrl+C ends the program.')
    const { child } = opened
    process.once('exit', () => child.kill())
  }
}

function stop(): void {
  // A terminal sends Ctrl+C to every process of its group, and the launcher passes it on: it comes twice.
  if (isStopping) return
  isStopping = true
  keeper.end()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

function defaultDataDir(): string {
  const home = homedir()
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? home, 'breathing-room')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'breathing-room')
  return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'breathing-room')
}

keeper.start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'could not start')
  process.exit(1)
})
