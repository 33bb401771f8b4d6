import lettersEn from '#resources/letters/en.json'
import lettersZhCN from '#resources/letters/zh-CN.json'
import notesEn from '#resources/notes/en.json'
import notesZhCN from '#resources/notes/zh-CN.json'
import { auditStatement } from '#domain/audit/audit-statement'
import { AUDIT_ITEMS, type AuditItem, type Claim } from '#domain/audit/claim'
import { addDays, type LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { paperPages } from '#domain/letter/markup'
import { recipientOf } from '#domain/letter/recipient'
import { letterText } from '#domain/letter/text'
import { composeAuditNote } from '#domain/note/compose-audit-note'
import type { Arguments } from './arguments'
import { loanOn } from './case-commands'
import { CliError } from './cli-error'
import { writePaper, type PaperFiles } from './write-paper'

const OPTION_OF = {
  principal: 'principal',
  interest: 'interest',
  penalty: 'penalty',
  compound: 'compound',
  lateFee: 'late-fee',
  fee: 'fee',
} as const satisfies Record<AuditItem, string>

/** The claim as given: `--claimed` the total, `--principal`, `--interest` … single parts of it. */
export function claimOf(given: Arguments): Claim {
  return {
    scope: given.oneOf('scope', ['arrears', 'owed', 'settle'], 'owed'),
    totalFen: given.has('claimed') ? given.amount('claimed') : null,
    items: Object.fromEntries(
      AUDIT_ITEMS.filter((item) => given.has(OPTION_OF[item])).map((item) => [item, given.amount(OPTION_OF[item])]),
    ),
  }
}

interface AuditOptions extends PaperFiles {
  readonly loanId: string
  readonly on: LocalDate
  readonly claim: Claim
  /** The day the note is written. */
  readonly today: LocalDate
  readonly language: 'zh-CN' | 'en'
}

/** `audit`: a lender's figure beside ours. Returns the note that asks as plain text beside the answer. */
export async function auditCommand(
  document: CaseDocument,
  { loanId, on, claim, language, today, ...files }: AuditOptions,
): Promise<{ readonly answer: object; readonly text: string }> {
  const { loan, state } = loanOn(document, loanId, on)
  const audit = auditStatement(loan, on, claim)
  if (!audit.ok) throw new CliError(audit.error)
  const isEnglish = language === 'en'
  const recipientId = state.creditor.partyId
  const paper = composeAuditNote(
    {
      language,
      letters: isEnglish ? lettersEn : lettersZhCN,
      notes: isEnglish ? notesEn : notesZhCN,
      sender: document.settings.sender,
      recipient: recipientOf({ proposal: { recipientId }, loan, parties: document.parties }),
      loan,
      writtenOn: today,
      replyBy: addDays(today, 15),
    },
    audit.value,
  )
  const written = await writePaper(paper, files)
  return {
    answer: { loan: loanId, ...audit.value, pages: paperPages(paper).length, written },
    text: letterText(paper),
  }
}
