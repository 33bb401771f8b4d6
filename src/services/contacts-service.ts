import type { ContractError } from '#contract/errors'
import { MAX_CONTACTS } from '#contract/dto/contacts'
import type { CaseDocument } from '#domain/case-document'
import type { CallBillLayout, ContactImport } from '#domain/contact/contact-import'
import type { FindingMark } from '#domain/contact/finding-mark'
import type { KnownNumber } from '#domain/contact/known-number'
import { entryOf, MAX_EDITS, type ContactEntry, type LoggedContact } from '#domain/contact/logged-contact'
import type { Party } from '#domain/loan/party'
import { err, ok, type Result } from '#domain/result'
import type { Change } from './document/case-store'
import { put, without } from './ledger-service'

/** Writes an entry of the log, or a new wording of one: the earlier wording stays beside it. */
export const saveContact =
  (entry: ContactEntry, parties: readonly Party[], numbers: readonly KnownNumber[], now: number): Change =>
  (document) => {
    const before = document.contacts.find(({ id }) => id === entry.id)
    const logged: LoggedContact = before
      ? { ...entry, recordedAt: before.recordedAt, importId: before.importId, edits: editsOf(before, entry, now) }
      : { ...entry, recordedAt: now, importId: null, edits: [] }
    return named({ ...document, contacts: put(document.contacts, logged) }, parties, numbers, [entry])
  }

/** The first wording and the last ones; one that changes nothing leaves no trace. */
function editsOf(before: LoggedContact, entry: ContactEntry, now: number): LoggedContact['edits'] {
  const was = entryOf(before)
  if (JSON.stringify(was) === JSON.stringify(entry)) return before.edits
  const edits = [...before.edits, { at: now, before: was }]
  return edits.length <= MAX_EDITS ? edits : [...edits.slice(0, 1), ...edits.slice(2)]
}

export const removeContacts =
  (contactIds: readonly string[]): Change =>
  (document) => {
    const gone = new Set(contactIds)
    const contacts = document.contacts.filter(({ id }) => !gone.has(id))
    return contacts.length === document.contacts.length
      ? err({ code: 'not_found', id: contactIds[0] ?? '' })
      : ok({ ...document, contacts })
  }

/** What one file brought, in one step. */
export const importContacts =
  (
    from: ContactImport,
    entries: readonly ContactEntry[],
    parties: readonly Party[],
    numbers: readonly KnownNumber[],
    now: number,
  ): Change =>
  (document) => {
    const known = new Set(document.contacts.map(({ id }) => id))
    const twice = entries.find(({ id }) => known.has(id))
    if (twice) return err({ code: 'invalid_input', issues: [{ path: 'contacts', issue: 'duplicate_id' }] })
    if (document.contacts.length + entries.length > MAX_CONTACTS)
      return err({ code: 'invalid_input', issues: [{ path: 'contacts', issue: 'too_big' }] })
    const contacts = entries.map((entry) => ({ ...entry, recordedAt: now, importId: from.id, edits: [] }))
    return named(
      {
        ...document,
        contacts: [...document.contacts, ...contacts],
        contactImports: put(document.contactImports, { ...from, at: now }),
      },
      parties,
      numbers,
      entries,
    )
  }

/** Takes away everything an import brought that was not changed since. */
export const removeImport =
  (importId: string): Change =>
  (document) =>
    document.contactImports.some(({ id }) => id === importId)
      ? ok({
          ...document,
          contacts: document.contacts.filter(({ importId: from, edits }) => from !== importId || edits.length > 0),
          contactImports: without(document.contactImports, importId),
        })
      : err({ code: 'not_found', id: importId })

export const saveNumbers =
  (numbers: readonly KnownNumber[], parties: readonly Party[]): Change =>
  (document) =>
    named(document, parties, numbers, [])

export const removeNumber =
  (numberId: string): Change =>
  (document) =>
    document.numbers.some(({ id }) => id === numberId)
      ? ok({ ...document, numbers: without(document.numbers, numberId) })
      : err({ code: 'not_found', id: numberId })

export const markFinding =
  (mark: FindingMark): Change =>
  (document) =>
    ok({ ...document, findingMarks: put(document.findingMarks, mark) })

export const unmarkFinding =
  (markId: string): Change =>
  (document) =>
    document.findingMarks.some(({ id }) => id === markId)
      ? ok({ ...document, findingMarks: without(document.findingMarks, markId) })
      : err({ code: 'not_found', id: markId })

/** The newest layouts stay when there are too many. */
export const saveLayout =
  (layout: CallBillLayout): Change =>
  (document) => {
    const others = document.callBillLayouts.filter(({ id, header }) => id !== layout.id && header !== layout.header)
    return ok({ ...document, callBillLayouts: [...others, layout].slice(-MAX_LAYOUTS) })
  }

const MAX_LAYOUTS = 50

/** The case with parties and numbers named in the same form: everything an entry names has to be there. */
function named(
  document: CaseDocument,
  parties: readonly Party[],
  numbers: readonly KnownNumber[],
  entries: readonly ContactEntry[],
): Result<CaseDocument, ContractError> {
  const next = {
    ...document,
    parties: parties.reduce<readonly Party[]>(put, document.parties),
    numbers: numbers.reduce<readonly KnownNumber[]>(putNumber, document.numbers),
  }
  const partyIds = new Set(next.parties.map(({ id }) => id))
  const loanIds = new Set(next.loans.map(({ id }) => id))
  const party = [...entries.map(({ byPartyId }) => byPartyId), ...numbers.map(({ partyId }) => partyId)]
  if (party.some((id) => id !== null && !partyIds.has(id)))
    return err({ code: 'invalid_input', issues: [{ path: 'contact.byPartyId', issue: 'unknown_party' }] })
  if (entries.some(({ loanId }) => loanId !== null && !loanIds.has(loanId)))
    return err({ code: 'invalid_input', issues: [{ path: 'contact.loanId', issue: 'unknown_loan' }] })
  return ok(next)
}

/** One entry for each number. */
const putNumber = (numbers: readonly KnownNumber[], number: KnownNumber): readonly KnownNumber[] =>
  put(
    numbers.filter(({ id, key }) => id === number.id || key !== number.key),
    number,
  )
