import { roundHalfUp } from '../money/rounding'
import type { Fen } from '../money/fen'
import { RATE_SCALE, simpleAnnualFraction, type InterestRate } from './interest-rate'

/** What a rate means, for saying it back: the words are the interface's. Fractions: 0.0005 is 0.05 %. */
export interface RateInWords {
  readonly per: InterestRate['per']
  readonly stated: number
  /** Simple: twelve months, or `dayBasis` days. */
  readonly yearly: number
  readonly monthly: number
  readonly daily: number
  readonly dayBasis: 360 | 365
  /** What 10,000 yuan cost for one stated period, rounded half up to the fen. */
  readonly costOfTenThousandFen: Fen
}

/** The facts by which a rate is echoed: 日息万五 is 0.05 % a day, 18.25 % a year over 365 days, 5 yuan a day on 10,000. */
export function rateInWords(rate: InterestRate): RateInWords {
  const yearly = simpleAnnualFraction(rate)
  return {
    per: rate.per,
    stated: rate.partsPerTenMillion / RATE_SCALE,
    yearly,
    monthly: yearly / 12,
    daily: yearly / rate.dayBasis,
    dayBasis: rate.dayBasis,
    // 10,000 yuan are a million fen; a rate of 1e-7 costs a tenth of a fen.
    costOfTenThousandFen: roundHalfUp(rate.partsPerTenMillion / 10) as Fen,
  }
}
