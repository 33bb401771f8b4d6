import { z } from 'zod'

/**
 * Expected failures as values: a code with data and no prose. The words live in `i18n/<language>/errors.json` under the
 * same code, each with what to do next.
 */
export const contractErrorSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('unknown_procedure'), name: z.string() }),
  z.strictObject({
    code: z.literal('invalid_input'),
    /** Where and why, by path and zod's issue code; never the value itself. */
    issues: z.array(z.strictObject({ path: z.string(), issue: z.string() })),
  }),
  z.strictObject({ code: z.literal('conflict'), revision: z.int() }),
  z.strictObject({ code: z.literal('not_found'), id: z.string() }),
  z.strictObject({ code: z.literal('in_use'), id: z.string(), count: z.int() }),
  z.strictObject({ code: z.literal('sent_is_final'), id: z.string() }),
  z.strictObject({ code: z.literal('nothing_to_undo') }),
  z.strictObject({ code: z.literal('not_undoable') }),
  z.strictObject({ code: z.literal('read_only'), reason: z.enum(['write_failed', 'newer_version', 'unreadable']) }),
  z.strictObject({ code: z.literal('storage_full') }),
  z.strictObject({ code: z.literal('storage_failed') }),
  z.strictObject({ code: z.literal('newer_version'), found: z.int(), supported: z.int() }),
  z.strictObject({
    code: z.literal('not_a_case_file'),
    reason: z.enum(['not_json', 'truncated', 'foreign', 'too_large']),
  }),
  z.strictObject({ code: z.literal('pdf_unavailable') }),
  z.strictObject({ code: z.literal('internal'), incident: z.string() }),
  /** The transport itself failed: the host is gone or the token is no longer good. */
  z.strictObject({ code: z.literal('disconnected') }),
])

export type ContractError = z.infer<typeof contractErrorSchema>

/** What every call answers. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ContractError }
