import { localDate } from '#domain/calendar/local-date'
import type { LoggedContact } from '#domain/contact/logged-contact'
import type { Escalation, EscalationKind } from '#domain/escalation/escalation'
import { aContact } from '../contact/a-contact'

export const logged = (change: Parameters<typeof aContact>[0]): LoggedContact => ({
  ...aContact(change),
  recordedAt: 1,
  importId: null,
  edits: [],
})

/** A step against the bank, being written on 24 November 2026, about nothing yet. */
export const aStep = (kind: EscalationKind, change: Partial<Escalation> = {}): Escalation => ({
  id: 'e',
  kind,
  partyId: 'bank',
  previousId: null,
  complainant: null,
  contactIds: [],
  exhibitIds: [],
  facts: '',
  request: '',
  language: 'zh-CN',
  writtenOn: localDate('2026-11-24'),
  sent: null,
  prolonged: 'no',
  outcome: null,
  ...change,
})
