import { withArabicDigits } from '../money/chinese-digits'
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

const PERIOD_WORDS: readonly (readonly [RegExp, Period])[] = [
  [/年|year|annual|p\.?a\.?$|apr/, 'year'],
  [/月|month|p\.?m\.?$/, 'month'],
  [/日|天|day|daily/, 'day'],
]

/** `1万用1天5元`, `借1000块每天0.5元`, `每万元每天5元`, `1万1个月60元`: so many yuan a period on so many. */
const YUAN_ON_YUAN =
  /^借?(?:每|一)?(\d*)(万|千|百)?(?:元|块)?钱?(?:用|借|每|的|,|一|1)*(天|日|个?月|年)(?:的?利息)?(?:要|收|还|是)?(\d[\d.]*)(?:元|块钱?)$/

/**
 * Reads a rate as people are told it: `年化 15.4%`, `月费率 0.6%`, `日息万五`, `日息 0.05%`, `1 万用 1 天 5 元`,
 * `月息 6‰`, `月息一分二`, `年化百分之十五点四`, `万分之五/天`, `每天千分之一`, `12%/年`; a bare `12%` or `12` (per cent)
 * takes `per`. 万五 and 2分 alone are said of days and months, so a field of yearly rates asks for their period.
 *
 * Result  the rate in 1e-7 of its period. Day basis: 365 for a daily rate (日息 0.05 % is 18.25 % a year), else 360.
 * Errors  `rate_empty`, `rate_unreadable`, `rate_negative`, `rate_period_missing`, `rate_too_high` (above
 *         `MAX_SIMPLE_ANNUAL` simple a year), `rate_too_precise`.
 */
export function parseRate(text: string, per?: Period): Result<InterestRate, RateError> {
  const narrow = withArabicDigits(narrowText(text).toLowerCase().replace(/[,()]/g, ''))
  if (narrow === '') return err({ code: 'rate_empty' })
  if (/^[^\d]*-/.test(narrow)) return err({ code: 'rate_negative' })
  const read = yuanOnYuan(narrow) ?? readRate(narrow, per)
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

function yuanOnYuan(text: string): Read {
  const match = YUAN_ON_YUAN.exec(text)
  const [, digits = '', unitSign = '', periodWord = '', costDigits = ''] = match ?? []
  if (!match || (digits === '' && unitSign === '')) return null
  const unit = { 万: 10_000n, 千: 1000n, 百: 100n }[unitSign] ?? 1n
  const base = BigInt(digits === '' ? '1' : digits) * unit
  const scaled = scaleDecimal(costDigits, SCALE_POWER)
  if (!scaled || base === 0n) return null
  if (scaled.kind === 'tooPrecise' || scaled.value % base !== 0n) return 'rate_too_precise'
  const per = periodWord.endsWith('月') ? 'month' : periodWord === '年' ? 'year' : 'day'
  return { value: scaled.value / base, per }
}

function readRate(text: string, per: Period | undefined): Read {
  const words = text.replace(/[\d.%‰/]/g, '')
  const stated = PERIOD_WORDS.find(([pattern]) => pattern.test(text.replace(/^\d[\d.]*/, '')))?.[1]
  const period = stated ?? per
  const number = numberOf(text, period)
  if (number === null || !isKnownWords(words)) return null
  const scaled = scaleDecimal(number.digits, SCALE_POWER - number.divisorPower)
  if (!scaled) return null
  if (period === undefined || (stated === undefined && period === 'year' && number.isSpoken)) {
    return 'rate_period_missing'
  }
  return scaled.kind === 'tooPrecise' ? 'rate_too_precise' : { value: scaled.value, per: period }
}

interface RateNumber {
  readonly digits: string
  /** The power of ten the digits are divided by: per cent 2, per mille 3, 万分之 4, 厘 and 分 by period. */
  readonly divisorPower: number
  /** Said rather than printed (万五, 2分): nobody says a yearly rate this way without naming the year. */
  readonly isSpoken: boolean
}

function numberOf(text: string, period: Period | undefined): RateNumber | null {
  const fraction = /^\D*(百|千|万)(?:分之)?(\d[\d.]*)\D*$/.exec(
    // The 1 of 1天 is the period's only after a figure of its own: 万分之51天 is 万分之五 a day, 万分之1天 is 万分之一.
    text.replace(/^每?1(?=天|日|个?月|年)|(?:(?:每|\/)1?|(?<=\d)1)?(天|日|个?月|年)$/g, ''),
  )
  if (fraction) {
    const divisorPower = { 百: 2, 千: 3, 万: 4 }[fraction[1] ?? ''] ?? 2
    return { digits: fraction[2] ?? '', divisorPower, isSpoken: divisorPower !== 2 }
  }
  // 1分2 and 1分2厘 are 1.2 分; 8厘5 is 8.5 厘.
  const spoken = /^\D*(\d)(分|厘)(\d)(?:厘|毫)?\D*$/.exec(text)
  const plain = /^[^\d.]*(\d[\d.]*|\.\d+)(%|‰|厘|分)?[^\d]*$/.exec(text)
  const digits = spoken ? `${spoken[1] ?? ''}.${spoken[3] ?? ''}` : plain?.[1]
  if (digits === undefined) return null
  switch (spoken?.[2] ?? plain?.[2]) {
    case '‰':
      return { digits, divisorPower: 3, isSpoken: false }
    // 年息 5 厘 is 5 % a year, 月息 5 厘 is 0.5 % a month; 年息 1 分 is 10 %, 月息 1 分 is 1 %.
    case '厘':
      return { digits, divisorPower: period === 'year' ? 2 : period === 'day' ? 4 : 3, isSpoken: true }
    case '分':
      return { digits, divisorPower: period === 'year' ? 1 : period === 'day' ? 3 : 2, isSpoken: true }
    default:
      return { digits, divisorPower: 2, isSpoken: false }
  }
}

const isKnownWords = (words: string): boolean =>
  /^(综合|名义|单利|年化|年|个?月|日|天|每|期|利率|费率|利息|息|利|率|费|手续|化|百|千|万|分之|分|厘|毫|:|约|a|per|year|month|day|daily|ly|annual|rate|apr|pa|pm|p)*$/.test(
    words,
  )
