import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { builtScript } from '../../durability/built-script'
import { GOLDEN, GOLDEN_KEYS, openCopy, writeGoldenVaults } from './golden-vaults'

const WHOLE = { ok: true, state: 'opened', loans: 5, isSample: true }
const EVERY_ONE = Object.fromEntries(Object.keys(GOLDEN_KEYS).map((vault) => [vault, WHOLE]))

/** What a runtime finds in the golden vaults. */
async function openedBy(runtime: string, env: NodeJS.ProcessEnv): Promise<unknown> {
  const script = await builtScript('tests/adapters/vault/open-golden-vaults.ts')
  try {
    const run = spawnSync(runtime, [script.path], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    })
    if (run.status !== 0) throw new Error(run.stderr)
    return JSON.parse(run.stdout) as unknown
  } finally {
    script.remove()
  }
}

// A new format gets its vaults once, by `WRITE_GOLDEN_VAULTS=<format> npx vitest run <this file>`; committed ones stay as
// they are for good.
const asked = Number(process.env['WRITE_GOLDEN_VAULTS'] ?? 0)
if (asked > 0) console.log(`recovery code of the new vaults: ${await writeGoldenVaults(asked)}`)

test('every committed vault has its key here', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual(Object.keys(GOLDEN_KEYS).sort())
})

test('golden vaults open whole in this Node', { timeout: 60_000 }, async () => {
  expect(await openedBy(process.execPath, {})).toMatchObject({ isElectron: false, isSound: true, found: EVERY_ONE })
})

test(
  'golden vaults open whole in Electron’s own Node, which has another cryptography',
  { timeout: 90_000 },
  async () => {
    const { testElectron } = (await import('../../../tools/test-electron.mjs')) as {
      testElectron: () => { path: string }
    }
    const found = await openedBy(testElectron().path, { ELECTRON_RUN_AS_NODE: '1' })
    expect(found).toMatchObject({ isElectron: true, isSound: true, found: EVERY_ONE })
  },
)

test('a golden vault does not open with another one’s key (control)', { timeout: 60_000 }, async () => {
  const wrong = await openCopy('format-2-renewed', GOLDEN_KEYS['format-2-password'] ?? { way: 'device' })
  expect(wrong.opened).toMatchObject({ ok: false, error: { code: 'wrong_key' } })
  expect(wrong.document).toBeNull()
})
