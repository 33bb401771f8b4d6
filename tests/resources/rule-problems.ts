import { addDays, type LocalDate } from '#domain/calendar/local-date'
import { LOAN_PREDICATES } from '#domain/rules/loan-predicates'
import { PREDICATE_IDS, type Rule, type RuleBook } from '#domain/rules/rule'

export type RuleProblem =
  | { readonly code: 'duplicate_id'; readonly id: string }
  | { readonly code: 'text_missing'; readonly ruleId: string; readonly field: 'title' | 'body' | 'limits' }
  | { readonly code: 'no_value'; readonly ruleId: string }
  | { readonly code: 'start_unknown_inside'; readonly ruleId: string }
  | { readonly code: 'period_reversed'; readonly ruleId: string; readonly from: LocalDate }
  | { readonly code: 'periods_overlap' | 'periods_gap'; readonly ruleId: string; readonly from: LocalDate }
  | { readonly code: 'not_cited'; readonly ruleId: string }
  | { readonly code: 'unknown_document' | 'unused_document'; readonly documentId: string }
  | { readonly code: 'predicate_without_rule' | 'predicate_without_code'; readonly predicate: string }
  | { readonly code: 'review_overdue'; readonly ruleId: string; readonly reviewBy: LocalDate }

/**
 * What is wrong with a book of rules beyond its shape; empty for a sound one. Periods must follow each other day by day,
 * every value is cited from a document in the book, every predicate is named by a rule and, when the loan is what it
 * looks at, written in code; and no review date lies before the day of release.
 */
export function ruleProblems(book: RuleBook): readonly RuleProblem[] {
  return [
    ...duplicates(book.rules),
    ...duplicates(book.documents),
    ...book.rules.flatMap((rule) => [...textProblems(rule), ...periodProblems(rule)]),
    ...documentProblems(book),
    ...predicateProblems(book),
    ...book.rules.flatMap(({ id, reviewBy }): RuleProblem[] =>
      reviewBy < book.releasedOn ? [{ code: 'review_overdue', ruleId: id, reviewBy }] : [],
    ),
  ]
}

const duplicates = (items: readonly { readonly id: string }[]): RuleProblem[] =>
  items
    .filter(({ id }, index) => items.findIndex((item) => item.id === id) !== index)
    .map(({ id }) => ({ code: 'duplicate_id', id }))

const textProblems = (rule: Rule): RuleProblem[] =>
  (['title', 'body', 'limits'] as const).flatMap((field): RuleProblem[] => {
    const text = rule[field]
    const isMissing = text !== null && (text['zh-CN'].trim() === '' || text.en.trim() === '')
    return isMissing ? [{ code: 'text_missing', ruleId: rule.id, field }] : []
  })

function periodProblems({ id: ruleId, values }: Rule): RuleProblem[] {
  if (values.length === 0) return [{ code: 'no_value', ruleId }]
  return values.flatMap(({ from, to, citations }, index): RuleProblem[] => {
    const uncited: RuleProblem[] = citations.length === 0 ? [{ code: 'not_cited', ruleId }] : []
    if (from === null) return index === 0 ? uncited : [...uncited, { code: 'start_unknown_inside', ruleId }]
    const reversed: RuleProblem[] = to !== null && to < from ? [{ code: 'period_reversed', ruleId, from }] : []
    const before = values[index - 1]
    if (!before) return [...uncited, ...reversed]
    const follows = before.to === null ? null : addDays(before.to, 1)
    if (follows === from) return [...uncited, ...reversed]
    return [
      ...uncited,
      ...reversed,
      { code: follows === null || from < follows ? 'periods_overlap' : 'periods_gap', ruleId, from },
    ]
  })
}

function documentProblems({ rules, documents }: RuleBook): RuleProblem[] {
  const cited = new Set(
    rules.flatMap(({ values }) => values.flatMap(({ citations }) => citations)).map((c) => c.documentId),
  )
  const known = new Set(documents.map(({ id }) => id))
  return [
    ...[...cited]
      .filter((id) => !known.has(id))
      .map((documentId) => ({ code: 'unknown_document', documentId }) as const),
    ...[...known]
      .filter((id) => !cited.has(id))
      .map((documentId) => ({ code: 'unused_document', documentId }) as const),
  ]
}

function predicateProblems({ rules }: RuleBook): RuleProblem[] {
  const checks = rules.flatMap(({ check }) => check ?? [])
  const named = new Set<string>(checks.map(({ predicate }) => predicate))
  const onLoans = new Set<string>(checks.flatMap(({ by, predicate }) => (by === 'loan' ? predicate : [])))
  const written = Object.keys(LOAN_PREDICATES)
  return [
    ...PREDICATE_IDS.filter((id) => !named.has(id)).map(
      (predicate) => ({ code: 'predicate_without_rule', predicate }) as const,
    ),
    ...written
      .filter((id) => !onLoans.has(id))
      .map((predicate) => ({ code: 'predicate_without_rule', predicate }) as const),
    ...[...onLoans]
      .filter((id) => !written.includes(id))
      .map((predicate) => ({ code: 'predicate_without_code', predicate }) as const),
  ]
}
