/** Builds `out/` when a source, a resource, the lock or a build setting has changed since the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, ROOT } from './install.mjs'

const INPUTS = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'src', 'resources']
const MARKER = join(CACHE, 'built-from')

function* filesUnder(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) yield* filesUnder(child)
    else yield child
  }
}

function sourceHash() {
  const hash = createHash('sha256')
  for (const input of INPUTS) {
    const path = join(ROOT, input)
    for (const file of input.includes('.') ? [path] : filesUnder(path))
      hash
        .update(`${file.slice(ROOT.length)}\0`)
        .update(readFileSync(file))
        .update('\0')
  }
  return hash.digest('hex')
}

export function ensureBuilt({ quiet = false } = {}) {
  const hash = sourceHash()
  if (existsSync(join(ROOT, 'out', 'main', 'cli.cjs')) && existsSync(MARKER) && readFileSync(MARKER, 'utf8') === hash)
    return false
  if (!quiet) console.log('building …')
  const vite = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' },
  })
  if (result.status !== 0) throw new Error('the build failed')
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(MARKER, hash)
  return true
}
