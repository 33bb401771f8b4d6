import type { LocalDate } from '#domain/calendar/local-date'
import type { Rule } from '#domain/rules/rule'
import { valueOn } from '#domain/rules/value-on'
import { hasTag, inOrder, type Contact } from './contact'
import type { ContactFinding } from './contact-finding'
import { CONTACT_PREDICATES, type ContactFacts } from './contact-predicates'

/**
 * What the contacts suggest about each rule, day by day, in order of day and rule. A rule says nothing about days before it
 * was in force. Facts and claims stay apart: a finding names its rows and what is not known.
 */
export function checkContacts(
  contacts: readonly Contact[],
  rules: readonly Rule[],
  facts: ContactFacts,
): readonly ContactFinding[] {
  const checked = rules.flatMap((rule) => {
    const { check } = rule
    const predicate =
      check?.by === 'contacts' ? CONTACT_PREDICATES[check.predicate as keyof typeof CONTACT_PREDICATES] : undefined
    return predicate ? [{ rule, predicate }] : []
  })
  const refused = new Set<string>()
  const findings: ContactFinding[] = []
  for (const [on, ofDay] of byDay(inOrder(contacts))) {
    const day = { on, contacts: ofDay, refused }
    for (const { rule, predicate } of checked) {
      const value = valueOn(rule, on)
      if (value.kind === 'value') findings.push(...predicate(day, rule, value.period, facts))
    }
    for (const contact of ofDay)
      if (contact.person !== '' && hasTag(contact, 'thirdPersonRefused')) refused.add(contact.person)
  }
  return findings
}

/** The contacts of each day, days and contacts in the order given. */
function byDay(ordered: readonly Contact[]): ReadonlyMap<LocalDate, readonly Contact[]> {
  const days = new Map<LocalDate, Contact[]>()
  for (const contact of ordered) {
    const ofDay = days.get(contact.on)
    if (ofDay) ofDay.push(contact)
    else days.set(contact.on, [contact])
  }
  return days
}
