import type { CaseDocument } from '#domain/case-document'
import { inOrder, isTheirs, isToThird, type Channel } from '#domain/contact/contact'
import type { LoggedContact } from '#domain/contact/logged-contact'

/** A line of the log, with the text a search looks in. */
export interface LogRow {
  readonly contact: LoggedContact
  /** The lender or agency behind it; empty when nobody knows. */
  readonly by: string
  readonly haystack: string
}

export interface LogFilter {
  readonly text: string
  readonly channel: Channel | 'all'
  /** `third`: people near the debtor. `out`: what the person did. */
  readonly whom: 'all' | 'me' | 'third' | 'out'
}

export const NO_FILTER: LogFilter = { text: '', channel: 'all', whom: 'all' }

/** The log, newest first. */
export function logRows({ contacts, parties }: CaseDocument): readonly LogRow[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  return [...inOrder(contacts)].reverse().map((each) => {
    const contact = each as LoggedContact
    const by = (contact.byPartyId === null ? undefined : names.get(contact.byPartyId)) ?? ''
    const digits = contact.number.replace(/[\s-]/g, '')
    const words = [
      by,
      contact.number,
      digits,
      contact.person,
      contact.saidToBe,
      contact.said,
      contact.answered,
      contact.on,
    ]
    return { contact, by, haystack: words.join(' ').toLowerCase() }
  })
}

/** The rows a filter leaves, in their order. Every word of the search has to be there. */
export function filtered(rows: readonly LogRow[], { text, channel, whom }: LogFilter): readonly LogRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ contact, haystack }) =>
      (channel === 'all' || contact.channel === channel) &&
      isAbout(contact, whom) &&
      words.every((word) => haystack.includes(word)),
  )
}

function isAbout(contact: LoggedContact, whom: LogFilter['whom']): boolean {
  switch (whom) {
    case 'all':
      return true
    case 'me':
      return isTheirs(contact) && contact.reached === 'me'
    case 'third':
      return isTheirs(contact) && isToThird(contact)
    case 'out':
      return !isTheirs(contact)
  }
}
