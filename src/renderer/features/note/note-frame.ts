import en from '#resources/notes/en.json'
import zhCN from '#resources/notes/zh-CN.json'
import { addDays, type LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import type { LetterLanguage } from '#domain/letter/proposal'
import { phrasesIn, type Phrases } from '#domain/letter/phrases'
import { recipientOf } from '#domain/letter/recipient'
import type { LetterWords } from '#domain/letter/words'
import type { Loan } from '#domain/loan/loan'
import type { NoteFrame } from '#domain/note/compose-audit-note'
import type { NoteWords } from '#domain/note/note-words'
import type { LoanState } from '#domain/loan/loan-state'

export const noteWordsOf = (language: LetterLanguage): NoteWords => (language === 'en' ? en : zhCN)

const DAYS_TO_REPLY = 15

interface FrameInput {
  readonly document: CaseDocument
  readonly loan: Loan
  readonly state: LoanState | null
  readonly language: LetterLanguage
  readonly letters: LetterWords
  readonly today: LocalDate
}

/** A note about a loan to whoever is its creditor on record, written today. */
export function noteFrame({ document, loan, state, language, letters, today }: FrameInput): NoteFrame {
  const recipientId = state?.creditor.partyId ?? null
  return {
    language,
    letters,
    notes: noteWordsOf(language),
    sender: document.settings.sender,
    recipient: recipientOf({ proposal: { recipientId }, loan, parties: document.parties }),
    loan,
    writtenOn: today,
    replyBy: addDays(today, DAYS_TO_REPLY),
  }
}

/** Dates and sums as notes write them; sums are covered while numbers are hidden. */
export function shownPhrases(letters: LetterWords, hiddenMoney: string | null): Phrases {
  const phrases = phrasesIn(letters)
  return hiddenMoney === null ? phrases : { ...phrases, yuan: () => hiddenMoney }
}
