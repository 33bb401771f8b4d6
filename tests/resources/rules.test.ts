import { describe, expect, it } from 'vitest'
import { ruleBookSchema } from '#contract/dto/rules'
import { localDate } from '#domain/calendar/local-date'
import { termLimit } from '#domain/extension/default-request'
import { forbiddenIn } from '#domain/letter/forbidden-sentences'
import { PREDICATE_IDS, type Rule, type RuleBook, type RulePeriod } from '#domain/rules/rule'
import { ruleBook as pageBook } from '../../src/renderer/rule-book'
import { rawRuleBook, ruleBook } from './rule-files'
import { ruleProblems } from './rule-problems'

const codes = (book: RuleBook) => [...new Set(ruleProblems(book).map(({ code }) => code))]
const first = ruleBook.rules[0]!

/** The book with its first rule changed: each control breaks one thing and must be told. */
const broken = (change: Partial<Rule>): RuleBook => ({
  ...ruleBook,
  rules: [{ ...first, ...change }, ...ruleBook.rules.slice(1)],
})
const period = (change: Partial<RulePeriod>): RulePeriod => ({ ...first.values[0]!, ...change })
const days = (from: string, to: string | null) =>
  period({ from: localDate(from), to: to === null ? null : localDate(to) })

describe('the rules of the release', () => {
  it('have no problem', () => {
    expect(ruleProblems(ruleBook)).toEqual([])
  })

  it('reach the page whole: every file is imported there', () => {
    const byId = (book: RuleBook) => [...book.rules].sort((left, right) => (left.id < right.id ? -1 : 1))
    expect(byId(pageBook)).toEqual(byId(ruleBook))
    expect(pageBook.documents).toEqual(ruleBook.documents)
    expect(pageBook.releasedOn).toBe(ruleBook.releasedOn)
  })

  it('hold the longest term that a card’s instalments may be asked for', () => {
    for (const product of ['creditCard', 'cardInstalment'] as const) {
      const limit = termLimit(product)
      const rule = ruleBook.rules.find(({ id }) => id === limit?.ruleId)
      expect(rule?.values.at(-1)?.value).toEqual({ kind: 'duration', count: limit?.periods, unit: 'month' })
    }
    expect(termLimit('consumerLoan')).toBeNull()
  })

  it('name every threshold of the fact sheet', () => {
    const named = new Set(ruleBook.rules.flatMap(({ check }) => check?.predicate ?? []))
    expect([...named].sort()).toEqual([...PREDICATE_IDS].sort())
  })

  it('say nothing that is never said, in either language', () => {
    const texts = ruleBook.rules.flatMap(({ id, title, body, limits }) =>
      [title, body, ...(limits === null ? [] : [limits])].flatMap((text) => [
        { id, text: text['zh-CN'] },
        { id, text: text.en },
      ]),
    )
    expect(texts.filter(({ text }) => forbiddenIn(text).length > 0)).toEqual([])
    expect(forbiddenIn('超过24%的部分不用还'), 'the control').not.toEqual([])
  })

  it('are in the language they claim: Chinese has Chinese, English has none', () => {
    for (const { id, title, body, limits } of ruleBook.rules) {
      for (const text of [title, body, ...(limits === null ? [] : [limits])]) {
        expect(/\p{Script=Han}/u.test(text['zh-CN']), id).toBe(true)
        expect(/\p{Script=Han}/u.test(text.en), `${id}: ${text.en}`).toBe(false)
      }
    }
  })

  it('link to no copy of a law: sites are bare domains of those who issue', () => {
    const sites = new Set(ruleBook.documents.flatMap(({ officialSite }) => officialSite ?? []))
    for (const site of sites) expect(site).toMatch(/\.gov\.cn$|^(china-cba|tc260)\.(net|org\.cn)$|^nifa\.org\.cn$/)
  })

  it('call a report a report: what one weak source says has a limit that asks to confirm', () => {
    const weak = ruleBook.rules.filter(({ values }) => values.some(({ confidence }) => confidence === 'N-'))
    expect(weak.length).toBeGreaterThan(0)
    for (const { id, limits } of weak) expect(limits, id).not.toBeNull()
  })
})

describe('each check fails when it should', () => {
  it('an id used twice', () => {
    expect(codes({ ...ruleBook, rules: [...ruleBook.rules, first] })).toEqual(['duplicate_id'])
  })

  it('a language missing', () => {
    expect(codes(broken({ body: { ...first.body, en: ' ' } }))).toEqual(['text_missing'])
    expect(codes(broken({ title: { ...first.title, 'zh-CN': '' } }))).toEqual(['text_missing'])
    const half = { 'zh-CN': first.title['zh-CN'] }
    expect(ruleBookSchema.safeParse({ ...ruleBook, rules: [{ ...first, title: half }] }).success).toBe(false)
  })

  it('periods that overlap, gap, run backwards or begin nowhere', () => {
    const sound = [days('2020-01-01', '2020-12-31'), days('2021-01-01', null)]
    expect(codes(broken({ values: sound }))).toEqual([])
    expect(codes(broken({ values: [days('2020-01-01', '2021-01-01'), days('2021-01-01', null)] }))).toEqual([
      'periods_overlap',
    ])
    expect(codes(broken({ values: [days('2020-01-01', null), days('2021-01-01', null)] }))).toEqual(['periods_overlap'])
    expect(codes(broken({ values: [days('2020-01-01', '2020-12-30'), days('2021-01-01', null)] }))).toEqual([
      'periods_gap',
    ])
    expect(codes(broken({ values: [days('2020-01-02', '2020-01-01')] }))).toEqual(['period_reversed'])
    expect(codes(broken({ values: [days('2020-01-01', '2020-12-31'), period({ from: null })] }))).toEqual([
      'start_unknown_inside',
    ])
    expect(codes(broken({ values: [] }))).toEqual(['no_value'])
  })

  it('a value without a citation, or cited from a document nobody knows', () => {
    expect(codes(broken({ values: [period({ citations: [] })] }))).toContain('not_cited')
    const citation = { documentId: 'hearsay', article: null, quote: null }
    expect(codes(broken({ values: [period({ citations: [citation] })] }))).toContain('unknown_document')
    expect(
      codes({ ...ruleBook, documents: [...ruleBook.documents, { ...ruleBook.documents[0]!, id: 'unread' }] }),
    ).toEqual(['unused_document'])
  })

  it('a predicate without a rule, and a rule whose predicate is not written', () => {
    const without = ruleBook.rules.filter(({ check }) => check?.predicate !== 'T12')
    expect(codes({ ...ruleBook, rules: without })).toContain('predicate_without_rule')
    expect(codes(broken({ check: { predicate: 'T1', by: 'loan' } }))).toContain('predicate_without_code')
  })

  it('a review date before the release, whatever today is', () => {
    expect(codes(broken({ reviewBy: localDate('2026-11-23') }))).toEqual(['review_overdue'])
    expect(codes(broken({ reviewBy: ruleBook.releasedOn }))).toEqual([])
  })

  it('the schema has no place for the unconfirmed, for unknown keys, for links', () => {
    const parses = (change: object) =>
      ruleBookSchema.safeParse({ ...ruleBook, rules: [{ ...first, ...change }] }).success
    expect(parses({})).toBe(true)
    expect(parses({ values: [{ ...first.values[0], confidence: 'U' }] })).toBe(false)
    expect(parses({ values: [{ ...first.values[0], citations: [] }] })).toBe(false)
    expect(parses({ values: [{ ...first.values[0], confidence: undefined }] })).toBe(false)
    expect(parses({ summary: 'x' })).toBe(false)
    expect(parses({ reviewBy: '2027-02-30' })).toBe(false)
    const link = { ...ruleBook.documents[0], officialSite: 'https://example.com/law' }
    expect(ruleBookSchema.safeParse({ ...ruleBook, documents: [link] }).success).toBe(false)
    expect(ruleBookSchema.safeParse(rawRuleBook()).success).toBe(true)
  })
})
