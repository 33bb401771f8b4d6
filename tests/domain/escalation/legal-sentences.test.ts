import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { findingsOf } from '#domain/contact/contact-facts'
import { ESCALATION_KINDS } from '#domain/escalation/escalation'
import { basisLines } from '#domain/escalation/papers/basis'
import { composeEscalation } from '#domain/escalation/papers/compose-escalation'
import type { ComplaintWords } from '#domain/escalation/papers/complaint-words'
import { contactNotice, phoneCard, witnessForm } from '#domain/escalation/papers/side-papers'
import type { LetterPaper } from '#domain/letter/blocks'
import { forbiddenIn } from '#domain/letter/forbidden-sentences'
import { paginate } from '#domain/letter/paginate'
import { letterText } from '#domain/letter/text'
import type { PartyType } from '#domain/loan/party'
import { emptyDocument } from '#services/document/empty-document'
import { ruleBook as book } from '../../resources/rule-files'
import { BANK } from '../../conformance/inputs'
import { aStep, logged } from './a-step'
import { complaintWords } from './complaint-words'
import { sentencesOf, unfoundedOnPaper, unfoundedWords } from './legal-walk'

const LANGUAGES = ['zh-CN', 'en'] as const
type Language = (typeof LANGUAGES)[number]
const ON = localDate('2026-11-24')
const HOURS = { from: '09:00', to: '20:00' }

/** A log in which every check of contacts finds something. */
const document: CaseDocument = {
  ...emptyDocument(0),
  parties: [BANK],
  contacts: [
    ...Array.from({ length: 8 }, (_, at) =>
      logged({ id: `in${at}`, time: `10:0${at}`, byPartyId: 'bank', isAnswered: at < 4 }),
    ),
    ...Array.from({ length: 7 }, (_, at) =>
      logged({ id: `dial${at}`, time: `11:0${at}`, byPartyId: 'bank', isAnswered: false }),
    ),
    logged({ id: 'night', time: '22:30', byPartyId: 'bank', tags: ['threat', 'privateAccount', 'identityRefused'] }),
    logged({
      id: 'mother',
      byPartyId: 'bank',
      reached: 'family',
      person: '王淑芬',
      wasReachable: true,
      tags: ['debtDisclosed'],
    }),
    logged({
      id: 'visit',
      byPartyId: 'bank',
      channel: 'visit',
      visit: { people: 1, showedCredentials: false, cameInWithoutConsent: true },
    }),
  ],
}
const findings = findingsOf(document, book.rules)

function paperOf(kind: (typeof ESCALATION_KINDS)[number], language: Language, words: ComplaintWords, type?: PartyType) {
  const parties = [{ ...BANK, ...(type ? { type } : {}) }]
  const escalation = aStep(kind, { language, contactIds: document.contacts.map(({ id }) => id) })
  return composeEscalation({ words, escalation, document: { ...document, parties }, book, findings })
}

/** Every paper of the program in a language, from words that may be careless. */
function everyPaper(language: Language, words = complaintWords(language)): readonly (readonly [string, LetterPaper])[] {
  const side = { words, book, language, on: ON }
  const { sender } = document.settings
  return [
    ...ESCALATION_KINDS.map((kind) => [kind, paperOf(kind, language, words)] as const),
    ['witness', witnessForm(side)],
    ['card', phoneCard(side)],
    ['notice', contactNotice({ ...side, sender, party: BANK.name, hours: HOURS })],
  ]
}

/** What a paper may say of the law: sentences with rules, citations made from rules, and findings under a rule's title. */
function founded(language: Language): readonly string[] {
  const words = complaintWords(language)
  const citations = basisLines(
    words,
    book,
    book.rules.map(({ id }) => id),
    ON,
    language,
  )
  const suspected = words.finding.line.slice(0, words.finding.line.indexOf('{'))
  return [
    ...sentencesOf(words)
      .filter(({ rules }) => rules.length > 0)
      .map(({ text }) => text.split('{')[0] ?? text),
    ...citations.map((line) => line.replace(/^\d+\. /, '')),
    suspected,
  ]
}

describe.each(LANGUAGES)('legal sentences in %s', (language) => {
  test('every text of the words that sounds like law names rules with a source and a date', () => {
    expect(unfoundedWords(complaintWords(language), book)).toEqual([])
    expect(sentencesOf(complaintWords(language)).filter(({ rules }) => rules.length > 0).length).toBeGreaterThan(25)
  })

  test.each(everyPaper(language))('%s says nothing that sounds like law but what a rule says', (_, paper) => {
    expect(unfoundedOnPaper(paper, founded(language))).toEqual([])
    expect(forbiddenIn(letterText(paper))).toEqual([])
  })

  test('the rules of every sentence and every finding stand at the end with document, day and confidence', () => {
    const words = complaintWords(language)
    for (const [name, paper] of everyPaper(language)) {
      const text = letterText(paper)
      const said = sentencesOf(words).filter((sentence) => text.includes(sentence.text))
      for (const { rules } of said)
        for (const id of rules) {
          const [line = 'none'] = basisLines(words, book, [id], ON, language)
          expect(text, `${name}: ${id}`).toContain(line.replace(/^1\. /, ''))
        }
    }
    const text = letterText(paperOf('lender', language, words))
    for (const { ruleId, certainty } of findings)
      if (certainty === 'suspected')
        expect(text).toContain(basisLines(words, book, [ruleId], ON, language)[0]?.replace(/^1\. /, ''))
    expect(new Set(findings.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(7)
  })

  test('a form, a card and a notice keep to their pages', () => {
    const pages = new Map(everyPaper(language).map(([name, { blocks }]) => [name, paginate(blocks)]))
    // The second page is the back: what the form can and cannot do, and the sources.
    expect(pages.get('witness')).toHaveLength(2)
    expect(pages.get('witness')?.[0]?.at(-1)?.type).toBe('signature')
    expect(pages.get('card')).toHaveLength(2)
    expect(pages.get('notice')?.length).toBeLessThanOrEqual(language === 'en' ? 2 : 1)
  })
})

const zh = complaintWords('zh-CN')

test.each([
  ['a plain text', { ...zh, only: '依据《民法典》第一条，对方应当停止。' }, ['.only']],
  [
    'a sentence without rules',
    { ...zh, closing: { ...zh.closing, nifa: [{ text: '催收机构不得联系亲友。', rules: [] }] } },
    ['.closing.nifa.0'],
  ],
  [
    'a rule that is not there',
    { ...zh, closing: { ...zh.closing, nifa: [{ text: '请告知。', rules: ['made-up'] }] } },
    ['.closing.nifa.0'],
  ],
  ['a request', { ...zh, request: { ...zh.request, lender: '请依法处理。' } }, ['.request.lender']],
  ['advice on the card', { ...zh, card: { ...zh.card, ask: ['对方必须回答'] } }, ['.card.ask.0']],
])('control: law in %s is found in the words', (_, words, paths) => {
  expect(unfoundedWords(words, book)).toEqual(paths)
})

test('control: law without a rule is found on the paper that says it', () => {
  const careless = { ...zh, only: '依据《民法典》第一条，对方应当停止。' }
  const found = everyPaper('zh-CN', careless).filter(
    ([, paper]) => unfoundedOnPaper(paper, founded('zh-CN')).length > 0,
  )
  expect(found.map(([name]) => name)).toEqual([...ESCALATION_KINDS])
})

test('times of the complaint measures are told to the institutions they are for, never to a micro-loan company', () => {
  expect(letterText(paperOf('lender', 'zh-CN', zh, 'consumerFinance'))).toContain('15 日内办结')
  for (const type of ['microLoan', 'platform', 'collector', 'unknown'] as const)
    expect(letterText(paperOf('lender', 'zh-CN', zh, type)), type).not.toContain('15 日')
})

test('no paper tells a time for requests about personal data', () => {
  expect(letterText(paperOf('stopProcessing', 'zh-CN', zh))).not.toMatch(/15 ?[日天]|30 ?[日天]/)
})
