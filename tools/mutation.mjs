/**
 * `npm run mutation`: how much of the money, rate, schedule and loan code the domain's tests would notice being changed.
 * Runs Stryker folder by folder (or over the folders and files named: `npm run mutation -- money loan/summarise.ts`), prints
 * a table and fails below the threshold. Slow (an hour and more): for the night, not for CI. `--incremental` reuses what an
 * earlier run on this machine found for code and tests that have not changed.
 */
import { Stryker } from '@stryker-mutator/core'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CACHE, ROOT } from './install.mjs'

const FOLDERS = ['money', 'rate', 'schedule', 'loan']
const THRESHOLD = 80
const HOME = join(CACHE, 'mutation')

const words = process.argv.slice(2)
const isIncremental = words.includes('--incremental')
const named = words.filter((word) => !word.startsWith('--'))
const parts = named.length > 0 ? named : FOLDERS

/** A folder of src/domain, or one file of it. */
const patternOf = (part) => (part.endsWith('.ts') ? `src/domain/${part}` : `src/domain/${part}/**/*.ts`)

/** Only tests of the domain and its oracles, each property with few runs and one seed: see `mutation-vitest.mjs`. */
const optionsFor = (part) => ({
  mutate: [patternOf(part)],
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation-vitest.mjs' },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  // A mutant in a module's own constants would need a fresh process each: types and tests of the figures hold those.
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  timeoutMS: 10_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 15,
  incremental: isIncremental,
  incrementalFile: join(HOME, `${part.replaceAll('/', '-')}.incremental.json`),
  tempDirName: '.cache/stryker',
  ignorePatterns: ['.cache', 'out', 'docs', 'test-results', 'playwright-report', 'tests/e2e'],
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  jsonReporter: { fileName: join(HOME, `${part.replaceAll('/', '-')}.json`) },
  allowConsoleColors: false,
  logLevel: 'warn',
})

const tally = (part, results, seconds) => {
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length
  const [killed, timeout, survived, uncovered] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map((it) => count(it))
  const valid = killed + timeout + survived + uncovered
  const score = valid === 0 ? 100 : (100 * (killed + timeout)) / valid
  return { part, mutants: valid, killed, timeout, survived, uncovered, static: count('Ignored'), score, seconds }
}

if (!existsSync(join(ROOT, 'node_modules'))) throw new Error('Run npm ci first.')
process.chdir(ROOT)
// The tests run in a copy of the tree: the published vectors lie beside the tree itself.
process.env.SHARED_DIR ??= resolve(ROOT, '../shared')
mkdirSync(HOME, { recursive: true })
const table = []
for (const part of parts) {
  const started = Date.now()
  const results = await new Stryker(optionsFor(part)).runMutationTest()
  table.push(tally(part, results, Math.round((Date.now() - started) / 1000)))
}
console.table(table.map((row) => ({ ...row, score: `${row.score.toFixed(1)} %` })))
writeFileSync(join(HOME, 'table.json'), JSON.stringify(table, null, 2))
process.exit(table.every(({ score }) => score >= THRESHOLD) ? 0 : 1)
