/**
 * `npm test`: everything, from a clone with nothing but git and Node. Prints its stages with their times and ends with
 * `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, ensureInstalled, ROOT } from './install.mjs'

const totals = { passed: 0, failed: 0, skipped: 0 }
const times = []

function stage(name, work) {
  const started = Date.now()
  console.log(`\n── ${name}`)
  const outcome = work() ?? { passed: 0, failed: 0 }
  totals.passed += outcome.passed
  totals.failed += outcome.failed
  totals.skipped += outcome.skipped ?? 0
  times.push(`${name}: ${((Date.now() - started) / 1000).toFixed(0)} s`)
}

const spawned = (command, args, env = {}) =>
  spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent', ...env },
  }).status

const npx = (args, env) => spawned('npx', ['--no-install', ...args], env)

/** A runner that failed without a report (it crashed, or found nothing) counts as one failure. */
function counted(report, status, count) {
  const outcome = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  if (status !== 0 && outcome.failed === 0) outcome.failed = 1
  if (outcome.passed + outcome.failed === 0) outcome.failed = 1
  return outcome
}

stage('install', () => void ensureInstalled())
const { ensureSystemPackages, onPath } = await import('./system-packages.mjs')
stage('system packages', () => void ensureSystemPackages())
mkdirSync(CACHE, { recursive: true })

// By the launcher's own build step, so that what the tests start is not built a second time under their feet.
const { ensureBuilt } = await import('./build.mjs')
stage('build', () => {
  try {
    ensureBuilt()
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  }
})

const { check } = await import('./check.mjs')
stage('check', check)

stage('unit, property, oracle, conformance, durability', () => {
  const report = join(CACHE, 'vitest.json')
  rmSync(report, { force: true })
  const status = npx(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return counted(report, status, (json) => ({
    passed: json.numPassedTests,
    failed:
      json.numFailedTests +
      json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
    skipped: json.numPendingTests,
  }))
})

/** Why the desktop specs cannot run here, or null. The test Electron is fetched now, so that no spec waits for it. */
async function withoutDesktop() {
  const { testElectron } = await import('./test-electron.mjs')
  try {
    const { version, isPinned } = testElectron()
    console.log(`desktop shell: Electron ${version}${isPinned ? '' : ' (for tests only; the pinned one is not here)'}`)
  } catch (error) {
    return error.message
  }
  if (process.platform !== 'linux' || process.env.DISPLAY || onPath('xvfb-run')) return null
  return 'no display and no xvfb-run'
}

const desktopMissing = await withoutDesktop()
stage(desktopMissing === null ? 'e2e in both shells' : 'e2e in the loopback shell', () => {
  if (desktopMissing !== null) console.log(`SKIPPED, the desktop shell: ${desktopMissing}`)
  const report = join(CACHE, 'playwright.json')
  rmSync(report, { force: true })
  const words = ['playwright', 'test', ...(desktopMissing === null ? [] : ['--project=web'])]
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && desktopMissing === null
  const status = needsDisplay ? spawned('xvfb-run', ['-a', 'npx', '--no-install', ...words], env) : npx(words, env)
  return counted(report, status, (json) => ({
    passed: json.stats.expected + json.stats.flaky,
    failed: json.stats.unexpected,
    skipped: json.stats.skipped,
  }))
})

console.log(`\n${times.join('\n')}`)
if (totals.skipped > 0) console.log(`${totals.skipped} skipped: each says why above`)
const line = `${totals.passed} passed, ${totals.failed} failed`
writeFileSync(join(CACHE, 'test-summary.txt'), `${line}\n`)
console.log(line)
process.exit(totals.failed === 0 ? 0 : 1)
