import { z } from 'zod'
import { MAX_FILE_BYTES, type Attachment } from '#domain/attachment/attachment'
import { idSchema, instantSchema, lineSchema, textSchema } from './primitives'

export const sizeBytesSchema = z.int().min(0).max(MAX_FILE_BYTES)

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

export const attachmentSchema: z.ZodType<Attachment> = z.strictObject({
  id: idSchema,
  loanId: idSchema.nullable(),
  name: lineSchema,
  mediaType: z.string().regex(/^[a-z0-9][a-z0-9.+-]{0,63}\/[a-z0-9][a-z0-9.+-]{0,99}$/),
  sizeBytes: sizeBytesSchema,
  sha256: sha256Schema,
  addedAt: z.int().min(0),
  fileTime: instantSchema.nullable(),
  note: textSchema,
})
