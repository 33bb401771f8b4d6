import { z } from 'zod'
import { documentChangeSchema, type DocumentChange } from '#contract/dto/case-document'

/** How many commands can be taken back. */
export const HISTORY_LIMIT = 500

const stepSchema = z.array(documentChangeSchema)

export const historySchema = z.strictObject({
  undo: z.array(stepSchema).max(HISTORY_LIMIT),
  redo: z.array(stepSchema).max(HISTORY_LIMIT),
})

/** Commands that can be taken back and brought again, oldest first. Kept beside the document, so a restart keeps them. */
export interface History {
  readonly undo: readonly (readonly DocumentChange[])[]
  readonly redo: readonly (readonly DocumentChange[])[]
}

export const EMPTY_HISTORY: History = { undo: [], redo: [] }

/** How a command treats undo: it can be taken back, it is final, or nothing before it can be taken back either. */
export type Remembering = 'undoable' | 'final' | 'forget'

/** The history once a command has run. A final one takes along every step on the items it made final. */
export function after(history: History, changes: readonly DocumentChange[], remembering: Remembering): History {
  switch (remembering) {
    case 'undoable':
      return { undo: [...history.undo, changes].slice(-HISTORY_LIMIT), redo: [] }
    case 'final': {
      const final = new Set(changes.map(subject))
      return { undo: history.undo.filter((step) => !step.some((change) => final.has(subject(change)))), redo: [] }
    }
    case 'forget':
      return EMPTY_HISTORY
  }
}

const subject = (change: DocumentChange): string =>
  'section' in change
    ? change.section
    : 'order' in change
      ? `order of ${change.order}`
      : `${change.collection}/${change.id}`
