/**
 * `npm start`: installs, builds when needed, opens the app. Electron when its binary is there or can be fetched within a
 * limit, otherwise the same app in its loopback shell in the installed browser. One plain line says which and why.
 *
 *   --shell=electron|web   choose the shell    --no-open   serve and print the address    --data-dir=…   where the case lies
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { CACHE, ensureInstalled, ROOT } from './install.mjs'

const FETCH_LIMIT_MS = 120_000
const RETRY_AFTER_MS = 24 * 3_600_000

function options() {
  try {
    const { values } = parseArgs({
      options: { shell: { type: 'string' }, 'no-open': { type: 'boolean' }, 'data-dir': { type: 'string' } },
    })
    if (values.shell !== undefined && values.shell !== 'electron' && values.shell !== 'web')
      throw new Error('--shell is electron or web')
    return values
  } catch (error) {
    console.error(error.message)
    process.exit(2)
  }
}

/** The installed binary, by the package's own records; nothing is imported, so nothing can start a download. */
function electronBinary() {
  const folder = join(ROOT, 'node_modules', 'electron')
  try {
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(binary) && existsSync(join(folder, 'dist', 'version')) ? binary : null
  } catch {
    return null
  }
}

/** Tries Electron's own installer once a day, never longer than the limit. */
async function fetchElectron(isAsked) {
  const marker = join(CACHE, 'electron-not-fetched')
  const lastTry = existsSync(marker) ? Number(readFileSync(marker, 'utf8')) : 0
  if (!isAsked && Date.now() - lastTry < RETRY_AFTER_MS) return null
  console.log('fetching Electron (at most two minutes) …')
  const installer = spawn(process.execPath, [join(ROOT, 'node_modules', 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: FETCH_LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  await new Promise((done) => {
    installer.once('exit', done)
    installer.once('error', done)
  })
  const binary = electronBinary()
  if (binary === null) {
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(marker, String(Date.now()))
  }
  return binary
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

async function chooseShell(wanted) {
  if (wanted.shell === 'web') return { why: 'the browser, as asked' }
  if (wanted['no-open']) return { why: 'nothing is opened, as asked' }
  if (!hasDisplay()) return { why: 'the browser, because there is no display here' }
  const binary = electronBinary() ?? (await fetchElectron(wanted.shell === 'electron'))
  if (binary !== null) return { binary, why: 'the desktop window' }
  if (wanted.shell === 'electron') {
    console.error(
      'Electron is not here and could not be fetched. Set ELECTRON_MIRROR, or start without --shell=electron.',
    )
    process.exit(1)
  }
  return {
    why: 'the browser, because Electron could not be fetched (tried at most once a day; --shell=electron tries now)',
  }
}

const wanted = options()
try {
  ensureInstalled()
  ensureBuilt()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const chosen = await chooseShell(wanted)
const version = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version
const dataDir = wanted['data-dir'] === undefined ? [] : [`--data-dir=${resolve(wanted['data-dir'])}`]
const isRoot = process.getuid?.() === 0
console.log(`缓一缓 / Breathing Room ${version}: ${chosen.why}.`)

const child = chosen.binary
  ? spawn(chosen.binary, [...(isRoot ? ['--no-sandbox'] : []), ROOT, ...dataDir], { stdio: 'inherit' })
  : spawn(
      process.execPath,
      [
        join(ROOT, 'out', 'main', 'web.cjs'),
        `--app-version=${version}`,
        ...dataDir,
        ...(wanted['no-open'] ? ['--no-open'] : []),
      ],
      { stdio: 'inherit' },
    )
// The child ends what it started; this process ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('error', (error) => {
  console.error(`could not start: ${error.message}`)
  process.exit(1)
})
child.once('exit', (code) => process.exit(code ?? 0))
