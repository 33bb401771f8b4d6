import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localDate } from '#domain/calendar/local-date'
import { CONTACT_TAGS, type Channel, type Contact, type Reached } from '#domain/contact/contact'
import type { ContactFinding } from '#domain/contact/contact-finding'
import type { ContactFacts } from '#domain/contact/contact-predicates'

/** A contact with nothing said about it. */
export const aContact = (changes: Partial<Contact> = {}): Contact => ({
  id: 'contact',
  on: localDate('2026-11-20'),
  time: '10:00',
  channel: 'call',
  direction: 'in',
  isAnswered: true,
  seconds: null,
  number: '',
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
  ...changes,
})

type Row = Readonly<Record<string, string>>

/** Our own fixtures hold no quotes: a line is its cells. */
function readRows(file: string): readonly Row[] {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'contacts', file), 'utf8')
  const [head, ...lines] = text.trimEnd().split('\n')
  const names = head?.split(',') ?? []
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

const yesNo = (cell: string | undefined): boolean | null => (cell === 'yes' ? true : cell === 'no' ? false : null)

function contactOf(row: Row): Contact {
  const { id = '', on = '', time, channel, direction, number = '', institution, reached, person = '', tags = '' } = row
  return aContact({
    id,
    on: localDate(on),
    time: time === '' ? null : (time ?? null),
    channel: channel as Channel,
    direction: direction as 'in' | 'out',
    isAnswered: yesNo(row['answered']),
    seconds: row['seconds'] ? Number(row['seconds']) : null,
    number,
    byPartyId: institution === '' ? null : (institution ?? null),
    namedInstitution: yesNo(row['named']),
    reached: reached as Reached,
    person,
    isDebtRelated: row['debtRelated'] === 'yes',
    tags: CONTACT_TAGS.filter((tag) => tags.split(' ').includes(tag)),
    hourAgreed: row['hourAgreed'] === 'yes',
    wasReachable: yesNo(row['reachable']),
    visit:
      channel === 'visit'
        ? {
            people: row['people'] ? Number(row['people']) : null,
            showedCredentials: yesNo(row['credentials']),
            cameInWithoutConsent: yesNo(row['cameIn']),
          }
        : null,
  })
}

export interface Month {
  readonly contacts: readonly Contact[]
  readonly facts: ContactFacts
}

/** A month of contacts as its file says; `institution` stands for the lender behind whoever called. */
export function monthOf(file: string): Month {
  const rows = readRows(file)
  const proven = new Set(rows.filter(({ evidence }) => evidence === 'yes').map(({ id }) => id))
  return {
    contacts: rows.map(contactOf),
    facts: {
      institutionOf: ({ byPartyId }) => byPartyId,
      isKeptInstalment: () => null,
      hasEvidence: ({ id }) => proven.has(id),
    },
  }
}

/** The findings a file expects, as lines. */
export const expectedIn = (file: string): readonly string[] =>
  readRows(file).map(({ on, predicate, certainty, contacts, counted }) =>
    [on, predicate, certainty, contacts, counted].join(' '),
  )

export const asLine = ({ on, predicate, certainty, contactIds, counted }: ContactFinding): string =>
  [on, predicate, certainty, contactIds.join(' '), counted ? `${counted.count}>${counted.line}` : ''].join(' ')
