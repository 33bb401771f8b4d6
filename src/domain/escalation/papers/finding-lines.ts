import type { ContactFinding } from '#domain/contact/contact-finding'
import { markOf } from '#domain/contact/finding-mark'
import type { LoggedContact } from '#domain/contact/logged-contact'
import { fill } from '#domain/letter/words'
import type { EscalationPaperInput } from './compose-escalation'
import { documentsOf } from './basis'

/** Suspected, about these contacts alone, and not disputed by the person. What is unclear is no fact to complain of. */
export function foundIn(
  { findings, document }: Pick<EscalationPaperInput, 'findings' | 'document'>,
  contacts: readonly LoggedContact[],
): readonly ContactFinding[] {
  const chosen = new Set(contacts.map(({ id }) => id))
  return findings.filter((finding) => {
    const mark = markOf(document.findingMarks, finding)?.mark
    return (
      finding.certainty === 'suspected' &&
      mark !== 'disputed' &&
      mark !== 'notMine' &&
      finding.contactIds.every((id) => chosen.has(id))
    )
  })
}

/** One line for each rule: which documents, what it says, the numbers of the records, and what was counted. */
export function findingLines(
  { words, book, escalation }: EscalationPaperInput,
  contacts: readonly LoggedContact[],
  findings: readonly ContactFinding[],
): readonly string[] {
  const place = new Map(contacts.map(({ id }, at) => [id, at + 1]))
  const byRule = new Map<string, ContactFinding[]>()
  for (const finding of findings) byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding])
  return [...byRule.values()].flatMap((found, at) => {
    const [first] = found
    const rule = book.rules.find(({ id }) => id === first?.ruleId)
    if (!first || !rule) return []
    const rows = [...new Set(found.flatMap(({ contactIds }) => contactIds))].flatMap((id) => place.get(id) ?? [])
    const counted = found.flatMap(({ on, counted: count }) =>
      count ? [fill(words.finding.counted, { on, count: count.count, line: count.line })] : [],
    )
    const line = fill(words.finding.line, {
      documents: documentsOf(words, book, first.period, escalation.language),
      title: rule.title[escalation.language],
      rows: rows.sort((left, right) => left - right).join(words.list.comma),
    })
    return [`${at + 1}. ${line}${counted.join('')}`]
  })
}
