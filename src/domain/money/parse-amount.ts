import { err, ok, type Result } from '../result'
import { narrowText, scaleDecimal } from './decimal-text'
import { MAX_FEN, type Fen } from './fen'

export type AmountError =
  | { readonly code: 'amount_empty' }
  | { readonly code: 'amount_unreadable'; readonly text: string }
  | { readonly code: 'amount_negative' }
  | { readonly code: 'amount_too_large'; readonly maxFen: Fen }
  /** More than two decimals of a yuan. */
  | { readonly code: 'amount_too_precise'; readonly text: string }

/** Powers of ten of the units people write: 亿, 万 (also w), 千 (also k), 百. */
const UNIT_POWER: Readonly<Record<string, number>> = {
  亿: 8,
  万: 4,
  w: 4,
  千: 3,
  k: 3,
  百: 2,
}
const FEN_POWER = 2
const PART = /^(\d[\d.]*|\.\d+)([亿万千百wk]?)/

/**
 * Reads an amount of yuan as people type it: `3万`, `3万5千`, `1,234.56`, `1200+350`, `￥１２０`, `12元`.
 *
 * Result  fen, 0 to `MAX_FEN`.
 * Errors  `amount_empty`, `amount_unreadable` (also the ambiguous `3万5`), `amount_negative`, `amount_too_large`,
 *         `amount_too_precise` (a part of a fen).
 */
export function parseAmount(text: string): Result<Fen, AmountError> {
  const narrow = narrowText(text).toLowerCase()
  if (narrow === '') return err({ code: 'amount_empty' })
  let sum = 0n
  for (const term of narrow.replace(/^\+/, '').split('+')) {
    const read = readTerm(term)
    if (typeof read === 'string') {
      if (read === 'amount_negative') return err({ code: read })
      return err({ code: read, text })
    }
    sum += read
  }
  if (sum > BigInt(MAX_FEN)) return err({ code: 'amount_too_large', maxFen: MAX_FEN })
  return ok(Number(sum) as Fen)
}

function readTerm(term: string): bigint | 'amount_unreadable' | 'amount_negative' | 'amount_too_precise' {
  const isNegative = /^(¥|rmb|cny)?-/.test(term)
  let rest = term
    .replace(/^(¥|rmb|cny)?-/, '$1')
    .replace(/^(¥|rmb|cny)/, '')
    .replace(/(元|圆|块钱?|rmb|cny)$/, '')
  if (rest.includes(',')) {
    if (!/^\d{1,3}(,\d{3})+(?![\d,])/.test(rest)) return 'amount_unreadable'
    rest = rest.replaceAll(',', '')
  }
  let valueFen = 0n
  let previousPower = Number.POSITIVE_INFINITY
  while (rest !== '') {
    const match = PART.exec(rest)
    if (!match) return 'amount_unreadable'
    const digits = match[1] ?? ''
    const power = UNIT_POWER[match[2] ?? ''] ?? 0
    // After a unit only smaller units follow. `3万5` may mean 35 000 or 30 005: ask instead of guessing.
    if (power >= previousPower) return 'amount_unreadable'
    if (Number.isFinite(previousPower) && power === 0 && digits.replace(/\..*$/, '').length < 3) {
      return 'amount_unreadable'
    }
    const scaled = scaleDecimal(digits, power + FEN_POWER)
    if (!scaled) return 'amount_unreadable'
    if (scaled.kind === 'tooPrecise') return 'amount_too_precise'
    valueFen += scaled.value
    previousPower = power
    rest = rest.slice(match[0].length)
  }
  if (!Number.isFinite(previousPower)) return 'amount_unreadable'
  return isNegative && valueFen > 0n ? 'amount_negative' : valueFen
}
