export { NoteDesk } from './note-desk'
export { noteFrame, noteWordsOf, shownPhrases } from './note-frame'
export { NoteRoom } from './note-room'
