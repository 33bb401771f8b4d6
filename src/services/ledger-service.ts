import type { CaseDocument } from '#domain/case-document'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { Party } from '#domain/loan/party'
import type { Fen } from '#domain/money/fen'
import type { ContractError } from '#contract/errors'
import { err, ok, type Result } from '#domain/result'
import type { Change } from './document/case-store'
import { loanIssues } from './document/document-issues'
import { partyOfEvent } from './document/event-issues'

export const put = <T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] =>
  items.some((other) => other.id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [...items, item]

export const without = <T extends { readonly id: string }>(items: readonly T[], id: string): readonly T[] =>
  items.filter((item) => item.id !== id)

export const saveParty =
  (party: Party): Change =>
  (document) =>
    ok({ ...document, parties: put(document.parties, party) })

/** A party named by a loan or a letter stays. */
export const removeParty =
  (partyId: string): Change =>
  (document) => {
    if (!document.parties.some((party) => party.id === partyId)) return err({ code: 'not_found', id: partyId })
    const naming = document.loans.filter(({ parties, events }) =>
      JSON.stringify([parties, events.map(partyOfEvent)]).includes(`"${partyId}"`),
    ).length
    const addressed = document.proposals.filter((proposal) => proposal.recipientId === partyId).length
    const logged =
      document.contacts.filter(({ byPartyId }) => byPartyId === partyId).length +
      [...document.numbers, ...document.escalations].filter((item) => item.partyId === partyId).length
    return naming + addressed + logged > 0
      ? err({ code: 'in_use', id: partyId, count: naming + addressed + logged })
      : ok({ ...document, parties: without(document.parties, partyId) })
  }

export const saveLoan =
  (loan: Loan, parties: readonly Party[]): Change =>
  (document) => {
    const allParties = parties.reduce((all, party) => put(all, party), document.parties)
    return checked({ ...document, parties: allParties, loans: put(document.loans, loan) }, loan)
  }

/** Removes a loan with its drafts and its papers; a sent letter keeps its loan. */
export const removeLoan =
  (loanId: string): Change =>
  (document) => {
    if (!document.loans.some((loan) => loan.id === loanId)) return err({ code: 'not_found', id: loanId })
    const sent = document.proposals.filter((proposal) => proposal.loanId === loanId && proposal.sent)
    if (sent.length > 0) return err({ code: 'in_use', id: loanId, count: sent.length })
    return ok({
      ...document,
      loans: without(document.loans, loanId),
      proposals: document.proposals.filter((proposal) => proposal.loanId !== loanId),
      attachments: document.attachments.filter((attachment) => attachment.loanId !== loanId),
      // What was logged stays: it happened.
      contacts: document.contacts.some((contact) => contact.loanId === loanId)
        ? document.contacts.map((contact) => (contact.loanId === loanId ? { ...contact, loanId: null } : contact))
        : document.contacts,
      plan: { ...document.plan, ownOrder: document.plan.ownOrder.filter((id) => id !== loanId) },
    })
  }

const changeEvents =
  (
    loanId: string,
    change: (events: readonly LoanEvent[]) => Result<readonly LoanEvent[], ContractError>,
    parties: readonly Party[] = [],
  ): Change =>
  (document) => {
    const loan = document.loans.find((candidate) => candidate.id === loanId)
    if (!loan) return err({ code: 'not_found', id: loanId })
    const events = change(loan.events)
    if (!events.ok) return events
    const next = { ...loan, events: events.value }
    const allParties = parties.reduce((all, party) => put(all, party), document.parties)
    return checked({ ...document, parties: allParties, loans: put(document.loans, next) }, next)
  }

/**
 * Adds events of one act, or replaces those of their ids, together with a party named in the same form and the cash that is
 * left after a payment: one step for undo.
 */
export const recordEvent =
  (loanId: string, added: readonly LoanEvent[], parties: readonly Party[] = [], cashNowFen?: Fen): Change =>
  (document) => {
    const recorded = changeEvents(loanId, (events) => ok(added.reduce(put<LoanEvent>, events)), parties)(document)
    if (!recorded.ok || cashNowFen === undefined) return recorded
    return ok({ ...recorded.value, budget: { ...document.budget, cashNowFen } })
  }

/** Removing a payment means it was missed; its reversal and its corrections go along. */
export const removeEvent = (loanId: string, eventId: string): Change =>
  changeEvents(loanId, (events) =>
    events.some((event) => event.id === eventId)
      ? ok(events.filter((event) => event.id !== eventId && !amends(event, eventId)))
      : err({ code: 'not_found', id: eventId }),
  )

const amends = (event: LoanEvent, paymentId: string): boolean =>
  (event.kind === 'reversal' || event.kind === 'correction') && event.paymentId === paymentId

function checked(document: CaseDocument, loan: Loan): Result<CaseDocument, ContractError> {
  const issues = loanIssues(loan, new Set(document.parties.map((party) => party.id)))
  return issues.length > 0 ? err({ code: 'invalid_input', issues: [...issues] }) : ok(document)
}
