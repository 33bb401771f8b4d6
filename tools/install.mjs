/**
 * Makes a fresh clone runnable with only git and Node: installs the locked packages when they are missing or the lock has
 * changed. Plain Node: nothing from node_modules may be imported here.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
export const CACHE = join(ROOT, '.cache')

const MINIMUM = [20, 19]

/** Runs a command with inherited output and throws one plain sentence when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (result.error) throw new Error(`${command} could not start: ${result.error.message}`)
  if (result.status !== 0)
    throw new Error(`${command} ${args.slice(0, 2).join(' ')} ended with ${result.status ?? result.signal}`)
}

export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1]))
    throw new Error(`Node ${MINIMUM.join('.')} or newer is needed; this is ${process.versions.node}.`)
  const lockHash = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  const marker = join(ROOT, 'node_modules', '.installed-lock')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lockHash) return false
  console.log('installing packages (npm ci) …')
  // No package may fetch a binary of its own while installing: Electron comes later and within a time limit.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  })
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(marker, lockHash)
  return true
}
