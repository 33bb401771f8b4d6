import { expect, test } from 'vitest'
import { addDays, localDate } from '#domain/calendar/local-date'
import { contactFacts } from '#domain/contact/contact-facts'
import { checkContacts } from '#domain/contact/check-contacts'
import type { LoggedContact } from '#domain/contact/logged-contact'
import { dayCounts, hourGrid, peopleReached } from '#domain/contact/patterns'
import { numberGroups } from '#domain/contact/number-groups'
import { emptyDocument } from '#services/document/empty-document'
import { filtered, logRows, NO_FILTER } from '../../src/renderer/features/contacts/log-filter'
import { BANK } from '../conformance/inputs'
import { aContact } from '../domain/contact/a-contact'
import { ruleBook } from '../resources/rule-files'

/** A log of so many contacts, ten a day, from thirty numbers. */
function aLog(count: number) {
  const contacts: LoggedContact[] = Array.from({ length: count }, (_, at) => ({
    ...aContact({
      id: `c${at}`,
      on: addDays(localDate('2024-01-01'), Math.floor(at / 10)),
      time: `${String((7 * at) % 24).padStart(2, '0')}:15`,
      number: `138000000${String(at % 30).padStart(2, '0')}`,
      byPartyId: at % 3 === 0 ? 'bank' : null,
      reached: at % 17 === 0 ? 'family' : 'me',
      person: at % 17 === 0 ? '妈妈' : '',
      said: '请尽快处理逾期账户',
    }),
    recordedAt: 1,
    importId: null,
    edits: [],
  }))
  return { ...emptyDocument(0), parties: [BANK], contacts }
}

/** The least of five runs, in milliseconds. */
function least(work: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...runs)
}

const JOBS: Readonly<Record<string, (document: ReturnType<typeof aLog>) => unknown>> = {
  'rows of the log': (document) => logRows(document),
  'checks beside the rules': (document) => checkContacts(document.contacts, ruleBook.rules, contactFacts(document)),
  hours: ({ contacts }) => hourGrid(contacts),
  days: (document) => dayCounts(document.contacts, contactFacts(document).institutionOf),
  people: ({ contacts }) => peopleReached(contacts),
  numbers: ({ contacts, numbers }) => numberGroups(contacts, numbers),
}

test.each(Object.entries(JOBS))(
  'ten times the contacts take far less than a hundred times as long: %s',
  (name, job) => {
    const [small, large] = [aLog(1000), aLog(10_000)]
    job(small)
    const [few, many] = [least(() => job(small)), least(() => job(large))]
    console.log(`${name}: ${few.toFixed(1)} ms for 1,000, ${many.toFixed(1)} ms for 10,000`)
    // A square would be a hundred times.
    expect(many).toBeLessThan(40 * Math.max(few, 0.5))
  },
)

test('a filter over 10,000 rows takes a small part of making them', () => {
  const document = aLog(10_000)
  const rows = logRows(document)
  const [making, filtering] = [
    least(() => logRows(document)),
    least(() => filtered(rows, { ...NO_FILTER, text: '逾期 13800000007' })),
  ]
  console.log(`filter: ${filtering.toFixed(1)} ms of 10,000 rows made in ${making.toFixed(1)} ms`)
  expect(filtering).toBeLessThan(2 * making)
})
