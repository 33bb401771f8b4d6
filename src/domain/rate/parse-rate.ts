import { narrowText, scaleDecimal } from '../money/decimal-text'
import { err, ok, type Result } from '../result'
import { MAX_SIMPLE_ANNUAL, simpleAnnualFraction, type InterestRate } from './interest-rate'

export type RateError =
  | { readonly code: 'rate_empty' }
  | { readonly code: 'rate_unreadable'; readonly text: string }
  | { readonly code: 'rate_negative' }
  /** A number without a period: 12 % a year, a month? */
  | { readonly code: 'rate_period_missing'; readonly text: string }
  | { readonly code: 'rate_too_high'; readonly maxSimpleAnnual: number }
  /** Finer than 1e-7 of the period. */
  | { readonly code: 'rate_too_precise'; readonly text: string }

type Period = InterestRate['per']

/** 1e-7 of the period is power 7; a per cent is two powers less. */
const SCALE_POWER = 7

const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

const PERIOD_WORDS: readonly (readonly [RegExp, Period])[] = [
  [/年|year|annual|p\.?a\.?$|apr/, 'year'],
  [/月|month|p\.?m\.?$/, 'month'],
  [/日|天|day|daily/, 'day'],
]

/** `1万用1天5元`, `借1000每天0.5元`: so many yuan a day on so many. */
const YUAN_A_DAY =
  /^借?(\d+)(万|千|百)?元?(?:用|借|每|的|一?)*(?:1|每)?(?:天|日)(?:的?利息)?(?:要|收)?(\d[\d.]*)(?:元|块钱?)$/

/**
 * Reads a rate as people are told it: `年化 15.4%`, `月费率 0.6%`, `日息万五`, `日息 0.05%`, `1 万用 1 天 5 元`,
 * `月息 6‰`, `月息 1 分`, `千分之五`, `12%/年`; a bare `12%` or `12` (per cent) needs `per`.
 *
 * Result  the rate in 1e-7 of its period. Day basis: 365 for a daily rate (日息 0.05 % is 18.25 % a year), else 360.
 * Errors  `rate_empty`, `rate_unreadable`, `rate_negative`, `rate_period_missing`, `rate_too_high` (above
 *         `MAX_SIMPLE_ANNUAL` simple a year), `rate_too_precise`.
 */
export function parseRate(text: string, per?: Period): Result<InterestRate, RateError> {
  const narrow = withArabicDigits(narrowText(text).toLowerCase().replaceAll(',', ''))
  if (narrow === '') return err({ code: 'rate_empty' })
  if (/^[^\d]*-/.test(narrow)) return err({ code: 'rate_negative' })
  const daily = yuanADay(narrow)
  const read = daily ?? readRate(narrow, per)
  if (read === null) return err({ code: 'rate_unreadable', text })
  if (read === 'rate_period_missing' || read === 'rate_too_precise') return err({ code: read, text })
  const limit = err({ code: 'rate_too_high', maxSimpleAnnual: MAX_SIMPLE_ANNUAL } as const)
  if (read.value > BigInt(Number.MAX_SAFE_INTEGER)) return limit
  const rate: InterestRate = {
    partsPerTenMillion: Number(read.value),
    per: read.per,
    dayBasis: read.per === 'day' ? 365 : 360,
  }
  return simpleAnnualFraction(rate) > MAX_SIMPLE_ANNUAL ? limit : ok(rate)
}

type Read = { readonly value: bigint; readonly per: Period } | 'rate_period_missing' | 'rate_too_precise' | null

const withArabicDigits = (text: string): string =>
  text.replace(/[零一二两三四五六七八九]/g, (word) => CHINESE_DIGITS[word] ?? word)

function yuanADay(text: string): Read {
  const match = YUAN_A_DAY.exec(text)
  if (!match) return null
  const unit = { 万: 10_000n, 千: 1000n, 百: 100n }[match[2] ?? ''] ?? 1n
  const base = BigInt(match[1] ?? '0') * unit
  const scaled = scaleDecimal(match[3] ?? '', SCALE_POWER)
  if (!scaled || base === 0n) return null
  if (scaled.kind === 'tooPrecise' || scaled.value % base !== 0n) return 'rate_too_precise'
  return { value: scaled.value / base, per: 'day' }
}

function readRate(text: string, per: Period | undefined): Read {
  const words = text.replace(/[\d.%‰/]/g, '')
  const period = PERIOD_WORDS.find(([pattern]) => pattern.test(text.replace(/^\d[\d.]*/, '')))?.[1] ?? per
  const number = numberOf(text, period)
  if (number === null || !isKnownWords(words)) return null
  const scaled = scaleDecimal(number.digits, SCALE_POWER - number.divisorPower)
  if (!scaled) return null
  if (period === undefined) return 'rate_period_missing'
  return scaled.kind === 'tooPrecise' ? 'rate_too_precise' : { value: scaled.value, per: period }
}

/** The digits and the power of ten they are divided by: per cent 2, per mille 3, 万分之 4, 厘 and 分 by period. */
function numberOf(text: string, period: Period | undefined): { digits: string; divisorPower: number } | null {
  const fraction = /(百|千|万)(?:分之)?(\d[\d.]*)/.exec(text)
  if (fraction) {
    return { digits: fraction[2] ?? '', divisorPower: { 百: 2, 千: 3, 万: 4 }[fraction[1] ?? ''] ?? 2 }
  }
  const plain = /^[^\d.]*(\d[\d.]*|\.\d+)(%|‰|厘|分)?[^\d]*$/.exec(text)
  if (!plain) return null
  const digits = plain[1] ?? ''
  switch (plain[2]) {
    case '‰':
      return { digits, divisorPower: 3 }
    // 年息 5 厘 is 5 % a year, 月息 5 厘 is 0.5 % a month; 年息 1 分 is 10 %, 月息 1 分 is 1 %.
    case '厘':
      return { digits, divisorPower: period === 'year' ? 2 : period === 'day' ? 4 : 3 }
    case '分':
      return { digits, divisorPower: period === 'year' ? 1 : period === 'day' ? 3 : 2 }
    default:
      return { digits, divisorPower: 2 }
  }
}

const isKnownWords = (words: string): boolean =>
  /^(综合|名义|单利|年化|年|月|日|天|每|利率|费率|利息|息|率|费|手续|化|百|千|万|分之|分|厘|:|a|per|year|month|day|daily|ly|annual|rate|apr|pa|pm|p)*$/.test(
    words,
  )
