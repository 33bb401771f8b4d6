import { daysPerPeriod, monthsPerPeriod, type Cadence } from '../calendar/cadence'
import type { Fen } from '../money/fen'
import { greatestCommonDivisor, mulDivFen } from '../money/rounding'
import { RATE_SCALE, type InterestRate } from './interest-rate'

/** A rate for one period as a fraction of whole numbers, so that interest is exact. */
export interface RateFraction {
  readonly numerator: number
  readonly denominator: number
}

/**
 * The rate of a given number of actual days. 日利率 = 年利率 ÷ day basis, 年利率 = 12 × 月利率.
 */
export function daysFraction(rate: InterestRate, days: number): RateFraction {
  switch (rate.per) {
    case 'day':
      return { numerator: rate.partsPerTenMillion * days, denominator: RATE_SCALE }
    case 'month':
      return { numerator: rate.partsPerTenMillion * 12 * days, denominator: RATE_SCALE * rate.dayBasis }
    case 'year':
      return { numerator: rate.partsPerTenMillion * days, denominator: RATE_SCALE * rate.dayBasis }
  }
}

/**
 * The rate of one whole period of the cadence: 月利率 = 年利率 ÷ 12, a quarter is three months, a week is seven days
 * of the yearly rate on its day basis. A daily rate over a whole month counts day basis ÷ 12 days.
 */
export function periodFraction(rate: InterestRate, cadence: Cadence): RateFraction {
  const months = monthsPerPeriod(cadence)
  if (months === null) return daysFraction(rate, daysPerPeriod(cadence) ?? 1)
  switch (rate.per) {
    case 'day':
      return { numerator: rate.partsPerTenMillion * rate.dayBasis * months, denominator: RATE_SCALE * 12 }
    case 'month':
      return { numerator: rate.partsPerTenMillion * months, denominator: RATE_SCALE }
    case 'year':
      return { numerator: rate.partsPerTenMillion * months, denominator: RATE_SCALE * 12 }
  }
}

/** The exact sum of two fractions over their least common denominator. */
export function addFractions(left: RateFraction, right: RateFraction): RateFraction {
  const shared = greatestCommonDivisor(left.denominator, right.denominator)
  const denominator = (left.denominator / shared) * right.denominator
  return {
    numerator: left.numerator * (right.denominator / shared) + right.numerator * (left.denominator / shared),
    denominator,
  }
}

/** Interest (or a fee by rate) on a balance for one whole period, in fen, rounded half up at the posting. */
export function periodInterest(balance: Fen, rate: InterestRate, cadence: Cadence): Fen {
  const { numerator, denominator } = periodFraction(rate, cadence)
  return mulDivFen(balance, numerator, denominator)
}

/** Simple interest on a balance for actual days, in fen, rounded half up: P · annual · days ÷ day basis. */
export function daysInterest(balance: Fen, rate: InterestRate, days: number): Fen {
  const { numerator, denominator } = daysFraction(rate, days)
  return mulDivFen(balance, numerator, denominator)
}
