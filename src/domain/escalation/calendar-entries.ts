import type { LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import type { ContactFinding } from '#domain/contact/contact-finding'
import type { PartyId } from '#domain/loan/party'
import type { Rule } from '#domain/rules/rule'
import { clockBy, clockOf } from './clock'
import { courtDeadline } from './court-deadline'
import type { CourtPaper, EscalationKind } from './escalation'
import { whatHappened } from './what-happened'

/** Something with a day. What it is called is the caller's: in a calendar outside nothing personal stands unless chosen. */
export type CalendarEntry = { readonly id: string; readonly on: LocalDate } & (
  | { readonly what: 'answer'; readonly step: EscalationKind; readonly partyId: PartyId | null }
  /** The last day on which the police may be told (治安管理处罚法 25). */
  | { readonly what: 'policeLimit'; readonly partyId: PartyId }
  | { readonly what: 'court'; readonly paper: CourtPaper }
  /** What the other side promised by that day. */
  | { readonly what: 'promise'; readonly contactId: string }
)

/** Everything dated about contacts and steps, in order of day. */
export function calendarEntries(
  document: CaseDocument,
  partyIds: readonly PartyId[],
  findings: readonly ContactFinding[],
  rules: readonly Rule[],
): readonly CalendarEntry[] {
  const answers = document.escalations.flatMap((escalation): readonly CalendarEntry[] => {
    const clock = clockOf(escalation, rules)
    const { id, kind, partyId } = escalation
    return clock ? [{ id: `answer-${id}`, on: clock.movesTo ?? clock.dueOn, what: 'answer', step: kind, partyId }] : []
  })
  const told = new Set(
    document.escalations.filter(({ kind, sent }) => kind === 'police' && sent).map(({ partyId }) => partyId),
  )
  const limits = partyIds
    .filter((partyId) => !told.has(partyId))
    .flatMap((partyId): readonly CalendarEntry[] => {
      const days = whatHappened(document, partyId, findings)
        .forPolice.flatMap(({ on }) => clockBy(rules, 'police-six-months', on)?.dueOn ?? [])
        .sort()
      return days[0] ? [{ id: `police-${partyId}`, on: days[0], what: 'policeLimit', partyId }] : []
    })
  const court = document.courtPapers.flatMap((paper): readonly CalendarEntry[] => {
    const on = paper.isDone ? null : courtDeadline(paper, rules)
    return on ? [{ id: `court-${paper.id}`, on, what: 'court', paper }] : []
  })
  const promises = document.contacts.flatMap(({ id, theirPromise }): readonly CalendarEntry[] =>
    theirPromise?.by && theirPromise.kept === null
      ? [{ id: `promise-${id}`, on: theirPromise.by, what: 'promise', contactId: id }]
      : [],
  )
  return [...answers, ...limits, ...court, ...promises].sort((left, right) =>
    left.on < right.on ? -1 : left.on > right.on ? 1 : 0,
  )
}
