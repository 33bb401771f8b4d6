import { z } from 'zod'
import { backupFolderProblemSchema, backupRefusalSchema } from './dto/backups'
import { waySchema } from './dto/vault'

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
    reason: z.enum(['not_json', 'truncated', 'foreign', 'too_large', 'took_too_long']),
  }),
  z.strictObject({ code: z.literal('pdf_unavailable') }),
  z.strictObject({ code: z.literal('file_too_large'), limitBytes: z.int() }),
  /**
   * A file on its way in was not taken: pieces out of order, more or fewer bytes than were announced, other bytes than were
   * sent, too many files at a time, the program was locked meanwhile, or the page could not read it (a folder, or moved away).
   */
  z.strictObject({
    code: z.literal('upload_refused'),
    reason: z.enum(['order', 'size', 'hash', 'tooMany', 'gone', 'unreadable']),
  }),
  /** The same bytes are there already, as attachment `id`. */
  z.strictObject({ code: z.literal('duplicate_file'), id: z.string() }),
  z.strictObject({ code: z.literal('file_not_here'), id: z.string() }),
  /** The answer of a time-stamping authority is none, is about something else, or its signature does not hold. */
  z.strictObject({
    code: z.literal('time_stamp_refused'),
    reason: z.enum(['unreadable', 'notGranted', 'otherFile', 'noCertificate', 'badSignature']),
  }),
  /** The vault is shut. */
  z.strictObject({ code: z.literal('locked') }),
  /** The key does not open it; the next try is heard after `waitMs`. */
  z.strictObject({ code: z.literal('wrong_key'), waitMs: z.int() }),
  z.strictObject({ code: z.literal('too_soon'), waitMs: z.int() }),
  /** The recovery code cannot be right: its group number `group` (from 1) does not check, or 0 when its length is wrong. */
  z.strictObject({ code: z.literal('code_mistyped'), group: z.int() }),
  z.strictObject({ code: z.literal('weak_password'), isLongEnough: z.boolean() }),
  /** The groups typed back are not those of the code. */
  z.strictObject({ code: z.literal('groups_differ') }),
  /** Keys are never made where a vault is. */
  z.strictObject({ code: z.literal('vault_exists') }),
  /** The key files are older than the case: someone may have put old ones back. */
  z.strictObject({ code: z.literal('keys_rolled_back') }),
  z.strictObject({ code: z.literal('backup_refused'), reason: backupRefusalSchema }),
  /** The keys at hand do not open the backup: its own password or code is needed. */
  z.strictObject({ code: z.literal('backup_locked'), ways: z.array(waySchema) }),
  z.strictObject({ code: z.literal('backup_folder'), problem: backupFolderProblemSchema }),
  /** Nothing has been entered: an empty backup would only look like one. */
  z.strictObject({ code: z.literal('nothing_to_back_up') }),
  z.strictObject({ code: z.literal('internal'), incident: z.string() }),
  /** The transport itself failed: the host is gone or the token is no longer good. */
  z.strictObject({ code: z.literal('disconnected') }),
])

export type ContractError = z.infer<typeof contractErrorSchema>

/** What every call answers. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ContractError }
