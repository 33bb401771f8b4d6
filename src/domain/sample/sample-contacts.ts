import { addDays, type LocalDate } from '../calendar/local-date'
import type { LoggedContact } from '../contact/logged-contact'
import { PARTY } from './sample-parties'
import type { SampleWords } from './sample-words'

/** What every contact of the sample has in common: a call that was answered, of which nothing else is known. */
const plain = (id: string, on: LocalDate, time: string): LoggedContact => ({
  id: `contact-${id}`,
  on,
  time,
  channel: 'call',
  direction: 'in',
  isAnswered: true,
  seconds: 45,
  number: '021 6000 0001',
  byPartyId: PARTY.consumerFinance,
  loanId: null,
  saidToBe: '',
  namedInstitution: true,
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
  recordedAt: Date.parse(`${on}T04:00:00Z`),
  importId: null,
  edits: [],
})

/** A week of contacts about the loan that is behind: by day as they should be, one at night, one with the mother. */
export function sampleContacts(words: SampleWords, today: LocalDate): readonly LoggedContact[] {
  const ago = (days: number): LocalDate => addDays(today, -days)
  const { contacts: say } = words
  return [
    { ...plain('1', ago(8), '10:12'), said: say.reminder },
    { ...plain('2', ago(6), '14:30'), isAnswered: false, seconds: 0 },
    { ...plain('3', ago(5), '22:40'), said: say.night },
    {
      ...plain('4', ago(4), '19:05'),
      number: '170 0000 0002',
      byPartyId: null,
      namedInstitution: false,
      reached: 'family',
      person: say.mother,
      wasReachable: true,
      said: say.toMother,
      tags: ['debtDisclosed', 'identityRefused'],
    },
    {
      ...plain('5', ago(3), '11:20'),
      direction: 'out',
      answered: say.asked,
      said: say.answered,
      theirPromise: { text: say.promise, by: ago(-2), kept: null },
    },
    {
      ...plain('6', ago(1), '09:15'),
      channel: 'sms',
      isAnswered: null,
      seconds: null,
      number: '106900000001',
      said: say.text,
    },
  ]
}
