import type { BackupKind, BackupPreview } from '#contract/dto/backups'
import { backupKindSchema } from '#contract/dto/backups'
import type { ContractError } from '#contract/errors'
import type { CaseDocument } from '#domain/case-document'
import { err, ok, type Result } from '#domain/result'
import { readCaseText, type CaseState } from '../document/case-text'
import type { OpenedText } from '../ports'
import { emptyDocument } from '../document/empty-document'

/** Of a text, in hexadecimal. */
export type Sha256 = (text: string) => string

/** What the text of a backup holds. */
export interface BackupContent {
  readonly kind: BackupKind
  readonly state: CaseState
  /** Of the document as it stands in the backup, before it is brought to the present version. */
  readonly documentHash: string
}

/** A case that was opened, with what is known of its files. */
export interface OpenedState extends Pick<OpenedText, 'savedAt' | 'files' | 'missing'> {
  readonly state: CaseState
}

/** The case as it is sealed into a backup. */
export const backupText = (kind: BackupKind, { document, history, files }: CaseState): string =>
  JSON.stringify({ kind, document, history, files })

export function readBackupText(text: string, sha256: Sha256): Result<BackupContent, ContractError> {
  const state = readCaseText(text)
  if (!state.ok)
    return err(state.error.code === 'newer_version' ? state.error : { code: 'backup_refused', reason: 'damaged' })
  const { kind, document } = JSON.parse(text) as { kind?: unknown; document: object }
  const known = backupKindSchema.safeParse(kind)
  const documentHash = documentHashOf(document, sha256)
  return ok({ kind: known.success ? known.data : 'manual', state: state.value, documentHash })
}

/**
 * One document, one hash: keys in order, and without the revision, which counts saves and changes when a document is
 * restored.
 */
export function documentHashOf(document: object, sha256: Sha256): string {
  return sha256(canonical({ ...document, revision: 0 }))
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  )

/** Whether nothing was entered yet. */
export function isEmptyCase(document: CaseDocument): boolean {
  const settings = { ...document.settings, hasStarted: false }
  return canonical({ ...document, settings }) === canonical(emptyDocument(document.revision))
}

export const previewOf = (
  { savedAt, state: { document }, files, missing }: OpenedState,
  isThisVault: boolean,
): BackupPreview => ({
  savedAt,
  loans: document.loans.length,
  letters: document.proposals.length,
  files,
  missing,
  isThisVault,
})
