import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import type { Escalation, EscalationKind } from '#domain/escalation/escalation'
import { checkEscalation } from '#domain/escalation/papers/check-escalation'
import { ownWordsProblems } from '#domain/escalation/papers/own-words'
import { emptyDocument } from '#services/document/empty-document'
import en from '#i18n/en/escalation.json'
import zhCN from '#i18n/zh-CN/escalation.json'
import { ruleBook } from '../../resources/rule-files'
import { BANK } from '../../conformance/inputs'
import { aStep, logged } from './a-step'

const TODAY = localDate('2026-11-24')
const base = emptyDocument(0)
const document: CaseDocument = {
  ...base,
  settings: { ...base.settings, sender: { ...base.settings.sender, name: '林某', phone: '13800000001' } },
  parties: [BANK],
  contacts: [logged({ id: 'night', time: '22:14' }), logged({ id: 'mother', reached: 'family', person: '王淑芬' })],
  exhibits: [
    {
      id: 'x',
      title: '截图',
      attachmentIds: ['f'],
      contactIds: ['night'],
      source: '',
      proves: '',
      originalKept: '',
      madeOn: null,
      showsOthers: false,
    },
  ],
}

const codes = (kind: EscalationKind, change: Partial<Escalation> = {}, others: readonly Escalation[] = []) =>
  checkEscalation(
    aStep(kind, { contactIds: ['night'], exhibitIds: ['x'], ...change }),
    { ...document, escalations: others },
    ruleBook.rules,
    TODAY,
  ).map(({ code }) => code)

const sent = (kind: EscalationKind, on: string, change: Partial<Escalation> = {}): Escalation =>
  aStep(kind, {
    id: `${kind} ${on}`,
    contactIds: ['night'],
    sent: { on: localDate(on), channel: 'online', reference: '', paper: null },
    ...change,
  })

describe('before a paper leaves', () => {
  test('a plain complaint with sender, contacts and evidence has nothing against it', () => {
    expect(codes('lender', { facts: '11 月 2 日晚上十点多来电，母亲也接到了电话。' })).toEqual([])
  })

  test('police and reports about numbers and posts may go without knowing who is behind them', () => {
    for (const kind of ['police', 'unwantedCalls', 'onlineContent'] as const)
      expect(codes(kind, { partyId: null })).toEqual([])
    expect(codes('lender', { partyId: null })).toEqual(['noParty'])
  })

  test('the People’s Bank is told of a matter of credit records or payments, for which no contact is needed', () => {
    expect(codes('pboc', { contactIds: [] })).toEqual(['noFacts'])
    expect(codes('pboc', { contactIds: [], facts: '没有事先告知就报送了不良信息。' })).toEqual([])
  })

  test('a regulator waits for the institution’s answer or for its time to run out', () => {
    expect(codes('nfra')).toEqual(['lenderFirst'])
    expect(codes('nfra', {}, [sent('lender', '2026-11-20')])).toEqual(['lenderWaiting'])
    expect(codes('nfra', {}, [sent('lender', '2026-10-20')])).toEqual([])
    const answered = sent('lender', '2026-11-20', { outcome: { on: TODAY, result: 'refused', text: '' } })
    expect(codes('nfra', {}, [answered])).toEqual([])
  })

  test('one matter, one complaint: told while the first is running, not of another matter or person', () => {
    const running = sent('nifa', '2026-11-20')
    expect(codes('nifa', {}, [running])).toEqual(['sameRunning'])
    // The same contacts under another name of the institution are the same matter.
    expect(codes('nifa', { partyId: 'other' }, [running])).toEqual(['sameRunning'])
    expect(codes('nifa', { partyId: 'other', contactIds: ['mother'] }, [running])).toEqual([])
    expect(codes('unwantedCalls', {}, [running])).toEqual([])
    const complainant = { name: '王淑芬', phone: '13912345678', relation: '母亲' }
    expect(codes('nifa', { complainant, contactIds: ['mother'] }, [running])).toEqual([])
  })

  test('a relative speaks of what reached them alone', () => {
    const complainant = { name: '王淑芬', phone: '13912345678', relation: '母亲' }
    expect(codes('lender', { complainant, contactIds: ['night', 'mother'] })).toEqual(['othersContacts'])
    expect(codes('lender', { complainant })).toEqual(['noContacts', 'othersContacts'])
  })

  test('evidence that shows others is told to whoever need not see them', () => {
    const showing = { ...document, exhibits: document.exhibits.map((each) => ({ ...each, showsOthers: true })) }
    const of = (kind: EscalationKind) =>
      checkEscalation(aStep(kind, { contactIds: ['night'], exhibitIds: ['x'] }), showing, ruleBook.rules, TODAY)
    expect(of('lender')).toEqual([{ code: 'exhibitShowsOthers', weight: 'look' }])
    expect(of('police')).toEqual([])
  })

  test('a sentence that is never said stops the paper', () => {
    expect(codes('lender', { facts: '否则我就投诉到底' })).toContain('forbidden')
    expect(
      checkEscalation(aStep('lender', { facts: '本人放弃时效抗辩' }), document, ruleBook.rules, TODAY),
    ).toContainEqual({ code: 'forbidden', weight: 'must' })
  })

  test('every problem has its words in both languages', () => {
    const all = [
      ...[
        'noSender',
        'noParty',
        'noContacts',
        'noFacts',
        'noEvidence',
        'money',
        'promise',
        'trade',
        'verdict',
        'insult',
        'threat',
      ],
      ...['forbidden', 'policeLate', 'sameRunning', 'lenderFirst', 'lenderWaiting', 'othersContacts'],
      'exhibitShowsOthers',
    ]
    expect(Object.keys(zhCN.problem).sort()).toEqual([...all].sort())
    expect(Object.keys(en.problem).sort()).toEqual([...all].sort())
  })
})

describe('own words', () => {
  test.each([
    ['我欠 3,000 元', ['money']],
    ['一共三万元', ['money']],
    ['对方说“马上还 5000 元”', ['money']],
    ['本人保证下月还清', ['promise']],
    ['我会尽快还款', ['promise']],
    ['I will fully repay', ['promise']],
    ['减免利息我就撤诉', ['trade']],
    ['处理好了我就撤回投诉', ['trade']],
    ['他们违法了', ['verdict']],
    ['这帮流氓', ['insult']],
    ['再打我就上网上曝光', ['threat']],
    ['不然我去找媒体', ['threat']],
  ] as const)('%s', (text, expected) => {
    expect(ownWordsProblems(text)).toEqual(expected)
  })

  test.each([
    '11 月 2 日 22:14 来电 3 次，通话 60 秒。',
    '对方说“你违法了，是流氓，不还就曝光你”。',
    '对方要求我马上还款，我说请书面发来。',
    '母亲 70 岁，接到电话后一夜没睡。',
    '请只联系我本人。',
    'They said “this is illegal, or else”. I asked for it in writing.',
  ])('nothing is said against: %s', (text) => {
    expect(ownWordsProblems(text)).toEqual([])
  })
})
