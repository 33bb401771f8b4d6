import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SCHEMA_VERSION } from '#domain/case-document'
import { migrate } from '#services/document/migrate'
import { readDocument } from '#services/document/read-document'

const golden = (version: number): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'documents', `v${version}.json`), 'utf8')

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
    const before = JSON.parse(golden(1)) as { loans: { prepayment: unknown }[]; settings: object }
    const read = readDocument(golden(1))
    if (!read.ok) throw new Error(read.error.code)
    const loans = read.value.loans.map((loan, index) => ({ ...loan, prepayment: before.loans[index]?.prepayment }))
    const settings = { ...before.settings, lprEntries: [] }
    expect({ ...read.value, schemaVersion: 1, loans }).toEqual({ ...before, settings, attachments: [] })
  })

  it('is refused when a word in it was never one of version 1', () => {
    expect(readDocument(golden(1).replace('"notAllowed"', '"sometimes"')).ok).toBe(false)
  })
})

describe('a case file of version 2', () => {
  it('opens as the current version without any files, and everything else as it was', () => {
    const before = JSON.parse(golden(2)) as { proposals: unknown[]; loans: unknown[] }
    expect(before.loans.length).toBeGreaterThan(5)
    expect(before.proposals.length).toBeGreaterThan(0)
    expect(readDocument(golden(2))).toEqual({
      ok: true,
      value: { ...before, schemaVersion: SCHEMA_VERSION, attachments: [] },
    })
  })
})

it('leaves a current document as it is', () => {
  const document = { schemaVersion: SCHEMA_VERSION, anything: 1 }
  expect(migrate(document)).toEqual({ kind: 'current', document })
})
