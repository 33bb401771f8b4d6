import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SessionGuard, type GiveUp } from '#contract/session-guard'
import { hostMedia } from '#shells/host-media'
import { idleLimit } from '#shells/idle-limit'
import { nodeTimers } from '#shells/node-timers'
import { EventStreams } from './event-streams'
import { forkHost } from './host-process'
import { startLoopbackServer } from './loopback-server'
import { openWindow } from './open-window'
import { preferencesIn } from './preferences'
import { SessionTokens } from './session-tokens'

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

const tokens = new SessionTokens(() => Date.now())
const addressOf = (port: number): string => `http://127.0.0.1:${port}/#k=${tokens.bootstrap()}`

const GAVE_UP: Readonly<Record<GiveUp, string>> = {
  elsewhere: 'another program opened this case while it was locked here. This one ends.',
  hostKeepsEnding:
    'the part of the program that holds the case keeps ending. What was saved is on disk. Start it again.',
}

async function run(): Promise<void> {
  let comeForward = (): void => undefined
  let forgetLaunch = (): void => undefined
  const streams = new EventStreams((count) => guard.pagesAre(count))
  const guard: SessionGuard = new SessionGuard({
    fork: (shutReason) =>
      forkHost(join(__dirname, 'host.cjs'), {
        dataDir,
        version: values['app-version'],
        shell: 'web',
        ...(shutReason ? { shutReason } : {}),
      }),
    events: {
      answer: (question) => preferencesIn(dataDir).answer(question),
      onComeForward: () => comeForward(),
    },
    timers: nodeTimers,
    countsPages: true,
    limits: { idleMs: idleLimit(process.env) },
    onShut: (reason) => {
      tokens.revokeReading()
      streams.push({ type: 'shut', reason })
    },
    onGiveUp: (why) => {
      console.error(GAVE_UP[why])
      process.exit(1)
    },
  })
  if (!(await guard.start())) {
    console.log('already open: 缓一缓 is running on this data folder; its window comes forward.')
    return
  }
  const { server, port } = await startLoopbackServer({
    pageFolder: join(__dirname, '..', 'renderer'),
    tokens,
    streams,
    guard,
    media: hostMedia(guard.call),
    onSession: () => forgetLaunch(),
  })
  let isStopping = false
  const stop = (): void => {
    // A terminal sends Ctrl+C to every process of its group, and the launcher passes it on: it comes twice.
    if (isStopping) return
    isStopping = true
    server.close()
    server.closeAllConnections()
    void guard.end().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

  if (values['no-open']) {
    console.log(`open: ${addressOf(port)}`)
    comeForward = () => console.log(`open: ${addressOf(port)}`)
    return
  }
  const show = (): void => {
    const opened = openWindow(addressOf(port), dataDir)
    if (opened.how === 'noDisplay') {
      console.log(`no display here. Open within a minute: ${addressOf(port)}`)
      return
    }
    forgetLaunch = () => opened.forget()
    if (opened.how === 'defaultBrowser') console.log('opened in the default browser. Ctrl+C ends the program.')
    else {
      console.log('opened in a browser window of its own. Ctrl+C ends the program.')
      const { child } = opened
      process.once('exit', () => child.kill())
    }
  }
  comeForward = show
  show()
}

function defaultDataDir(): string {
  const home = homedir()
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? home, 'breathing-room')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'breathing-room')
  return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'breathing-room')
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'could not start')
  process.exit(1)
})
