import { inOrder, isToThird, type Contact } from '#domain/contact/contact'
import type { Exhibit } from '#domain/evidence/exhibit'
import { fill } from '#domain/letter/words'
import type { Party } from '#domain/loan/party'
import type { ComplaintWords } from './complaint-words'
import type { OthersHidden } from './hide-others'

interface ContactLinesInput {
  readonly words: ComplaintWords
  readonly contacts: readonly Contact[]
  readonly parties: readonly Party[]
  /** All exhibits of the case: their places are their numbers. */
  readonly exhibits: readonly Exhibit[]
  /** Those that go with the paper. */
  readonly exhibitIds: ReadonlySet<string>
  readonly hide: OthersHidden
}

/** What the log says of each contact, in order of time and numbered: as it was recorded, with nothing added. */
export function contactLines({
  words,
  contacts,
  parties,
  exhibits,
  exhibitIds,
  hide,
}: ContactLinesInput): readonly string[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  return inOrder(contacts).map((contact, at) => {
    const proof = exhibits.flatMap(({ id, contactIds }, place) =>
      exhibitIds.has(id) && contactIds.includes(contact.id) ? [place + 1] : [],
    )
    return `${at + 1}. ${contactText(words, contact, names, hide)}${
      proof.length === 0 ? '' : fill(words.contact.exhibits, { numbers: proof.join(words.list.comma) })
    }`
  })
}

function contactText(
  words: ComplaintWords,
  contact: Contact,
  names: ReadonlyMap<string, string>,
  hide: OthersHidden,
): string {
  const { contact: say, list } = words
  const { isAnswered, channel, seconds } = contact
  const how = [
    words.channel[channel],
    ...(contact.direction === 'out' ? [say.out] : []),
    ...(channel === 'call' && isAnswered !== null ? [isAnswered ? say.answered : say.unanswered] : []),
  ]
  const by = contact.byPartyId === null ? '' : (names.get(contact.byPartyId) ?? '')
  const parts = [
    fill(say.line, { on: contact.on, time: contact.time?.slice(0, 5) ?? say.noTime, how: how.join(list.comma) }),
    ...(channel === 'call' && seconds !== null && seconds > 0 ? [fill(say.seconds, { seconds })] : []),
    ...(by === '' ? [] : [fill(say.by, { by })]),
    ...(contact.number === '' ? [] : [fill(say.number, { number: hide.number(contact.number) })]),
    fill(say.whom, { whom: whomText(words, contact, hide) }),
    ...(contact.wasReachable === true && isToThird(contact) ? [say.reachable] : []),
    ...visitTexts(words, contact),
    ...(contact.saidToBe === '' ? [] : [fill(say.saidToBe, { words: hide.text(contact.saidToBe) })]),
    ...(contact.namedInstitution === false ? [say.unnamed] : []),
    ...(contact.said === '' ? [] : [fill(say.said, { words: hide.text(contact.said) })]),
    ...(contact.tags.length === 0
      ? []
      : [fill(say.tags, { tags: contact.tags.map((tag) => words.claim[tag]).join(list.comma) })]),
  ]
  return `${parts.join(list.semicolon)}${list.stop}`
}

/** A hidden person's label already says whose they are; one who owes the debt too may be written to about it. */
function whomText(words: ComplaintWords, contact: Contact, hide: OthersHidden): string {
  const who = words.whom[contact.reached]
  const shown = hide.person(contact)
  const whom = contact.person === '' ? who : shown === contact.person ? `${who} ${shown}` : shown
  return contact.isDebtRelated ? `${whom}${words.list.comma}${words.contact.related}` : whom
}

/** What was noticed of a visit; what was not is left out. */
function visitTexts({ contact: say }: ComplaintWords, { visit }: Contact): readonly string[] {
  if (!visit) return []
  return [
    ...(visit.people === null ? [] : [fill(say.visitors, { people: visit.people })]),
    ...(visit.showedCredentials === null ? [] : [visit.showedCredentials ? say.credentials : say.noCredentials]),
    ...(visit.cameInWithoutConsent === true ? [say.cameIn] : []),
  ]
}
