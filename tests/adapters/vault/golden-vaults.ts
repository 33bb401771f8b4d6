import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Key, Protection } from '#contract/dto/vault'
import { createHost } from '#host/create-host'
import { directClient } from '#services/dispatch'
import { surroundings } from '../../vault-around'

/** Vaults as earlier versions wrote them, committed for good: every later version opens them. */
export const GOLDEN = join(process.cwd(), 'tests', 'fixtures', 'vaults')

/** The secrets of the golden vaults: they protect a made-up case and nothing else. */
export const GOLDEN_KEYS: Readonly<Record<string, Key>> = {
  'format-2-none': { way: 'device' },
  'format-2-password': { way: 'password', password: 'Lantern-River-71-Quay' },
  // Typed with a full-width letter: NFKC makes it the same password.
  'format-2-chinese': { way: 'password', password: '慢慢来，日子会好Ａ起来的' },
  'format-2-recovery': { way: 'recovery', code: 'YD62S-39ET6-9TCH4-RGMBB-F02D5-K34D2-TXHJS-VVMHM' },
  'format-2-renewed': { way: 'password', password: 'Quiet-Orchard-58-Mill' },
}

const hostOn = async (dataDir: string) => {
  const { pdf, imports, preferences, version, shutReason, onOpened } = surroundings()
  return directClient(
    await createHost({
      dataDir,
      version,
      shell: 'test',
      pdf,
      imports,
      preferences,
      shutReason,
      pickFolder: null,
      onOpened,
    }),
  )
}

/** Opens a copy of a vault on the real disk with the real cryptography and answers what the case holds. */
export async function openCopy(vault: string, key: Key) {
  const dataDir = mkdtempSync(join(tmpdir(), 'golden-'))
  try {
    cpSync(join(GOLDEN, vault), join(dataDir, 'vault'), { recursive: true })
    const client = await hostOn(dataDir)
    const opened = await client.call('vault.open', { key })
    const got = await client.call('case.get', {})
    return { opened, document: got.ok ? got.value.document : null, state: got.ok ? got.value.opened.state : null }
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

/** Writes the golden vaults of the present format; answers the recovery code of the one that has one. */
export async function writeGoldenVaults(format: number): Promise<string> {
  let code = ''
  for (const kind of ['none', 'password', 'chinese', 'recovery', 'renewed']) {
    const dataDir = mkdtempSync(join(tmpdir(), 'golden-'))
    const client = await hostOn(dataDir)
    const password = kind === 'chinese' ? '慢慢来，日子会好A起来的' : 'Lantern-River-71-Quay'
    const protection: Protection = kind === 'none' ? { kind } : { kind: 'password', password }
    await client.call('vault.create', { protection })
    await client.call('case.loadSample', { expectedRevision: 0, language: 'zh-CN' })
    const key: Key = { way: 'password', password }
    if (kind === 'renewed') await client.call('vault.renewKeys', { key, password: 'Quiet-Orchard-58-Mill' })
    if (kind === 'recovery') {
      const proposed = await client.call('vault.proposeRecoveryCode', { key })
      code = proposed.ok ? proposed.value.code : ''
      const groups = [0, 7].map((index) => ({ index, text: code.split('-')[index] ?? '' }))
      await client.call('vault.confirmRecoveryCode', { groups })
    }
    const target = join(GOLDEN, `format-${format}-${kind}`)
    mkdirSync(GOLDEN, { recursive: true })
    cpSync(join(dataDir, 'vault'), target, { recursive: true })
    rmSync(dataDir, { recursive: true })
  }
  return code
}
