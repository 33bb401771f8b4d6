import type { LocalDate } from '#domain/calendar/local-date'
import type { PredicateId, Rule, RulePeriod } from '#domain/rules/rule'
import { hasTag, isTheirs, isToThird, type Contact } from './contact'
import type { ContactFinding, OpenQuestion } from './contact-finding'

/** What a predicate may ask about the log beside its rows. */
export interface ContactFacts {
  /**
   * For whom a contact was made: a lender with all its agencies is one, whatever number they call from. Null: not known.
   */
  readonly institutionOf: (contact: Contact) => string | null
  /** Agreed card instalments (信用卡办法 70) that were being paid as agreed that day; null: not known. */
  readonly isKeptInstalment: (contact: Contact) => boolean | null
  readonly hasEvidence: (contact: Contact) => boolean
}

/** Looks at all contacts of one day, in order, with the value the rule has that day. */
export type ContactPredicate = (
  day: ContactDay,
  rule: Rule,
  period: RulePeriod,
  facts: ContactFacts,
) => readonly ContactFinding[]

export interface ContactDay {
  readonly on: LocalDate
  readonly contacts: readonly Contact[]
  /** Third persons who had said no on an earlier day. */
  readonly refused: ReadonlySet<string>
}

type ContactPredicateId = Extract<PredicateId, 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7' | 'T8' | 'T9' | 'T10'>

/** The checks of the contact log. Every threshold comes from the rule's value of the day, never from here. */
export const CONTACT_PREDICATES: Readonly<Record<ContactPredicateId, ContactPredicate>> = {
  /** Contacts in the quiet hours, unless the debtor had agreed to the hour. */
  T1: (day, rule, period, facts) => {
    const { value } = period
    if (value.kind !== 'hours') return []
    return day.contacts
      .filter(
        ({ time, hourAgreed, channel }) =>
          time !== null &&
          !hourAgreed &&
          REACHES_AT_ONCE.has(channel) &&
          isWithin(time.slice(0, 5), value.from, value.to),
      )
      .filter(isTheirs)
      .map((contact) =>
        found(day, rule, period, 'amber', [contact], ['agreedOtherwise', ...reportOnly([contact], facts)]),
      )
  },
  /** Answered calls to the debtor in a day, by one institution with its agencies. */
  T2: (day, rule, period, facts) =>
    callsOver(day, rule, period, facts, 'answeredCallADay', ({ isAnswered }) => isAnswered === true, ['effectiveCall']),
  /** Unanswered dials to the debtor in a day, by one institution with its agencies. */
  T3: (day, rule, period, facts) =>
    callsOver(day, rule, period, facts, 'unansweredCallADay', ({ isAnswered }) => isAnswered === false, [
      'agreedOtherwise',
    ]),
  /** A third person, or everybody, was told of the debt. */
  T4: (day, rule, period, facts) =>
    each(day, rule, period, 'red', facts, (contact) => contact.reached !== 'me' && hasTag(contact, 'debtDisclosed')),
  /** A third person was contacted although the debtor could be reached, or after saying no. */
  T5: (day, rule, period, facts) =>
    day.contacts
      .filter((contact) => isTheirs(contact) && isToThird(contact) && !contact.isDebtRelated)
      .flatMap((contact) => {
        const open = reportOnly([contact], facts)
        if (contact.wasReachable === true || hadRefused(contact, day))
          return [found(day, rule, period, 'red', [contact], open)]
        return contact.wasReachable === null
          ? [found(day, rule, period, 'red', [contact], ['reachable', ...open], 'unclear')]
          : []
      }),
  /** Visits by too few, without credentials, or into the home without consent. */
  T6: (day, rule, period, facts) => {
    const { value } = period
    const least = value.kind === 'count' && value.unit === 'visitor' ? value.count : null
    return each(day, rule, period, 'red', facts, ({ channel, visit }) => {
      if (channel !== 'visit' || visit === null) return false
      const areTooFew = least !== null && visit.people !== null && visit.people < least
      return areTooFew || visit.showedCredentials === false || visit.cameInWithoutConsent === true
    })
  },
  T7: (day, rule, period, facts) => each(day, rule, period, 'red', facts, (contact) => hasTag(contact, ...FORBIDDEN)),
  /** Who calls was not said, or refused. */
  T8: (day, rule, period, facts) =>
    each(
      day,
      rule,
      period,
      'amber',
      facts,
      (contact) => contact.namedInstitution === false || hasTag(contact, 'identityRefused'),
    ),
  /** Collected although agreed card instalments were being paid as agreed. */
  T9: (day, rule, period, facts) =>
    day.contacts.filter(isTheirs).flatMap((contact) => {
      const isKept = facts.isKeptInstalment(contact)
      const open: OpenQuestion[] = ['instalmentsKept', ...reportOnly([contact], facts)]
      return isKept === true ? [found(day, rule, period, 'red', [contact], open)] : []
    }),
  T10: (day, rule, period, facts) =>
    each(day, rule, period, 'red', facts, (contact) => hasTag(contact, 'privateAccount', 'extraFee', 'newLoan')),
}

const FORBIDDEN = ['threat', 'insult', 'impersonation', 'publicPosting', 'invention', 'privateChannel'] as const

/** Channels that disturb when they arrive; a letter lies in the box until it is opened. */
const REACHES_AT_ONCE: ReadonlySet<Contact['channel']> = new Set(['call', 'sms', 'wechat', 'qq', 'visit', 'other'])

/** Within a span of the clock that may pass midnight; the end is outside. */
export const isWithin = (time: string, from: string, to: string): boolean =>
  from <= to ? time >= from && time < to : time >= from || time < to

/** Contacts of a day that a condition finds, each by itself. */
function each(
  day: ContactDay,
  rule: Rule,
  period: RulePeriod,
  colour: ContactFinding['colour'],
  facts: ContactFacts,
  finds: (contact: Contact) => boolean,
): readonly ContactFinding[] {
  return day.contacts
    .filter((contact) => isTheirs(contact) && finds(contact))
    .map((contact) => found(day, rule, period, colour, [contact], reportOnly([contact], facts)))
}

/** Calls to the debtor beyond the day's line, counted by institution; a number nobody is known behind is counted alone. */
function callsOver(
  day: ContactDay,
  rule: Rule,
  period: RulePeriod,
  facts: ContactFacts,
  unit: 'answeredCallADay' | 'unansweredCallADay',
  counts: (contact: Contact) => boolean,
  alwaysOpen: readonly OpenQuestion[],
): readonly ContactFinding[] {
  const { value } = period
  if (value.kind !== 'count' || value.unit !== unit) return []
  const groups = new Map<string, Contact[]>()
  const unknown = new Set<string>()
  for (const contact of day.contacts) {
    if (contact.channel !== 'call' || contact.reached !== 'me' || !isTheirs(contact) || !counts(contact)) continue
    const institution = facts.institutionOf(contact)
    if (institution === null && contact.number === '') continue
    const key = institution === null ? `number ${contact.number}` : `institution ${institution}`
    if (institution === null) unknown.add(key)
    groups.set(key, [...(groups.get(key) ?? []), contact])
  }
  return [...groups].flatMap(([key, calls]) => {
    if (calls.length <= value.count) return []
    const open: OpenQuestion[] = [...alwaysOpen, ...(unknown.has(key) ? (['institution'] as const) : [])]
    const counted = { count: calls.length, line: value.count }
    return [{ ...found(day, rule, period, 'amber', calls, [...open, ...reportOnly(calls, facts)]), counted }]
  })
}

/** Whether the person reached had said no in an earlier contact. */
function hadRefused(contact: Contact, { contacts, refused }: ContactDay): boolean {
  const { person } = contact
  if (person === '') return false
  const earlier = contacts.slice(0, contacts.indexOf(contact))
  return refused.has(person) || earlier.some((other) => other.person === person && hasTag(other, 'thirdPersonRefused'))
}

const reportOnly = (contacts: readonly Contact[], { hasEvidence }: ContactFacts): readonly OpenQuestion[] =>
  contacts.some(hasEvidence) ? [] : ['reportOnly']

function found(
  { on }: ContactDay,
  rule: Rule,
  period: RulePeriod,
  colour: ContactFinding['colour'],
  contacts: readonly Contact[],
  open: readonly OpenQuestion[],
  certainty: ContactFinding['certainty'] = 'suspected',
): ContactFinding {
  return {
    ruleId: rule.id,
    predicate: rule.check?.predicate ?? 'T1',
    period,
    colour,
    certainty,
    on,
    contactIds: contacts.map(({ id }) => id),
    open,
    counted: null,
  }
}
