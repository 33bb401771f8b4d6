import type { CourtPaper, Escalation, EscalationOutcome, EscalationSent } from '#domain/escalation/escalation'
import { err, ok } from '#domain/result'
import type { Change } from './document/case-store'
import { put, without } from './ledger-service'

/** Saves a step that is being prepared. One that was sent stands as it went out; only its number, clock and outcome follow. */
export const saveEscalation =
  (escalation: Escalation): Change =>
  (document) => {
    const before = document.escalations.find(({ id }) => id === escalation.id)
    const isSent = (before?.sent ?? escalation.sent ?? escalation.outcome) !== null
    return isSent
      ? err({ code: 'sent_is_final', id: escalation.id })
      : ok({ ...document, escalations: put(document.escalations, escalation) })
  }

export const removeEscalation =
  (escalationId: string): Change =>
  (document) => {
    const escalation = document.escalations.find(({ id }) => id === escalationId)
    if (!escalation) return err({ code: 'not_found', id: escalationId })
    return escalation.sent
      ? err({ code: 'sent_is_final', id: escalationId })
      : ok({ ...document, escalations: without(document.escalations, escalationId) })
  }

const changeOne =
  (escalationId: string, change: (escalation: Escalation) => Escalation | 'sent' | 'unsent'): Change =>
  (document) => {
    const escalation = document.escalations.find(({ id }) => id === escalationId)
    if (!escalation) return err({ code: 'not_found', id: escalationId })
    const next = change(escalation)
    if (next === 'sent') return err({ code: 'sent_is_final', id: escalationId })
    if (next === 'unsent') return err({ code: 'not_found', id: escalationId })
    return ok({ ...document, escalations: put(document.escalations, next) })
  }

export const markEscalationSent = (escalationId: string, sent: EscalationSent): Change =>
  changeOne(escalationId, (escalation) => (escalation.sent ? 'sent' : { ...escalation, sent }))

/** What becomes known later: the number it got, whether the matter is called complex, how it ended. */
export const followEscalation = (
  escalationId: string,
  follow: {
    readonly reference: string
    readonly prolonged: Escalation['prolonged']
    readonly outcome: EscalationOutcome | null
  },
): Change =>
  changeOne(escalationId, (escalation) =>
    escalation.sent
      ? {
          ...escalation,
          sent: { ...escalation.sent, reference: follow.reference },
          prolonged: follow.prolonged,
          outcome: follow.outcome,
        }
      : 'unsent',
  )

export const saveCourtPaper =
  (paper: CourtPaper): Change =>
  (document) =>
    ok({ ...document, courtPapers: put(document.courtPapers, paper) })

export const removeCourtPaper =
  (paperId: string): Change =>
  (document) =>
    document.courtPapers.some(({ id }) => id === paperId)
      ? ok({ ...document, courtPapers: without(document.courtPapers, paperId) })
      : err({ code: 'not_found', id: paperId })
