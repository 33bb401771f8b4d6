/**
 * An interest or fee rate as contracts state it: a value, the period it is per, and the days a year counts.
 *
 * `partsPerTenMillion` is the rate in 1e-7 of the stated period: 0.6 % per month is 60 000, 日息万五 (0.05 % a day)
 * is 5 000, 15.4 % a year is 1 540 000. Integers, so a stored rate never changes by being read.
 */
export interface InterestRate {
  readonly partsPerTenMillion: number
  readonly per: 'year' | 'month' | 'day'
  /** Days of the year used to turn annual into daily: 360 (ACT/360) or 365 (ACT/365). */
  readonly dayBasis: 360 | 365
}

export const RATE_SCALE = 10_000_000

/** Yearly rate in the simple sense (12 months, or `dayBasis` days) as a plain fraction, for display and comparison only. */
export function simpleAnnualFraction(rate: InterestRate): number {
  const times = rate.per === 'year' ? 1 : rate.per === 'month' ? 12 : rate.dayBasis
  return (rate.partsPerTenMillion * times) / RATE_SCALE
}

/** A rate per year from a fraction (0.12 is 12 %), kept to 1e-7. */
export const annualRate = (fraction: number, dayBasis: 360 | 365 = 360): InterestRate => ({
  partsPerTenMillion: Math.round(fraction * RATE_SCALE),
  per: 'year',
  dayBasis,
})

/**
 * Highest rate the program computes with: 1000 % a year, simple. The dearest short loans seen stay below it; a rate
 * above (3600 %) is a slip of the period, such as a yearly rate typed per day.
 */
export const MAX_SIMPLE_ANNUAL = 10

/** Whether the rate is a whole number of 1e-7, not negative, and at most `MAX_SIMPLE_ANNUAL` a year. */
export const isRateInRange = (rate: InterestRate): boolean =>
  Number.isSafeInteger(rate.partsPerTenMillion) &&
  rate.partsPerTenMillion >= 0 &&
  simpleAnnualFraction(rate) <= MAX_SIMPLE_ANNUAL
