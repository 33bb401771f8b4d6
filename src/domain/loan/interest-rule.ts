import type { Cadence } from '../calendar/cadence'
import { daysBetween, type LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { daysInterest, periodInterest } from '../rate/interest'
import { MAX_SIMPLE_ANNUAL, RATE_SCALE, type InterestRate } from '../rate/interest-rate'

/** One way contracts compute the interest of a row. */
export interface InterestRule {
  /** Whole periods or actual days, on the balance; or whole periods on the original principal (等本等息). */
  readonly by: 'period' | 'days' | 'original'
  readonly per: InterestRate['per']
  readonly dayBasis: 360 | 365
  readonly firstPeriod: 'whole' | 'days'
}

export interface RuleContext {
  readonly principalFen: Fen
  readonly cadence: Cadence
  readonly drawnOn: LocalDate
  readonly dueOn: readonly LocalDate[]
  readonly isWholeFirst: boolean
}

const rule = (
  by: InterestRule['by'],
  per: InterestRate['per'],
  dayBasis: 360 | 365 = 360,
  firstPeriod: 'whole' | 'days' = 'whole',
): InterestRule => ({ by, per, dayBasis, firstPeriod })

/** Rules worth trying on interest that follows the balance, the usual first. */
export const balanceRules = (isWholeFirst: boolean): readonly InterestRule[] => [
  rule('period', 'year'),
  rule('period', 'month'),
  ...(isWholeFirst
    ? []
    : ([360, 365] as const).flatMap((basis) => [
        rule('period', 'year', basis, 'days'),
        rule('period', 'month', basis, 'days'),
      ])),
  ...daysRules,
]

/** By actual days: 日息 first, then a yearly rate over 365 or 360 days. */
export const daysRules: readonly InterestRule[] = [
  rule('days', 'day', 365, 'days'),
  rule('days', 'year', 365, 'days'),
  rule('days', 'year', 360, 'days'),
]

export const originalRules: readonly InterestRule[] = [rule('original', 'month'), rule('original', 'year')]

export const rateByRule = ({ per, dayBasis }: InterestRule, partsPerTenMillion: number): InterestRate => ({
  partsPerTenMillion,
  per,
  dayBasis,
})

/** Highest rate in 1e-7 of the rule's period. */
export const maxParts = ({ per, dayBasis }: InterestRule): number =>
  Math.floor((MAX_SIMPLE_ANNUAL * RATE_SCALE) / (per === 'year' ? 1 : per === 'month' ? 12 : dayBasis))

/** Interest of row `at` (from 0) on the balance before it. */
export function interestByRule(
  rule: InterestRule,
  context: RuleContext,
  rate: InterestRate,
  at: number,
  balance: Fen,
): Fen {
  const { principalFen, cadence, drawnOn, dueOn, isWholeFirst } = context
  if (rule.by === 'original') return periodInterest(principalFen, rate, cadence)
  const isByDays = rule.by === 'days' || (at === 0 && rule.firstPeriod === 'days' && !isWholeFirst)
  const end = dueOn[at]
  if (!isByDays || end === undefined) return periodInterest(balance, rate, cadence)
  return daysInterest(balance, rate, daysBetween(dueOn[at - 1] ?? drawnOn, end))
}

/**
 * How far a rate is from what a contract would state: its digits, one more in a unit its kind is seldom told in (a rate
 * on the balance per month, a flat fee per year).
 */
export function oddness({ by, per }: InterestRule, partsPerTenMillion: number): number {
  const digits = String(partsPerTenMillion).replace(/0+$/, '').length
  const isUnusual = by === 'original' ? per === 'year' : by === 'period' && per === 'month'
  return digits + (isUnusual ? 1 : 0)
}
