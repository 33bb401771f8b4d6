import type { Attachment } from '#domain/attachment/attachment'
import type { Exhibit } from './exhibit'

/** Files that belong to the case and stand in no exhibit yet. Papers of a loan are in the index only when somebody puts them there. */
export function notIndexed(attachments: readonly Attachment[], exhibits: readonly Exhibit[]): readonly Attachment[] {
  const indexed = new Set(exhibits.flatMap(({ attachmentIds }) => attachmentIds))
  return attachments.filter(({ id, loanId }) => loanId === null && !indexed.has(id))
}

/** What the index has to say of each item (证据规定 19) and does not yet. */
export type Missing = 'title' | 'files' | 'source' | 'proves' | 'originalKept'

/** `files`: the ids of all files of the case. */
export function missingOf(exhibit: Exhibit, files: ReadonlySet<string>): readonly Missing[] {
  return [
    ...(exhibit.title.trim() === '' ? (['title'] as const) : []),
    ...(exhibit.attachmentIds.some((id) => files.has(id)) ? [] : (['files'] as const)),
    ...(exhibit.source.trim() === '' ? (['source'] as const) : []),
    ...(exhibit.proves.trim() === '' ? (['proves'] as const) : []),
    ...(exhibit.originalKept.trim() === '' ? (['originalKept'] as const) : []),
  ]
}

export const exhibitsOf = (exhibits: readonly Exhibit[], contactId: string): readonly Exhibit[] =>
  exhibits.filter(({ contactIds }) => contactIds.includes(contactId))

/** The order of ids with one moved a place up (-1) or down (1); the same at the ends. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const at = ids.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= ids.length) return ids
  const rest = ids.filter((other) => other !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}
