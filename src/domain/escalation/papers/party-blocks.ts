import type { LetterBlock } from '#domain/letter/blocks'
import { maskId } from '#domain/letter/mask'
import { fill } from '#domain/letter/words'
import type { EscalationPaperInput } from './compose-escalation'
import { isShownWhole } from './hide-others'

type Pairs = readonly { readonly label: string; readonly value: string }[]

const asFacts = (pairs: Pairs): LetterBlock => ({ type: 'facts', pairs })
const known = (pairs: Pairs): Pairs => pairs.filter(({ value }) => value !== '')

/** Who writes: a relative with what they gave, the debtor with what the addressee needs. A court is told more, by hand. */
export function whoBlock({ words: { facts }, escalation, document }: EscalationPaperInput): LetterBlock {
  const { sender } = document.settings
  const { complainant, kind } = escalation
  const byHand = isForCourt(kind)
    ? [facts.birth, facts.ethnicity, facts.work].map((label) => ({ label, value: '' }))
    : []
  if (complainant)
    return asFacts([
      ...known([
        { label: facts.name, value: complainant.name },
        { label: facts.phone, value: complainant.phone },
        { label: facts.relation, value: complainant.relation },
      ]),
      ...byHand,
      ...(isForCourt(kind) ? [{ label: facts.address, value: '' }] : []),
    ])
  return asFacts([
    ...known([
      { label: facts.name, value: sender.name },
      { label: facts.id, value: isShownWhole(kind) ? sender.idNumber : maskId(sender.idNumber) },
      { label: facts.phone, value: sender.phone },
      { label: facts.address, value: sender.address },
      { label: facts.email, value: sender.email },
    ]),
    ...byHand,
  ])
}

/** Whom it is about. A court is told where a defendant is to be found; what is not known is left to fill in. */
export function againstBlock({ words: { facts }, escalation, document }: EscalationPaperInput): LetterBlock {
  const party = document.parties.find(({ id }) => id === escalation.partyId)
  return asFacts([
    { label: facts.party, value: party?.name ?? '' },
    ...known([{ label: facts.channel, value: party?.officialChannel ?? '' }]),
    ...(isForCourt(escalation.kind)
      ? [
          { label: facts.partyAddress, value: party?.address ?? '' },
          { label: facts.representative, value: '' },
        ]
      : []),
  ])
}

/** Witnesses are named to the court with their addresses (民事诉讼法 124): by hand, by whoever hands the paper in. */
export function witnessLines({ words: { witnesses }, escalation }: EscalationPaperInput): readonly string[] {
  return escalation.kind === 'suit' ? [1, 2].map((n) => fill(witnesses.line, { n })) : []
}

const isForCourt = (kind: EscalationPaperInput['escalation']['kind']): boolean =>
  kind === 'suit' || kind === 'injunction'
