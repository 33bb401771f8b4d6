import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import sampleWords from '#resources/sample-case/zh-CN.json'
import { localDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { CHANNELS, CONTACT_TAGS, inOrder, REACHED } from '#domain/contact/contact'
import { findingsOf } from '#domain/contact/contact-facts'
import type { LoggedContact } from '#domain/contact/logged-contact'
import { ESCALATION_KINDS, type Escalation, type EscalationKind } from '#domain/escalation/escalation'
import { composeEscalation } from '#domain/escalation/papers/compose-escalation'
import { isShownWhole, maskNumber } from '#domain/escalation/papers/hide-others'
import { letterText } from '#domain/letter/text'
import type { Fen } from '#domain/money/fen'
import { sampleCase } from '#domain/sample/sample-case'
import { ruleBook as book } from '../../resources/rule-files'
import { BANK } from '../../conformance/inputs'
import { aStep, logged } from './a-step'
import { complaintWords } from './complaint-words'

const LANGUAGES = ['zh-CN', 'en'] as const
/** One name within another, a name of letters, and a name with signs of patterns in it. */
const PEOPLE = ['王淑芬', '王淑', 'Jonas Weber', '小李(同事)', '欧阳若兰'] as const
/** Mobile numbers and a landline near the debtor: some known to the case, some only spoken of. */
const KNOWN = ['13912345678', '051288886666'] as const
const SPOKEN = ['15011112222', '+86 186 5555 4444', '１８６７７７７８８８８', '137-0000-9999'] as const
const COLLECTORS = ['95555', '02160000001', '17012345670', ''] as const

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '')
const told = fc.stringMatching(/^[一-龥A-Z ，。]{0,20}$/)
const aPerson = fc.constantFrom(...PEOPLE)
const aNumber = fc.constantFrom(...KNOWN, ...SPOKEN)

/** Words in which people near the debtor and their numbers are spoken of. */
const wordsAboutOthers = fc
  .record({ before: told, person: aPerson, between: told, number: aNumber, after: told })
  .map(({ before, person, between, number, after }) => `${before} ${person} ${between} ${number} ${after}`)

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const aLogged = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    clock: fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))),
    channel: fc.constantFrom(...CHANNELS),
    isAnswered: fc.option(fc.boolean()),
    seconds: fc.option(fc.integer({ min: 0, max: 4000 })),
    number: fc.constantFrom(...COLLECTORS),
    reached: fc.constantFrom(...REACHED),
    person: aPerson,
    said: wordsAboutOthers,
    saidToBe: wordsAboutOthers,
    tags: fc.uniqueArray(fc.constantFrom(...CONTACT_TAGS), { maxLength: 3 }),
    wasReachable: fc.option(fc.boolean()),
  })
  .map(({ day, clock, person, ...contact }): Omit<LoggedContact, 'id'> =>
    logged({
      ...contact,
      on: localDate(`2026-11-${twoDigits(day)}`),
      time: clock === null ? null : `${twoDigits(clock[0])}:${twoDigits(clock[1])}`,
      person: contact.reached === 'me' ? '' : person,
      byPartyId: 'bank',
    }),
  )

const aLog = fc
  .array(aLogged, { minLength: 1, maxLength: 25 })
  .map((contacts) => contacts.map((contact, at): LoggedContact => ({ ...contact, id: `c${at}` })))

const sample = sampleCase(sampleWords, localDate('2026-11-24'))
/** The sample, every loan of it with sums that are found again wherever they stand. */
const SAMPLE: CaseDocument = {
  ...sample,
  loans: sample.loans.map((loan) => ({
    ...loan,
    receivedFen: 6_543_219 as Fen,
    terms: { ...loan.terms, principalFen: 7_654_321 as Fen },
  })),
}

/** A case with loans, arrears, proposals and this log. */
const caseOf = (contacts: readonly LoggedContact[], about: string): CaseDocument => ({
  ...SAMPLE,
  parties: [...SAMPLE.parties, BANK],
  // Every person is known to the case: who is nowhere in it cannot be hidden by name.
  contacts: [
    ...contacts,
    ...PEOPLE.map((person, at) => logged({ id: `known${at}`, reached: 'friend', person, direction: 'in' })),
  ],
  numbers: KNOWN.map((key, at) => ({ id: `n${at}`, key, holder: 'person', partyId: null, name: PEOPLE[at] ?? '' })),
  exhibits: [
    {
      id: 'x',
      title: about,
      attachmentIds: ['f'],
      contactIds: ['c0'],
      source: about,
      proves: about,
      originalKept: about,
      madeOn: null,
      showsOthers: true,
    },
  ],
})

function textOf(kind: EscalationKind, document: CaseDocument, change: Partial<Escalation>): string {
  const contactIds = document.contacts.filter(({ id }) => id.startsWith('c')).map(({ id }) => id)
  const escalation = aStep(kind, { contactIds, exhibitIds: ['x'], ...change })
  const words = complaintWords(escalation.language)
  return letterText(
    composeEscalation({ words, escalation, document, book, findings: findingsOf(document, book.rules) }),
  )
}

/** How a sum is written. */
const SUM = /[¥￥]|\d\s*元|CNY|\d,\d{3}|\d\.\d\d(?!\d)/

/** Names and numbers of people near the debtor that a text gives away. */
function givenAway(text: string): readonly string[] {
  const digits = plain(text)
  return [
    ...PEOPLE.filter((person) => text.includes(person)),
    ...[...KNOWN, ...SPOKEN].filter((number) => digits.includes(plain(number).replace('+86', ''))),
  ]
}

describe('any log', () => {
  test('the numbered records are the log: as many, in its order, each with its day, clock and number', () => {
    fc.assert(
      fc.property(aLog, fc.constantFrom(...ESCALATION_KINDS), (contacts, kind) => {
        const text = textOf(kind, caseOf(contacts, ''), {})
        const records = text.split('\n').filter((line) => /^\d+\. 2026-11-\d\d (?:\d\d:\d\d|（时间未记）)，/.test(line))
        expect(records).toHaveLength(contacts.length)
        inOrder(contacts).forEach((contact, at) => {
          const record = records[at] ?? ''
          expect(record.startsWith(`${at + 1}. ${contact.on} ${contact.time ?? '（时间未记）'}，`)).toBe(true)
          if (contact.number !== '') expect(record).toContain(`号码 ${contact.number}；`)
          if (contact.channel === 'call' && (contact.seconds ?? 0) > 0)
            expect(record).toContain(`通话 ${contact.seconds} 秒`)
          if (isShownWhole(kind)) {
            expect(record).toContain(`“${contact.said}”`)
            expect(record).toContain(contact.person)
          }
          expect(record.includes('（见证据 1）')).toBe(contact.id === 'c0')
        })
      }),
      { numRuns: 80 },
    )
  })

  test('no masked paper gives away a name or number of anybody near the debtor, wherever it stood', () => {
    fc.assert(
      fc.property(
        aLog,
        wordsAboutOthers,
        fc.constantFrom(...ESCALATION_KINDS.filter((kind) => !isShownWhole(kind))),
        fc.constantFrom(...LANGUAGES),
        (contacts, about, kind, language) => {
          const document = caseOf(contacts, about)
          expect(givenAway(textOf(kind, document, { facts: about, request: about, language }))).toEqual([])
        },
      ),
      { numRuns: 120 },
    )
  })

  test('control: the same log as the police get it gives them away', () => {
    const contacts = [logged({ id: 'c0', reached: 'family', person: '王淑芬', said: '打给 欧阳若兰 15011112222' })]
    expect(givenAway(textOf('police', caseOf(contacts, ''), {}))).toEqual(
      expect.arrayContaining(['王淑芬', '欧阳若兰', '15011112222']),
    )
  })

  test('no paper holds a sum: not of the loans, not of the budget, not of a proposal', () => {
    expect(SAMPLE.loans.length).toBeGreaterThan(2)
    fc.assert(
      fc.property(
        aLog,
        fc.constantFrom(...ESCALATION_KINDS),
        fc.constantFrom(...LANGUAGES),
        (contacts, kind, language) => {
          const text = textOf(kind, caseOf(contacts, ''), { language })
          expect(text).not.toMatch(SUM)
          for (const { name } of SAMPLE.parties) expect(text).not.toContain(name)
          for (const sum of ['76543', '76,543', '65432', '65,432']) expect(text).not.toContain(sum)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('control: a sum the person wrote themselves is seen (and told before the paper leaves)', () => {
    expect(textOf('lender', caseOf([], ''), { facts: '对方要我付 3,000.00 元' })).toMatch(SUM)
  })

  test('a relative’s paper holds nothing that reached the debtor, and not the debtor’s name or number', () => {
    const sender = { ...SAMPLE.settings.sender, name: '林某某', phone: '13800000001' }
    fc.assert(
      fc.property(aLog, (contacts) => {
        const document = { ...caseOf(contacts, ''), settings: { ...SAMPLE.settings, sender } }
        const complainant = { name: '王淑芬', phone: '13912345678', relation: '母亲' }
        const text = textOf('lender', document, { complainant })
        expect(text.match(/^\d+\. 2026-11/gm) ?? []).toHaveLength(
          contacts.filter(({ reached }) => reached !== 'me').length,
        )
        expect(text).not.toContain('林某某')
        expect(text).not.toContain('13800000001')
        // Her own name and number are hers to give.
        expect(text).toContain('王淑芬')
        expect(text).toContain('13912345678')
        expect(
          givenAway(text).filter((each) => each !== '王淑芬' && each !== '13912345678' && each !== '王淑'),
        ).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['13912345678', '139****5678'],
  ['139 1234 5678', '139****5678'],
  ['１３９１２３４５６７８', '139****5678'],
  ['+86 139 1234 5678', '+86*******5678'],
  ['12345', '****'],
])('%s is masked as %s', (number, shown) => {
  expect(maskNumber(number)).toBe(shown)
})

test('a name of letters is only hidden where the word ends', () => {
  const document = caseOf([logged({ id: 'c0', reached: 'friend', person: 'Li', said: 'Li, Line, Eli' })], '')
  expect(textOf('lender', document, {})).toContain('Line, Eli')
})
