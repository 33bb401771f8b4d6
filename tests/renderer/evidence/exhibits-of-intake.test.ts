import { expect, test } from 'vitest'
import type { Attachment } from '#domain/attachment/attachment'
import { MAX_EXHIBIT_FILES } from '#domain/evidence/exhibit'
import { exhibitsOfIntake, newExhibit } from '../../../src/renderer/features/evidence/exhibits-of-intake'

const file = (id: string): Attachment => ({
  id,
  loanId: null,
  name: `${id}.png`,
  mediaType: 'image/png',
  sizeBytes: 1,
  sha256: '0'.repeat(64),
  addedAt: 1,
  fileTime: null,
  note: '',
})

function counted() {
  let at = 0
  return () => `new${(at += 1)}`
}

const filesOf = (exhibits: ReturnType<typeof exhibitsOfIntake>) => exhibits.map(({ attachmentIds }) => attachmentIds)

test('files become one exhibit when the person says that they belong together, else one each', () => {
  const document = { attachments: [file('a'), file('b'), file('other')], exhibits: [] }
  const intake = { fileIds: ['a', 'b'], contactIds: [] }
  expect(filesOf(exhibitsOfIntake(document, { ...intake, isOne: true }, counted()))).toEqual([['a', 'b']])
  expect(filesOf(exhibitsOfIntake(document, { ...intake, isOne: false }, counted()))).toEqual([['a'], ['b']])
  expect(exhibitsOfIntake(document, { ...intake, isOne: true }, counted())[0]).toMatchObject({ id: 'new1', title: 'a' })
})

test('a file that is in the index already proves the contact too, keeps its number and what was written of it', () => {
  const held = { ...newExhibit('held', [file('a')], ['c1']), proves: '来电' }
  const document = { attachments: [file('a'), file('b')], exhibits: [held] }
  const saved = exhibitsOfIntake(document, { fileIds: ['a', 'b'], isOne: true, contactIds: ['c2'] }, counted())
  expect(saved).toEqual([{ ...held, contactIds: ['c1', 'c2'] }, newExhibit('new1', [file('b')], ['c2'])])
  // Nothing new is said of it: nothing is saved.
  expect(exhibitsOfIntake(document, { fileIds: ['a'], isOne: true, contactIds: ['c1'] }, counted())).toEqual([])
  expect(exhibitsOfIntake(document, { fileIds: ['a'], isOne: true, contactIds: [] }, counted())).toEqual([])
})

test('more files than one exhibit holds go on in a second', () => {
  const attachments = Array.from({ length: MAX_EXHIBIT_FILES + 1 }, (_, at) => file(`f${at}`))
  const fileIds = attachments.map(({ id }) => id)
  const saved = exhibitsOfIntake({ attachments, exhibits: [] }, { fileIds, isOne: true, contactIds: [] }, counted())
  expect(saved.map(({ attachmentIds }) => attachmentIds.length)).toEqual([MAX_EXHIBIT_FILES, 1])
})
