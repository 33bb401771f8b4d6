import type { Cadence } from '../calendar/cadence'
import { MAX_FEN, ZERO_FEN, type Fen } from '../money/fen'
import { firstAtLeast, preimage, roundestIn } from '../money/integer-range'
import { periodFraction, periodInterest } from '../rate/interest'
import { MAX_SIMPLE_ANNUAL, RATE_SCALE, type InterestRate } from '../rate/interest-rate'
import { err, ok, type Result } from '../result'
import { equalPrincipalPart, levelInstalmentFen } from '../schedule/amortise'
import { paymentCount } from '../schedule/annuity'

/**
 * Kinds where one blank can be solved. The instalment is the first (largest) one of equal principal, and the interest
 * paid each period of interest first.
 */
export type SolvableKind = 'levelInstalment' | 'equalPrincipal' | 'interestFirst' | 'flatFee'

/** The contract alone, without its fee: the instalment is what its schedule says. */
export interface Plan {
  readonly kind: SolvableKind
  readonly cadence: Cadence
  readonly principalFen: Fen | null
  readonly rate: InterestRate | null
  readonly periods: number | null
  readonly instalmentFen: Fen | null
}
export type WholePlan = { readonly [K in keyof Plan]: NonNullable<Plan[K]> }

export type PlanError =
  /** The instalment does not even pay the interest: the debt never ends. */
  | { readonly code: 'instalment_below_interest'; readonly interestFen: Fen }
  /** All instalments together are less than the principal: the rate would be negative. */
  | { readonly code: 'instalments_below_principal' }
  /** Interest first: the interest is the same over any number of periods. */
  | { readonly code: 'periods_do_not_matter' }
  /** More than 600 periods, or no figure in range fits. */
  | { readonly code: 'no_solution' }

export const MAX_PERIODS = 600

/**
 * The one null figure of the contract from the others. Among the principals that give the instalment only those of
 * `leastFen` and more are chosen from, where there are any: what arrived is never more than the contract amount.
 */
export function solvePlan(plan: Plan, leastFen = 1 as Fen): Result<WholePlan, PlanError> {
  const { kind, cadence, principalFen, rate, periods, instalmentFen } = plan
  if (principalFen === null) return planWithPrincipal(plan, leastFen)
  if (rate === null) return planWithRate(plan)
  if (periods === null) return planWithPeriods(plan)
  const known = { kind, cadence, principalFen, rate, periods }
  return ok({ ...known, instalmentFen: instalmentFen ?? planInstalment(known) })
}

function planInstalment(plan: Omit<WholePlan, 'instalmentFen'>): Fen {
  const { kind, cadence, principalFen, rate, periods } = plan
  if (kind === 'levelInstalment') return levelInstalmentFen(principalFen, rate, cadence, periods)
  const part = kind === 'interestFirst' ? ZERO_FEN : equalPrincipalPart(principalFen, periods)
  return (part + periodInterest(principalFen, rate, cadence)) as Fen
}

function planWithPrincipal(plan: Plan, leastFen: Fen): Result<WholePlan, PlanError> {
  const { rate, periods, instalmentFen } = plan
  if (rate === null || periods === null || instalmentFen === null) return err({ code: 'no_solution' })
  const instalmentAt = (principal: number) => planInstalment({ ...plan, principalFen: principal as Fen, rate, periods })
  const principalFen = nearestInverse(instalmentAt, instalmentFen, MAX_FEN, leastFen) as Fen | null
  return principalFen === null
    ? err({ code: 'no_solution' })
    : ok({ ...plan, principalFen, rate, periods, instalmentFen })
}

function planWithRate(plan: Plan): Result<WholePlan, PlanError> {
  const { kind, cadence, principalFen, periods, instalmentFen } = plan
  if (principalFen === null || periods === null || instalmentFen === null) return err({ code: 'no_solution' })
  // The rate is told in the period's own unit where that is a month (费率), otherwise per year.
  const per = kind === 'flatFee' && cadence.every === 'month' ? 'month' : 'year'
  const isByDays = cadence.every !== 'month' && cadence.every !== 'quarter'
  const rateOf = (partsPerTenMillion: number): InterestRate => ({
    partsPerTenMillion,
    per,
    dayBasis: isByDays ? 365 : 360,
  })
  const instalmentAt = (parts: number) => planInstalment({ ...plan, principalFen, rate: rateOf(parts), periods })
  // Half a fen an instalment is rounding, not a negative rate.
  if (instalmentAt(0) > instalmentFen && instalmentFen * periods < principalFen - periods / 2) {
    return err({ code: 'instalments_below_principal' })
  }
  const limit = Math.floor((MAX_SIMPLE_ANNUAL * RATE_SCALE) / (per === 'month' ? 12 : 1))
  const parts = nearestInverse(instalmentAt, instalmentFen, limit)
  if (parts === null) return err({ code: 'no_solution' })
  return ok({ ...plan, principalFen, rate: rateOf(parts), periods, instalmentFen })
}

/** The roundest whole number that gives the target, else the last one below it; null beyond `max`. */
function nearestInverse(rising: (x: number) => number, target: number, max: number, least = 0): number | null {
  const range = preimage(rising, target, { low: 0, high: max })
  if (range) return roundestIn({ low: Math.max(range.low, Math.min(least, range.high)), high: range.high })
  const above = firstAtLeast(rising, target, { low: 0, high: max })
  return above > max ? null : Math.max(0, above - 1)
}

function planWithPeriods(plan: Plan): Result<WholePlan, PlanError> {
  const { kind, cadence, principalFen, rate, instalmentFen } = plan
  if (principalFen === null || rate === null || instalmentFen === null) return err({ code: 'no_solution' })
  if (kind === 'interestFirst') return err({ code: 'periods_do_not_matter' })
  const interestFen = periodInterest(principalFen, rate, cadence)
  if (instalmentFen <= interestFen) return err({ code: 'instalment_below_interest', interestFen })
  const { numerator, denominator } = periodFraction(rate, cadence)
  const exact =
    kind === 'levelInstalment'
      ? paymentCount(numerator / denominator, 0 - instalmentFen, principalFen)
      : principalFen / (instalmentFen - interestFen)
  if (exact === null || !Number.isFinite(exact) || exact > MAX_PERIODS + 1) return err({ code: 'no_solution' })
  // An instalment rounded to the fen misses a whole number by a hair on either side.
  const nearest = Math.max(1, Math.round(exact))
  const known = { ...plan, principalFen, rate, instalmentFen }
  const fits = Math.abs(planInstalment({ ...known, periods: nearest }) - instalmentFen) <= 1
  return ok({ ...known, periods: fits ? nearest : Math.ceil(exact) })
}
