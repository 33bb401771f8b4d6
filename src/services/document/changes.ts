import type { CaseDocument } from '#domain/case-document'
import type { DocumentChange } from '#contract/dto/case-document'
import { applyItemChanges, byCollection, inOrderOf } from '#contract/item-changes'

const COLLECTIONS = [
  'parties',
  'loans',
  'scenarios',
  'planVersions',
  'proposals',
  'attachments',
  'contacts',
  'numbers',
  'contactImports',
  'callBillLayouts',
  'findingMarks',
  'exhibits',
  'custody',
  'evidencePacks',
  'escalations',
  'courtPapers',
] as const
const SECTIONS = ['settings', 'budget', 'plan'] as const

interface Item {
  readonly id: string
}

/** What differs between two versions, item by item. Commands change documents immutably, so identity is enough. */
export function changesBetween(before: CaseDocument, after: CaseDocument): DocumentChange[] {
  return [
    ...COLLECTIONS.flatMap((collection) => itemChanges(collection, before[collection], after[collection])),
    ...orderChanges(before, after),
    ...SECTIONS.flatMap((section) =>
      before[section] === after[section]
        ? []
        : [{ section, before: before[section], after: after[section] } as DocumentChange],
    ),
  ]
}

/** Items of a collection have no order that means anything, but exhibits have: theirs is the index of evidence. */
function orderChanges({ exhibits: before }: CaseDocument, { exhibits: after }: CaseDocument): DocumentChange[] {
  if (before === after) return []
  const kept = new Set(after.map(({ id }) => id))
  const was = before.map(({ id }) => id).filter((id) => kept.has(id))
  const had = new Set(was)
  const is = after.map(({ id }) => id).filter((id) => had.has(id))
  return was.join() === is.join() ? [] : [{ order: 'exhibits', before: was, after: is }]
}

function itemChanges(
  collection: (typeof COLLECTIONS)[number],
  before: readonly Item[],
  after: readonly Item[],
): DocumentChange[] {
  if (before === after) return []
  const old = new Map(before.map((item, index) => [item.id, { item, index }]))
  const kept = new Set(after.map((item) => item.id))
  const removed = before.flatMap((item, index) =>
    kept.has(item.id) ? [] : [{ collection, id: item.id, index, before: item, after: null }],
  )
  const put = after.flatMap((item, index) => {
    const was = old.get(item.id)
    return was?.item === item ? [] : [{ collection, id: item.id, index, before: was?.item ?? null, after: item }]
  })
  return [...removed, ...put] as DocumentChange[]
}

/**
 * The changes that take others back. Removals come first and insertions in the order of their places, so that each item
 * returns to where it stood.
 */
export function inverse(changes: readonly DocumentChange[]): DocumentChange[] {
  const swapped = changes.map((change) => ({ ...change, before: change.after, after: change.before }) as DocumentChange)
  const place = (change: DocumentChange): number => (change.after === null ? -1 : 'index' in change ? change.index : 0)
  return swapped.sort((left, right) => place(left) - place(right))
}

/** Applies changes to a document; the revision is the caller's affair. Changes that do not fit are a fault of the program. */
export function applyChanges(document: CaseDocument, changes: readonly DocumentChange[]): CaseDocument {
  const next: Record<string, unknown> = { ...document }
  for (const change of changes) if ('section' in change) next[change.section] = change.after
  for (const [collection, ofIt] of byCollection(changes.filter((change) => 'collection' in change))) {
    const items = applyItemChanges(document[collection], ofIt)
    if (!items) throw new Error(`the history does not fit the case: ${collection}`)
    next[collection] = items
  }
  for (const change of changes)
    if ('order' in change) next[change.order] = inOrderOf(next[change.order] as readonly Item[], change.after)
  return next as unknown as CaseDocument
}
