import { simpleAnnualFraction, type InterestRate } from '../rate/interest-rate'
import type { PaymentLine } from './payment-line'

/** A loan whose contract has run out is looked at over half a year, so that one month more and sixty more differ. */
const LEAST_HORIZON = 6
const PARTS = 10_000

/**
 * What a lender gives up for a while, as a share of what its contract promises: 1 − PV(offered) ÷ PV(required).
 *
 * PV       present value by whole months at the contract's own rate (yearly simple rate ÷ 12), so a lender that is paid later
 *          with its interest loses nothing by that alone.
 * Horizon  the months the contract itself still runs, at the least half a year. What an offer pays after them does not
 *          count: a loan of 12 months stretched to 24 gives up about a half, to 60 about four fifths, whatever interest
 *          comes later.
 * Result   0 (nothing is given up) to 1, in parts of ten thousand: a fen of rounding makes no difference.
 */
export function relativeConcession(required: PaymentLine, offered: PaymentLine, rate: InterestRate): number {
  const monthly = simpleAnnualFraction(rate) / 12
  const horizon = Math.max(LEAST_HORIZON, required.amounts.length)
  const present = ({ amounts }: PaymentLine): number =>
    amounts.reduce((sum, amount, step) => (step < horizon ? sum + amount * (1 + monthly) ** -step : sum), 0)
  const due = present(required)
  return due <= 0 ? 0 : Math.max(0, Math.round((1 - present(offered) / due) * PARTS) / PARTS)
}
