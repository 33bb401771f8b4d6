import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { composeHost } from '#host/compose-host'
import { directClient } from '#services/dispatch'
import { surroundings } from '../vault-around'

const PASSWORD = 'Lantern-River-71-Quay'
const KEY = { way: 'password', password: PASSWORD } as const
const TYPED = { name: '某某消费贷', principal: null, fees: ['12.00'] }

async function opened(fs: MemoryFs, password = PASSWORD) {
  const client = directClient(await composeHost(surroundings({ fs })))
  const status = await client.call('vault.status', {})
  if (status.ok && status.value.state === 'fresh')
    await client.call('vault.create', { protection: { kind: 'password', password } })
  else await client.call('vault.open', { key: { way: 'password', password } })
  return client
}

const draftsIn = async (client: Awaited<ReturnType<typeof opened>>) => {
  const reply = await client.call('drafts.list', {})
  return reply.ok ? reply.value.drafts.map(({ form, value }) => [form, value]) : null
}

test('what is half-typed is there again after the host was ended, until it is dropped', async () => {
  const fs = new MemoryFs()
  const first = await opened(fs)
  await first.call('drafts.keep', { form: 'loan/new', value: { name: '某' } })
  await first.call('drafts.keep', { form: 'loan/new', value: TYPED })
  fs.crash()
  const second = await opened(fs)
  expect(await draftsIn(second)).toEqual([['loan/new', TYPED]])
  await second.call('drafts.drop', { form: 'loan/new' })
  expect(await draftsIn(await opened(fs))).toEqual([])
})

test('nothing of it lies on disk in clear, and the same search finds a plain file (control)', async () => {
  const fs = new MemoryFs()
  const client = await opened(fs)
  await client.call('drafts.keep', { form: 'loan/new', value: { name: 'canary-9d2f' } })
  const holds = async (folder: string): Promise<boolean> => {
    for (const name of await fs.list(folder))
      if (Buffer.from(await fs.read(`${folder}/${name}`)).includes('canary-9d2f')) return true
    return false
  }
  expect((await fs.list('/vault/drafts')).length).toBeGreaterThan(0)
  expect(await holds('/vault/drafts')).toBe(false)
  await (await fs.create('/vault/drafts/plain')).write(Buffer.from('{"name":"canary-9d2f"}'))
  expect(await holds('/vault/drafts')).toBe(true)
})

test('renewed keys take the drafts along and leave none under the earlier key', async () => {
  const fs = new MemoryFs()
  const client = await opened(fs)
  for (const n of [1, 2, 3]) await client.call('drafts.keep', { form: 'loan/new', value: { n } })
  await client.call('vault.renewKeys', { key: KEY, password: 'Quiet-Orchard-58-Mill' })
  expect(await fs.list('/vault/drafts')).toHaveLength(1)
  expect(await draftsIn(await opened(fs, 'Quiet-Orchard-58-Mill'))).toEqual([['loan/new', { n: 3 }]])
})

test('damaged drafts cost themselves only: the case opens', async () => {
  const fs = new MemoryFs()
  const client = await opened(fs)
  await client.call('drafts.keep', { form: 'loan/new', value: TYPED })
  for (const name of await fs.list('/vault/drafts')) {
    await fs.remove(`/vault/drafts/${name}`)
    await (await fs.create(`/vault/drafts/${name}`)).write(new Uint8Array(70))
  }
  const again = await opened(fs)
  expect(await draftsIn(again)).toEqual([])
  expect(await again.call('case.get', {})).toMatchObject({ value: { opened: { state: 'opened' }, readOnly: null } })
})

test('a disk that refuses drafts does not stand in the way of the case', async () => {
  const fs = new MemoryFs()
  const client = await opened(fs)
  fs.fault = (operation, path) => {
    if (operation === 'create' && path.includes('/drafts/')) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    return undefined
  }
  expect(await client.call('drafts.keep', { form: 'loan/new', value: TYPED })).toEqual({
    ok: true,
    value: { isKept: false },
  })
  const saved = await client.call('budget.save', {
    expectedRevision: 0,
    budget: { lines: [], cashNowFen: 1 as never, reserveFen: 0 as never },
  })
  expect(saved.ok).toBe(true)
})

test('a draft that is too long is not kept, the fifty-first pushes out the oldest, and a wipe forgets all', async () => {
  const fs = new MemoryFs()
  const client = await opened(fs)
  expect(await client.call('drafts.keep', { form: 'loan/new', value: 'x'.repeat(300_000) })).toMatchObject({
    value: { isKept: false },
  })
  for (let n = 0; n < 51; n += 1) await client.call('drafts.keep', { form: `event/${n}`, value: n })
  const forms = (await draftsIn(client))?.map(([form]) => form)
  expect(forms).toHaveLength(50)
  expect(forms).not.toContain('event/0')
  await client.call('case.wipe', { expectedRevision: 0 })
  expect(await draftsIn(await opened(fs))).toEqual([])
  expect(await fs.list('/vault/drafts')).toHaveLength(1)
})

test('names that the program did not make are refused', async () => {
  const client = await opened(new MemoryFs())
  for (const form of ['', '../x', 'loan/借呗', 'a'.repeat(40), 'loan//x'])
    expect(await client.call('drafts.keep', { form, value: 1 })).toMatchObject({ error: { code: 'invalid_input' } })
})
