import type { Cadence } from '../calendar/cadence'
import { MAX_FEN, type Fen } from '../money/fen'
import { isRateInRange, type InterestRate } from '../rate/interest-rate'
import { err, ok, type Result } from '../result'
import { MAX_PERIODS, solvePlan, type PlanError, type SolvableKind, type WholePlan } from './solve-plan'

/** Exactly one of the five figures is null. For a flat fee the rate is the fee rate on the original principal. */
export interface LoanFigures {
  readonly kind: SolvableKind
  readonly cadence: Cadence
  /** The contract amount; with an upfront fee the money that arrived: the contract amount is then this and the fee. */
  readonly amountFen: Fen | null
  readonly rate: InterestRate | null
  readonly periods: number | null
  /** Everything paid each period, a fee of every instalment included. */
  readonly instalmentFen: Fen | null
  readonly feeFen: Fen | null
  /** Paid beside every instalment, or kept back from the contract amount before it was paid out (砍头息). */
  readonly feeTiming: 'everyInstalment' | 'upfront'
}

export interface SolvedFigures {
  readonly principalFen: Fen
  readonly receivedFen: Fen
  readonly rate: InterestRate
  readonly periods: number
  readonly instalmentFen: Fen
  readonly feeFen: Fen
  readonly solved: 'amount' | 'rate' | 'periods' | 'instalment' | 'fee'
}

export type SolveError =
  | PlanError
  | { readonly code: 'not_one_blank'; readonly blanks: number }
  /** The figures are out of the engine's ranges (1 fen–`MAX_FEN`, 1–600 periods, rate limit). */
  | { readonly code: 'figures_out_of_range' }
  /** The fee alone is more than what is paid each period. */
  | { readonly code: 'instalment_below_fee'; readonly feeFen: Fen }
  /** What is paid (or was received) already fits these terms with less than no fee. */
  | { readonly code: 'no_room_for_fee'; readonly withoutFeeFen: Fen }

/**
 * "Leave one blank": finds the amount, the rate, the number of periods, the instalment or the fee from the other four.
 *
 * Rounding  Amount and rate are the roundest figure that gives the instalment to the fen (12 % rather than 11.99998 %);
 *           where rounding lets none, the nearest below, at most a few fen away. Rate to 1e-7 of its period: months for
 *           a monthly flat fee, otherwise years. Periods rounded up, the last instalment then being smaller. An
 *           instalment or a fee of every instalment is exact.
 * Source    OpenDocument 1.2 part 2: PMT and NPER; the others invert the engine's own instalment.
 */
export function solveBlank(figures: LoanFigures): Result<SolvedFigures, SolveError> {
  const { amountFen, rate, periods, instalmentFen, feeFen } = figures
  const blanks = [amountFen, rate, periods, instalmentFen, feeFen].filter((figure) => figure === null).length
  if (blanks !== 1) return err({ code: 'not_one_blank', blanks })
  if (!areInRange(figures)) return err({ code: 'figures_out_of_range' })
  return figures.feeTiming === 'upfront' ? withUpfrontFee(figures) : withRecurringFee(figures)
}

function areInRange({ amountFen, rate, periods, instalmentFen, feeFen }: LoanFigures): boolean {
  const isMoney = (money: Fen | null, least: number) =>
    money === null || (Number.isSafeInteger(money) && money >= least && money <= MAX_FEN)
  const isTerm = periods === null || (Number.isInteger(periods) && periods >= 1 && periods <= MAX_PERIODS)
  const isMoneyIn = isMoney(amountFen, 1) && isMoney(instalmentFen, 1) && isMoney(feeFen, 0)
  return isMoneyIn && isTerm && (rate === null || isRateInRange(rate))
}

function withRecurringFee(figures: LoanFigures): Result<SolvedFigures, SolveError> {
  const { amountFen, instalmentFen, feeFen } = figures
  if (feeFen === null) {
    const plan = solvePlan({ ...figures, principalFen: amountFen, instalmentFen: null })
    if (!plan.ok || instalmentFen === null) return plan.ok ? err({ code: 'no_solution' }) : plan
    const hiddenFen = (instalmentFen - plan.value.instalmentFen) as Fen
    if (hiddenFen < 0) return err({ code: 'no_room_for_fee', withoutFeeFen: plan.value.instalmentFen })
    return solved({ ...plan.value, instalmentFen }, plan.value.principalFen, hiddenFen, 'fee')
  }
  if (instalmentFen !== null && instalmentFen <= feeFen) return err({ code: 'instalment_below_fee', feeFen })
  const planFen = instalmentFen === null ? null : ((instalmentFen - feeFen) as Fen)
  const plan = solvePlan({ ...figures, principalFen: amountFen, instalmentFen: planFen })
  if (!plan.ok) return plan
  const paidFen = (plan.value.instalmentFen + feeFen) as Fen
  return solved({ ...plan.value, instalmentFen: paidFen }, plan.value.principalFen, feeFen, blankOf(figures))
}

function withUpfrontFee(figures: LoanFigures): Result<SolvedFigures, SolveError> {
  const { amountFen, feeFen } = figures
  const principalFen = amountFen === null || feeFen === null ? null : ((amountFen + feeFen) as Fen)
  const plan = solvePlan({ ...figures, principalFen }, amountFen ?? undefined)
  if (!plan.ok) return plan
  const contractFen = plan.value.principalFen
  const receivedFen = amountFen ?? ((contractFen - (feeFen ?? 0)) as Fen)
  if (receivedFen < 1 || receivedFen > contractFen) {
    return err({ code: 'no_room_for_fee', withoutFeeFen: contractFen })
  }
  return solved(plan.value, receivedFen, (contractFen - receivedFen) as Fen, blankOf(figures))
}

function blankOf({ amountFen, rate, periods, instalmentFen }: LoanFigures): SolvedFigures['solved'] {
  if (amountFen === null) return 'amount'
  if (rate === null) return 'rate'
  if (periods === null) return 'periods'
  return instalmentFen === null ? 'instalment' : 'fee'
}

function solved(
  { principalFen, rate, periods, instalmentFen }: WholePlan,
  receivedFen: Fen,
  feeFen: Fen,
  blank: SolvedFigures['solved'],
): Result<SolvedFigures, SolveError> {
  const isMoney = [principalFen, instalmentFen].every((money) => money >= 1 && money <= MAX_FEN)
  if (!isMoney || !isRateInRange(rate) || periods > MAX_PERIODS) return err({ code: 'no_solution' })
  return ok({ principalFen, receivedFen, rate, periods, instalmentFen, feeFen, solved: blank })
}
