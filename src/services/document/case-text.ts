import type { ContractError } from '#contract/errors'
import type { CaseDocument } from '#domain/case-document'
import { err, ok, type Result } from '#domain/result'
import { EMPTY_HISTORY, historySchema, type History } from './history'
import { storedFilesOf, type StoredFiles } from './stored-files'
import { readParsed } from './read-document'

/** The document with what can be taken back and the keys of its files: what a generation and a backup hold. */
export interface CaseState {
  readonly document: CaseDocument
  readonly history: History
  readonly files: StoredFiles
}

export const caseText = ({ document, history, files }: CaseState): string =>
  JSON.stringify({ document, history, files })

/** The same from a text that may be damaged, of another version, or hostile. */
export function readCaseText(text: string): Result<CaseState, ContractError> {
  let envelope: { document?: unknown; history?: unknown; files?: unknown } | null
  try {
    envelope = JSON.parse(text) as typeof envelope
  } catch {
    return err({ code: 'not_a_case_file', reason: 'not_json' })
  }
  const document = readParsed(envelope?.document)
  if (!document.ok) return document
  // A history this program cannot read costs undo, never the document.
  const history = historySchema.safeParse(envelope?.history)
  return ok({
    document: document.value,
    history: history.success ? history.data : EMPTY_HISTORY,
    files: storedFilesOf(envelope?.files),
  })
}
