import { z } from 'zod'
import { sha256Schema, sizeBytesSchema } from '#contract/dto/attachments'
import { idSchema } from '#contract/dto/primitives'
import type { StoredFile } from '../ports'

/** By the id of the attachment. An entry stays when its attachment is removed, so that undo finds the bytes. */
export type StoredFiles = Readonly<Record<string, StoredFile>>

export const NO_FILES: StoredFiles = {}

const storedFileSchema: z.ZodType<StoredFile> = z.strictObject({
  file: z.string().regex(/^[0-9a-f]{32}$/),
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  sha256: sha256Schema,
  sizeBytes: sizeBytesSchema,
})

/** An entry this program cannot read costs that file, never the document. Earlier generations have none. */
export function storedFilesOf(value: unknown): StoredFiles {
  if (typeof value !== 'object' || value === null) return NO_FILES
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, entry]) => {
      const parsed = storedFileSchema.safeParse(entry)
      return parsed.success && idSchema.safeParse(id).success ? [[id, parsed.data] as const] : []
    }),
  )
}
