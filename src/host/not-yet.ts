import type { LetterPaper } from '#domain/letter/blocks'

// Stands in only while the letters are being written beside this; a call is an incident, not an answer.
const notYet = (what: string): never => {
  throw new Error(`${what} is not written yet`)
}
export const letterDocx = (_paper: LetterPaper): Promise<Uint8Array> => notYet('letter-docx')
export const paperHtml = (_paper: LetterPaper): string => notYet('markup')
