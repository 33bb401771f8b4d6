import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { findingsOf } from '#domain/contact/contact-facts'
import { ESCALATION_KINDS, type Escalation, type EscalationKind } from '#domain/escalation/escalation'
import { composeEscalation } from '#domain/escalation/papers/compose-escalation'
import { forbiddenIn } from '#domain/letter/forbidden-sentences'
import { paperPages } from '#domain/letter/markup'
import { letterText } from '#domain/letter/text'
import { emptyDocument } from '#services/document/empty-document'
import { ruleBook as book } from '../../resources/rule-files'
import { BANK } from '../../conformance/inputs'
import { aStep, logged } from './a-step'
import { complaintWords } from './complaint-words'

const LANGUAGES = ['zh-CN', 'en'] as const
const MOTHER = '王淑芬'
const FRIEND = '王淑'
const MOTHERS_NUMBER = '13912345678'

function aCase(): CaseDocument {
  return {
    ...emptyDocument(0),
    settings: {
      ...emptyDocument(0).settings,
      sender: {
        ...emptyDocument(0).settings.sender,
        name: '林某',
        idNumber: '320100199001011230',
        phone: '13800000001',
      },
    },
    parties: [BANK],
    numbers: [{ id: 'n', key: MOTHERS_NUMBER, holder: 'person', partyId: null, name: MOTHER }],
    contacts: [
      logged({ id: 'night', time: '22:14', byPartyId: 'bank', said: '今晚不还就上门', tags: ['threat'] }),
      logged({
        id: 'mother',
        time: '10:00',
        byPartyId: 'bank',
        reached: 'family',
        person: MOTHER,
        wasReachable: true,
        tags: ['debtDisclosed'],
        said: `对${MOTHER}说，也会打给${FRIEND}和 139 1234 5678`,
      }),
      logged({ id: 'friend', time: '11:00', byPartyId: 'bank', reached: 'friend', person: FRIEND }),
      logged({ id: 'plain', time: '15:00', byPartyId: 'bank' }),
    ],
    exhibits: [
      {
        id: 'other',
        title: '别的',
        attachmentIds: ['x'],
        contactIds: [],
        source: '',
        proves: '',
        originalKept: '',
        madeOn: null,
        showsOthers: false,
      },
      {
        id: 'recording',
        title: '通话录音',
        attachmentIds: ['f'],
        contactIds: ['night'],
        source: '本人手机',
        proves: '22:14 来电',
        originalKept: '本人手机',
        madeOn: null,
        showsOthers: false,
      },
    ],
  }
}

function paperOf(
  kind: EscalationKind,
  language: 'zh-CN' | 'en' = 'zh-CN',
  document = aCase(),
  change: Partial<Escalation> = {},
) {
  const findings = findingsOf(document, book.rules)
  return composeEscalation({
    words: complaintWords(language),
    escalation: aStep(kind, {
      contactIds: ['night', 'mother', 'friend', 'plain'],
      exhibitIds: ['recording'],
      facts: `${MOTHER}接到电话后一夜没睡。`,
      language,
      ...change,
    }),
    document,
    book,
    findings,
  })
}

const textOf = (...args: Parameters<typeof paperOf>): string => letterText(paperOf(...args))

describe.each(LANGUAGES)('papers in %s', (language) => {
  test.each(ESCALATION_KINDS)(
    '%s: facts, one request, findings with their source, evidence by its number; fits its pages',
    (kind) => {
      const text = textOf(kind, language)
      expect(text).toContain('22:14')
      // The People’s Bank is not asked about collection.
      expect(text.includes('GB/T 45251')).toBe(kind !== 'pboc')
      expect(text).toMatch(language === 'en' ? /Evidence 2: / : /证据 2：通话录音/)
      expect(/Suspected not to follow|疑似不符合《/.test(text)).toBe(kind !== 'pboc')
      expect(forbiddenIn(text)).toEqual([])
      // 12377 bears the word in its own name.
      expect(text.replace('违法和不良信息举报中心', '')).not.toMatch(/违法/)
      expect(text).not.toMatch(/[¥￥]|\d元/)
      expect(paperPages(paperOf(kind, language)).length).toBeLessThan(6)
      expect(text).not.toMatch(/\{\w+\}/)
    },
  )
})

test('people near the debtor are hidden from everybody but police and court, also inside quoted words', () => {
  for (const kind of ESCALATION_KINDS) {
    const text = textOf(kind)
    const isWhole = kind === 'police' || kind === 'injunction' || kind === 'suit'
    expect(text.includes(MOTHER), kind).toBe(isWhole)
    expect(text.includes(FRIEND), kind).toBe(isWhole)
    expect(text.replace(/[\s-]/g, '').includes(MOTHERS_NUMBER), kind).toBe(isWhole)
    expect(text.includes('320100199001011230'), kind).toBe(isWhole)
    // The sender's own number is never hidden.
    expect(text, kind).toContain('13800000001')
  }
  expect(textOf('lender')).toContain('家人甲')
})

test('what is unclear, disputed or not about the person is in no paper', () => {
  const document = aCase()
  const of = (change: Partial<CaseDocument>) => textOf('lender', 'zh-CN', { ...document, ...change })
  expect(of({})).toContain('22:00 到次日 8:00 不应催收')
  for (const mark of ['disputed', 'notMine'] as const)
    expect(
      of({ findingMarks: [{ id: 'm', ruleId: 'quiet-hours', contactIds: ['night'], mark, note: '' }] }),
    ).not.toContain('22:00 到次日 8:00')
  const unclear = { ...document, contacts: document.contacts.map((each) => ({ ...each, wasReachable: null })) }
  expect(textOf('lender', 'zh-CN', unclear)).not.toContain('不找无关的人催')
})

test('only chosen contacts and findings wholly among them are told', () => {
  const text = textOf('lender', 'zh-CN', aCase(), { contactIds: ['plain'], exhibitIds: [] })
  expect(text).not.toContain('22:14')
  expect(text).not.toContain('疑似不符合')
  expect(text).not.toContain('通话录音')
})

test('a relative writes in their own name', () => {
  const text = textOf('lender', 'zh-CN', aCase(), {
    complainant: { name: '周某', phone: '13700000003', relation: '朋友' },
    contactIds: ['friend'],
  })
  expect(text).toContain('周某')
  expect(text).not.toContain('林某')
  expect(text).not.toContain('320100')
})

test('every line says what the log says: day, clock, number and words of any contact', () => {
  fc.assert(
    fc.property(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        hour: fc.integer({ min: 0, max: 23 }),
        minute: fc.integer({ min: 0, max: 59 }),
        number: fc.constantFrom('95555', '021-60000001', '13900000009', ''),
        said: fc.stringMatching(/^[一-龥A-Za-z ，。]{0,60}$/),
      }),
      ({ day, hour, minute, number, said }) => {
        const two = (value: number) => String(value).padStart(2, '0')
        const contact = logged({
          id: 'c',
          on: localDate(`2026-11-${two(day)}`),
          time: `${two(hour)}:${two(minute)}`,
          number,
          said: said.trim(),
        })
        const text = textOf(
          'lender',
          'zh-CN',
          { ...aCase(), contacts: [contact] },
          { contactIds: ['c'], exhibitIds: [], facts: '' },
        )
        expect(text).toContain(`2026-11-${two(day)} ${two(hour)}:${two(minute)}`)
        if (number !== '') expect(text).toContain(`号码 ${number}`)
        if (said.trim() !== '') expect(text).toContain(`“${said.trim()}”`)
      },
    ),
    { numRuns: 200 },
  )
})

test('a later paper tells what was handed in before in the matter, with numbers, and what came of it', () => {
  const on = localDate('2026-11-01')
  const sent = { on, channel: 'online', reference: 'TS-0817', paper: null } as const
  const outcome = { on: localDate('2026-11-20'), result: 'refused', text: `与${MOTHER}核实` } as const
  const complainant = { name: '周某', phone: '13700000003', relation: '朋友' }
  const document = {
    ...aCase(),
    escalations: [
      aStep('unwantedCalls', { id: '12321', sent: { ...sent, on: localDate('2026-11-05'), reference: '' } }),
      aStep('lender', { id: 'first', sent, outcome }),
      aStep('lender', { id: 'drafted' }),
      aStep('lender', { id: 'friends', complainant, sent }),
      aStep('lender', { id: 'elsewhere', partyId: 'other', sent }),
      aStep('nifa', { id: 'later', sent: { ...sent, on: localDate('2026-11-30') } }),
    ],
  }
  const text = textOf('nfra', 'zh-CN', document)
  expect(text).toContain('此前的处理')
  expect(text).toContain(
    '1. 2026-11-01 向该机构投诉（网上，编号 TS-0817）；2026-11-20 没有采纳，答复内容：“与家人甲核实”',
  )
  expect(text).toContain('2. 2026-11-05 向 12321 举报（网上）；截至本材料日期，没有记录到答复')
  expect(text).toContain('本人已先向该机构投诉')
  expect(text).not.toContain('2026-11-30')
  expect(text).not.toContain('周某')
  // Without a record of it, nothing claims it.
  expect(textOf('nfra')).not.toMatch(/已先?向该机构投诉/)
  expect(textOf('lenderReview')).not.toMatch(/已先?向该机构投诉/)
  expect(textOf('lender', 'zh-CN', document)).not.toContain('此前的处理')
})

test('parts are numbered without gaps, whatever is left out', () => {
  const text = textOf('lender', 'zh-CN', aCase(), { facts: '', exhibitIds: [] })
  expect(text.match(/^[一二三四五六七八九十]+、/gm)?.join('')).toBe('一、二、三、四、五、六、七、')
})

test('the court is told what a complaint has to state, with room for what is not known', () => {
  const text = textOf('suit')
  for (const label of ['原告', '被告', '性别、出生年月', '民族', '职业、工作单位', '住所', '法定代表人', '证人'])
    expect(text).toContain(label)
  expect(textOf('lender')).not.toContain('民族')
})
