import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { caseDocumentSchema } from '#contract/dto/case-document'
import { NO_CONTACTS_YET, SCHEMA_VERSION } from '#domain/case-document'

const file = join(import.meta.dirname, '..', '..', 'docs', 'case.schema.json')

it('is what docs/case.schema.json says (npx vitest run tests/contract -u writes it)', async () => {
  const schema = z.toJSONSchema(caseDocumentSchema, {
    target: 'draft-2020-12',
    unrepresentable: 'throw',
    reused: 'ref',
  })
  await expect(`${JSON.stringify({ title: 'Breathing Room case file', ...schema }, null, 2)}\n`).toMatchFileSnapshot(
    file,
  )
})

it('refuses a key it does not know and a date that does not exist', () => {
  const base = {
    schemaVersion: SCHEMA_VERSION,
    revision: 0,
    settings: {
      sender: { name: '', idNumber: '', phone: '', address: '', email: '', debitAccount: '', answerWithinHours: 24 },
      isSample: false,
      hasStarted: false,
      lprEntries: [],
    },
    parties: [],
    loans: [],
    budget: { lines: [], cashNowFen: 0, reserveFen: 0 },
    plan: { strategy: 'avalanche', ownOrder: [] },
    scenarios: [],
    planVersions: [],
    proposals: [],
    attachments: [],
    ...NO_CONTACTS_YET,
  }
  expect(caseDocumentSchema.safeParse(base).success).toBe(true)
  expect(caseDocumentSchema.safeParse({ ...base, budgets: base.budget }).success).toBe(false)
  const line = {
    id: 'a',
    side: 'income',
    category: 'wage',
    name: '',
    amountFen: 100,
    cadence: 'once',
    dayOfMonth: null,
    startsOn: '2026-02-28',
    endsOn: null,
    certainty: 'sure',
  }
  const withLine = (change: object): unknown => ({
    ...base,
    budget: { ...base.budget, lines: [{ ...line, ...change }] },
  })
  expect(caseDocumentSchema.safeParse(withLine({})).success).toBe(true)
  expect(caseDocumentSchema.safeParse(withLine({ startsOn: '2026-02-30' })).success).toBe(false)
  expect(caseDocumentSchema.safeParse(withLine({ amountFen: -1 })).success).toBe(false)
  expect(caseDocumentSchema.safeParse(withLine({ amountFen: 1.5 })).success).toBe(false)
})
