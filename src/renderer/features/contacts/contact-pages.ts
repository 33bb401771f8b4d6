import type { ParseKeys } from 'i18next'
import type { ComponentType } from 'react'
import type { RoomProps } from '../../app/rooms'
import { ContactImportPage } from '../contact-import'
import { FindingsPage } from '../contact-findings'
import { PatternsPage } from '../contact-patterns'
import { LogPage } from './log-page'
import { NumbersPage } from './numbers-page'

export interface ContactPageEntry {
  /** Part of the hash after `#/contacts`; the log has none. */
  readonly path: string
  readonly labelKey: ParseKeys
  readonly component: ComponentType<RoomProps>
}

/** The pages of the room, in the order of their links. */
export const contactPages: readonly ContactPageEntry[] = [
  { path: '', labelKey: 'contacts.pages.log', component: LogPage },
  { path: 'patterns', labelKey: 'contacts.pages.patterns', component: PatternsPage },
  { path: 'findings', labelKey: 'contacts.pages.findings', component: FindingsPage },
  { path: 'import', labelKey: 'contacts.pages.import', component: ContactImportPage },
  { path: 'numbers', labelKey: 'contacts.pages.numbers', component: NumbersPage },
]
