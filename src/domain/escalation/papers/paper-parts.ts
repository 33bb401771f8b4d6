import type { LocalDate } from '#domain/calendar/local-date'
import type { LetterBlock } from '#domain/letter/blocks'
import { fill } from '#domain/letter/words'
import type { ComplaintWords } from './complaint-words'

/** A part of a paper under its heading; one without blocks is left out, and the numbers close up. */
export interface PaperSection {
  readonly title: string
  readonly blocks: readonly LetterBlock[]
}

export const section = (title: string, blocks: readonly LetterBlock[]): PaperSection => ({ title, blocks })

export const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text, indent: true })

/** A day as papers write it. */
export const paperDate = ({ date, months }: Pick<ComplaintWords, 'date' | 'months'>, on: LocalDate): string =>
  fill(date, {
    year: Number(on.slice(0, 4)),
    month: months[Number(on.slice(5, 7)) - 1] ?? '',
    day: Number(on.slice(8)),
  })
