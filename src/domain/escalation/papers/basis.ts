import type { LocalDate } from '#domain/calendar/local-date'
import { fill } from '#domain/letter/words'
import { citationParts, type CitationParts } from '#domain/rules/citation'
import type { RuleBook, RulePeriod } from '#domain/rules/rule'
import { valueOn } from '#domain/rules/value-on'
import type { ComplaintWords } from './complaint-words'

type Language = 'zh-CN' | 'en'

/** The words a citation on paper is made of. */
export type BasisWords = Pick<ComplaintWords, 'basis' | 'finding' | 'list' | 'nature' | 'confidence'>

/** The documents a rule rests on in a period, each with what kind of paper it is: a standard is not a law. */
export function documentsOf(words: BasisWords, book: RuleBook, period: RulePeriod, language: Language): string {
  return citationParts(book, period.citations)
    .map(({ document, article }) =>
      tidy(
        fill(words.finding.document, {
          title: fill(words.basis.titleMarks, { title: document.name[language] }),
          article: article?.[language] ?? '',
          nature: words.nature[document.nature],
        }),
      ),
    )
    .join(words.list.comma)
}

/**
 * One line for each rule a paper rests on: its title, its documents, since when it holds, and how sure we are. Day and
 * confidence are the rule's as a whole: a document cited beside others has them only together with those.
 */
export function basisLines(
  words: BasisWords,
  book: RuleBook,
  ruleIds: readonly string[],
  on: LocalDate,
  language: Language,
): readonly string[] {
  const lines = ruleIds.flatMap((id) => {
    const rule = book.rules.find((each) => each.id === id)
    const value = rule ? valueOn(rule, on) : null
    return rule && value?.kind === 'value' ? [basisLine(words, book, rule.title[language], value.period, language)] : []
  })
  return [...new Set(lines)].map((line, at) => `${at + 1}. ${line}`)
}

function basisLine(words: BasisWords, book: RuleBook, title: string, period: RulePeriod, language: Language): string {
  const named = ({ document, article }: CitationParts): string =>
    tidy(
      fill(words.basis.document, {
        title: fill(words.basis.titleMarks, { title: document.name[language] }),
        number: document.number ?? '',
        article: article?.[language] ?? '',
      }),
    )
  const { from, fromPrecision, confidence } = period
  return fill(words.basis.line, {
    title,
    documents: citationParts(book, period.citations).map(named).join(words.list.comma),
    since:
      from === null
        ? words.basis.sinceUnknown
        : fill(words.basis.since, { from: from.slice(0, { day: 10, month: 7, year: 4 }[fromPrecision]) }),
    confidence: words.confidence[confidence],
  })
}

/** Without the gaps an empty part leaves. */
const tidy = (text: string): string => text.replace(/ {2,}/g, ' ').trim()
