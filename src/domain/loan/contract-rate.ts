import { periodsPerYear } from '../calendar/cadence'
import { nominalFromEffective } from '../rate/conversion'
import { headlineRate } from '../rate/effective-annual'
import { annualRate, MAX_SIMPLE_ANNUAL, type InterestRate } from '../rate/interest-rate'
import { rateRoots } from '../rate/rate-roots'
import { effectiveAnnual, nominalApr, type CashFlow } from '../rate/xirr'
import { buildSchedule, statedRate } from '../schedule/build-schedule'
import type { Loan } from './loan'

/**
 * The rate a loan continues with when its terms change, and what a multiple of penalty interest multiplies.
 *
 * The contract's own rate where it states one. For a flat fee or a lender's schedule, the rate the rows imply on the
 * contract principal: periods per year × periodic IRR, or, for rows at uneven dates, twelve times the monthly rate that
 * compounds to their XIRR. An interest-free informal loan, or rows without a rate, give 0. Within 0 and
 * `MAX_SIMPLE_ANNUAL`.
 */
export function contractRate(loan: Loan): InterestRate {
  const { terms } = loan
  const stated = statedRate(terms)
  if (stated) return stated
  const schedule = buildSchedule(terms)
  if (terms.kind === 'informal' || !schedule.ok) return annualRate(0, 365)
  const { rows } = schedule.value
  if (terms.kind === 'flatFee') {
    const periodic = headlineRate(
      rateRoots([
        { time: 0, amount: terms.principalFen },
        ...rows.map((row) => ({ time: row.n, amount: 0 - row.totalFen })),
      ]),
    )
    return inRange((periodic ?? 0) * periodsPerYear(terms.cadence), terms.feeRate.dayBasis)
  }
  const flows: CashFlow[] = [
    { on: terms.drawnOn, amountFen: terms.principalFen },
    ...rows.map((row) => ({ on: row.dueOn, amountFen: 0 - row.totalFen })),
  ]
  const evenly = nominalApr(flows)
  if (evenly !== null) return inRange(evenly, 365)
  const yearly = headlineRate(effectiveAnnual(flows)) ?? 0
  return inRange(nominalFromEffective(yearly, 12), 365)
}

const inRange = (fraction: number, dayBasis: 360 | 365): InterestRate =>
  annualRate(Math.min(MAX_SIMPLE_ANNUAL, Math.max(0, fraction)), dayBasis)
