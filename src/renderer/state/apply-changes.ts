import type { DocumentChange } from '#contract/dto/case-document'
import { applyItemChanges, byCollection, inOrderOf } from '#contract/item-changes'
import type { CaseDocument } from '#domain/case-document'

/**
 * The cached case after one acknowledged command. A change that does not fit (the cache is not what the host had) makes
 * the result null: read the case again.
 */
export function applyChanges(
  document: CaseDocument,
  changes: readonly DocumentChange[],
  revision: number,
): CaseDocument | null {
  const next: Record<string, unknown> = { ...document, revision }
  for (const change of changes) if ('section' in change) next[change.section] = change.after
  for (const [collection, ofIt] of byCollection(changes.filter((change) => 'collection' in change))) {
    const items = applyItemChanges(document[collection], ofIt)
    if (!items) return null
    next[collection] = items
  }
  for (const change of changes)
    if ('order' in change) next[change.order] = inOrderOf(next[change.order] as never, change.after)
  return next as unknown as CaseDocument
}
