import { ZERO_FEN, type Fen } from '../money/fen'
import { mulDivFen, roundHalfUp } from '../money/rounding'
import { periodFraction, type RateFraction } from '../rate/interest'
import {
  amortiseEqualPrincipal,
  amortiseInterestFirst,
  amortiseLevel,
  equalPrincipalPart,
  fill,
  levelInstalmentFen,
  wholePeriods,
  type Amortisation,
  type InterestOf,
} from './amortise'
import { levelPayment } from './annuity'
import { isUniform, periodFractions, periodStart, rateOn, type RatedTerms } from './period-fractions'

/** A stretch of a contract: so many periods from one of them on (from 0), beginning with a balance. */
export interface Stretch {
  readonly from: number
  readonly count: number
  readonly balance: Fen
}

/**
 * Principal and interest of every instalment of a rated contract (or of a stretch of it), with whatever its traits are: an
 * interest-only head, a balloon left for the last instalment, rates that change, own dates.
 *
 * Level   the instalment is computed by the formula when the principal begins to be repaid and anew over the periods left
 *         whenever the rate changes; the last takes the residue and the balloon.
 * Equal   the principal less the balloon in equal parts over the periods after the head.
 */
export function ratedAmortisation(
  terms: RatedTerms,
  { from, count, balance: start }: Stretch = { from: 0, count: terms.periods, balance: terms.principalFen },
): Amortisation {
  const fractions = isUniform(terms) ? [] : periodFractions(terms).slice(from, from + count)
  const interestOf: InterestOf = isUniform(terms)
    ? wholePeriods(terms.rate, terms.cadence)
    : (balance, index) => {
        const { numerator, denominator } = fractions[index] ?? NO_INTEREST
        return mulDivFen(balance, numerator, denominator)
      }
  const head = Math.max(0, (terms.interestOnlyPeriods ?? 0) - from)
  const balloon = Math.min(terms.balloonFen ?? ZERO_FEN, start)
  const isPlain = head === 0 && balloon === 0 && !terms.rateSteps?.length && terms.cadence.every !== 'ownDates'
  switch (repaymentOf(terms)) {
    case 'interestFirst':
      return amortiseInterestFirst(start, count, interestOf)
    case 'equalPrincipal': {
      if (isPlain) return amortiseEqualPrincipal(start, count, interestOf)
      const part = equalPrincipalPart((start - balloon) as Fen, Math.max(1, count - head))
      return fill(start, count, interestOf, (balance, _, index) =>
        index < head ? 0 : Math.min(balance - balloon, part),
      )
    }
    case 'level': {
      if (isPlain) {
        const instalment = levelInstalmentFen(start, rateOfPeriod(terms, from), terms.cadence, count)
        return amortiseLevel(start, instalment, count, interestOf)
      }
      let instalment = 0
      return fill(start, count, interestOf, (balance, interest, index) => {
        if (index < head) return 0
        const at = from + index
        if (index === head || rateOfPeriod(terms, at) !== rateOfPeriod(terms, at - 1))
          instalment = instalmentFrom(terms, fractions.slice(index), count - index, at, balance, balloon)
        return Math.min(balance - balloon, Math.max(0, instalment - interest))
      })
    }
  }
}

const NO_INTEREST: RateFraction = { numerator: 0, denominator: 1 }

/** How a rated contract repays its principal. */
export const repaymentOf = (terms: RatedTerms): 'level' | 'equalPrincipal' | 'interestFirst' =>
  terms.kind === 'dailyBalance' ? terms.repayment : terms.kind === 'levelInstalment' ? 'level' : terms.kind

const rateOfPeriod = (terms: RatedTerms, at: number) =>
  terms.rateSteps?.length ? rateOn(terms, periodStart(terms, at)) : terms.rate

/** The level instalment that brings `balance` down to the balloon over the `left` periods from `at` on. */
function instalmentFrom(
  terms: RatedTerms,
  fractions: readonly RateFraction[],
  left: number,
  at: number,
  balance: number,
  balloon: number,
): number {
  if (terms.cadence.every === 'ownDates') {
    // Uneven periods have no closed form: what one fen of each instalment is worth at the start, added up.
    let worth = 1
    let each = 0
    for (const { numerator, denominator } of fractions) {
      worth /= 1 + numerator / denominator
      each += worth
    }
    return roundHalfUp((balance - balloon * worth) / each)
  }
  const rate = rateOfPeriod(terms, at)
  if (balloon === 0) return levelInstalmentFen(balance as Fen, rate, terms.cadence, left)
  const { numerator, denominator } = periodFraction(rate, terms.cadence)
  return roundHalfUp(-levelPayment(numerator / denominator, left, balance, -balloon))
}
