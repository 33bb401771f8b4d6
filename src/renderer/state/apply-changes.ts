import type { DocumentChange } from '#contract/dto/case-document'
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
  let next: CaseDocument = { ...document, revision }
  for (const change of changes) {
    if ('section' in change) {
      next = { ...next, [change.section]: change.after }
      continue
    }
    const items = changed<{ readonly id: string }>(next[change.collection], change)
    if (!items) return null
    next = { ...next, [change.collection]: items }
  }
  return next
}

function changed<T extends { readonly id: string }>(
  items: readonly T[],
  change: { readonly id: string; readonly index: number; readonly before: T | null; readonly after: T | null },
): readonly T[] | null {
  const at = items.findIndex((item) => item.id === change.id)
  if ((at === -1) !== (change.before === null)) return null
  const rest = at === -1 ? [...items] : [...items.slice(0, at), ...items.slice(at + 1)]
  if (!change.after) return rest
  rest.splice(Math.min(at === -1 ? change.index : at, rest.length), 0, change.after)
  return rest
}
