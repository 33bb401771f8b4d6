/**
 * Time value of money for level payments, the formulas shared by schedules, "leave one blank" and the published
 * spreadsheet vectors. Doubles: the only place beside the root solvers where money passes through them.
 *
 * Convention  of spreadsheets: money received is positive, money paid negative, and
 *             pv·(1+r)^n + pmt·(1+r·type)·((1+r)^n − 1)/r + fv = 0; type 1 pays at the start of each period.
 * Source      OpenDocument 1.2 part 2, PMT, PV, FV, NPER, IPMT, PPMT, CUMIPMT, CUMPRINC.
 */
export type PaymentTiming = 0 | 1

/** (1+r)^n − 1 without losing digits at tiny rates. */
const growthLessOne = (rate: number, periods: number): number =>
  rate > -1 ? Math.expm1(periods * Math.log1p(rate)) : Math.pow(1 + rate, periods) - 1

/** ((1+r)^n − 1)/r, which is n at rate zero. */
const annuityFactor = (rate: number, periods: number): number =>
  rate === 0 ? periods : growthLessOne(rate, periods) / rate

/** Level payment per period (PMT). */
export function levelPayment(rate: number, periods: number, pv: number, fv = 0, timing: PaymentTiming = 0): number {
  const growth = growthLessOne(rate, periods) + 1
  return -(pv * growth + fv) / ((1 + rate * timing) * annuityFactor(rate, periods)) + 0
}

/** What level payments are worth at the start (PV). */
export function presentValue(rate: number, periods: number, pmt: number, fv = 0, timing: PaymentTiming = 0): number {
  const growth = growthLessOne(rate, periods) + 1
  return -(fv + pmt * (1 + rate * timing) * annuityFactor(rate, periods)) / growth
}

/** What is left after `periods` level payments (FV). */
export function futureValue(rate: number, periods: number, pmt: number, pv = 0, timing: PaymentTiming = 0): number {
  const growth = growthLessOne(rate, periods) + 1
  return -(pv * growth + pmt * (1 + rate * timing) * annuityFactor(rate, periods))
}

/** Number of level payments (NPER), not rounded; null when no number of payments ends at `fv`. */
export function paymentCount(rate: number, pmt: number, pv: number, fv = 0, timing: PaymentTiming = 0): number | null {
  if (rate === 0) return pmt === 0 ? null : -(pv + fv) / pmt
  const due = pmt * (1 + rate * timing)
  const ratio = (due - fv * rate) / (due + pv * rate)
  return ratio > 0 ? Math.log(ratio) / Math.log1p(rate) : null
}

/** Interest part of payment number `period` (IPMT). */
export function interestPart(
  rate: number,
  period: number,
  periods: number,
  pv: number,
  fv = 0,
  timing: PaymentTiming = 0,
): number {
  const pmt = levelPayment(rate, periods, pv, fv, timing)
  if (timing === 1 && period === 1) return 0
  const balance = futureValue(rate, period - 1, pmt, pv, timing)
  return (balance * rate) / (1 + rate * timing)
}

/** Principal part of payment number `period` (PPMT). */
export function principalPart(
  rate: number,
  period: number,
  periods: number,
  pv: number,
  fv = 0,
  timing: PaymentTiming = 0,
): number {
  return levelPayment(rate, periods, pv, fv, timing) - interestPart(rate, period, periods, pv, fv, timing)
}
