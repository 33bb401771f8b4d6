import type { MemoryFs } from '#adapters/memory/memory-fs'
import { plainCodec } from '#adapters/node/vault/plain-codec'
import type { Vault } from '#adapters/node/vault/vault'
import { VaultGenerations } from '#adapters/node/vault/vault-generations'
import { composeHost } from '#host/compose-host'
import type { Client } from '#contract/client'
import type { Key } from '#contract/dto/vault'
import { directClient } from '#services/dispatch'
import { emptyDocument } from '#services/document/empty-document'
import { EMPTY_HISTORY } from '#services/document/history'
import type { FsPort, VaultSecret } from '#services/ports'
import { sealedGenerations, surroundings, vaultOn } from '../vault-around'
import type { Scenario } from './power-lab'

/** What writes texts one after the other; the real one, or a careless one as a control. */
export interface Saver {
  open(): Promise<unknown>
  save(text: string): Promise<void>
}

const DAY = 86_400_000

/** Saves texts, far enough apart in time that generations are pruned as well. */
export const savesBy = (
  name: string,
  make: (fs: FsPort, now: () => number) => Saver,
  saves: number,
  reopen: Scenario['reopen'] = reopenGenerations,
): Scenario => ({
  name,
  async run(fs, ledger) {
    let now = 1_000 * DAY
    const saver = make(fs, () => now)
    await saver.open()
    for (let n = 1; n <= saves; n += 1) {
      now += DAY / 3
      if (n > 1) ledger.begins(`text ${n}`)
      await saver.save(`text ${n}`)
      ledger.acknowledged(`text ${n}`)
    }
  },
  reopen,
})

export const reopenGenerations = async (fs: MemoryFs): Promise<string | null> => {
  const opened = await sealedGenerations(fs).open()
  return opened.state === 'opened' || opened.state === 'recovered' ? opened.text : null
}

const PASSWORDS = ['first password', 'second password', 'third password'] as const
const secret = (password: string): VaultSecret => ({ way: 'password', password })

/** Header files are written anew for each change of the password; the label is the password that opens. */
export const passwordChanges = (changes: number): Scenario => ({
  name: 'changed passwords',
  async run(fs, ledger) {
    const vault: Vault = vaultOn(fs)
    await vault.create({ kind: 'password', password: PASSWORDS[0] })
    ledger.acknowledged(PASSWORDS[0])
    for (let n = 1; n <= changes; n += 1) {
      const next = PASSWORDS[n % PASSWORDS.length] ?? PASSWORDS[0]
      ledger.begins(next)
      await vault.setPassword(next)
      ledger.acknowledged(next)
    }
  },
  async reopen(fs) {
    const found: string[] = []
    for (const password of PASSWORDS) if (await vaultOn(fs).open(secret(password))) found.push(password)
    return found.length === 1 ? (found[0] ?? null) : null
  },
})

const ONE = 'Lantern-River-71-Quay'
const TWO = 'Quiet-Orchard-58-Mill'
const key = (password: string): Key => ({ way: 'password', password })

const hostOn = async (fs: FsPort): Promise<Client> => directClient(await composeHost(surroundings({ fs })))

async function good(asked: ReturnType<Client['call']>): Promise<void> {
  const reply = await asked
  if (!reply.ok) throw new Error(reply.error.code)
}

/** Keys renewed because somebody knew the password: either password may open in between, always with the whole case. */
export const renewals = (rounds: number): Scenario => ({
  name: 'renewed keys',
  async run(fs, ledger) {
    const client = await hostOn(fs)
    await good(client.call('vault.create', { protection: { kind: 'password', password: ONE } }))
    for (let n = 1; n <= rounds; n += 1) {
      const budget = { lines: [], cashNowFen: n as never, reserveFen: 0 as never }
      if (n > 1) ledger.begins(`cash ${n}`)
      await good(client.call('budget.save', { expectedRevision: n - 1, budget }))
      ledger.acknowledged(`cash ${n}`)
      const [from, to] = n % 2 === 1 ? [ONE, TWO] : [TWO, ONE]
      await good(client.call('vault.renewKeys', { key: key(from), password: to }))
    }
  },
  async reopen(fs) {
    const client = await hostOn(fs)
    for (const password of [ONE, TWO])
      if ((await client.call('vault.open', { key: key(password) })).ok) {
        const got = await client.call('case.get', {})
        return got.ok ? `cash ${got.value.document.budget.cashNowFen}` : null
      }
    return null
  },
})

/** An unprotected vault of the first format is taken over; until then it opens as it was. */
export const takeover: Scenario = {
  name: 'taken over from the unprotected format',
  async run(fs, ledger) {
    const plain = new VaultGenerations(fs, '/vault', () => 0, plainCodec)
    await plain.open()
    const document = { ...emptyDocument(7), budget: { lines: [], cashNowFen: 42, reserveFen: 0 } }
    await plain.save(JSON.stringify({ document, history: EMPTY_HISTORY }))
    ledger.acknowledged('cash 42')
    await good((await hostOn(fs)).call('vault.create', { protection: { kind: 'none' } }))
  },
  async reopen(fs) {
    const client = await hostOn(fs)
    const status = await client.call('vault.status', {})
    const opened =
      status.ok && status.value.state === 'plain'
        ? await client.call('vault.create', { protection: { kind: 'none' } })
        : await client.call('vault.open', { key: { way: 'device' } })
    const got = await client.call('case.get', {})
    return opened.ok && got.ok ? `cash ${got.value.document.budget.cashNowFen}` : null
  },
}
