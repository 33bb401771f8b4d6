import type { CaseDocument } from '#domain/case-document'
import type { Loan } from '#domain/loan/loan'
import { trueCost } from '#domain/loan/true-cost'
import type { ReferenceFinding, ReferenceLines } from '#domain/rules/reference-finding'
import { referenceLines } from '#domain/rules/reference-lines'
import type { RuleBook } from '#domain/rules/rule'
import { percentText } from '../../ui/rate-text'

/** The lines of a loan, with the simple annual rate they are compared with. */
export function loanLines(
  loan: Loan,
  { parties, settings }: Pick<CaseDocument, 'parties' | 'settings'>,
  book: RuleBook,
): { readonly lines: ReferenceLines; readonly simpleAnnual: number | null } {
  const cost = trueCost(loan)
  const simpleAnnual = cost.ok ? cost.value.simpleAnnual : null
  return { simpleAnnual, lines: referenceLines({ loan, parties, simpleAnnual, book, lprEntries: settings.lprEntries }) }
}

/** How a finding is told: near the line, over and within sound alike, because the count of days decides. */
export type Tone = 'over' | 'near' | 'within' | 'unknown' | 'ask'

export const toneOf = ({ status, isNear }: ReferenceFinding): Tone => (isNear ? 'near' : status)

type Side = 'over' | 'near' | 'within' | 'unknown'
type Compared = 'court' | 'courtLate' | 'private' | 'privateLate'
type Plain = 'received' | 'multipleOver' | 'multipleWithin' | 'lateFee' | 'disclosure' | 'olderContract'
export type FindingKey = `referenceLines.compared.${Compared}.${Side}` | `referenceLines.plain.${Plain}`

/** The sentence of a finding. */
export function findingKey(finding: ReferenceFinding): FindingKey {
  const tone = toneOf(finding)
  const side: Side = tone === 'ask' ? 'unknown' : tone
  const isPrivate = finding.lpr !== null
  switch (finding.measured.what) {
    case 'simpleAnnual':
      return `referenceLines.compared.${isPrivate ? 'private' : 'court'}.${side}`
    case 'penaltyRate':
      return `referenceLines.compared.${isPrivate ? 'privateLate' : 'courtLate'}.${side}`
    case 'penaltyMultiple':
      return `referenceLines.plain.${side === 'over' ? 'multipleOver' : 'multipleWithin'}`
    default:
      return `referenceLines.plain.${finding.measured.what}`
  }
}

/** The figures of a sentence as text; amounts are shown by the component, which hides them with the rest. */
export function findingFigures({ measured }: ReferenceFinding): { readonly ours: string; readonly line: string } {
  switch (measured.what) {
    case 'simpleAnnual':
    case 'penaltyRate':
      return { ours: measured.ours === null ? '' : percentText(measured.ours, 2), line: percentText(measured.line, 2) }
    case 'penaltyMultiple':
      return { ours: String(Number(measured.ours.toFixed(4))), line: String(measured.line) }
    case 'received':
    case 'lateFee':
    case 'disclosure':
    case 'olderContract':
      return { ours: '', line: '' }
  }
}

/** Findings of one rule stand together: its limits and its source are said once. */
export function byRule(findings: readonly ReferenceFinding[]): readonly (readonly ReferenceFinding[])[] {
  const groups = new Map<string, ReferenceFinding[]>()
  for (const finding of findings) groups.set(finding.ruleId, [...(groups.get(finding.ruleId) ?? []), finding])
  return [...groups.values()]
}
