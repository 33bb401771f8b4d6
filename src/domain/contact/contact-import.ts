import type { BillColumns } from './call-bill'
import type { Dropped } from './imported-contact'

export const CONTACT_SOURCES = ['callsXml', 'smsXml', 'callBill', 'wechatText', 'chatLab', 'memoTrace'] as const
export type ContactSource = (typeof CONTACT_SOURCES)[number]

/** One file that contacts were taken from. */
export interface ContactImport {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly source: ContactSource
  /** As the file was called. Text to show, never a path. */
  readonly fileName: string
  readonly added: number
  /** Records that were already in the log. */
  readonly known: number
  /** Records that were left out, by reason. */
  readonly dropped: Readonly<Partial<Record<Dropped, number>>>
}

/** Which column is which in lists with this row of names: asked once, then remembered. */
export interface CallBillLayout {
  readonly id: string
  /** The row of names, without blanks, joined by `|`. */
  readonly header: string
  readonly columns: BillColumns
}
