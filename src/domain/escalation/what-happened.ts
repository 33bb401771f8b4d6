import type { CaseDocument } from '#domain/case-document'
import { hasTag, isTheirs, isToThird } from '#domain/contact/contact'
import { institutionOf } from '#domain/contact/contact-facts'
import type { ContactFinding } from '#domain/contact/contact-finding'
import { markOf } from '#domain/contact/finding-mark'
import type { LoggedContact } from '#domain/contact/logged-contact'
import type { PartyId } from '#domain/loan/party'

/** What the log says one institution, with its agencies, did. */
export interface WhatHappened {
  readonly contacts: readonly LoggedContact[]
  /** Suspected, and not disputed by the person. */
  readonly suspected: readonly ContactFinding[]
  /** Contacts the police may be concerned with (治安管理处罚法 50): threats, insults, posing as police, intrusion. */
  readonly forPolice: readonly LoggedContact[]
  readonly toOthers: readonly LoggedContact[]
  readonly posted: readonly LoggedContact[]
  readonly disturbing: readonly LoggedContact[]
}

/** Rules by which calls and messages disturb: hours and numbers of them. */
const DISTURBANCE: ReadonlySet<string> = new Set(['T1', 'T2', 'T3'])

export function whatHappened(
  document: CaseDocument,
  partyId: PartyId,
  findings: readonly ContactFinding[],
): WhatHappened {
  const institution = institutionOf(document)
  const contacts = document.contacts.filter(
    (contact) => isTheirs(contact) && (contact.byPartyId === partyId || institution(contact) === partyId),
  )
  const ids = new Set(contacts.map(({ id }) => id))
  const suspected = findings.filter((finding) => {
    const mark = markOf(document.findingMarks, finding)?.mark
    return (
      finding.certainty === 'suspected' &&
      mark !== 'disputed' &&
      mark !== 'notMine' &&
      finding.contactIds.every((id) => ids.has(id))
    )
  })
  const disturbed = new Set(
    suspected.filter(({ predicate }) => DISTURBANCE.has(predicate)).flatMap(({ contactIds }) => contactIds),
  )
  return {
    contacts,
    suspected,
    forPolice: contacts.filter(
      (contact) =>
        hasTag(contact, 'threat', 'insult', 'impersonation', 'publicPosting') ||
        contact.visit?.cameInWithoutConsent === true,
    ),
    toOthers: contacts.filter((contact) => isToThird(contact) && !contact.isDebtRelated),
    posted: contacts.filter((contact) => contact.channel === 'post' || hasTag(contact, 'publicPosting')),
    disturbing: contacts.filter(
      ({ id, channel }) => disturbed.has(id) && (channel === 'call' || channel === 'sms' || channel === 'wechat'),
    ),
  }
}
