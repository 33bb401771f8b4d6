import type { Phrases } from '#domain/letter/phrases'
import type { NoteWords } from '#domain/note/note-words'
import { useApp } from '../../state/app-context'
import { HIDDEN_MONEY } from '../../ui/money-text'
import { noteWordsOf, shownPhrases } from '../note'
import { wordsOf } from '../proposals'

/** The sentences of the note, for the screen: the same words, with sums covered while numbers are hidden. */
export function useAuditPhrases(): { readonly words: NoteWords; readonly say: Phrases } {
  const language = useApp((state) => state.preferences.language)
  const hidden = useApp((state) => state.numbersHidden)
  return { words: noteWordsOf(language), say: shownPhrases(wordsOf(language), hidden ? HIDDEN_MONEY : null) }
}
