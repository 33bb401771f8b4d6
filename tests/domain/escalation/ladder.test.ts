import { describe, expect, test } from 'vitest'
import { addDays, localDate, type LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { findingsOf } from '#domain/contact/contact-facts'
import { calendarEntries } from '#domain/escalation/calendar-entries'
import { clockBy, clockOf, hasLapsed, weekdayOf } from '#domain/escalation/clock'
import type { Escalation, EscalationKind } from '#domain/escalation/escalation'
import { isFor, ladderOf } from '#domain/escalation/ladder'
import { nextStep } from '#domain/escalation/next-step'
import { checkEscalation } from '#domain/escalation/papers/check-escalation'
import type { PartyType } from '#domain/loan/party'
import { emptyDocument } from '#services/document/empty-document'
import { ruleBook } from '../../resources/rule-files'
import { aContact } from '../contact/a-contact'
import { BANK } from '../../conformance/inputs'

const TODAY = localDate('2026-11-24')
const { rules } = ruleBook
const NIGHT = { id: 'night', on: localDate('2026-11-20'), time: '22:30', byPartyId: 'bank' }

const logged = (change: Parameters<typeof aContact>[0]) => ({
  ...aContact(change),
  recordedAt: 1,
  importId: null,
  edits: [],
})

const aCase = (
  contacts: readonly Parameters<typeof aContact>[0][],
  type: PartyType = 'bank',
  change: Partial<CaseDocument> = {},
): CaseDocument => ({
  ...emptyDocument(0),
  parties: [{ ...BANK, type }],
  contacts: contacts.map(logged),
  ...change,
})

const step = (kind: EscalationKind, change: Partial<Escalation> = {}): Escalation => ({
  id: kind,
  kind,
  partyId: 'bank',
  previousId: null,
  complainant: null,
  contactIds: ['night'],
  exhibitIds: [],
  facts: '',
  request: '',
  language: 'zh-CN',
  writtenOn: TODAY,
  sent: null,
  prolonged: 'no',
  outcome: null,
  ...change,
})

const sentOn = (on: LocalDate): Pick<Escalation, 'sent'> => ({
  sent: { on, channel: 'post', reference: '', paper: null },
})

const ladder = (document: CaseDocument, today = TODAY) =>
  Object.fromEntries(
    ladderOf({ document, partyId: 'bank', findings: findingsOf(document, rules), rules, today }).map(
      ({ kind, state }) => [kind, state],
    ),
  )

const next = (document: CaseDocument, today = TODAY) =>
  nextStep({ document, partyIds: ['bank'], findings: findingsOf(document, rules), rules, today })

describe('which body a matter belongs to', () => {
  test.each([
    ['bank', ['lender', 'lenderReview', 'nfra', 'pboc', 'nifa']],
    ['consumerFinance', ['lender', 'lenderReview', 'nfra', 'pboc', 'nifa']],
    ['trust', ['lender', 'lenderReview', 'nfra', 'pboc', 'nifa']],
    ['autoFinance', ['lender', 'lenderReview', 'nfra', 'pboc', 'nifa']],
    ['microLoan', ['lender', 'localBureau', 'pboc', 'nifa']],
    ['platform', ['lender', 'nifa']],
    ['guarantor', ['lender']],
    ['collector', ['lender']],
    ['unlicensedCompany', ['lender']],
    ['privatePerson', []],
    ['other', ['lender']],
    ['unknown', ['lender']],
  ] as const)('%s', (type, bodies) => {
    const all: readonly EscalationKind[] = ['lender', 'lenderReview', 'nfra', 'localBureau', 'pboc', 'nifa']
    expect(all.filter((kind) => isFor(kind, type))).toEqual(bodies)
    expect(
      ['police', 'injunction', 'suit', 'unwantedCalls', 'onlineContent'].every((kind) =>
        isFor(kind as EscalationKind, type),
      ),
    ).toBe(true)
  })
})

describe('what can be done now', () => {
  test('with nothing suspected there is no ground for any step', () => {
    const quiet = ladder(aCase([{ byPartyId: 'bank', time: '15:00' }]))
    expect(Object.values(quiet).every((state) => state === 'noGround' || state === 'onlyCredit')).toBe(true)
    expect(next(aCase([{ byPartyId: 'bank', time: '15:00' }]))).toEqual({ kind: 'nothing' })
  })

  test('a call at night: the bank itself first; the regulator waits for its answer', () => {
    const document = aCase([NIGHT])
    expect(ladder(document)).toMatchObject({
      lender: 'open',
      lenderReview: 'needsLender',
      nfra: 'needsLender',
      unwantedCalls: 'open',
      police: 'noGround',
      stopProcessing: 'noGround',
      onlineContent: 'noGround',
    })
    expect(next(document)).toEqual({ kind: 'take', step: 'lender', partyId: 'bank' })
  })

  test('a threat: the police before anything', () => {
    const document = aCase([{ ...NIGHT, tags: ['threat'] }])
    expect(ladder(document)['police']).toBe('open')
    expect(next(document)).toEqual({ kind: 'take', step: 'police', partyId: 'bank' })
  })

  test('a call to the mother: stop handling her data, then the lender', () => {
    const document = aCase([{ ...NIGHT, time: '10:00', reached: 'family', person: '妈妈', wasReachable: true }])
    expect(ladder(document)).toMatchObject({ stopProcessing: 'open', lender: 'open' })
    expect(next(document)).toMatchObject({ kind: 'take', step: 'stopProcessing' })
  })

  test('sent to the lender: waits until day 15, then its silence opens the regulator', () => {
    const document = aCase([NIGHT], 'bank', { escalations: [step('lender', sentOn(TODAY))] })
    expect(ladder(document)).toMatchObject({ lender: 'waiting', nfra: 'needsLender' })
    expect(document.escalations.map((each) => clockOf(each, rules))[0]).toMatchObject({
      dueOn: '2026-12-09',
      movesTo: null,
      ruleId: 'complain-to-lender-first',
    })
    expect(ladder(document, localDate('2026-12-09'))).toMatchObject({ lender: 'waiting' })
    expect(ladder(document, localDate('2026-12-10'))).toMatchObject({ lender: 'lapsed', nfra: 'open' })
    expect(next(document, localDate('2026-12-10'))).toMatchObject({ kind: 'recordAnswer' })
  })

  test('an answer that does not settle it opens the regulator at once; one that does closes it', () => {
    const answered = (result: 'refused' | 'settled') =>
      aCase([NIGHT], 'bank', {
        escalations: [step('lender', { ...sentOn(TODAY), outcome: { on: TODAY, result, text: '' } })],
      })
    expect(ladder(answered('refused'))).toMatchObject({ lender: 'done', nfra: 'open', lenderReview: 'open' })
    expect(next(answered('refused'))).toMatchObject({ kind: 'take', step: 'nfra' })
    expect(ladder(answered('settled'))).toMatchObject({ nfra: 'needsLender' })
  })

  test('a micro-loan company leads to the local bureau, never to the NFRA', () => {
    const document = aCase([NIGHT], 'microLoan', {
      escalations: [step('lender', { ...sentOn(TODAY), outcome: { on: TODAY, result: 'silent', text: '' } })],
    })
    expect(ladder(document)).toMatchObject({ localBureau: 'open' })
    expect('nfra' in ladder(document)).toBe(false)
    expect(next(document)).toMatchObject({ step: 'localBureau' })
  })

  test('a finding the person disputes is no ground', () => {
    const findingMarks = [
      { id: 'm', ruleId: 'quiet-hours', contactIds: ['night'], mark: 'disputed' as const, note: '' },
    ]
    expect(ladder(aCase([NIGHT], 'bank', { findingMarks }))['lender']).toBe('noGround')
  })

  test('a court paper comes before everything', () => {
    const paper = {
      id: 'p',
      kind: 'paymentOrder',
      receivedOn: TODAY,
      court: '',
      caseNumber: '',
      isGenuine: null,
      dueOn: null,
      note: '',
      isDone: false,
    } as const
    const document = aCase([{ ...NIGHT, tags: ['threat'] }], 'bank', { courtPapers: [paper] })
    expect(next(document)).toEqual({ kind: 'courtPaper', paper, dueOn: '2026-12-09' })
  })
})

describe('clocks', () => {
  test('15, 30 and 60 days come from the rules and run from the day after', () => {
    const of = (prolonged: Escalation['prolonged']) =>
      clockOf(step('lender', { ...sentOn(TODAY), prolonged }), rules)?.dueOn
    expect([of('no'), of('once'), of('twice')]).toEqual(['2026-12-09', '2026-12-24', '2027-01-23'])
  })

  test('a last day on a weekend moves to Monday, and only then is it lapsed', () => {
    const clock = clockBy(rules, 'complain-to-lender-first', localDate('2026-11-20'))
    expect(clock).toMatchObject({ dueOn: '2026-12-05', movesTo: '2026-12-07' })
    expect(clock && [hasLapsed(clock, localDate('2026-12-07')), hasLapsed(clock, localDate('2026-12-08'))]).toEqual([
      false,
      true,
    ])
  })

  test('Monday is 0, whenever', () => {
    expect(weekdayOf(localDate('2026-11-23'))).toBe(0)
    expect(weekdayOf(localDate('2026-11-29'))).toBe(6)
    expect(weekdayOf(localDate('1999-11-01'))).toBe(0)
  })

  test('what no rule gives a time for has no clock', () => {
    expect(clockOf(step('nfra', sentOn(TODAY)), rules)).toBeNull()
    expect(clockBy(rules, 'quiet-hours', TODAY)).toBeNull()
    expect(clockBy(rules, 'no such rule', TODAY)).toBeNull()
  })

  test('everything dated is in the calendar, in order, and what is done is not', () => {
    const document = aCase(
      [
        { ...NIGHT, tags: ['threat'] },
        {
          id: 'promise',
          byPartyId: 'bank',
          theirPromise: { text: '书面方案', by: localDate('2026-11-30'), kept: null },
        },
      ],
      'bank',
      {
        escalations: [
          step('lender', sentOn(TODAY)),
          step('pboc', { ...sentOn(TODAY), outcome: { on: TODAY, result: 'settled', text: '' } }),
        ],
        courtPapers: [
          {
            id: 'c',
            kind: 'summons',
            receivedOn: TODAY,
            court: '',
            caseNumber: '',
            isGenuine: true,
            dueOn: addDays(TODAY, 3),
            note: '',
            isDone: false,
          },
        ],
      },
    )
    const entries = calendarEntries(document, ['bank'], findingsOf(document, rules), rules)
    expect(entries.map(({ on, what }) => `${on} ${what}`)).toEqual([
      '2026-11-27 court',
      '2026-11-30 promise',
      '2026-12-09 answer',
      '2027-05-20 policeLimit',
    ])
  })
})

describe('before a paper leaves', () => {
  const codes = (change: Partial<Escalation>, document = aCase([NIGHT]), today = TODAY) =>
    checkEscalation(step('lender', change), document, rules, today).map(({ code }) => code)
  const named = aCase([NIGHT], 'bank', {
    settings: {
      ...emptyDocument(0).settings,
      sender: { ...emptyDocument(0).settings.sender, name: '林某', phone: '138' },
    },
  })

  test('without sender, party or contacts it cannot go', () => {
    expect(codes({ partyId: null, contactIds: [] })).toEqual(['noSender', 'noParty', 'noContacts', 'noEvidence'])
    expect(codes({}, named)).toEqual(['noEvidence'])
  })

  test.each([
    ['我欠 3,000 元', 'money'],
    ['I owe CNY 3000 yuan', 'money'],
    ['本人保证下月还清', 'promise'],
    ['I will repay next month', 'promise'],
    ['减免利息我就撤诉', 'trade'],
    ['他们违法了', 'verdict'],
  ] as const)('%s is told', (facts, code) => expect(codes({ facts }, named)).toContain(code))

  test('the police after six months, and the same complaint twice, are told', () => {
    expect(codes({ kind: 'police' }, named, localDate('2027-06-01'))).toContain('policeLate')
    expect(codes({ kind: 'police' }, named)).not.toContain('policeLate')
    const running = { ...named, escalations: [step('lender', { id: 'earlier', ...sentOn(TODAY) })] }
    expect(codes({ id: 'again' }, running)).toContain('sameRunning')
  })

  test('a regulator before the institution itself, and own contacts in a relative’s name, are told', () => {
    expect(codes({ kind: 'nfra' }, named)).toContain('lenderFirst')
    expect(codes({ complainant: { name: '周某', phone: '137', relation: '朋友' } }, named)).toContain('othersContacts')
  })
})
