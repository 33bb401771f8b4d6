import { periodFraction, type RateFraction } from '../rate/interest'
import type { InterestRate } from '../rate/interest-rate'
import type { Cadence } from '../calendar/cadence'
import { ZERO_FEN, type Fen } from '../money/fen'
import { mulDivFen, roundHalfUp } from '../money/rounding'
import { amortiseInto, amortiseRows, instalmentPrincipal, type RepaymentPlan } from './amortise-into'
import { levelPayment } from './annuity'

/** Principal and interest of each instalment in fen, without dates: what simulators and sliders run on. */
export interface Amortisation {
  readonly principal: Float64Array
  readonly interest: Float64Array
}

/**
 * Interest of instalment `index` (from 0) on the balance before it, in fen. Where it is the same fraction of the balance
 * in every period, `everyPeriod` says so, and the rows are computed without a call for each.
 */
export interface InterestOf {
  (balance: Fen, index: number): Fen
  readonly everyPeriod?: RateFraction
}

/** Interest of whole periods at a rate. */
export function wholePeriods(rate: InterestRate, cadence: Cadence): InterestOf {
  const everyPeriod = periodFraction(rate, cadence)
  const { numerator, denominator } = everyPeriod
  return Object.assign((balance: Fen) => mulDivFen(balance, numerator, denominator), { everyPeriod })
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
  return amortise(principal, instalment, periods, 'inside', interestOf)
}

/** Principal part of equal principal (等额本金): rounded P/n, or floored where rounding would repay too much too early. */
export function equalPrincipalPart(principal: Fen, periods: number): Fen {
  const rounded = mulDivFen(principal, 1, periods)
  return rounded * (periods - 1) > principal ? (Math.floor(principal / periods) as Fen) : rounded
}

/** Repays a principal in equal parts of principal; interest on what is left. */
export function amortiseEqualPrincipal(principal: Fen, periods: number, interestOf: InterestOf): Amortisation {
  return amortise(principal, equalPrincipalPart(principal, periods), periods, 'beside', interestOf)
}

/** Interest each period, the whole principal with the last (先息后本). */
export function amortiseInterestFirst(principal: Fen, periods: number, interestOf: InterestOf): Amortisation {
  return amortise(principal, ZERO_FEN, periods, 'beside', interestOf)
}

/** The kinds whose every period is alike, as `amortiseInto` computes them. */
export type UniformKind = 'levelInstalment' | 'equalPrincipal' | 'interestFirst' | 'flatFee'

/** A contract of whole periods as plain numbers for `amortiseInto`; the rate of a flat fee is its fee rate. */
export function repaymentPlan(
  kind: UniformKind,
  principalFen: Fen,
  rate: InterestRate,
  cadence: Cadence,
  periods: number,
): RepaymentPlan {
  const perPeriod = periodFraction(rate, cadence)
  switch (kind) {
    case 'levelInstalment': {
      const instalmentFen = levelInstalmentFen(principalFen, rate, cadence, periods)
      return { principalFen, periods, instalmentFen, interest: 'inside', perPeriod }
    }
    case 'equalPrincipal':
    case 'flatFee': {
      const interest = kind === 'flatFee' ? 'flat' : 'beside'
      return { principalFen, periods, instalmentFen: equalPrincipalPart(principalFen, periods), interest, perPeriod }
    }
    case 'interestFirst':
      return { principalFen, periods, instalmentFen: ZERO_FEN, interest: 'beside', perPeriod }
  }
}

/** Runs a principal down period by period; the last takes what is left. */
export function fill(
  principalFen: Fen,
  periods: number,
  interestOf: InterestOf,
  principalOf: (balance: number, interest: number, index: number) => number,
): Amortisation {
  const rows = emptyRows(periods)
  amortiseRows(rows.principal, rows.interest, principalFen, periods, interestOf, principalOf)
  return rows
}

const emptyRows = (periods: number): Amortisation => ({
  principal: new Float64Array(periods),
  interest: new Float64Array(periods),
})

function amortise(
  principalFen: Fen,
  instalmentFen: Fen,
  periods: number,
  interest: 'inside' | 'beside',
  interestOf: InterestOf,
): Amortisation {
  const { everyPeriod: perPeriod } = interestOf
  if (!perPeriod) {
    return fill(principalFen, periods, interestOf, (balance, interestFen) =>
      instalmentPrincipal(balance, interest === 'inside' ? instalmentFen - interestFen : instalmentFen),
    )
  }
  const rows = emptyRows(periods)
  amortiseInto({ principalFen, periods, instalmentFen, interest, perPeriod }, rows.principal, rows.interest)
  return rows
}
