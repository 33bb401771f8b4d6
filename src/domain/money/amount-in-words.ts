import type { Fen } from './fen'

/** An amount said in the large units of a language: 35,000 yuan is 3.5 万 (10^4) or 35 thousand (10^3). */
export interface AmountInWords {
  readonly digits: string
  /** Power of ten of the unit in yuan; 0 below the first unit. */
  readonly power: 0 | 3 | 4 | 6 | 8 | 9
}

/**
 * The largest unit that fits, exact to the fen: a zero too many is seen at once as 35 万 instead of 3.5 万.
 *
 * grouping  digits between the units of the language: 4 in Chinese (万, 亿), 3 in English (thousand, million, billion).
 */
export function amountInWords(amount: Fen, grouping: 3 | 4): AmountInWords {
  const yuan = Math.floor(amount / 100)
  const powers = grouping === 4 ? ([8, 4] as const) : ([9, 6, 3] as const)
  const power = powers.find((power) => yuan >= 10 ** power) ?? 0
  const padded = String(amount).padStart(power + 3, '0')
  const fraction = padded.slice(-(power + 2)).replace(/0+$/, '')
  return { digits: padded.slice(0, -(power + 2)) + (fraction === '' ? '' : `.${fraction}`), power }
}
