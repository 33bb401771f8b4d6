import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { fen } from '#domain/money/fen'
import { ok } from '#domain/result'
import { CaseStore, type Change } from '#services/document/case-store'
import { sealedGenerations } from '../vault-around'

const cash =
  (amount: number): Change =>
  (document) =>
    ok({ ...document, budget: { ...document.budget, cashNowFen: fen(amount) } })

const open = (disk: MemoryFs): Promise<CaseStore> => CaseStore.open(sealedGenerations(disk))

test('undo and redo survive a restart, and each is a new revision', async () => {
  const disk = new MemoryFs()
  const first = await open(disk)
  await first.change(0, cash(100), 'undoable')
  await first.change(1, cash(200), 'undoable')
  const second = await open(disk)
  expect(second.get().canUndo).toBe(true)
  expect((await second.undo(2)).ok).toBe(true)
  expect(second.get().document).toMatchObject({ revision: 3, budget: { cashNowFen: 100 } })
  const third = await open(disk)
  expect((await third.redo(3)).ok).toBe(true)
  expect(third.get().document).toMatchObject({ revision: 4, budget: { cashNowFen: 200 } })
})

test('a command made for an older revision is a conflict and changes nothing', async () => {
  const store = await open(new MemoryFs())
  await store.change(0, cash(100), 'undoable')
  expect(await store.change(0, cash(999), 'undoable')).toEqual({ ok: false, error: { code: 'conflict', revision: 1 } })
  expect(store.get().document.budget.cashNowFen).toBe(100)
})

test('a full disk refuses the command, keeps the document in memory and stops writing', async () => {
  const disk = new MemoryFs()
  const store = await open(disk)
  await store.change(0, cash(100), 'undoable')
  disk.fault = (operation) => {
    if (operation === 'write') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    return undefined
  }
  expect(await store.change(1, cash(200), 'undoable')).toEqual({ ok: false, error: { code: 'storage_full' } })
  expect(store.get()).toMatchObject({ readOnly: 'write_failed', document: { budget: { cashNowFen: 100 } } })
  expect(await store.change(1, cash(300), 'undoable')).toMatchObject({ error: { code: 'read_only' } })
})
