import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { generationsToKeep } from '#adapters/node/vault/generations-to-keep'
import { SealedCodec } from '#adapters/node/vault/sealed-codec'
import { ok } from '#domain/result'
import { CaseStore } from '#services/document/case-store'
import { random, sealedGenerations, someKeys } from '../../vault-around'

const DAY = 86_400_000
const HOUR = DAY / 24

async function put(disk: MemoryFs, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.create(path)
  await file.write(bytes)
  await file.close()
}

const nameOf = (generation: number): string => `/vault/case/${String(generation).padStart(10, '0')}.vault`

const encoded = (text: string, generation: number): Uint8Array =>
  new SealedCodec(someKeys(), 'case', random).encode(text, generation, 0)

async function savedThrice(): Promise<MemoryFs> {
  const disk = new MemoryFs()
  const vault = sealedGenerations(disk)
  await vault.open()
  for (const text of ['one', 'two', 'three']) await vault.save(text)
  return disk
}

async function damage(disk: MemoryFs, generation: number, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const bytes = await disk.read(nameOf(generation))
  await disk.remove(nameOf(generation))
  await put(disk, nameOf(generation), change(bytes))
}

test('any one bit of the newest generation turned, or any byte cut off, and the one before is opened', async () => {
  const whole = await (await savedThrice()).read(nameOf(3))
  for (let at = 0; at < whole.length; at += 1) {
    const disk = await savedThrice()
    await damage(disk, 3, (bytes) => (at % 2 === 0 ? flipped(bytes, at) : bytes.subarray(0, at)))
    const opened = await sealedGenerations(disk, () => 7).open()
    expect(opened).toEqual({
      state: 'recovered',
      generation: 2,
      savedAt: 0,
      text: 'two',
      damaged: 1,
      damagedSavedAt: expect.any(Number) as number,
    })
    expect(await disk.list('/vault/quarantine')).toEqual(['7-0000000003.vault'])
  }
})

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = bytes.slice()
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8))
  return copy
}

test('a damaged original is kept byte for byte, and its number is never used again', async () => {
  const disk = await savedThrice()
  await damage(disk, 3, (bytes) => bytes.subarray(0, 40))
  const cut = await disk.read(nameOf(3))
  const vault = sealedGenerations(disk, () => 7)
  await vault.open()
  expect(await disk.read('/vault/quarantine/7-0000000003.vault')).toEqual(cut)
  await vault.save('four')
  expect(await disk.list('/vault/case')).toContain('0000000004.vault')
})

test('when nothing can be read the case is never taken for a fresh one, also at the next start', async () => {
  const disk = await savedThrice()
  for (const generation of [1, 2, 3]) await damage(disk, generation, () => new Uint8Array(10))
  for (let start = 0; start < 2; start += 1) {
    const store = await CaseStore.open(sealedGenerations(disk, () => start))
    expect(store.get()).toMatchObject({ readOnly: 'unreadable', opened: { state: 'unreadable', damaged: 3 } })
    expect(await store.change(0, (document) => ok({ ...document }), 'undoable')).toMatchObject({
      error: { code: 'read_only', reason: 'unreadable' },
    })
  }
  // Wiping is the consent; what was set aside stays.
  const store = await CaseStore.open(sealedGenerations(disk, () => 9))
  expect((await store.wipe(0)).ok).toBe(true)
  expect(await disk.list('/vault/quarantine')).toHaveLength(3)
})

test('saves under later keys than those at hand are not opened, moved or taken for damage', async () => {
  const disk = await savedThrice()
  const later = sealedGenerations(disk, () => 0, someKeys(2))
  await later.open()
  await later.save('four')
  const before = await disk.list('/vault/case')
  expect(await sealedGenerations(disk).open()).toEqual({ state: 'keysRolledBack' })
  expect((await CaseStore.open(sealedGenerations(disk))).isRolledBack).toBe(true)
  expect(await disk.list('/vault/case')).toEqual(before)
  expect(await disk.list('/vault/quarantine')).toEqual([])
})

test('a file of another vault, of another number or of another purpose does not open', async () => {
  const disk = await savedThrice()
  const three = await disk.read(nameOf(3))
  const codec = new SealedCodec(someKeys(), 'case', random)
  expect(codec.decode(three, 3).kind).toBe('whole')
  expect(codec.decode(three, 2).kind).toBe('damaged')
  expect(new SealedCodec(someKeys(), 'drafts', random).decode(three, 3).kind).toBe('damaged')
  const elsewhere = { ...someKeys(), vaultId: 'BBBBBBBBBBBBBBBBBBBBBB' }
  expect(new SealedCodec(elsewhere, 'case', random).decode(three, 3).kind).toBe('damaged')
})

test('a whole file with a newer document inside is not touched either', async () => {
  const disk = new MemoryFs()
  await put(disk, nameOf(1), encoded(JSON.stringify({ document: { schemaVersion: 99 }, history: {} }), 1))
  const store = await CaseStore.open(sealedGenerations(disk))
  expect(store.get()).toMatchObject({ readOnly: 'newer_version', opened: { state: 'newer', found: 99 } })
  expect(await disk.list('/vault/case')).toHaveLength(1)
})

test('a whole file that is no case goes to quarantine and the one before it is opened', async () => {
  const disk = new MemoryFs()
  const store = await CaseStore.open(sealedGenerations(disk))
  await store.change(0, (document) => ok({ ...document, plan: { ...document.plan, strategy: 'snowball' } }), 'undoable')
  await put(disk, nameOf(2), encoded('{"document":{"hello":1},"history":{}}', 2))
  const again = await CaseStore.open(sealedGenerations(disk, () => 5))
  expect(again.get()).toMatchObject({
    readOnly: null,
    opened: { state: 'recovered', generation: 1, damaged: 1 },
    document: { revision: 1, plan: { strategy: 'snowball' } },
  })
  expect(await disk.list('/vault/quarantine')).toEqual(['5-0000000002.vault'])
})

test('half-written files of a crash are cleared away and never opened', async () => {
  const disk = await savedThrice()
  await put(disk, '/vault/case/0000000004.vault.part', encoded('never acknowledged', 4))
  const opened = await sealedGenerations(disk).open()
  expect(opened).toMatchObject({ state: 'opened', text: 'three' })
  expect(await disk.list('/vault/case')).toHaveLength(3)
})

test('kept are the last ten, one of each of 14 days and one of each of 8 weeks', () => {
  // A save every hour for a year.
  const now = 20_000 * DAY
  const savedAt = new Map(
    Array.from({ length: 365 * 24 }, (_unused, index) => [index, now - (365 * 24 - index) * HOUR]),
  )
  const kept = [...generationsToKeep(savedAt, now)].map((generation) => now - (savedAt.get(generation) ?? 0))
  expect(kept.filter((age) => age <= 10 * HOUR)).toHaveLength(10)
  for (let day = 1; day < 14; day += 1)
    expect(
      kept.some((age) => age > (day - 1) * DAY && age <= (day + 1) * DAY),
      `day ${day}`,
    ).toBe(true)
  for (let week = 1; week < 8; week += 1)
    expect(
      kept.some((age) => age > (week - 1) * 7 * DAY && age <= (week + 1) * 7 * DAY),
      `week ${week}`,
    ).toBe(true)
  expect(kept.every((age) => age < 57 * DAY)).toBe(true)
  expect(kept.length).toBeLessThanOrEqual(10 + 14 + 9)
})

test('nothing is pruned before three newer generations were read back whole by this process', async () => {
  const disk = new MemoryFs()
  let now = 0
  const first = sealedGenerations(disk, () => now)
  await first.open()
  for (let save = 0; save < 12; save += 1) await first.save(`${save}`)
  expect(await disk.list('/vault/case')).toHaveLength(10 + 0)
  now = 400 * DAY
  const second = sealedGenerations(disk, () => now)
  await second.open()
  for (let save = 0; save < 30; save += 1) {
    await second.save(`later ${save}`)
    const names = await disk.list('/vault/case')
    expect(names.length).toBeGreaterThanOrEqual(10)
  }
  expect(await disk.list('/vault/case')).toHaveLength(10)
})
