import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NO_CONTACTS_YET, SCHEMA_VERSION } from '#domain/case-document'
import { migrate } from '#services/document/migrate'
import { readDocument } from '#services/document/read-document'

const golden = (version: number): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'documents', `v${version}.json`), 'utf8')

interface Old {
  readonly proposals: readonly { readonly request: object; readonly reply: object | null }[]
  readonly attachments?: readonly object[]
}

const SINCE_4 = { scenarios: [], planVersions: [] }
const NEW = { attachments: [], ...SINCE_4, ...NO_CONTACTS_YET }

const sinceVersion4 = ({ proposals }: Old) =>
  proposals.map((proposal) => ({
    ...proposal,
    request: { ...proposal.request, settlementPer10000: null },
    reply: proposal.reply && { ...proposal.reply, terms: null, condition: '', breach: '' },
  }))

const sinceVersion5 = ({ attachments = [] }: Old) => attachments.map((file) => ({ ...file, fileTime: null }))

describe('a case file of version 1', () => {
  it('opens as the current version, with what early payment does written as terms', () => {
    const read = readDocument(golden(1))
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const { schemaVersion, settings, loans } = read.value
    expect(schemaVersion).toBe(SCHEMA_VERSION)
    expect(settings.lprEntries).toEqual([])
    expect(Object.fromEntries(loans.map(({ id, prepayment }) => [id, prepayment]))).toMatchObject({
      'loan-flat-fee': { allowed: 'anytime', remainingFees: 'due' },
      'loan-kept': { allowed: 'no', remainingFees: 'due' },
    })
  })

  it('keeps everything else as it was', () => {
    const before = JSON.parse(golden(1)) as Old & { loans: { prepayment: unknown }[]; settings: object }
    const read = readDocument(golden(1))
    if (!read.ok) throw new Error(read.error.code)
    const loans = read.value.loans.map((loan, index) => ({ ...loan, prepayment: before.loans[index]?.prepayment }))
    const settings = { ...before.settings, lprEntries: [] }
    expect({ ...read.value, schemaVersion: 1, loans }).toEqual({
      ...before,
      ...NEW,
      settings,
      proposals: sinceVersion4(before),
    })
  })

  it('is refused when a word in it was never one of version 1', () => {
    expect(readDocument(golden(1).replace('"notAllowed"', '"sometimes"')).ok).toBe(false)
  })
})

describe('a case file of version 2', () => {
  it('opens as the current version without any files, and everything else as it was', () => {
    const before = JSON.parse(golden(2)) as Old & { loans: unknown[] }
    expect(before.loans.length).toBeGreaterThan(5)
    expect(before.proposals.length).toBeGreaterThan(0)
    expect(readDocument(golden(2))).toEqual({
      ok: true,
      value: { ...before, ...NEW, schemaVersion: SCHEMA_VERSION, proposals: sinceVersion4(before) },
    })
  })
})

describe('a case file of version 3', () => {
  it('opens without scenarios and promised plans; a reply has named no terms; everything else as it was', () => {
    const before = JSON.parse(golden(3)) as Old
    expect(before.attachments?.length).toBeGreaterThan(0)
    expect(before.proposals.some(({ reply }) => reply !== null)).toBe(true)
    expect(readDocument(golden(3))).toEqual({
      ok: true,
      value: {
        ...before,
        schemaVersion: SCHEMA_VERSION,
        ...SINCE_4,
        ...NO_CONTACTS_YET,
        attachments: sinceVersion5(before),
        proposals: sinceVersion4(before),
      },
    })
  })
})

describe('a case file of version 4', () => {
  it('opens without contacts, evidence and steps taken; of its files no time is known; everything else as it was', () => {
    const before = JSON.parse(golden(4)) as Old & { scenarios: unknown[]; planVersions: unknown[] }
    expect([before.scenarios.length, before.planVersions.length, before.attachments?.length]).toEqual([1, 1, 1])
    expect(readDocument(golden(4))).toEqual({
      ok: true,
      value: { ...before, ...NO_CONTACTS_YET, schemaVersion: SCHEMA_VERSION, attachments: sinceVersion5(before) },
    })
  })
})

it('leaves a current document as it is', () => {
  const document = { schemaVersion: SCHEMA_VERSION, anything: 1 }
  expect(migrate(document)).toEqual({ kind: 'current', document })
})
