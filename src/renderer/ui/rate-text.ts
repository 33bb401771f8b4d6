import { percentText } from '#domain/rate/percent-text'
import { RATE_SCALE, type InterestRate } from '#domain/rate/interest-rate'

export { percentText }

export const ratePercent = (rate: InterestRate): string => percentText(rate.partsPerTenMillion / RATE_SCALE)
