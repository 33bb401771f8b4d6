import type { LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import type { Rule } from '#domain/rules/rule'
import { clockBy } from '../clock'
import type { Escalation } from '../escalation'
import { chosenContacts } from './compose-escalation'

/** What stands against sending a paper. `must`: it cannot go like this. `look`: it may, once it was looked at. */
export interface EscalationProblem {
  readonly code:
    | 'noSender'
    | 'noParty'
    | 'noContacts'
    | 'noEvidence'
    | 'money'
    | 'promise'
    | 'trade'
    | 'verdict'
    | 'policeLate'
    | 'sameRunning'
    | 'lenderFirst'
    | 'othersContacts'
  readonly weight: 'must' | 'look'
}

/** Sums: a complaint is about conduct and names none. */
const MONEY = /[¥￥]\s*\d|\d[\d,.]*\s*(?:元|万|块|yuan|rmb|cny)/i
const PROMISE = /(?:我|本人).{0,6}(?:会|一定|保证|承诺).{0,8}(?:还|付)|I (?:will|shall|promise to) (?:pay|repay)/i
const TRADE = /(?:减免|免息|免除|打折|停息|撤诉|撤回投诉)|waive|discount|withdraw(?:ing)? (?:the|my|this) complaint/i
/** Whether somebody broke the law is for others to say. */
const VERDICT = /违法|犯罪|黑社会|illegal|criminal|unlawful/i

/** Steps that need no answer of the institution first. */
const NEEDS_LENDER: ReadonlySet<Escalation['kind']> = new Set(['lenderReview', 'nfra', 'localBureau'])

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
  const words = `${escalation.facts}\n${escalation.request}`
  const others = document.escalations.filter(({ id }) => id !== escalation.id)
  const must = (code: EscalationProblem['code'], isSo: boolean): readonly EscalationProblem[] =>
    isSo ? [{ code, weight: 'must' }] : []
  const look = (code: EscalationProblem['code'], isSo: boolean): readonly EscalationProblem[] =>
    isSo ? [{ code, weight: 'look' }] : []
  return [
    ...must('noSender', name.trim() === '' || phone.trim() === ''),
    ...must('noParty', partyId === null && kind !== 'police' && kind !== 'unwantedCalls'),
    ...must('noContacts', contacts.length === 0),
    ...look('noEvidence', escalation.exhibitIds.length === 0),
    ...look('money', MONEY.test(words)),
    ...look('promise', PROMISE.test(words)),
    ...look('trade', TRADE.test(words)),
    ...look('verdict', VERDICT.test(words)),
    ...look(
      'policeLate',
      kind === 'police' && contacts.some(({ on }) => today > (clockBy(rules, 'police-six-months', on)?.dueOn ?? today)),
    ),
    ...look(
      'sameRunning',
      others.some((other) => other.kind === kind && other.partyId === partyId && other.sent && !other.outcome),
    ),
    ...look(
      'lenderFirst',
      NEEDS_LENDER.has(kind) &&
        !others.some((other) => other.kind === 'lender' && other.partyId === partyId && other.sent),
    ),
    ...look('othersContacts', complainant !== null && contacts.some(({ reached }) => reached === 'me')),
  ]
}
