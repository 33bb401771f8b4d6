import type { LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { agreedOn } from '#domain/loan/agreed-contract'
import type { Loan } from '#domain/loan/loan'
import type { PartyId } from '#domain/loan/party'
import { stateOn } from '#domain/loan/state-on'
import type { Rule } from '#domain/rules/rule'
import { checkContacts } from './check-contacts'
import type { Contact } from './contact'
import type { ContactFinding } from './contact-finding'
import type { ContactFacts } from './contact-predicates'
import { numberReader } from './number-groups'

/** Who made a contact, as far as it is known: said in the entry, else by the number. */
export function callerOf({ numbers }: Pick<CaseDocument, 'numbers'>): (contact: Contact) => PartyId | null {
  const read = numberReader()
  const partyOf = new Map(numbers.map(({ key, partyId }) => [key, partyId]))
  return ({ byPartyId, number }) => byPartyId ?? (number === '' ? null : (partyOf.get(read(number).key) ?? null))
}

/**
 * For whom a contact was made. An agency stands for the one creditor it collects for; one that collects for several, or for
 * nobody known, stands for itself unless the contact names the loan.
 */
export function institutionOf(document: Pick<CaseDocument, 'numbers' | 'loans'>): (contact: Contact) => PartyId | null {
  const caller = callerOf(document)
  const loans = new Map(document.loans.map((loan) => [loan.id, loan]))
  const principals = new Map<PartyId, Set<PartyId>>()
  for (const loan of document.loans) {
    const { collectorId } = loan.parties
    const creditor = creditorOf(loan)
    if (collectorId !== null && creditor !== null)
      principals.set(collectorId, new Set([...(principals.get(collectorId) ?? []), creditor]))
  }
  return (contact) => {
    const named = contact.loanId === null ? null : creditorOf(loans.get(contact.loanId))
    const party = caller(contact)
    if (party === null) return named
    const creditors = principals.get(party)
    if (!creditors) return party
    return creditors.size === 1 ? ([...creditors][0] ?? party) : (named ?? party)
  }
}

/** The one creditor of a loan today; null when it has several or nobody is named. */
function creditorOf(loan: Loan | undefined): PartyId | null {
  if (!loan) return null
  const { currentCreditorId, contractLenders } = loan.parties
  return currentCreditorId ?? (contractLenders.length === 1 ? (contractLenders[0]?.partyId ?? null) : null)
}

/** What the predicates may ask about a case. */
export function contactFacts(document: CaseDocument): ContactFacts {
  const institution = institutionOf(document)
  const proven = new Set(
    document.exhibits.filter(({ attachmentIds }) => attachmentIds.length > 0).flatMap(({ contactIds }) => contactIds),
  )
  const cards = document.loans.filter(
    ({ product, events }) =>
      (product === 'creditCard' || product === 'cardInstalment') && events.some(({ kind }) => kind === 'rearranged'),
  )
  return {
    institutionOf: institution,
    hasEvidence: ({ id }) => proven.has(id),
    isKeptInstalment: (contact) => {
      const by = institution(contact)
      if (by === null && contact.loanId === null) return null
      const agreed = cards.filter((card) =>
        contact.loanId === null ? creditorOf(card) === by : card.id === contact.loanId,
      )
      return agreed.some((card) => isKept(card, contact.on))
    },
  }
}

/** Agreed terms were in force on a day, and nothing of them was overdue. */
function isKept(card: Loan, on: LocalDate): boolean {
  if (!agreedOn(card, on)) return false
  const state = stateOn(card, on)
  return state.ok && state.value.daysLate === 0
}

/** What the contacts of a case suggest. */
export const findingsOf = (document: CaseDocument, rules: readonly Rule[]): readonly ContactFinding[] =>
  checkContacts(document.contacts, rules, contactFacts(document))
