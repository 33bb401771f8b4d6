import type { LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import type { ContactFinding } from '#domain/contact/contact-finding'
import type { PartyId } from '#domain/loan/party'
import type { Rule } from '#domain/rules/rule'
import { courtDeadline } from './court-deadline'
import type { CourtPaper, EscalationKind } from './escalation'
import { ladderOf, type Rung } from './ladder'

/** The one thing to do next, with what it rests on. */
export type NextStep =
  | { readonly kind: 'courtPaper'; readonly paper: CourtPaper; readonly dueOn: LocalDate | null }
  | { readonly kind: 'take'; readonly step: EscalationKind; readonly partyId: PartyId }
  | { readonly kind: 'finish' | 'recordAnswer'; readonly rung: Rung; readonly partyId: PartyId }
  | { readonly kind: 'wait'; readonly rung: Rung; readonly partyId: PartyId }
  | { readonly kind: 'nothing' }

interface NextStepInput {
  readonly document: CaseDocument
  readonly partyIds: readonly PartyId[]
  readonly findings: readonly ContactFinding[]
  readonly rules: readonly Rule[]
  readonly today: LocalDate
}

/** Steps that are proposed by themselves; the others stand on the ladder for whoever needs them. */
const PROPOSED: readonly EscalationKind[] = [
  'police',
  'stopProcessing',
  'lender',
  'nfra',
  'localBureau',
  'lenderReview',
]

/** Court papers first, then danger, then answers that are due, then what was begun, then the next rung. */
export function nextStep({ document, partyIds, findings, rules, today }: NextStepInput): NextStep {
  const [paper] = document.courtPapers
    .filter(({ isDone }) => !isDone)
    .map((each) => ({ each, dueOn: courtDeadline(each, rules) }))
    .sort((left, right) => ((left.dueOn ?? '9') < (right.dueOn ?? '9') ? -1 : 1))
  if (paper) return { kind: 'courtPaper', paper: paper.each, dueOn: paper.dueOn }
  const all = partyIds.flatMap((partyId) =>
    ladderOf({ document, partyId, findings, rules, today }).map((rung) => ({ rung, partyId })),
  )
  const police = all.find(({ rung }) => rung.kind === 'police' && rung.state === 'open')
  if (police) return { kind: 'take', step: 'police', partyId: police.partyId }
  const lapsed = all.find(({ rung }) => rung.state === 'lapsed')
  if (lapsed) return { kind: 'recordAnswer', ...lapsed }
  const draft = all.find(({ rung }) => rung.state === 'draft')
  if (draft) return { kind: 'finish', ...draft }
  for (const step of PROPOSED) {
    const open = all.find(({ rung }) => rung.kind === step && rung.state === 'open')
    if (open) return { kind: 'take', step, partyId: open.partyId }
  }
  const waiting = all
    .filter(({ rung }) => rung.state === 'waiting')
    .sort((left, right) => ((left.rung.clock?.dueOn ?? '9') < (right.rung.clock?.dueOn ?? '9') ? -1 : 1))[0]
  return waiting ? { kind: 'wait', ...waiting } : { kind: 'nothing' }
}
