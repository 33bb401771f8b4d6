import { z } from 'zod'
import { SCHEMA_VERSION, type CaseDocument, type CaseSettings } from '#domain/case-document'
import { RATE_SCALE } from '#domain/rate/interest-rate'
import { attachmentSchema } from './attachments'
import { budgetSchema } from './budget'
import {
  callBillLayoutSchema,
  contactImportSchema,
  findingMarkSchema,
  knownNumberSchema,
  loggedContactSchema,
  MAX_CONTACTS,
} from './contacts'
import { courtPaperSchema, escalationSchema } from './escalation'
import { custodyEntrySchema, evidencePackSchema, exhibitSchema } from './evidence'
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
  attachments: z.array(attachmentSchema).max(10_000),
  contacts: z.array(loggedContactSchema).max(MAX_CONTACTS),
  numbers: z.array(knownNumberSchema).max(20_000),
  contactImports: z.array(contactImportSchema).max(2000),
  callBillLayouts: z.array(callBillLayoutSchema).max(50),
  findingMarks: z.array(findingMarkSchema).max(50_000),
  exhibits: z.array(exhibitSchema).max(10_000),
  custody: z.array(custodyEntrySchema).max(100_000),
  evidencePacks: z.array(evidencePackSchema).max(500),
  escalations: z.array(escalationSchema).max(2000),
  courtPapers: z.array(courtPaperSchema).max(500),
})

const itemChange = <C extends string, T>(collection: C, item: z.ZodType<T>) =>
  z.strictObject({
    collection: z.literal(collection),
    id: idSchema,
    index: z.int().min(0),
    before: item.nullable(),
    after: item.nullable(),
  })

/**
 * What one command changed, small enough to send to the page and to keep for undo: items by id in a collection
 * (`null` before: added, `null` after: removed), or a whole section.
 */
export const documentChangeSchema = z.union([
  itemChange('parties', partySchema),
  itemChange('loans', loanSchema),
  itemChange('scenarios', scenarioSchema),
  itemChange('planVersions', planVersionSchema),
  itemChange('proposals', proposalSchema),
  itemChange('attachments', attachmentSchema),
  itemChange('contacts', loggedContactSchema),
  itemChange('numbers', knownNumberSchema),
  itemChange('contactImports', contactImportSchema),
  itemChange('callBillLayouts', callBillLayoutSchema),
  itemChange('findingMarks', findingMarkSchema),
  itemChange('exhibits', exhibitSchema),
  itemChange('custody', custodyEntrySchema),
  itemChange('evidencePacks', evidencePackSchema),
  itemChange('escalations', escalationSchema),
  itemChange('courtPapers', courtPaperSchema),
  /** The same items in another order: the places of exhibits are their numbers. */
  z.strictObject({ order: z.literal('exhibits'), before: z.array(idSchema), after: z.array(idSchema) }),
  z.strictObject({ section: z.literal('settings'), before: caseSettingsSchema, after: caseSettingsSchema }),
  z.strictObject({ section: z.literal('budget'), before: budgetSchema, after: budgetSchema }),
  z.strictObject({ section: z.literal('plan'), before: planSettingsSchema, after: planSettingsSchema }),
])

export type DocumentChange = z.infer<typeof documentChangeSchema>
