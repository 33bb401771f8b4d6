import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Attachment } from '#domain/attachment/attachment'
import type { CaseDocument } from '#domain/case-document'
import type { CustodyEntry } from '#domain/evidence/custody'
import { appended, custodyText, followCustody } from '#domain/evidence/follow-custody'
import { verifyCustody } from '#domain/evidence/verify-custody'
import { emptyDocument } from '#services/document/empty-document'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function portsAt(start: number) {
  let count = 0
  const time = { now: start }
  return { time, now: () => time.now, newId: () => `entry-${++count}`, sha256 }
}

const file = (id: string, change: Partial<Attachment> = {}): Attachment => ({
  id,
  loanId: null,
  name: `${id}.m4a`,
  mediaType: 'audio/mp4',
  sizeBytes: 12,
  sha256: sha256(id),
  addedAt: 1000,
  fileTime: 500,
  note: '',
  ...change,
})

const withFiles = (document: CaseDocument, ...files: readonly Attachment[]): CaseDocument => ({
  ...document,
  attachments: files,
})

const acts = ({ custody }: CaseDocument): string[] => custody.map(({ act, subjectId }) => `${act} ${subjectId}`)
const faults = ({ custody, attachments }: CaseDocument) => verifyCustody(custody, attachments, sha256)

/** Two files, one taken away and brought back by undo. */
function aHistory() {
  const ports = portsAt(1_000_000)
  const empty = emptyDocument(0)
  const one = followCustody(empty, withFiles(empty, file('a')), ports)
  const two = followCustody(one, withFiles(one, file('a'), file('b')), ports)
  const gone = followCustody(two, withFiles(two, file('b')), ports)
  const back = followCustody(gone, withFiles(gone, file('a'), file('b')), ports)
  return { ports, back, gone, two }
}

test('every file that comes, goes or comes back has an entry, and the chain verifies', () => {
  const { back, gone } = aHistory()
  expect(acts(back)).toEqual(['taken a', 'taken b', 'removed a', 'restored a'])
  expect([faults(back), faults(gone)]).toEqual([[], []])
  expect(back.custody[2]?.sha256).toBe(sha256('a'))
})

test('a change of anything else adds nothing and costs nothing', () => {
  const { back, ports } = aHistory()
  const next = { ...back, loans: [] }
  expect(followCustody(back, next, ports)).toBe(next)
})

test('a changed fact, an entry left out, one moved and one added are each found', () => {
  const { back } = aHistory()
  const broken = (custody: readonly CustodyEntry[]) =>
    verifyCustody(custody, back.attachments, sha256).map(({ fault }) => fault)
  const [first, second, ...rest] = back.custody
  if (!first || !second) throw new Error('no chain')
  expect(broken([{ ...first, at: first.at + 1 }, second, ...rest])).toContain('changed')
  expect(broken([first, ...rest])).toContain('order')
  expect(broken([second, first, ...rest])).toContain('order')
  expect(broken([first, second, second, ...rest])).toContain('order')
  // Whoever changes a fact and its own hash too breaks the entry after it.
  const forged = { ...first, name: '别的.m4a' }
  expect(broken([{ ...forged, hash: sha256(custodyText(forged)) }, second, ...rest])).toContain('order')
})

test('control: comparing files with the last entries alone would miss a chain without its second entry', () => {
  const { back } = aHistory()
  const cut = back.custody.filter((_, at) => at !== 1 && at !== 2)
  const last = new Map(cut.map((entry) => [entry.subjectId, entry.act]))
  expect(back.attachments.filter(({ id }) => last.get(id) === 'removed')).toEqual([])
  expect(verifyCustody(cut, back.attachments, sha256).length).toBeGreaterThan(0)
})

test('any single change of any fact of any entry is found', () => {
  const { back } = aHistory()
  fc.assert(
    fc.property(
      fc.nat(back.custody.length - 1),
      fc.constantFrom('at', 'name', 'sha256', 'previous', 'act'),
      (at, key) => {
        const chain = back.custody.map((entry, index) =>
          index === at ? { ...entry, [key]: key === 'at' ? entry.at + 7 : `${entry[key]}x` } : entry,
        )
        expect(verifyCustody(chain, back.attachments, sha256)).not.toEqual([])
      },
    ),
  )
})

test('a clock that was set back and a file from the future are said', () => {
  const ports = portsAt(1_000_000)
  const empty = emptyDocument(0)
  const one = followCustody(empty, withFiles(empty, file('a', { fileTime: 9_000_000 })), ports)
  ports.time.now = 900_000
  const two = followCustody(one, withFiles(one, file('a', { fileTime: 9_000_000 }), file('b')), ports)
  expect(two.custody.map(({ clock }) => clock)).toEqual(['fileFromFuture', 'setBack'])
})

test('files that were there before the chain began are found, not taken', () => {
  const old = withFiles(emptyDocument(0), file('a'))
  const next = followCustody(old, withFiles(old, file('a'), file('b')), portsAt(1))
  expect(acts(next)).toEqual(['found a', 'taken b'])
  expect(faults(next)).toEqual([])
})

test('a case that was brought in keeps its own chain; taking that back leaves a chain that verifies', () => {
  const { ports, back } = aHistory()
  const empty = emptyDocument(0)
  const own = followCustody(empty, withFiles(empty, file('own')), ports)
  const brought = followCustody(own, { ...back, revision: own.revision }, ports)
  expect(brought.custody).toBe(back.custody)
  const later = followCustody(brought, withFiles(brought, ...brought.attachments, file('c')), ports)
  // Undo brings back the earlier files and entries; what was appended meanwhile still stands behind them.
  const undone = followCustody(
    later,
    { ...later, attachments: own.attachments, custody: [...own.custody, ...later.custody.slice(back.custody.length)] },
    ports,
  )
  expect(acts(undone)).toEqual(['taken own'])
  expect(faults(undone)).toEqual([])
})

test('a file unknown to the chain, and one that is missing, are each told', () => {
  const { back } = aHistory()
  expect(verifyCustody(back.custody, [file('a'), file('b'), file('x')], sha256)).toEqual([
    { fault: 'unknownFile', attachmentId: 'x' },
  ])
  expect(verifyCustody(back.custody, [file('a')], sha256)).toEqual([{ fault: 'lostFile', attachmentId: 'b' }])
})

test('a pack in the chain is no file that has to be there', () => {
  const { back, ports } = aHistory()
  const pack = { subjectId: 'pack', name: 'pack.zip', sizeBytes: 9, sha256: sha256('list'), fileTime: null }
  const chain = appended(back.custody, 'packed', pack, ports)
  expect(verifyCustody(chain, back.attachments, sha256)).toEqual([])
})
