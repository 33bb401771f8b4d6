import { z } from 'zod'

/** Which form a draft belongs to: made by the program (`loan/new`), never from what was typed. */
export const draftFormSchema = z.string().regex(/^[a-z]{1,20}(\/[A-Za-z0-9_-]{1,64}){0,3}$/)

export const draftSchema = z.strictObject({
  form: draftFormSchema,
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  value: z.json(),
})

export type Draft = z.infer<typeof draftSchema>
