import { periodsPerYear, type Cadence } from '../calendar/cadence'
import { MAX_FEN, type Fen } from '../money/fen'
import { mulDivFen, roundHalfUp } from '../money/rounding'
import { periodFraction, periodInterest } from '../rate/interest'
import { isRateInRange, RATE_SCALE, type InterestRate } from '../rate/interest-rate'
import { rateRoots } from '../rate/rate-roots'
import { headlineRate } from '../rate/effective-annual'
import { err, ok, type Result } from '../result'
import { levelInstalmentFen } from '../schedule/amortise'
import { paymentCount, presentValue } from '../schedule/annuity'

/** Kinds where one blank can be solved. For equal principal the instalment is the first (largest) one. */
export type SolvableKind = 'levelInstalment' | 'equalPrincipal' | 'flatFee'

/** Exactly one of the four is null. For a flat fee the rate is the fee rate on the original principal. */
export interface FourFigures {
  readonly kind: SolvableKind
  readonly cadence: Cadence
  readonly principalFen: Fen | null
  readonly rate: InterestRate | null
  readonly periods: number | null
  readonly instalmentFen: Fen | null
}

export interface SolvedFigures {
  readonly principalFen: Fen
  readonly rate: InterestRate
  readonly periods: number
  readonly instalmentFen: Fen
  readonly solved: 'principal' | 'rate' | 'periods' | 'instalment'
}

export type SolveError =
  | { readonly code: 'not_one_blank'; readonly blanks: number }
  /** The figures are out of the engine's ranges (1 fen–`MAX_FEN`, 1–600 periods, rate limit). */
  | { readonly code: 'figures_out_of_range' }
  /** The instalment does not even pay the interest: the debt never ends. */
  | { readonly code: 'instalment_below_interest'; readonly interestFen: Fen }
  /** All instalments together are less than the principal: the rate would be negative. */
  | { readonly code: 'instalments_below_principal' }
  /** More than 600 periods, or no whole number of them fits. */
  | { readonly code: 'no_solution' }

const MAX_PERIODS = 600

/**
 * "Leave one blank": finds the amount, the rate, the number of periods or the instalment from the other three.
 *
 * Principal  rounded half up to the fen; rate per year (12 × the monthly one) to 1e-7; periods rounded up, the last
 *            instalment then being smaller; instalment rounded half up.
 * Source     OpenDocument 1.2 part 2: PV, RATE, NPER, PMT; closed forms for equal principal and flat fee.
 */
export function solveBlank(figures: FourFigures): Result<SolvedFigures, SolveError> {
  const { principalFen, rate, periods, instalmentFen } = figures
  const blanks = [principalFen, rate, periods, instalmentFen].filter((figure) => figure === null).length
  if (blanks !== 1) return err({ code: 'not_one_blank', blanks })
  if (!areInRange(figures)) return err({ code: 'figures_out_of_range' })
  if (principalFen === null) return withPrincipal(figures)
  if (rate === null) return withRate(figures, principalFen)
  if (periods === null) return withPeriods(figures, principalFen, rate)
  return checked({
    principalFen,
    rate,
    periods,
    instalmentFen: instalmentOf(figures, principalFen, rate, periods),
    solved: 'instalment',
  })
}

function areInRange({ principalFen, rate, periods, instalmentFen }: FourFigures): boolean {
  const isMoney = (amount: Fen | null) =>
    amount === null || (Number.isSafeInteger(amount) && amount >= 1 && amount <= MAX_FEN)
  const isTerm = periods === null || (Number.isInteger(periods) && periods >= 1 && periods <= MAX_PERIODS)
  return isMoney(principalFen) && isMoney(instalmentFen) && isTerm && (rate === null || isRateInRange(rate))
}

function checked(solved: SolvedFigures): Result<SolvedFigures, SolveError> {
  const isIn = areInRange({ kind: 'levelInstalment', cadence: { every: 'month' }, ...solved })
  return isIn ? ok(solved) : err({ code: 'no_solution' })
}

function instalmentOf({ kind, cadence }: FourFigures, principal: Fen, rate: InterestRate, periods: number): Fen {
  if (kind === 'levelInstalment') return levelInstalmentFen(principal, rate, cadence, periods)
  return (mulDivFen(principal, 1, periods) + periodInterest(principal, rate, cadence)) as Fen
}

function withPrincipal(figures: FourFigures): Result<SolvedFigures, SolveError> {
  const { kind, cadence, rate, periods, instalmentFen } = figures
  if (rate === null || periods === null || instalmentFen === null) return err({ code: 'no_solution' })
  const { numerator, denominator } = periodFraction(rate, cadence)
  const each = numerator / denominator
  const principal =
    kind === 'levelInstalment' ? -presentValue(each, periods, instalmentFen) : instalmentFen / (1 / periods + each)
  return checked({ principalFen: roundHalfUp(principal) as Fen, rate, periods, instalmentFen, solved: 'principal' })
}

function withRate(figures: FourFigures, principalFen: Fen): Result<SolvedFigures, SolveError> {
  const { kind, cadence, periods, instalmentFen } = figures
  if (periods === null || instalmentFen === null) return err({ code: 'no_solution' })
  // Half a fen an instalment is rounding, not a negative rate.
  if (instalmentFen * periods < principalFen - periods / 2) return err({ code: 'instalments_below_principal' })
  const each =
    kind === 'levelInstalment'
      ? headlineRate(
          rateRoots([
            { time: 0, amount: principalFen },
            ...Array.from({ length: periods }, (_, index) => ({ time: index + 1, amount: 0 - instalmentFen })),
          ]),
        )
      : instalmentFen / principalFen - 1 / periods
  if (each === null) return err({ code: 'no_solution' })
  // The rate is told in the period's own unit where that is a month (费率), otherwise per year.
  const isMonthlyFee = kind === 'flatFee' && cadence.every === 'month'
  const fraction = Math.max(0, each) * (isMonthlyFee ? 1 : periodsPerYear(cadence))
  const isByDays = cadence.every !== 'month' && cadence.every !== 'quarter'
  const rate: InterestRate = {
    partsPerTenMillion: roundHalfUp(fraction * RATE_SCALE),
    per: isMonthlyFee ? 'month' : 'year',
    dayBasis: isByDays ? 365 : 360,
  }
  return checked({ principalFen, rate, periods, instalmentFen, solved: 'rate' })
}

function withPeriods(figures: FourFigures, principalFen: Fen, rate: InterestRate): Result<SolvedFigures, SolveError> {
  const { kind, cadence, instalmentFen } = figures
  if (instalmentFen === null) return err({ code: 'no_solution' })
  const interestFen = periodInterest(principalFen, rate, cadence)
  if (instalmentFen <= interestFen) return err({ code: 'instalment_below_interest', interestFen })
  const { numerator, denominator } = periodFraction(rate, cadence)
  const exact =
    kind === 'levelInstalment'
      ? paymentCount(numerator / denominator, 0 - instalmentFen, principalFen)
      : principalFen / (instalmentFen - interestFen)
  if (exact === null || !Number.isFinite(exact)) return err({ code: 'no_solution' })
  // An instalment rounded to the fen misses a whole number by a hair on either side.
  const nearest = Math.round(exact)
  const fits = nearest >= 1 && Math.abs(instalmentOf(figures, principalFen, rate, nearest) - instalmentFen) <= 1
  return checked({ principalFen, rate, periods: fits ? nearest : Math.ceil(exact), instalmentFen, solved: 'periods' })
}
