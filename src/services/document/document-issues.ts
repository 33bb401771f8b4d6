import type { CaseDocument } from '#domain/case-document'
import type { Loan } from '#domain/loan/loan'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { eventIssues } from './event-issues'
import type { InputIssue } from './issues-of'

/** What a schema cannot say: ids used once, names that lead somewhere, contracts that can be written out. */
export function documentIssues(document: CaseDocument): readonly InputIssue[] {
  const parties = new Set(document.parties.map((party) => party.id))
  const loans = new Set(document.loans.map((loan) => loan.id))
  return [
    ...duplicates('parties', document.parties),
    ...duplicates('loans', document.loans),
    ...duplicates('scenarios', document.scenarios),
    ...duplicates('planVersions', document.planVersions),
    ...duplicates('proposals', document.proposals),
    ...duplicates('attachments', document.attachments),
    ...duplicates('contacts', document.contacts),
    ...duplicates('numbers', document.numbers),
    ...duplicates('contactImports', document.contactImports),
    ...duplicates('callBillLayouts', document.callBillLayouts),
    ...duplicates('findingMarks', document.findingMarks),
    ...duplicates('exhibits', document.exhibits),
    ...duplicates('custody', document.custody),
    ...duplicates('evidencePacks', document.evidencePacks),
    ...duplicates('escalations', document.escalations),
    ...duplicates('courtPapers', document.courtPapers),
    ...contactIssues(document, parties, loans),
    ...document.loans.flatMap((loan, index) =>
      loanIssues(loan, parties).map(({ path, issue }) => ({ path: `loans.${index}.${path}`, issue })),
    ),
    ...document.proposals.flatMap((proposal, index) =>
      loans.has(proposal.loanId) ? [] : [{ path: `proposals.${index}.loanId`, issue: 'unknown_loan' }],
    ),
    ...document.attachments.flatMap(({ loanId }, index) =>
      loanId === null || loans.has(loanId) ? [] : [{ path: `attachments.${index}.loanId`, issue: 'unknown_loan' }],
    ),
  ]
}

/** Names in the log that lead nowhere. What an exhibit or a letter once named may be gone since: that stays as it was said. */
const contactIssues = (
  { contacts, numbers, escalations }: CaseDocument,
  parties: ReadonlySet<string>,
  loans: ReadonlySet<string>,
): readonly InputIssue[] => [
  ...contacts.flatMap(({ byPartyId, loanId }, index) => [
    ...(byPartyId === null || parties.has(byPartyId)
      ? []
      : [{ path: `contacts.${index}.byPartyId`, issue: 'unknown_party' }]),
    ...(loanId === null || loans.has(loanId) ? [] : [{ path: `contacts.${index}.loanId`, issue: 'unknown_loan' }]),
  ]),
  ...[...numbers, ...escalations].flatMap(({ id, partyId }) =>
    partyId === null || parties.has(partyId) ? [] : [{ path: `parties.${id}`, issue: 'unknown_party' }],
  ),
]

/** What is wrong with one loan among the parties of the case. */
export function loanIssues(loan: Loan, parties: ReadonlySet<string>): readonly InputIssue[] {
  const { contractLenders, platformId, creditEnhancerId, collectorId, currentCreditorId } = loan.parties
  const named = [
    ...contractLenders.map(({ partyId }) => partyId),
    platformId,
    creditEnhancerId,
    collectorId,
    currentCreditorId,
  ]
  const issues: InputIssue[] = named
    .filter((id) => id !== null && !parties.has(id))
    .map(() => ({ path: 'parties', issue: 'unknown_party' }))
  const schedule = buildSchedule(loan.terms, loan.recurringFees)
  if (!schedule.ok) issues.push({ path: 'terms', issue: schedule.error.code })
  issues.push(...eventIssues(loan, parties))
  return [...issues, ...duplicates('events', loan.events)]
}

function duplicates(path: string, items: readonly { readonly id: string }[]): InputIssue[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ path: `${path}.${index}.id`, issue: 'duplicate_id' }]
    seen.add(id)
    return []
  })
}
