import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { scrypt, SCRYPT_FLOOR } from '#adapters/node/vault/scrypt'
import { composeHost } from '#host/compose-host'
import { directClient } from '#services/dispatch'
import { surroundings, TODAY } from '../vault-around'

const PASSWORD = 'Lantern-River-71-Quay'
const WRONG = 20

test(
  `${WRONG} wrong passwords with the real scrypt: each refused, nothing harmed, the right one opens`,
  { timeout: 240_000 },
  async () => {
    const fs = new MemoryFs()
    let elapsedMs = 0
    const clock = { today: () => TODAY, instant: () => 0, elapsed: () => elapsedMs }
    const host = async () => directClient(await composeHost(surroundings({ fs, clock, scrypt })))
    const filesNow = async () => {
      const names = [...(await fs.list('/vault/case'))].sort()
      return Promise.all(names.map(async (name) => Buffer.from(await fs.read(`/vault/case/${name}`)).toString('hex')))
    }
    const first = await host()
    expect((await first.call('vault.create', { protection: { kind: 'password', password: PASSWORD } })).ok).toBe(true)
    const security = await first.call('vault.security', {})
    expect(security.ok && (security.value.scryptN ?? 0)).toBeGreaterThanOrEqual(SCRYPT_FLOOR)
    const before = await filesNow()
    const client = await host()
    const took: number[] = []
    for (let n = 0; n < WRONG; n += 1) {
      const from = performance.now()
      const reply = await client.call('vault.open', { key: { way: 'password', password: `${PASSWORD}${n}` } })
      took.push(performance.now() - from)
      expect(reply).toMatchObject({ ok: false, error: { code: 'wrong_key' } })
      if (!reply.ok && reply.error.code === 'wrong_key') elapsedMs += reply.error.waitMs
    }
    took.sort((left, right) => left - right)
    console.log(
      `a wrong password costs ${(took[WRONG / 2] ?? 0).toFixed(0)} ms here (median of ${WRONG}, N = 2^${Math.log2(security.ok ? (security.value.scryptN ?? 1) : 1)})`,
    )
    expect(await filesNow()).toEqual(before)
    expect(await client.call('vault.open', { key: { way: 'password', password: PASSWORD } })).toMatchObject({
      value: { state: 'open' },
    })
  },
)
