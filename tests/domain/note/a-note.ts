import lettersEn from '#resources/letters/en.json'
import lettersZhCN from '#resources/letters/zh-CN.json'
import notesEn from '#resources/notes/en.json'
import notesZhCN from '#resources/notes/zh-CN.json'
import { auditStatement } from '#domain/audit/audit-statement'
import type { Claim } from '#domain/audit/claim'
import { localDate } from '#domain/calendar/local-date'
import type { LetterPaper } from '#domain/letter/blocks'
import type { Loan } from '#domain/loan/loan'
import { fen } from '#domain/money/fen'
import { composeAuditNote, type NoteFrame } from '#domain/note/compose-audit-note'
import { SENDER } from '../letter/fixtures'
import { aLoan, paid } from '../loan/a-loan'

export const ON = localDate('2026-04-20')
export const LANGUAGES = ['zh-CN', 'en'] as const

export const parties = { ...aLoan().parties, contractLenders: [{ partyId: 'a', sharePer10000: null }] }
export const loan = aLoan({
  parties,
  contractNumber: 'XF-2026-0115-4417',
  receivedFen: fen(1_150_000),
  events: [paid('p1', '2026-02-15', 106_619)],
  recurringFees: [{ id: 'f', name: 'service', amountFen: fen(3_000), timing: 'everyInstalment' }],
})

export const frameOf = (language: (typeof LANGUAGES)[number], of: Loan = loan): NoteFrame => ({
  language,
  letters: language === 'en' ? lettersEn : lettersZhCN,
  notes: language === 'en' ? notesEn : notesZhCN,
  sender: SENDER,
  recipient: {
    id: 'a',
    name: '消费金融公司甲',
    type: 'consumerFinance',
    department: '',
    address: '',
    officialChannel: '',
    note: '',
  },
  loan: of,
  writtenOn: ON,
  replyBy: localDate('2026-05-05'),
})

/** The note that asks to explain a claim, through the real engine. */
export function auditNote(language: (typeof LANGUAGES)[number], claim: Claim): LetterPaper {
  const audit = auditStatement(loan, ON, claim)
  if (!audit.ok) throw new Error(audit.error.code)
  return composeAuditNote(frameOf(language), audit.value)
}
