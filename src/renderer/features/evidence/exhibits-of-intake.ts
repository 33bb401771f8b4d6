import type { Attachment } from '#domain/attachment/attachment'
import type { CaseDocument } from '#domain/case-document'
import { MAX_EXHIBIT_FILES, type Exhibit } from '#domain/evidence/exhibit'

/** An exhibit of files as they were taken; what only the person knows is empty. */
export const newExhibit = (id: string, files: readonly Attachment[], contactIds: readonly string[] = []): Exhibit => ({
  id,
  title: (files[0]?.name ?? '').replace(/\.[^.]{1,12}$/, ''),
  attachmentIds: files.map((file) => file.id),
  contactIds,
  source: '',
  proves: '',
  originalKept: '',
  madeOn: null,
  showsOthers: false,
})

interface Intake {
  /** Files that were taken in, and files that turned out to be here already. */
  readonly fileIds: readonly string[]
  /** The person says that the files belong together. */
  readonly isOne: boolean
  /** What the files prove. */
  readonly contactIds: readonly string[]
}

/**
 * The exhibits to save after files were taken in: a file that is in the index already proves the contacts as well and gets
 * no second number; the others become new exhibits.
 */
export function exhibitsOfIntake(
  { attachments, exhibits }: Pick<CaseDocument, 'attachments' | 'exhibits'>,
  { fileIds, isOne, contactIds }: Intake,
  newId: () => string,
): readonly Exhibit[] {
  const ids = new Set(fileIds)
  const holding = exhibits.filter(({ attachmentIds }) => attachmentIds.some((id) => ids.has(id)))
  const held = new Set(holding.flatMap(({ attachmentIds }) => attachmentIds))
  const loose = attachments.filter(({ id }) => ids.has(id) && !held.has(id))
  return [
    ...holding.flatMap((exhibit) => {
      const proved = new Set([...exhibit.contactIds, ...contactIds])
      return proved.size === exhibit.contactIds.length ? [] : [{ ...exhibit, contactIds: [...proved] }]
    }),
    ...grouped(loose, isOne ? MAX_EXHIBIT_FILES : 1).map((files) => newExhibit(newId(), files, contactIds)),
  ]
}

const grouped = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(size * at, size * (at + 1)))
