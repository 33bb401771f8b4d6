import { expect, test } from 'vitest'
import { MemoryFs } from '#adapters/memory/memory-fs'
import type { ContactImport } from '#domain/contact/contact-import'
import { entryOf, MAX_EDITS, type ContactEntry } from '#domain/contact/logged-contact'
import type { CaseDocument } from '#domain/case-document'
import { verifyCustody } from '#domain/evidence/verify-custody'
import { sha256Text } from '#adapters/node/sha256-text'
import { CaseStore } from '#services/document/case-store'
import { removeContacts, importContacts, removeImport, saveContact, saveNumbers } from '#services/contacts-service'
import { orderExhibits, removeExhibit, saveExhibit } from '#services/evidence-service'
import { emptyDocument } from '#services/document/empty-document'
import { aContact } from '../domain/contact/a-contact'
import { BANK } from '../conformance/inputs'
import { sealedGenerations } from '../vault-around'
import { backupHost } from './backup/backup-host'

const FROM: ContactImport = {
  id: 'import',
  at: 0,
  source: 'callsXml',
  fileName: 'calls.xml',
  added: 2,
  known: 0,
  dropped: {},
}

const after = (document: CaseDocument, ...changes: readonly ReturnType<typeof saveContact>[]): CaseDocument =>
  changes.reduce((current, change) => {
    const next = change(current)
    if (!next.ok) throw new Error(JSON.stringify(next.error))
    return next.value
  }, document)

const save = (entry: ContactEntry, now = 1000) => saveContact(entry, [], [], now)

test('an entry is written down once; every other wording keeps the earlier ones beside it', () => {
  const first = aContact({ said: '说要上门' })
  const second = { ...first, said: '说要上门，自称姓王' }
  const { contacts } = after(emptyDocument(0), save(first, 1000), save(second, 2000), save(second, 3000))
  expect(contacts).toEqual([{ ...second, recordedAt: 1000, importId: null, edits: [{ at: 2000, before: first }] }])
  expect(entryOf(contacts[0] as never)).toEqual(second)
})

test('the first wording stays however often an entry is changed', () => {
  const changes = Array.from({ length: MAX_EDITS + 30 }, (_, at) => save(aContact({ said: `第 ${at} 次` }), at))
  const [contact] = after(emptyDocument(0), ...changes).contacts
  expect(contact?.edits.length).toBe(MAX_EDITS)
  expect(contact?.edits[0]?.before.said).toBe('第 0 次')
  expect(contact?.edits.at(-1)?.before.said).toBe(`第 ${MAX_EDITS + 28} 次`)
})

test('an entry that names a party or a loan nobody knows is refused', () => {
  expect(save(aContact({ byPartyId: 'nobody' }))(emptyDocument(0))).toMatchObject({
    error: { code: 'invalid_input', issues: [{ path: 'contact.byPartyId' }] },
  })
  expect(save(aContact({ loanId: 'none' }))(emptyDocument(0))).toMatchObject({
    error: { issues: [{ path: 'contact.loanId' }] },
  })
})

test('a number has one entry, whatever is said of it last', () => {
  const number = { id: 'one', key: '95555', holder: 'collector', partyId: 'bank', name: '' } as const
  const { numbers } = after(
    emptyDocument(0),
    saveNumbers([number], [BANK]),
    saveNumbers([{ ...number, id: 'two', holder: 'other', partyId: null }], []),
  )
  expect(numbers).toEqual([{ ...number, id: 'two', holder: 'other', partyId: null }])
})

test('an import can be taken back, but not what was completed by hand since', () => {
  const [one, two] = [aContact({ id: 'one' }), aContact({ id: 'two' })]
  const imported = after(emptyDocument(0), importContacts(FROM, [one, two], [], [], 500))
  expect(imported.contacts.map(({ importId, recordedAt }) => [importId, recordedAt])).toEqual([
    ['import', 500],
    ['import', 500],
  ])
  expect(imported.contactImports).toEqual([{ ...FROM, at: 500 }])
  const left = after(imported, save({ ...two, said: '自称姓王' }), removeImport('import'))
  expect(left.contacts.map(({ id }) => id)).toEqual(['two'])
  expect(left.contactImports).toEqual([])
})

test('the same records twice are refused, and removing what is not there is told', () => {
  const imported = after(emptyDocument(0), importContacts(FROM, [aContact()], [], [], 500))
  expect(importContacts({ ...FROM, id: 'again' }, [aContact()], [], [], 600)(imported).ok).toBe(false)
  expect(removeContacts(['nothing'])(imported)).toMatchObject({ error: { code: 'not_found' } })
})

test('ten thousand contacts are imported, undone and done again, each as one step', async () => {
  const store = await CaseStore.open(sealedGenerations(new MemoryFs()))
  const many = Array.from({ length: 10_000 }, (_, at) => aContact({ id: `c${at}`, said: '催'.repeat(20) }))
  await store.change(0, importContacts(FROM, many, [], [], 500), 'undoable')
  expect(store.get().document.contacts.length).toBe(10_000)
  await store.undo(1)
  expect(store.get().document.contacts.length).toBe(0)
  const start = performance.now()
  await store.redo(2)
  expect(store.get().document.contacts.map(({ id }) => id)).toEqual(many.map(({ id }) => id))
  // One pass: a copy for each contact took some seconds.
  expect(performance.now() - start).toBeLessThan(3000)
})

test('the host follows every file in the chain of custody, also through undo, and the chain verifies', async () => {
  const host = await backupHost(new MemoryFs())
  await host.create()
  const offer = { name: '录音.m4a', mediaType: 'audio/mp4', sizeBytes: 3, fileTime: 1, loanId: null }
  const { uploadId } = await host.good('files.begin', offer)
  await host.good('files.append', { uploadId, offset: 0, base64: 'AAEC' })
  await host.command('files.finish', { uploadId })
  await host.command('case.undo', {})
  await host.command('case.redo', {})
  await host.command('files.remove', { attachmentId: uploadId })
  const { custody, attachments } = await host.document()
  expect(custody.map(({ act }) => act)).toEqual(['taken', 'removed', 'restored', 'removed'])
  expect(verifyCustody(custody, attachments, sha256Text)).toEqual([])
})

test('the order of the evidence index is kept, undone and brought again', async () => {
  const store = await CaseStore.open(sealedGenerations(new MemoryFs()))
  const exhibit = (id: string) => ({
    id,
    title: id,
    attachmentIds: [],
    contactIds: [],
    source: '',
    proves: '',
    originalKept: '',
    madeOn: null,
    showsOthers: false,
  })
  const ids = () =>
    store
      .get()
      .document.exhibits.map(({ id }) => id)
      .join('')
  for (const [at, id] of ['a', 'b', 'c'].entries()) await store.change(at, saveExhibit(exhibit(id)), 'undoable')
  const ordered = await store.change(3, orderExhibits(['c', 'a', 'b']), 'undoable')
  expect(ordered.ok && ordered.value.changes).toEqual([
    { order: 'exhibits', before: ['a', 'b', 'c'], after: ['c', 'a', 'b'] },
  ])
  expect(ids()).toBe('cab')
  await store.undo(4)
  expect(ids()).toBe('abc')
  await store.redo(5)
  expect(ids()).toBe('cab')
  // Removing and adding keep the order of the rest.
  await store.change(6, removeExhibit('a'), 'undoable')
  expect(ids()).toBe('cb')
  await store.undo(7)
  expect(ids()).toBe('cab')
})
