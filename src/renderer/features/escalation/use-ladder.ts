import { useMemo } from 'react'
import { callerOf, institutionOf } from '#domain/contact/contact-facts'
import type { PartyId } from '#domain/loan/party'
import { ruleBook } from '../../rule-book'
import { useDocument, useToday } from '../../state/app-context'
import { useFindings } from '../contact-findings'

/** Whom steps may concern: the institutions behind the contacts first, by how often, then the lenders of the loans. */
export function useLadder() {
  const document = useDocument()
  const findings = useFindings()
  const today = useToday()
  const partyIds = useMemo(() => institutionsOf(document), [document])
  return { document, findings, today, partyIds, rules: ruleBook.rules }
}

function institutionsOf(document: ReturnType<typeof useDocument>): readonly PartyId[] {
  const institution = institutionOf(document)
  const caller = callerOf(document)
  const counts = new Map<PartyId, number>()
  for (const contact of document.contacts) {
    const id = contact.direction === 'in' ? (institution(contact) ?? caller(contact)) : null
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const lenders = document.loans.flatMap(({ parties }) => parties.contractLenders.map(({ partyId }) => partyId))
  const steps = document.escalations.flatMap(({ partyId }) => partyId ?? [])
  const byCount = [...counts].sort(([, left], [, right]) => right - left).map(([id]) => id)
  return [...new Set([...byCount, ...steps, ...lenders])]
}
