import { fill } from '#domain/letter/words'
import type { Escalation } from '../escalation'
import type { EscalationPaperInput } from './compose-escalation'

/** Handed in before in the same matter, by the same person against the same institution, oldest first. */
export function stepsBefore({ escalation, document }: Pick<EscalationPaperInput, 'escalation' | 'document'>) {
  if (escalation.kind === 'lender' || escalation.partyId === null) return []
  const isEarlier = (other: Escalation): boolean =>
    other.id !== escalation.id &&
    other.partyId === escalation.partyId &&
    (other.complainant?.name ?? '') === (escalation.complainant?.name ?? '')
  return document.escalations
    .filter(isEarlier)
    .flatMap(({ kind, sent, outcome }) => (sent && sent.on <= escalation.writtenOn ? [{ kind, sent, outcome }] : []))
    .sort((left, right) => (left.sent.on < right.sent.on ? -1 : left.sent.on > right.sent.on ? 1 : 0))
}

/** One line for each earlier step: day, way, number and outcome as recorded. */
export function earlierSteps(input: EscalationPaperInput, shown: (text: string) => string): readonly string[] {
  const { before } = input.words
  return stepsBefore(input).map(({ kind, sent, outcome }, at) => {
    const isKnown = outcome !== null && outcome.on <= input.escalation.writtenOn
    const answer = isKnown
      ? fill(before.outcome, { on: outcome.on, result: before.result[outcome.result] }) +
        (outcome.text.trim() === '' ? '' : fill(before.words, { words: shown(outcome.text.trim()) }))
      : before.none
    return `${at + 1}. ${fill(before.line, {
      on: sent.on,
      step: before.step[kind],
      channel: before.channel[sent.channel],
      reference: sent.reference === '' ? '' : fill(before.reference, { number: sent.reference }),
      outcome: answer,
    })}`
  })
}
