import type { LocalDate } from '#domain/calendar/local-date'
import { fill } from '#domain/letter/words'
import { citationParts } from '#domain/rules/citation'
import type { Rule, RuleBook } from '#domain/rules/rule'
import { valueOn } from '#domain/rules/value-on'
import type { ComplaintWords } from './complaint-words'

type Language = 'zh-CN' | 'en'

/** The documents a rule rests on that day, as a paper names them. */
export function documentsOf(
  { basis, list }: ComplaintWords,
  book: RuleBook,
  rule: Rule,
  on: LocalDate,
  language: Language,
): string {
  const value = valueOn(rule, on)
  if (value.kind !== 'value') return ''
  return citationParts(book, value.period.citations)
    .map(({ document, article }) => {
      const title = fill(basis.titleMarks, { title: document.name[language] })
      return article === null ? title : `${title}${language === 'en' ? ' ' : ''}${article[language]}`
    })
    .join(list.comma)
}

/** One line for each document a paper rests on: what kind of paper it is, since when it holds, and how sure we are. */
export function basisLines(
  words: ComplaintWords,
  book: RuleBook,
  ruleIds: readonly string[],
  on: LocalDate,
  language: Language,
): readonly string[] {
  const lines = ruleIds.flatMap((id) => {
    const rule = book.rules.find((each) => each.id === id)
    const value = rule && valueOn(rule, on)
    if (value?.kind !== 'value') return []
    const { period } = value
    return citationParts(book, period.citations).map(({ document, article }) =>
      fill(words.basis.line, {
        title: fill(words.basis.titleMarks, { title: document.name[language] }),
        number: document.number === null ? '' : document.number,
        article: article === null ? '' : article[language],
        nature: words.nature[document.nature],
        since:
          period.from === null
            ? words.basis.sinceUnknown
            : fill(words.basis.since, {
                from: period.from.slice(0, { day: 10, month: 7, year: 4 }[period.fromPrecision]),
              }),
        confidence: words.confidence[period.confidence],
      }).replace(/ +/g, ' '),
    )
  })
  return [...new Set(lines)].map((line, at) => `${at + 1}. ${line}`)
}
