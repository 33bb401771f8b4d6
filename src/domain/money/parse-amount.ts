import { err, ok, type Result } from '../result'
import { withArabicDigits } from './chinese-digits'
import { narrowText, scaleDecimal } from './decimal-text'
import { MAX_FEN, type Fen } from './fen'

export type AmountError =
  | { readonly code: 'amount_empty' }
  | { readonly code: 'amount_unreadable'; readonly text: string }
  /** `3万5` is 35,000 to a speaker and 30,005 to a reader of digits: both are given, nothing is guessed. */
  | { readonly code: 'amount_ambiguous'; readonly text: string; readonly spokenFen: Fen; readonly literalFen: Fen }
  | { readonly code: 'amount_negative' }
  | { readonly code: 'amount_too_large'; readonly maxFen: Fen }
  /** More than two decimals of a yuan. */
  | { readonly code: 'amount_too_precise'; readonly text: string }

/** Powers of ten of the units people write: 亿, 万 (also w), 千 (also k), 百. */
const UNIT_POWER: Readonly<Record<string, number>> = { 亿: 8, 万: 4, w: 4, 千: 3, k: 3, 百: 2 }
const FEN_POWER = 2
const PART = /^(零*)(\d[\d.]*|\.\d+)?([亿万千百wk]?)/
/** Jiao and fen after the yuan: 5元3角2分, 5块3毛. */
const SMALL_CHANGE = /^(.*?)(?:元|块)?(?:(\d)[角毛])?零?(?:(\d)分)?$/

type Problem = 'amount_unreadable' | 'amount_negative' | 'amount_too_precise'
type Reading = Problem | { readonly valueFen: bigint; readonly spokenFen: bigint | null }

/**
 * Reads an amount of yuan as people type it: `3万`, `3万5千`, `三万五千元`, `壹万元整`, `1,234.56`, `1200+350`,
 * `￥１２０`, `12元5角`.
 *
 * Result  fen, 0 to `MAX_FEN`.
 * Errors  `amount_empty`, `amount_unreadable`, `amount_ambiguous` (`3万5`, `一万二`), `amount_negative`,
 *         `amount_too_large`, `amount_too_precise` (a part of a fen).
 */
export function parseAmount(text: string): Result<Fen, AmountError> {
  const narrow = withArabicDigits(narrowText(text).toLowerCase())
  if (narrow === '') return err({ code: 'amount_empty' })
  const terms = narrow.replace(/^\+/, '').split('+')
  let sum = 0n
  for (const term of terms) {
    const read = readTerm(term)
    if (typeof read === 'string') {
      if (read === 'amount_negative') return err({ code: read })
      return err({ code: read, text })
    }
    if (read.spokenFen !== null) {
      if (terms.length > 1 || read.spokenFen > BigInt(MAX_FEN)) return err({ code: 'amount_unreadable', text })
      const [spokenFen, literalFen] = [Number(read.spokenFen) as Fen, Number(read.valueFen) as Fen]
      return err({ code: 'amount_ambiguous', text, spokenFen, literalFen })
    }
    sum += read.valueFen
  }
  if (sum > BigInt(MAX_FEN)) return err({ code: 'amount_too_large', maxFen: MAX_FEN })
  return ok(Number(sum) as Fen)
}

function readTerm(term: string): Reading {
  const isNegative = /^(¥|rmb|cny)?-/.test(term)
  const bare = term
    .replace(/^(¥|rmb|cny)?-/, '$1')
    .replace(/^(¥|rmb|cny|人民币)+/, '')
    .replace(/(?<=[元块角毛分\d万千百])(整|正|钱|rmb|cny)$/, '')
    .replace(/(?<=\d|[亿万千百wk])(rmb|cny|元|块)$/, '')
  const change = SMALL_CHANGE.exec(bare)
  const [, yuanText = bare, jiao, cents] = change ?? []
  const hasChange = jiao !== undefined || cents !== undefined
  const changeFen = BigInt(`${jiao ?? 0}${cents ?? 0}`)
  const yuan = hasChange && yuanText === '' ? { valueFen: 0n, spokenFen: null } : readYuan(hasChange ? yuanText : bare)
  if (typeof yuan === 'string') return yuan
  if (hasChange && yuan.spokenFen !== null) return 'amount_unreadable'
  const valueFen = yuan.valueFen + changeFen
  return isNegative && valueFen > 0n ? 'amount_negative' : { valueFen, spokenFen: yuan.spokenFen }
}

/** Digits with units: every part before 万 or 亿 is multiplied by it, so 3百万, 1千5百万 and 12万3400 all read. */
function readYuan(text: string): Reading {
  let rest = text
  if (rest.includes(',')) {
    if (!/^\d{1,3}(,\d{3})+(?![\d,])/.test(rest)) return 'amount_unreadable'
    rest = rest.replaceAll(',', '')
  }
  if (rest === '' || rest === '.') return 'amount_unreadable'
  const parts: { readonly digits: string; power: number; readonly unit: string; readonly hasZero: boolean }[] = []
  while (rest !== '') {
    const match = PART.exec(rest)
    if (!match || match[0] === '') return 'amount_unreadable'
    const [whole, zero = '', digits, unit = ''] = match
    const power = UNIT_POWER[unit] ?? 0
    const previous = parts[parts.length - 1]
    if (digits === undefined) {
      // 3百 万: the unit multiplies every smaller part before it.
      if (power < 4 || previous === undefined || zero !== '' || previous.power >= power) return 'amount_unreadable'
    } else {
      if (previous?.unit === '') return 'amount_unreadable'
      // 5千3万 may be 5003万 or 5300万.
      const isShort = previous !== undefined && previous.power < 4 && digits.length < previous.power
      if (power >= 4 && isShort && zero === '') return 'amount_unreadable'
      parts.push({ digits, power: power < 4 ? power : 0, unit, hasZero: zero !== '' })
    }
    if (power >= 4) for (const part of parts) if (part.power < 4) part.power += power
    rest = rest.slice(whole.length)
  }
  return sumOfParts(parts)
}

function sumOfParts(
  parts: readonly { readonly digits: string; readonly power: number; readonly hasZero: boolean }[],
): Reading {
  let valueFen = 0n
  let spokenFen: bigint | null = null
  let previousPower = Number.POSITIVE_INFINITY
  for (const { digits, power, hasZero } of parts) {
    const scaled = scaleDecimal(digits, power + FEN_POWER)
    if (!scaled || power >= previousPower) return 'amount_unreadable'
    if (scaled.kind === 'tooPrecise') return 'amount_too_precise'
    if (Number.isFinite(previousPower) && power === 0 && !hasZero && previousPower >= 2) {
      const length = digits.replace(/\..*$/, '').length
      // 三百五十, 1万2300 are plain; 3万5 is not; 3万50 is neither.
      if (length === 1 && !digits.includes('.')) {
        spokenFen = valueFen + scaled.value * 10n ** BigInt(previousPower - 1)
      } else if (length < Math.min(3, previousPower)) return 'amount_unreadable'
    }
    valueFen += scaled.value
    previousPower = power
  }
  return parts.length === 0 ? 'amount_unreadable' : { valueFen, spokenFen }
}
