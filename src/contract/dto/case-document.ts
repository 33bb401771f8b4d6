import { z } from 'zod'
import { SCHEMA_VERSION, type CaseDocument, type CaseSettings } from '#domain/case-document'
import { RATE_SCALE } from '#domain/rate/interest-rate'
import { attachmentSchema } from './attachments'
import { budgetSchema } from './budget'
import { loanSchema, partySchema } from './ledger'
import { planSettingsSchema, planVersionSchema, scenarioSchema } from './plan'
import { idSchema, localDateSchema } from './primitives'
import { proposalSchema, senderSchema } from './proposals'

export const caseSettingsSchema: z.ZodType<CaseSettings> = z.strictObject({
  sender: senderSchema,
  isSample: z.boolean(),
  hasStarted: z.boolean(),
  lprEntries: z
    .array(z.strictObject({ from: localDateSchema, partsPerTenMillion: z.int().min(1).max(RATE_SCALE) }))
    .max(400),
})

/** The case file: what the app exports and the CLI reads. */
export const caseDocumentSchema: z.ZodType<CaseDocument> = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  revision: z.int().min(0),
  settings: caseSettingsSchema,
  parties: z.array(partySchema).max(1000),
  loans: z.array(loanSchema).max(500),
  budget: budgetSchema,
  plan: planSettingsSchema,
  scenarios: z.array(scenarioSchema).max(100),
  planVersions: z.array(planVersionSchema).max(200),
  proposals: z.array(proposalSchema).max(2000),
  attachments: z.array(attachmentSchema).max(5000),
})

/**
 * What one command changed, small enough to send to the page and to keep for undo: items by id in a collection
 * (`null` before: added, `null` after: removed), or a whole section.
 */
export const documentChangeSchema = z.union([
  z.strictObject({
    collection: z.literal('parties'),
    id: idSchema,
    index: z.int().min(0),
    before: partySchema.nullable(),
    after: partySchema.nullable(),
  }),
  z.strictObject({
    collection: z.literal('loans'),
    id: idSchema,
    index: z.int().min(0),
    before: loanSchema.nullable(),
    after: loanSchema.nullable(),
  }),
  z.strictObject({
    collection: z.literal('proposals'),
    id: idSchema,
    index: z.int().min(0),
    before: proposalSchema.nullable(),
    after: proposalSchema.nullable(),
  }),
  z.strictObject({
    collection: z.literal('attachments'),
    id: idSchema,
    index: z.int().min(0),
    before: attachmentSchema.nullable(),
    after: attachmentSchema.nullable(),
  }),
  z.strictObject({
    collection: z.literal('scenarios'),
    id: idSchema,
    index: z.int().min(0),
    before: scenarioSchema.nullable(),
    after: scenarioSchema.nullable(),
  }),
  z.strictObject({
    collection: z.literal('planVersions'),
    id: idSchema,
    index: z.int().min(0),
    before: planVersionSchema.nullable(),
    after: planVersionSchema.nullable(),
  }),
  z.strictObject({ section: z.literal('settings'), before: caseSettingsSchema, after: caseSettingsSchema }),
  z.strictObject({ section: z.literal('budget'), before: budgetSchema, after: budgetSchema }),
  z.strictObject({ section: z.literal('plan'), before: planSettingsSchema, after: planSettingsSchema }),
])

export type DocumentChange = z.infer<typeof documentChangeSchema>
