import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, Menu, session } from 'electron'
import { PAGE_ADDRESS, registerAppScheme, serveApp } from './app-scheme'
import { denyEverything, guardContents } from './guards'
import { startHost, type Host } from './host-process'
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
let host: Host | null = null

function show(): void {
  if (!window) {
    window = createWindow(join(__dirname, '..', 'preload', 'index.cjs'))
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
  serveApp(session.defaultSession, join(__dirname, '..', 'renderer'))
  host = await startHost(
    join(__dirname, 'host.cjs'),
    { dataDir: folder, version: app.getVersion(), shell: 'electron' },
    { answer: answerQuestion, onComeForward: show, onEnd: () => app.quit() },
  )
  if (!host) {
    // The other shell has this data folder open and was asked to come forward.
    process.stdout.write('already open: another window has this data folder; it comes forward.\n')
    app.quit()
    return
  }
  const running = host
  ipcMain.handle('rpc', (event, name: unknown, input: unknown) => {
    if (!isOurPage(event.senderFrame) || typeof name !== 'string') return { ok: false, error: { code: 'disconnected' } }
    return running.call(name, input)
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

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', show)
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', () => host?.end())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit())
  run().catch((error: unknown) => {
    dialog.showErrorBox('缓一缓', error instanceof Error ? error.message : 'could not start')
    app.exit(1)
  })
} else {
  process.stdout.write('already open: its window comes forward.\n')
  app.quit()
}
