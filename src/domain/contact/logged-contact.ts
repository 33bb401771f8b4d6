import type { LocalDate } from '#domain/calendar/local-date'
import type { Contact } from './contact'

/** What the other side promised (周五前发书面方案): followed until it is known whether it was kept. */
export interface TheirPromise {
  readonly text: string
  readonly by: LocalDate | null
  /** Null: not known yet. */
  readonly kept: boolean | null
}

/** What the person says about a contact. */
export interface ContactEntry extends Contact {
  readonly theirPromise: TheirPromise | null
}

/** An earlier wording of an entry, and when it was replaced. */
export interface ContactEdit {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly before: ContactEntry
}

/** A contact as the log keeps it: when it was written down, from where, and every earlier wording. */
export interface LoggedContact extends ContactEntry {
  /** Milliseconds since 1970: how long after the contact it was written down matters to whoever weighs it. */
  readonly recordedAt: number
  /** The import that brought it; null when it was typed. */
  readonly importId: string | null
  readonly edits: readonly ContactEdit[]
}

/** Most earlier wordings of one entry that are kept; the first one always is. */
export const MAX_EDITS = 40

/** The entry alone, without what the log adds. */
export function entryOf(contact: LoggedContact): ContactEntry {
  const entry: Partial<LoggedContact> & ContactEntry = { ...contact }
  for (const added of ['recordedAt', 'importId', 'edits'] as const) Reflect.deleteProperty(entry, added)
  return entry
}
