import { inOrderOf } from '#contract/item-changes'
import type { Exhibit } from '#domain/evidence/exhibit'
import { err, ok } from '#domain/result'
import type { Change } from './document/case-store'
import { put, without } from './ledger-service'

/** A file that was removed stays named where it was, so that bringing it back puts it there again; no other may be unknown. */
export const saveExhibit =
  (exhibit: Exhibit): Change =>
  (document) => {
    const before = document.exhibits.find(({ id }) => id === exhibit.id)
    const files = new Set([...document.attachments.map(({ id }) => id), ...(before?.attachmentIds ?? [])])
    return exhibit.attachmentIds.every((id) => files.has(id))
      ? ok({ ...document, exhibits: put(document.exhibits, exhibit) })
      : err({ code: 'invalid_input', issues: [{ path: 'exhibit.attachmentIds', issue: 'unknown_attachment' }] })
  }

/** Takes it out of the index; its files stay. */
export const removeExhibit =
  (exhibitId: string): Change =>
  (document) =>
    document.exhibits.some(({ id }) => id === exhibitId)
      ? ok({ ...document, exhibits: without(document.exhibits, exhibitId) })
      : err({ code: 'not_found', id: exhibitId })

/** Numbers the index anew: the ids in their order, and what was not named after them. */
export const orderExhibits =
  (exhibitIds: readonly string[]): Change =>
  (document) =>
    ok({ ...document, exhibits: inOrderOf(document.exhibits, exhibitIds) })
