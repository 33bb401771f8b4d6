import { expect } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import type { Key } from '#contract/dto/vault'
import type { Reply } from '#contract/errors'
import type { CommandName, Input, Output, ProcedureName } from '#contract/procedures'
import { composeHost, type Surroundings } from '#host/compose-host'
import { directClient } from '#services/dispatch'
import { surroundings, TODAY } from '../../vault-around'

export const PASSWORD = 'Lantern-River-71-Quay'
export const OTHER = 'Quiet-Orchard-58-Mill'
export const byPassword = (password = PASSWORD): Key & { way: 'password' } => ({ way: 'password', password })
export const DAY = 86_400_000
export const START = Date.UTC(2026, 10, 24, 4)

/** A host over a disk, a clock only the test moves, and background work that runs when the test says so. */
export async function backupHost(fs: MemoryFs, at = START, given: Partial<Surroundings> = {}) {
  const time = { instantMs: at }
  const waiting: (() => void)[] = []
  const client = directClient(
    await composeHost(
      surroundings({
        fs,
        clock: { today: () => TODAY, instant: () => time.instantMs, elapsed: () => time.instantMs },
        later: (work) => void waiting.push(work),
        ...given,
      }),
    ),
  )
  const good = async <N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply = (await client.call(name, input)) as Reply<Output<N>>
    expect(reply, name).toMatchObject({ ok: true })
    return (reply as { value: Output<N> }).value
  }
  const document = async () => (await good('case.get', {})).document
  const command = async <N extends CommandName>(name: N, input: Omit<Input<N>, 'expectedRevision'>) =>
    client.call(name, { expectedRevision: (await document()).revision, ...input } as Input<N>)
  return {
    client,
    time,
    good,
    document,
    command,
    /** Saves a figure by which states can be told apart. */
    save: (cash: number) =>
      command('budget.save', { budget: { lines: [], cashNowFen: cash as never, reserveFen: 0 as never } }),
    cash: async () => Number((await document()).budget.cashNowFen),
    /** Lets what waits in the background run to its end. */
    async background() {
      for (const work of waiting.splice(0)) work()
      return (await client.call('backups.state', {})).ok
    },
    create: (password = PASSWORD) => good('vault.create', { protection: { kind: 'password', password } }),
    open: (password = PASSWORD) => client.call('vault.open', { key: byPassword(password) }),
    /** Sends a file as the page does. */
    async pick(bytes: Uint8Array) {
      await good('backups.begin', {})
      for (let offset = 0; offset < bytes.length; offset += 30_000) {
        const base64 = Buffer.from(bytes.subarray(offset, offset + 30_000)).toString('base64')
        await good('backups.append', { offset, base64 })
      }
    },
    /** A recovery code, made and confirmed. */
    async recoveryCode(password = PASSWORD): Promise<string> {
      const { code } = await good('vault.proposeRecoveryCode', { key: byPassword(password) })
      const groups = [1, 6].map((index) => ({ index, text: code.split('-')[index] ?? '' }))
      await good('vault.confirmRecoveryCode', { groups })
      return code
    },
  }
}

export const backupsOn = async (fs: MemoryFs): Promise<string[]> =>
  [...(await fs.list('/vault/backups'))].filter((name) => name.endsWith('.brbackup')).sort()

/** The bytes of the newest backup. */
export async function newestBackup(fs: MemoryFs): Promise<Uint8Array> {
  const name = (await backupsOn(fs)).at(-1) ?? ''
  return fs.read(`/vault/backups/${name}`)
}

/** A vault with a password and one figure, backed up by hand. */
export async function backedUp(cash = 100) {
  const fs = new MemoryFs()
  const host = await backupHost(fs)
  await host.create()
  await host.save(cash)
  await host.good('backups.make', {})
  return { fs, host }
}
