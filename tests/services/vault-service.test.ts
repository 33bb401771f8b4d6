import { describe, expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { plainCodec } from '#adapters/node/vault/plain-codec'
import { VaultGenerations } from '#adapters/node/vault/vault-generations'
import { procedures, type ProcedureName } from '#contract/procedures'
import { composeHost } from '#host/compose-host'
import { directClient } from '#services/dispatch'
import { emptyDocument } from '#services/document/empty-document'
import { EMPTY_HISTORY } from '#services/document/history'
import { surroundings, TODAY } from '../vault-around'

const PASSWORD = 'Lantern-River-71-Quay'
const OTHER = 'Quiet-Orchard-58-Mill'

/** Time that only the test moves. */
class Watch {
  instantMs = 1_000_000
  elapsedMs = 0
  readonly clock = { today: () => TODAY, instant: () => this.instantMs, elapsed: () => this.elapsedMs }

  pass(ms: number): void {
    this.instantMs += ms
    this.elapsedMs += ms
  }
}

async function hostOn(fs: MemoryFs, watch = new Watch(), onOpened = (): void => undefined) {
  const client = directClient(await composeHost(surroundings({ fs, clock: watch.clock, onOpened })))
  const tryKey = (password: string) => client.call('vault.open', { key: { way: 'password', password } })
  const save = async (cash: number) => {
    const got = await client.call('case.get', {})
    const expectedRevision = got.ok ? got.value.document.revision : -1
    return client.call('budget.save', {
      expectedRevision,
      budget: { lines: [], cashNowFen: cash as never, reserveFen: 0 as never },
    })
  }
  return { client, tryKey, save }
}

async function protectedCase(fs: MemoryFs) {
  const host = await hostOn(fs)
  expect((await host.client.call('vault.create', { protection: { kind: 'password', password: PASSWORD } })).ok).toBe(
    true,
  )
  expect((await host.save(100)).ok).toBe(true)
  return host
}

const generationsIn = (fs: MemoryFs) => fs.list('/vault/case')

describe('a shut vault', () => {
  test('answers every procedure that needs the case with `locked`, whatever it is given', async () => {
    const fs = new MemoryFs()
    await protectedCase(fs)
    const { client } = await hostOn(fs)
    const readers = (Object.keys(procedures) as ProcedureName[]).filter((name) => procedures[name].access === 'read')
    expect(readers.length).toBeGreaterThan(25)
    for (const name of readers)
      expect(await client.call(name, {}), name).toEqual({ ok: false, error: { code: 'locked' } })
    // Control: the same calls on the open vault are heard.
    const open = await hostOn(fs)
    await open.tryKey(PASSWORD)
    expect((await open.client.call('case.get', {})).ok).toBe(true)
  })

  test('opens by the right password with everything in it, and says so once', async () => {
    const fs = new MemoryFs()
    await protectedCase(fs)
    let opened = 0
    const { client, tryKey } = await hostOn(fs, new Watch(), () => (opened += 1))
    expect(await client.call('vault.status', {})).toMatchObject({
      value: { state: 'shut', ways: ['password'], shutReason: 'start' },
    })
    expect(await tryKey(PASSWORD)).toMatchObject({ value: { state: 'open' } })
    // A second window has to prove its key as well.
    expect(await tryKey('whatever is said now')).toMatchObject({ error: { code: 'wrong_key' } })
    expect(await tryKey(PASSWORD)).toMatchObject({ value: { state: 'open' } })
    expect(opened).toBe(1)
    expect(await client.call('case.get', {})).toMatchObject({
      value: { document: { budget: { cashNowFen: 100 } }, opened: { state: 'opened' } },
    })
  })
})

describe('wrong tries', () => {
  test('wait longer and longer, also over a restart, whatever the clock says, and never destroy anything', async () => {
    const fs = new MemoryFs()
    await protectedCase(fs)
    const before = await generationsIn(fs)
    const watch = new Watch()
    let host = await hostOn(fs, watch)
    const waits: number[] = []
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      const reply = await host.tryKey(`wrong ${attempt}`)
      expect(reply).toMatchObject({ ok: false, error: { code: 'wrong_key' } })
      const waitMs = reply.ok ? -1 : ((reply.error as { waitMs?: number }).waitMs ?? -1)
      waits.push(waitMs / 1000)
      if (waitMs > 0) {
        watch.pass(waitMs - 1)
        // Even the right one is not heard, and a clock set forward does not help.
        watch.instantMs += 10 * 365 * 86_400_000
        expect(await host.tryKey(PASSWORD)).toEqual({ ok: false, error: { code: 'too_soon', waitMs: 1 } })
        if (attempt === 8) {
          // A restart begins the wait anew.
          host = await hostOn(fs, watch)
          expect(await host.tryKey(PASSWORD)).toEqual({ ok: false, error: { code: 'too_soon', waitMs: 15_000 } })
          watch.pass(14_999)
        }
        watch.pass(1)
      }
    }
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 15, 30, 30, 30, 30])
    expect(await host.tryKey(PASSWORD)).toMatchObject({ ok: true })
    expect(await generationsIn(fs)).toEqual(before)
    // The right one ends the count.
    const again = await hostOn(fs, watch)
    expect(await again.tryKey('wrong once more')).toMatchObject({ error: { code: 'wrong_key', waitMs: 0 } })
  })

  test('are counted before they are heard: ending the program in the middle of one gains nothing', async () => {
    const fs = new MemoryFs()
    await protectedCase(fs)
    const counts: string[] = []
    const client = directClient(
      await composeHost(
        surroundings({
          fs,
          scrypt: async () => {
            counts.push(Buffer.from(await fs.read('/vault/tries')).toString('latin1'))
            throw new Error('the program ended here')
          },
        }),
      ),
    )
    for (let attempt = 0; attempt < 3; attempt += 1)
      await client.call('vault.open', { key: { way: 'password', password: 'a guess' } })
    expect(counts).toEqual(['1', '2', '3'])
  })

  test('a recovery code with a slip of the pen is told its group and not counted', async () => {
    const fs = new MemoryFs()
    await protectedCase(fs)
    const { client } = await hostOn(fs)
    const reply = await client.call('vault.open', { key: { way: 'recovery', code: '00000-'.repeat(7) + '00000' } })
    expect(reply).toEqual({ ok: false, error: { code: 'code_mistyped', group: 1 } })
    expect(await fs.list('/vault')).not.toContain('tries')
  })

  test('proving the present key for a change slows down in the same way', async () => {
    const host = await protectedCase(new MemoryFs())
    for (let attempt = 0; attempt < 4; attempt += 1)
      expect(
        await host.client.call('vault.setPassword', { key: { way: 'password', password: 'no' }, password: OTHER }),
      ).toMatchObject({
        error: { code: 'wrong_key' },
      })
    expect(
      await host.client.call('vault.dropPassword', { key: { way: 'password', password: PASSWORD } }),
    ).toMatchObject({
      error: { code: 'too_soon' },
    })
  })
})

describe('passwords', () => {
  test('that are short or known to everyone are refused before anything changes', async () => {
    const fs = new MemoryFs()
    const { client } = await hostOn(fs)
    for (const password of ['short', '123456789012', 'password12', 'qwertyuiop12', 'aaaaaaaaaaaaaaa'])
      expect(await client.call('vault.create', { protection: { kind: 'password', password } })).toMatchObject({
        error: { code: 'weak_password' },
      })
    expect((await client.call('vault.status', {})).ok && (await fs.list('/vault'))).toEqual([])
    expect(await client.call('vault.strength', { password: PASSWORD })).toMatchObject({ value: { isAccepted: true } })
    const phrase = await client.call('vault.phrase', {})
    expect(await client.call('vault.strength', { password: phrase.ok ? phrase.value.phrase : '' })).toMatchObject({
      value: { score: 4, isAccepted: true },
    })
  })

  test('change: the new one opens, the old one does not, and no generation is lost', async () => {
    const fs = new MemoryFs()
    const host = await protectedCase(fs)
    const key = { way: 'password', password: PASSWORD } as const
    expect((await host.client.call('vault.setPassword', { key, password: OTHER })).ok).toBe(true)
    const again = await hostOn(fs)
    expect((await again.tryKey(PASSWORD)).ok).toBe(false)
    expect((await again.tryKey(OTHER)).ok).toBe(true)
    expect(await again.client.call('case.get', {})).toMatchObject({
      value: { document: { budget: { cashNowFen: 100 } } },
    })
  })

  test('header files put back from before a change open nothing: the case says they are old', async () => {
    const fs = new MemoryFs()
    const host = await protectedCase(fs)
    const names = (await fs.list('/vault')).filter((name) => name.startsWith('header.'))
    const old = await Promise.all(names.map(async (name) => [name, await fs.read(`/vault/${name}`)] as const))
    const key = { way: 'password', password: PASSWORD } as const
    await host.client.call('vault.setPassword', { key, password: OTHER })
    for (const name of (await fs.list('/vault')).filter((each) => each.startsWith('header.')))
      await fs.remove(`/vault/${name}`)
    for (const [name, bytes] of old) await (await fs.create(`/vault/${name}`)).write(bytes)
    const again = await hostOn(fs)
    expect(await again.tryKey(PASSWORD)).toEqual({ ok: false, error: { code: 'keys_rolled_back' } })
    expect(await again.client.call('case.get', {})).toEqual({ ok: false, error: { code: 'locked' } })
    expect(await fs.list('/vault/quarantine')).toEqual([])
  })
})

describe('renewed keys', () => {
  test('destroy what the earlier password opened, keep the case, and finish what a crash left half done', async () => {
    const fs = new MemoryFs()
    const host = await protectedCase(fs)
    const key = { way: 'password', password: PASSWORD } as const
    expect((await host.client.call('vault.renewKeys', { key, password: OTHER })).ok).toBe(true)
    expect(await generationsIn(fs)).toHaveLength(1)
    const again = await hostOn(fs)
    expect((await again.tryKey(PASSWORD)).ok).toBe(false)
    expect((await again.tryKey(OTHER)).ok).toBe(true)
    expect(await again.client.call('case.get', {})).toMatchObject({
      value: { document: { budget: { cashNowFen: 100 } } },
    })
  })

  test('interrupted at any operation on the disk: one of the two passwords opens, with the whole case', async () => {
    let finished = false
    for (let limit = 1; !finished; limit += 1) {
      const fs = new MemoryFs()
      const host = await protectedCase(fs)
      let operations = 0
      fs.fault = () => {
        operations += 1
        if (operations >= limit) throw Object.assign(new Error('power'), { code: 'EIO' })
        return undefined
      }
      const key = { way: 'password', password: PASSWORD } as const
      finished = (await host.client.call('vault.renewKeys', { key, password: OTHER })).ok && operations < limit
      fs.crash()
      const again = await hostOn(fs)
      const opened = [await again.tryKey(PASSWORD), await again.tryKey(OTHER)].filter((reply) => reply.ok)
      expect(opened.length, `interrupted at operation ${limit}`).toBeGreaterThan(0)
      expect(await again.client.call('case.get', {}), `interrupted at operation ${limit}`).toMatchObject({
        value: { document: { budget: { cashNowFen: 100 } }, readOnly: null },
      })
      expect((await again.save(200)).ok).toBe(true)
      expect(limit).toBeLessThan(500)
    }
  })
})

describe('recovery codes', () => {
  test('open nothing before two groups were typed back, then open beside the password', async () => {
    const fs = new MemoryFs()
    const host = await protectedCase(fs)
    const key = { way: 'password', password: PASSWORD } as const
    const proposed = await host.client.call('vault.proposeRecoveryCode', { key })
    const code = proposed.ok ? proposed.value.code : ''
    const groups = code.split('-')
    const before = await hostOn(fs)
    expect(await before.client.call('vault.open', { key: { way: 'recovery', code } })).toMatchObject({
      error: { code: 'wrong_key' },
    })
    const confirm = (first: string, second: string, indexes = [1, 6]) =>
      host.client.call('vault.confirmRecoveryCode', {
        groups: [
          { index: indexes[0] ?? 0, text: first },
          { index: indexes[1] ?? 0, text: second },
        ],
      })
    expect(await confirm(groups[1] ?? '', groups[2] ?? '')).toEqual({ ok: false, error: { code: 'groups_differ' } })
    expect(await confirm(groups[1] ?? '', groups[1] ?? '', [1, 1])).toEqual({
      ok: false,
      error: { code: 'groups_differ' },
    })
    expect((await confirm(groups[1]?.toLowerCase() ?? '', groups[6] ?? '')).ok).toBe(true)
    const after = await hostOn(fs)
    expect(await after.client.call('vault.open', { key: { way: 'recovery', code } })).toMatchObject({
      value: { state: 'open' },
    })
  })
})

describe('beginnings', () => {
  test('keys are never made where a vault is', async () => {
    const fs = new MemoryFs()
    await protectedCase(fs)
    const { client } = await hostOn(fs)
    expect(await client.call('vault.create', { protection: { kind: 'none' } })).toEqual({
      ok: false,
      error: { code: 'vault_exists' },
    })
  })

  test('an unprotected case of the first format is taken over whole, and its files are destroyed', async () => {
    const fs = new MemoryFs()
    const plain = new VaultGenerations(fs, '/vault', () => 0, plainCodec)
    await plain.open()
    const document = { ...emptyDocument(7), budget: { lines: [], cashNowFen: 4200, reserveFen: 0 } }
    for (let save = 0; save < 3; save += 1) await plain.save(JSON.stringify({ document, history: EMPTY_HISTORY }))
    const { client } = await hostOn(fs)
    expect(await client.call('vault.status', {})).toMatchObject({ value: { state: 'plain' } })
    expect((await client.call('vault.create', { protection: { kind: 'password', password: PASSWORD } })).ok).toBe(true)
    const again = await hostOn(fs)
    expect((await again.tryKey(PASSWORD)).ok).toBe(true)
    expect(await again.client.call('case.get', {})).toMatchObject({
      value: { document: { revision: 7, budget: { cashNowFen: 4200 } } },
    })
    for (const name of await generationsIn(fs))
      expect(Buffer.from(await fs.read(`/vault/case/${name}`)).toString('latin1')).toMatch(/^BREATHING-ROOM 2 /)
  })

  test('an unprotected case is taken over whole wherever the power goes', async () => {
    let finished = false
    for (let limit = 1; !finished; limit += 1) {
      const fs = new MemoryFs()
      const plain = new VaultGenerations(fs, '/vault', () => 0, plainCodec)
      await plain.open()
      const document = { ...emptyDocument(7), budget: { lines: [], cashNowFen: 4200, reserveFen: 0 } }
      for (let save = 0; save < 2; save += 1) await plain.save(JSON.stringify({ document, history: EMPTY_HISTORY }))
      const { client } = await hostOn(fs)
      let operations = 0
      fs.fault = () => {
        operations += 1
        if (operations >= limit) throw Object.assign(new Error('power'), { code: 'EIO' })
        return undefined
      }
      const created = await client.call('vault.create', { protection: { kind: 'none' } })
      finished = created.ok && operations < limit
      fs.crash()
      const again = await hostOn(fs)
      const status = await again.client.call('vault.status', {})
      const state = status.ok ? status.value.state : 'none'
      expect(['plain', 'shut'], `interrupted at operation ${limit}`).toContain(state)
      const opened =
        state === 'plain'
          ? await again.client.call('vault.create', { protection: { kind: 'none' } })
          : await again.client.call('vault.open', { key: { way: 'device' } })
      expect(opened, `interrupted at operation ${limit}`).toMatchObject({ ok: true })
      expect(await again.client.call('case.get', {}), `interrupted at operation ${limit}`).toMatchObject({
        value: { document: { revision: 7, budget: { cashNowFen: 4200 } }, readOnly: null },
      })
      expect(limit).toBeLessThan(500)
    }
  })

  test('a settled vault whose case files are gone is a loss, not a beginning', async () => {
    const fs = new MemoryFs()
    await protectedCase(fs)
    for (const name of await generationsIn(fs)) await fs.remove(`/vault/case/${name}`)
    const { client, tryKey, save } = await hostOn(fs)
    expect((await tryKey(PASSWORD)).ok).toBe(true)
    expect(await client.call('case.get', {})).toMatchObject({
      value: { readOnly: 'unreadable', opened: { state: 'unreadable' } },
    })
    expect(await save(1)).toMatchObject({ error: { code: 'read_only' } })
  })
})
