import { z } from 'zod'
import { idSchema, instantSchema, textSchema } from './primitives'

/** Most bytes of one piece on its way in, and of one on its way out. */
export const UPLOAD_PIECE_BYTES = 512 * 1024
const MEDIA_PIECE_BYTES = 1_048_576

/** What the page knows of a file before its bytes: its name and type as the browser says them. */
export const fileOfferSchema = z.strictObject({
  name: textSchema,
  mediaType: z.string().max(200),
  sizeBytes: z.int().min(0),
  /** When it was last changed, as the browser says. */
  fileTime: instantSchema.nullable(),
  loanId: idSchema.nullable(),
})

export const filePieceSchema = z.strictObject({
  uploadId: idSchema,
  offset: z.int().min(0),
  base64: z.base64().max(Math.ceil(UPLOAD_PIECE_BYTES / 3) * 4),
})

/** 256 random bits, base64url. */
const mediaTokenSchema = z.string().regex(/^[\w-]{43}$/)

export const mediaLookSchema = z.strictObject({ token: mediaTokenSchema })

export const mediaPieceSchema = z.strictObject({
  token: mediaTokenSchema,
  start: z.int().min(0),
  length: z.int().min(1).max(MEDIA_PIECE_BYTES),
})
