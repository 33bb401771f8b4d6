/** The walls: format, types, lint, layers, unused code, lock. Each is one check; all run even when one fails. */
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { ROOT } from './install.mjs'

const CHECKS = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['types', 'tsc', ['-b']],
  ['lint', 'eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/']],
  ['layers', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'src', 'resources', '--output-type', 'err']],
  ['unused', 'knip', []],
  ['lock', process.execPath, ['tools/check-lock.mjs']],
]

/** Runs every check and answers how many passed and failed. */
export function check() {
  const outcome = { passed: 0, failed: 0 }
  for (const [name, command, args] of CHECKS) {
    const started = Date.now()
    const isNode = command === process.execPath
    const result = spawnSync(isNode ? command : 'npx', isNode ? args : ['--no-install', command, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent' },
    })
    const isGood = result.status === 0
    outcome[isGood ? 'passed' : 'failed'] += 1
    console.log(`${isGood ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  }
  return outcome
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(check().failed === 0 ? 0 : 1)
