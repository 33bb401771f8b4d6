import type { Attachment } from '#domain/attachment/attachment'
import type { Exhibit } from '#domain/evidence/exhibit'

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
