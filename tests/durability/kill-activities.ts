import { createHash, randomBytes } from 'node:crypto'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { nodeFs } from '#adapters/node/node-fs'
import { plainCodec } from '#adapters/node/vault/plain-codec'
import { VaultGenerations } from '#adapters/node/vault/vault-generations'
import type { Key } from '#contract/dto/vault'
import { HostDriver } from './host-driver'
import type { Activity } from './kill-lab'

export interface Acknowledged {
  acknowledged: number
  lost: number
  /** Revision last acknowledged. */
  revision: number
}

const nothingYet = (): Acknowledged => ({ acknowledged: 0, lost: 0, revision: 0 })

/** Saves one figure after another. */
export const saving = (host?: Activity<Acknowledged>['host']): Activity<Acknowledged> => ({
  name: 'save',
  withinMs: 120,
  ...(host ? { host } : {}),
  prepare: () => Promise.resolve(nothingYet()),
  async open(dataDir, state) {
    const opened = await HostDriver.opened(dataDir, host)
    const revision = await opened.revision()
    state.lost += Math.max(0, state.revision - revision)
    state.revision = revision
    return opened
  },
  async act(opened, state) {
    for (let next = state.revision; ;) {
      const budget = { lines: [], cashNowFen: next + 1, reserveFen: 0 }
      const saved = await opened.good<{ revision: number }>('budget.save', { expectedRevision: next, budget })
      next = saved.revision
      state.revision = next
      state.acknowledged += 1
    }
  },
})

interface Passwords extends Acknowledged {
  /** The keys that may open: the acknowledged one, and while a change runs the next one as well. */
  keys: readonly Key[]
}

const ONE: Key = { way: 'password', password: 'Lantern-River-71-Quay' }
const TWO: Key = { way: 'password', password: 'Quiet-Orchard-58-Mill' }
const passwordOf = (key: Key): string => (key.way === 'password' ? key.password : '')

async function openedByOneOf(
  dataDir: string,
  keys: readonly Key[],
  script: string,
): Promise<{ host: HostDriver; key: Key }> {
  const host = await HostDriver.start(dataDir, { script })
  if (!host) throw new Error('another host holds the vault')
  for (const key of keys) if ((await host.call('vault.open', { key })).ok) return { host, key }
  throw new Error('no password opens the vault any more')
}

/**
 * Changes the password to and fro, by renewing every key or by a new slot; a save in between shows that the case is whole.
 * `script` is a host whose scrypt costs nothing, so that the kills hit the writing and not the deriving.
 */
export const changingPassword = (by: 'vault.setPassword' | 'vault.renewKeys', script: string): Activity<Passwords> => ({
  name: by,
  withinMs: 200,
  async prepare(dataDir) {
    const host = await HostDriver.start(dataDir, { script })
    if (!host) throw new Error('another host holds the vault')
    await host.good('vault.create', { protection: { kind: 'password', password: passwordOf(ONE) } })
    await host.kill()
    return { ...nothingYet(), keys: [ONE] }
  },
  async open(dataDir, state) {
    const { host, key } = await openedByOneOf(dataDir, state.keys, script)
    const revision = await host.revision()
    state.lost += Math.max(0, state.revision - revision)
    state.revision = revision
    state.keys = [key]
    return host
  },
  async act(host, state) {
    for (;;) {
      const key = state.keys[0] ?? ONE
      const next = passwordOf(key) === passwordOf(ONE) ? TWO : ONE
      state.keys = [key, next]
      await host.good(by, { key, password: passwordOf(next) })
      state.keys = [next]
      state.acknowledged += 1
      const budget = { lines: [], cashNowFen: state.revision, reserveFen: 0 }
      await host.good('budget.save', { expectedRevision: state.revision, budget })
      state.revision += 1
    }
  },
})

const GOLDEN_DOCUMENT = join(process.cwd(), 'tests', 'fixtures', 'documents', 'v1.json')

/** An unprotected vault of the first format, as issue A wrote it. */
async function writePlainVault(dataDir: string, document: unknown): Promise<void> {
  const plain = new VaultGenerations(nodeFs, join(dataDir, 'vault'), () => Date.now(), plainCodec)
  await plain.open()
  await plain.save(JSON.stringify({ document, history: { undo: [], redo: [] } }))
}

/**
 * Takes over an unprotected vault of the first format with a document of the first version: keys are made, the case is
 * migrated and sealed, the old files are destroyed. Each time one is through, the next begins with the old vault again.
 */
export const migrating = (): Activity<Acknowledged> => {
  const document = JSON.parse(readFileSync(GOLDEN_DOCUMENT, 'utf8')) as { loans: unknown[] }
  const source = (dataDir: string): string => join(dataDir, 'source')
  const data = (dataDir: string): string => join(dataDir, 'data')
  return {
    name: 'migration',
    withinMs: 60,
    async prepare(dataDir) {
      await writePlainVault(source(dataDir), document)
      cpSync(source(dataDir), data(dataDir), { recursive: true })
      return nothingYet()
    },
    async open(dataDir, state) {
      const host = await HostDriver.start(data(dataDir))
      if (!host) throw new Error('another host holds the vault')
      const { state: found } = await host.good<{ state: string }>('vault.status', {})
      if (found === 'plain') return host
      if (found !== 'shut') state.lost += 1
      await host.openVault()
      const got = await host.good<{ document: { loans: unknown[] } }>('case.get', {})
      if (got.document.loans.length !== document.loans.length) state.lost += 1
      state.acknowledged += 1
      await host.kill()
      rmSync(data(dataDir), { recursive: true })
      cpSync(source(dataDir), data(dataDir), { recursive: true })
      return this.open(dataDir, state)
    },
    async act(host) {
      await host.good('vault.create', { protection: { kind: 'none' } })
      await host.exited
      throw new Error('killed')
    },
  }
}

interface Imports extends Acknowledged {
  /** Attachments acknowledged, by SHA-256. */
  readonly kept: Set<string>
}

/** Imports one file after another; what is acknowledged must be named by the case, and its bytes be here. */
export const importingFiles = (): Activity<Imports> => ({
  name: 'attachment import',
  withinMs: 250,
  async prepare(dataDir) {
    const host = await HostDriver.opened(dataDir)
    await host.kill()
    return { ...nothingYet(), kept: new Set() }
  },
  async open(dataDir, state) {
    const host = await HostDriver.opened(dataDir)
    const { document } = await host.good<{
      document: { revision: number; attachments: { id: string; sha256: string }[] }
    }>('case.get', {})
    const here = new Set((await host.good<{ ids: string[] }>('files.here', {})).ids)
    const named = new Map(document.attachments.map(({ sha256, id }) => [sha256, id]))
    for (const sha256 of state.kept) if (!here.has(named.get(sha256) ?? '')) state.lost += 1
    // Never a name without its bytes, acknowledged or not.
    for (const { id } of document.attachments) if (!here.has(id)) state.lost += 1
    state.revision = document.revision
    return host
  },
  async act(host, state) {
    for (;;) {
      const bytes = randomBytes(150_000)
      const offer = {
        name: 'a.bin',
        mediaType: 'application/octet-stream',
        sizeBytes: bytes.length,
        fileTime: null,
        loanId: null,
      }
      const { uploadId } = await host.good<{ uploadId: string }>('files.begin', offer)
      await host.good('files.append', { uploadId, offset: 0, base64: bytes.toString('base64') })
      const finished = { expectedRevision: state.revision, uploadId }
      state.revision = (await host.good<{ revision: number }>('files.finish', finished)).revision
      state.kept.add(createHash('sha256').update(bytes).digest('hex'))
      state.acknowledged += 1
    }
  },
})
