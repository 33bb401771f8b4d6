import type { LocalDate } from '../calendar/local-date'
import { formatYuan } from '../money/format-yuan'
import type { Fen } from '../money/fen'
import { RATE_SCALE, simpleAnnualFraction, type InterestRate } from '../rate/interest-rate'
import { fill, type LetterWords } from './words'

/** Dates, sums and rates as a letter writes them. */
export interface Phrases {
  readonly words: LetterWords
  date(on: LocalDate): string
  yuan(amount: Fen): string
  percent(rate: InterestRate): string
  share(per10000: number): string
}

export const phrasesIn = (words: LetterWords): Phrases => ({
  words,
  date: (on) =>
    fill(words.date, {
      year: Number(on.slice(0, 4)),
      month: words.months[Number(on.slice(5, 7)) - 1] ?? '',
      day: Number(on.slice(8)),
    }),
  yuan: formatYuan,
  // Six digits hold 1e-7 of a year exactly enough: 15.4 %, 18.25 %, 7.2 %.
  percent: (rate) => `${Number((Math.round(simpleAnnualFraction(rate) * RATE_SCALE) / 100_000).toFixed(4))}%`,
  share: (per10000) => `${Number((per10000 / 100).toFixed(2))}%`,
})
