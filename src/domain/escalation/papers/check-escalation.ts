import type { LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { forbiddenIn } from '#domain/letter/forbidden-sentences'
import type { Rule } from '#domain/rules/rule'
import { clockBy, clockOf, hasLapsed } from '../clock'
import type { Escalation } from '../escalation'
import { chosenContacts } from './compose-escalation'
import { isShownWhole } from './hide-others'
import { ownWordsProblems, type OwnWordsProblem } from './own-words'

/** What stands against sending a paper. `must`: it cannot go like this. `look`: it may, once it was looked at. */
export interface EscalationProblem {
  readonly code:
    | 'noSender'
    | 'noParty'
    | 'noContacts'
    /** A matter of credit records or payments is in the person's own statement, not in the contacts. */
    | 'noFacts'
    | 'noEvidence'
    | OwnWordsProblem
    /** A sentence that is never said, on any paper. */
    | 'forbidden'
    | 'policeLate'
    /** One matter, one complaint: the same body already has it. */
    | 'sameRunning'
    /** The institution itself was not asked yet. */
    | 'lenderFirst'
    /** It was asked; it has neither answered nor let its time pass. */
    | 'lenderWaiting'
    /** Contacts of the debtor were chosen for a relative's paper: they are left out of it. */
    | 'othersContacts'
    /** Evidence shows people near the debtor, and goes to somebody who need not see them. */
    | 'exhibitShowsOthers'
  readonly weight: 'must' | 'look'
}

/** Steps that rest on the institution's answer, or on its silence. */
const NEEDS_LENDER: ReadonlySet<Escalation['kind']> = new Set(['lenderReview', 'nfra', 'localBureau'])
/** Steps that may be taken without knowing yet who is behind a number or a post. */
const WITHOUT_PARTY: ReadonlySet<Escalation['kind']> = new Set(['police', 'unwantedCalls', 'onlineContent'])

export function checkEscalation(
  escalation: Escalation,
  document: CaseDocument,
  rules: readonly Rule[],
  today: LocalDate,
): readonly EscalationProblem[] {
  const { kind, partyId, complainant } = escalation
  const { sender } = document.settings
  const name = complainant ? complainant.name : sender.name
  const phone = complainant ? complainant.phone : sender.phone
  const contacts = chosenContacts({ escalation, document })
  const chosen = new Set(escalation.contactIds)
  const exhibits = document.exhibits.filter(({ id }) => escalation.exhibitIds.includes(id))
  const words = `${escalation.facts}\n${escalation.request}`
  const others = document.escalations.filter(({ id }) => id !== escalation.id)
  const toLender = others.filter((other) => other.kind === 'lender' && other.partyId === partyId && other.sent)
  const must = (code: EscalationProblem['code'], isSo: boolean): readonly EscalationProblem[] =>
    isSo ? [{ code, weight: 'must' }] : []
  const look = (code: EscalationProblem['code'], isSo: boolean): readonly EscalationProblem[] =>
    isSo ? [{ code, weight: 'look' }] : []
  return [
    ...must('noSender', name.trim() === '' || phone.trim() === ''),
    ...must('noParty', partyId === null && !WITHOUT_PARTY.has(kind)),
    ...must('noContacts', contacts.length === 0 && kind !== 'pboc'),
    ...must('noFacts', escalation.facts.trim() === '' && kind === 'pboc'),
    ...must('forbidden', forbiddenIn(words).length > 0),
    ...look('noEvidence', exhibits.length === 0),
    ...ownWordsProblems(words).flatMap((code) => look(code, true)),
    ...look(
      'policeLate',
      kind === 'police' && contacts.some(({ on }) => today > (clockBy(rules, 'police-six-months', on)?.dueOn ?? today)),
    ),
    ...look(
      'sameRunning',
      others.some((other) => other.sent && !other.outcome && isSameMatter(escalation, other)),
    ),
    ...look('lenderFirst', NEEDS_LENDER.has(kind) && toLender.length === 0),
    ...look(
      'lenderWaiting',
      NEEDS_LENDER.has(kind) && toLender.length > 0 && toLender.every((other) => isRunning(other, rules, today)),
    ),
    ...look(
      'othersContacts',
      complainant !== null && document.contacts.some(({ id, reached }) => chosen.has(id) && reached === 'me'),
    ),
    ...look('exhibitShowsOthers', !isShownWhole(kind) && exhibits.some(({ showsOthers }) => showsOthers)),
  ]
}

/** The same person told the same body of the same institution, or of some of the same contacts. */
function isSameMatter(one: Escalation, other: Escalation): boolean {
  if (one.kind !== other.kind || (one.complainant?.name ?? '') !== (other.complainant?.name ?? '')) return false
  return one.partyId === other.partyId || one.contactIds.some((id) => other.contactIds.includes(id))
}

/** Sent, without an outcome, and with time left; what no rule gives a time for runs until it is answered. */
function isRunning(escalation: Escalation, rules: readonly Rule[], today: LocalDate): boolean {
  if (escalation.outcome) return false
  const clock = clockOf(escalation, rules)
  return clock === null || !hasLapsed(clock, today)
}
