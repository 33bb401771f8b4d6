import { useApp, useRun, useToday } from '../../state/app-context'
import type { Escalation, EscalationKind } from '#domain/escalation/escalation'
import { whatHappened } from '#domain/escalation/what-happened'
import type { PartyId } from '#domain/loan/party'
import { goTo } from '../../app/router'
import { newId } from '../../ui/new-id'
import { useLadder } from './use-ladder'

/** Begins a step with what the log holds about this institution, and opens it. */
export function useStartStep(): (kind: EscalationKind, partyId: PartyId) => void {
  const { document, findings } = useLadder()
  const today = useToday()
  const run = useRun()
  const language = useApp((state) => state.preferences.language)
  return (kind, partyId) => {
    const happened = whatHappened(document, partyId, findings)
    const contactIds = contactsFor(kind, happened)
    const proving = document.exhibits.filter(({ contactIds: proven }) => proven.some((id) => contactIds.includes(id)))
    const before = document.escalations.filter((each) => each.partyId === partyId && each.sent).at(-1)
    const escalation: Escalation = {
      id: newId(),
      kind,
      partyId,
      previousId: before?.id ?? null,
      complainant: null,
      contactIds,
      exhibitIds: proving.map(({ id }) => id),
      facts: '',
      request: '',
      language,
      writtenOn: today,
      sent: null,
      prolonged: 'no',
      outcome: null,
    }
    void run('escalation.save', { escalation }).then((reply) => {
      if (reply.ok) goTo('escalation', escalation.id)
    })
  }
}

/** Most contacts a paper begins with: a reader who is to act reads the gravest and the latest. */
const MOST = 60

function contactsFor(kind: EscalationKind, happened: ReturnType<typeof whatHappened>): string[] {
  const found = new Set(happened.suspected.flatMap(({ contactIds }) => contactIds))
  const of =
    {
      police: happened.forPolice,
      onlineContent: happened.posted,
      unwantedCalls: happened.disturbing,
      stopProcessing: happened.toOthers,
    }[kind as string] ?? happened.contacts.filter(({ id }) => found.has(id))
  return of.map(({ id }) => id).slice(-MOST)
}
