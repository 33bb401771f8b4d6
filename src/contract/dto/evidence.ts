import { z } from 'zod'
import { CUSTODY_ACTS, type CustodyEntry } from '#domain/evidence/custody'
import { MAX_EXHIBIT_FILES, type EvidencePack, type Exhibit, type TrustedTime } from '#domain/evidence/exhibit'
import type { CustodyFault } from '#domain/evidence/verify-custody'
import { sha256Schema } from './attachments'
import { idSchema, instantSchema, lineSchema, localDateSchema, textSchema } from './primitives'

export const custodyEntrySchema: z.ZodType<CustodyEntry> = z.strictObject({
  id: idSchema,
  act: z.enum(CUSTODY_ACTS),
  at: instantSchema,
  subjectId: idSchema,
  name: lineSchema,
  sizeBytes: z.int().min(0),
  sha256: sha256Schema,
  fileTime: instantSchema.nullable(),
  clock: z.enum(['fine', 'setBack', 'fileFromFuture']),
  previous: sha256Schema,
  hash: sha256Schema,
})

export const custodyFaultSchema: z.ZodType<CustodyFault> = z.union([
  z.strictObject({ fault: z.enum(['order', 'changed']), at: z.int().min(0) }),
  z.strictObject({ fault: z.enum(['unknownFile', 'lostFile']), attachmentId: idSchema }),
])

export const exhibitSchema: z.ZodType<Exhibit> = z.strictObject({
  id: idSchema,
  title: lineSchema,
  attachmentIds: z.array(idSchema).max(MAX_EXHIBIT_FILES),
  contactIds: z.array(idSchema).max(1000),
  source: textSchema,
  proves: textSchema,
  originalKept: textSchema,
  madeOn: localDateSchema.nullable(),
  showsOthers: z.boolean(),
})

const trustedTimeSchema: z.ZodType<TrustedTime> = z.strictObject({
  answer: z.base64().max(64_000),
  at: instantSchema,
  by: lineSchema,
})

export const evidencePackSchema: z.ZodType<EvidencePack> = z.strictObject({
  id: idSchema,
  madeAt: instantSchema,
  copy: z.enum(['full', 'share']),
  exhibitIds: z.array(idSchema).max(2000),
  fileCount: z.int().min(0),
  sizeBytes: z.int().min(0),
  manifestSha256: sha256Schema,
  trustedTime: trustedTimeSchema.nullable(),
})
