import type { LocalDate } from '#domain/calendar/local-date'
import { narrowText } from '#domain/money/decimal-text'
import { citationParts, type CitationParts } from '#domain/rules/citation'
import { RULE_GROUPS, type Rule, type RuleBook, type RuleGroup, type RulePeriod } from '#domain/rules/rule'
import { needsReview, valueOn } from '#domain/rules/value-on'

/** A rule as it stands today. */
export interface RuleView {
  readonly rule: Rule
  /** In force today; over; or not yet begun. */
  readonly standing: 'inForce' | 'over' | 'notYet'
  /** The period of today, else the last one that held, else the first to come. */
  readonly period: RulePeriod | null
  readonly citations: readonly CitationParts[]
  /** Past its review date: "please confirm". */
  readonly isStale: boolean
}

export function ruleView(book: RuleBook, rule: Rule, today: LocalDate): RuleView {
  const said = valueOn(rule, today)
  const first = rule.values[0] ?? null
  const period =
    said.kind === 'value' ? said.period : said.kind === 'beforeFirst' ? first : (rule.values.at(-1) ?? null)
  return {
    rule,
    standing: said.kind === 'value' ? 'inForce' : said.kind === 'beforeFirst' ? 'notYet' : 'over',
    period,
    citations: period ? citationParts(book, period.citations) : [],
    isStale: needsReview(rule, today),
  }
}

export interface RuleSection {
  readonly group: RuleGroup
  readonly rules: readonly Rule[]
}

/** The rules that have every word of a query, in either language, in their texts, documents or articles; by group. */
export function ruleSections(book: RuleBook, query: string, group: RuleGroup | null): readonly RuleSection[] {
  const words = query
    .split(/\s+/)
    .map(searchable)
    .filter((word) => word !== '')
  const texts = searchTexts(book)
  return RULE_GROUPS.filter((candidate) => group === null || candidate === group)
    .map((candidate) => ({
      group: candidate,
      rules: book.rules.filter(
        (rule) => rule.group === candidate && words.every((word) => texts.get(rule.id)?.includes(word)),
      ),
    }))
    .filter(({ rules }) => rules.length > 0)
}

export const staleCount = (book: RuleBook, today: LocalDate): number =>
  book.rules.filter((rule) => needsReview(rule, today)).length

const searchable = (text: string): string => narrowText(text).toLowerCase()

const textsOf = new WeakMap<RuleBook, ReadonlyMap<string, string>>()

/** One long text for each rule, made once for a book. */
function searchTexts(book: RuleBook): ReadonlyMap<string, string> {
  const known = textsOf.get(book)
  if (known) return known
  const texts = new Map(
    book.rules.map((rule) => {
      const cited = citationParts(
        book,
        rule.values.flatMap(({ citations }) => citations),
      )
      const parts = [
        ...[rule.title, rule.body, rule.limits],
        ...cited.flatMap(({ document, article }) => [document.name, document.issuer, article]),
      ].flatMap((text) => (text === null ? [] : [text['zh-CN'], text.en]))
      return [rule.id, searchable([...parts, ...cited.map(({ document }) => document.number ?? '')].join('\n'))]
    }),
  )
  textsOf.set(book, texts)
  return texts
}

/** The day a period begins as exactly as it is known: `2021-01-01`, `2017-08`, `2020`; null when it is not. */
export function fromText({ from, fromPrecision }: Pick<RulePeriod, 'from' | 'fromPrecision'>): string | null {
  if (from === null) return null
  return from.slice(0, fromPrecision === 'day' ? 10 : fromPrecision === 'month' ? 7 : 4)
}
