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

const npx = (args, env = {}) =>
  spawnSync('npx', ['--no-install', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent', ...env },
  }).status

/** A runner that failed without a report (it crashed, or found nothing) counts as one failure. */
function counted(report, status, count) {
  const outcome = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  if (status !== 0 && outcome.failed === 0) outcome.failed = 1
  if (outcome.passed + outcome.failed === 0) outcome.failed = 1
  return outcome
}

stage('install', () => void ensureInstalled())
const { ensureSystemPackages } = await import('./system-packages.mjs')
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

stage('e2e in both shells', () => {
  const report = join(CACHE, 'playwright.json')
  rmSync(report, { force: true })
  const status = npx(['playwright', 'test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
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
