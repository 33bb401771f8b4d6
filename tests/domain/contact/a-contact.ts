import { localDate } from '#domain/calendar/local-date'
import type { ContactEntry } from '#domain/contact/logged-contact'

/** A call to the debtor in the afternoon, answered, about which nothing else is known. */
export const aContact = (change: Partial<ContactEntry> = {}): ContactEntry => ({
  id: 'contact',
  on: localDate('2026-11-02'),
  time: '15:20',
  channel: 'call',
  direction: 'in',
  isAnswered: true,
  seconds: 60,
  number: '021 6000 0001',
  byPartyId: null,
  loanId: null,
  saidToBe: '',
  namedInstitution: null,
  reached: 'me',
  person: '',
  isDebtRelated: false,
  said: '',
  answered: '',
  tags: [],
  hourAgreed: false,
  wasReachable: null,
  visit: null,
  theirPromise: null,
  ...change,
})
