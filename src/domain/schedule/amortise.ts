import { periodFraction } from '../rate/interest'
import type { InterestRate } from '../rate/interest-rate'
import type { Cadence } from '../calendar/cadence'
import type { Fen } from '../money/fen'
import { mulDivFen, roundHalfUp } from '../money/rounding'
import { levelPayment } from './annuity'

/** Principal and interest of each instalment in fen, without dates: what simulators and sliders run on. */
export interface Amortisation {
  readonly principal: Float64Array
  readonly interest: Float64Array
}

/** Interest of instalment `index` (from 0) on the balance before it, in fen. */
export type InterestOf = (balance: Fen, index: number) => Fen

/** Interest of whole periods at a rate. */
export function wholePeriods(rate: InterestRate, cadence: Cadence): InterestOf {
  const { numerator, denominator } = periodFraction(rate, cadence)
  return (balance) => mulDivFen(balance, numerator, denominator)
}

/**
 * Level instalment (等额本息) of a principal, rounded half up to the fen: P·r/(1−(1+r)^−n).
 *
 * Source  OpenDocument 1.2 part 2, PMT; `expm1`/`log1p` keep the digits at small rates.
 */
export function levelInstalmentFen(principal: Fen, rate: InterestRate, cadence: Cadence, periods: number): Fen {
  const { numerator, denominator } = periodFraction(rate, cadence)
  if (numerator === 0) return mulDivFen(principal, 1, periods)
  return roundHalfUp(-levelPayment(numerator / denominator, periods, principal)) as Fen
}

/**
 * Repays a principal in equal instalments. The last takes the residue; an instalment below its own interest repays
 * nothing (the balance never grows), one above what is left repays what is left.
 */
export function amortiseLevel(principal: Fen, instalment: Fen, periods: number, interestOf: InterestOf): Amortisation {
  return fill(principal, periods, interestOf, (balance, interest) =>
    Math.min(balance, Math.max(0, instalment - interest)),
  )
}

/** Principal part of equal principal (等额本金): rounded P/n, or floored where rounding would repay too much too early. */
export function equalPrincipalPart(principal: Fen, periods: number): Fen {
  const rounded = mulDivFen(principal, 1, periods)
  return rounded * (periods - 1) > principal ? (Math.floor(principal / periods) as Fen) : rounded
}

/** Repays a principal in equal parts of principal; interest on what is left. */
export function amortiseEqualPrincipal(principal: Fen, periods: number, interestOf: InterestOf): Amortisation {
  const part = equalPrincipalPart(principal, periods)
  return fill(principal, periods, interestOf, (balance) => Math.min(balance, part))
}

/** Interest each period, the whole principal with the last (先息后本). */
export function amortiseInterestFirst(principal: Fen, periods: number, interestOf: InterestOf): Amortisation {
  return fill(principal, periods, interestOf, () => 0)
}

/** Runs a principal down period by period; the last takes what is left. */
export function fill(
  principalFen: Fen,
  periods: number,
  interestOf: InterestOf,
  principalOf: (balance: number, interest: number, index: number) => number,
): Amortisation {
  const principal = new Float64Array(periods)
  const interest = new Float64Array(periods)
  let balance: number = principalFen
  for (let index = 0; index < periods; index++) {
    const interestFen = interestOf(balance as Fen, index)
    const principalPart = index === periods - 1 ? balance : principalOf(balance, interestFen, index)
    principal[index] = principalPart
    interest[index] = interestFen
    balance -= principalPart
  }
  return { principal, interest }
}
