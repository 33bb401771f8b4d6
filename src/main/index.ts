import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, Menu, powerMonitor, session } from 'electron'
import { SessionGuard } from '#contract/session-guard'
import { hostMedia } from '#shells/host-media'
import { idleLimit } from '#shells/idle-limit'
import { nodeTimers } from '#shells/node-timers'
import { PAGE_ADDRESS, registerAppScheme, serveApp } from './app-scheme'
import { forgetPage } from './forget-page'
import { denyEverything, guardContents, leadBack } from './guards'
import { forkHost } from './host-process'
import { answerQuestion } from './questions'
import { createWindow } from './window'
import { isOurPage } from './sender'

registerAppScheme()
Menu.setApplicationMenu(null)
process.umask(0o077)
const folder = dataDir()
// The single-instance lock lies in this folder and is refused while the folder does not exist.
mkdirSync(folder, { recursive: true, mode: 0o700 })
app.setPath('userData', folder)
app.setPath('sessionData', join(folder, 'browser'))
// As root on Linux Chromium cannot start its sandbox at all; `npm start` passes the flag only then, and says so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

let window: BrowserWindow | null = null

const guard = new SessionGuard({
  fork: (shutReason) =>
    forkHost(join(__dirname, 'host.cjs'), {
      dataDir: folder,
      version: app.getVersion(),
      shell: 'electron',
      ...(shutReason ? { shutReason } : {}),
    }),
  events: { answer: answerQuestion, onComeForward: show },
  timers: nodeTimers,
  countsPages: false,
  endsWithVault: false,
  limits: { idleMs: idleLimit(process.env) },
  onShut: (reason) => {
    if (window) void forgetPage(window, { type: 'shut', reason })
  },
  onGiveUp: (why) => {
    // The person reads it on the terminal or in the log of the desktop; the case is whole on disk.
    process.stdout.write(
      why === 'elsewhere'
        ? 'another program opened this case while it was locked here. This one ends.\n'
        : 'the part of the program that holds the case keeps ending. What was saved is on disk. Start it again.\n',
    )
    app.quit()
  },
})

function show(): void {
  if (!window) {
    window = createWindow(join(__dirname, '..', 'preload', 'index.cjs'))
    leadBack(window.webContents)
    window.on('closed', () => {
      window = null
    })
    void window.loadURL(PAGE_ADDRESS)
    return
  }
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function run(): Promise<void> {
  await app.whenReady()
  denyEverything(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  serveApp(session.defaultSession, join(__dirname, '..', 'renderer'), hostMedia(guard.call))
  if (!(await guard.start())) {
    // The other shell has this data folder open and was asked to come forward.
    process.stdout.write('already open: another window has this data folder; it comes forward.\n')
    app.quit()
    return
  }
  powerMonitor.on('suspend', () => void guard.shut('suspend'))
  powerMonitor.on('lock-screen', () => void guard.shut('screenLock'))
  ipcMain.handle('rpc', (event, name: unknown, input: unknown) => {
    if (!isOurPage(event.senderFrame) || typeof name !== 'string') return { ok: false, error: { code: 'disconnected' } }
    return guard.call(name, input)
  })
  show()
}

/** `--data-dir=…` or the usual place of the system, the same in both shells. */
function dataDir(): string {
  const flag = process.argv.find((word) => word.startsWith('--data-dir='))?.slice('--data-dir='.length)
  if (flag) return isAbsolute(flag) ? flag : resolve(flag)
  const home = homedir()
  if (process.platform === 'linux')
    return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'breathing-room')
  return join(app.getPath('appData'), 'breathing-room')
}

/** The host ends before the program does, with the writes that are under way. */
function endHostFirst(event: { preventDefault(): void }): void {
  event.preventDefault()
  void guard.end().then(() => app.exit(0))
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', show)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', endHostFirst)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit())
  run().catch((error: unknown) => {
    dialog.showErrorBox('缓一缓', error instanceof Error ? error.message : 'could not start')
    app.exit(1)
  })
} else {
  process.stdout.write('already open: its window comes forward.\n')
  app.quit()
}
