import { expect, test } from 'vitest'
import type { Attachment } from '#domain/attachment/attachment'
import type { Exhibit } from '#domain/evidence/exhibit'
import { exhibitsOf, missingOf, moved, notIndexed } from '#domain/evidence/index-of-evidence'

const file = (id: string, loanId: string | null = null): Attachment => ({
  id,
  loanId,
  name: id,
  mediaType: 'audio/mp4',
  sizeBytes: 1,
  sha256: '0'.repeat(64),
  addedAt: 1,
  fileTime: null,
  note: '',
})

const exhibit = (change: Partial<Exhibit> = {}): Exhibit => ({
  id: 'e',
  title: '录音',
  attachmentIds: ['a'],
  contactIds: ['c'],
  source: '本人手机',
  proves: '来电',
  originalKept: '手机',
  madeOn: null,
  showsOthers: false,
  ...change,
})

test('files of the case in no exhibit are told; papers of a loan are not asked for', () => {
  expect(notIndexed([file('a'), file('b'), file('c', 'loan')], [exhibit()]).map(({ id }) => id)).toEqual(['b'])
})

test('what the index still lacks is told, also a file that is gone', () => {
  expect(missingOf(exhibit(), new Set('a'))).toEqual([])
  expect(missingOf(exhibit(), new Set())).toEqual(['files'])
  expect(missingOf(exhibit({ title: ' ', source: '', proves: '', originalKept: '' }), new Set('a'))).toEqual([
    'title',
    'source',
    'proves',
    'originalKept',
  ])
})

test('exhibits of a contact', () => {
  expect(exhibitsOf([exhibit(), exhibit({ id: 'x', contactIds: [] })], 'c').map(({ id }) => id)).toEqual(['e'])
})

test('one place up or down, and no further than the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
})
