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
  type Amortisation,
  type InterestOf,
} from './amortise'
import { levelPayment } from './annuity'
import { periodFractions, periodStart, rateOn, type RatedTerms } from './period-fractions'

/**
 * Principal and interest of every instalment of a rated contract, with whatever its traits are: an interest-only head, a
 * balloon left for the last instalment, rates that change, own dates.
 *
 * Level   the instalment is computed by the formula when the principal begins to be repaid and anew over the periods left
 *         whenever the rate changes; the last takes the residue and the balloon.
 * Equal   the principal less the balloon in equal parts over the periods after the head.
 */
export function ratedAmortisation(terms: RatedTerms): Amortisation {
  const { principalFen, periods } = terms
  const fractions = periodFractions(terms)
  const interestOf: InterestOf = (balance, index) => {
    const { numerator, denominator } = fractions[index] ?? NO_INTEREST
    return mulDivFen(balance, numerator, denominator)
  }
  const head = terms.interestOnlyPeriods ?? 0
  const balloon = terms.balloonFen ?? ZERO_FEN
  const isPlain = head === 0 && balloon === 0 && !terms.rateSteps?.length && terms.cadence.every !== 'ownDates'
  switch (repaymentOf(terms)) {
    case 'interestFirst':
      return amortiseInterestFirst(principalFen, periods, interestOf)
    case 'equalPrincipal': {
      if (isPlain) return amortiseEqualPrincipal(principalFen, periods, interestOf)
      const part = equalPrincipalPart((principalFen - balloon) as Fen, periods - head)
      return fill(principalFen, periods, interestOf, (balance, _, index) =>
        index < head ? 0 : Math.min(balance - balloon, part),
      )
    }
    case 'level': {
      if (isPlain) {
        const instalment = levelInstalmentFen(principalFen, terms.rate, terms.cadence, periods)
        return amortiseLevel(principalFen, instalment, periods, interestOf)
      }
      let instalment = 0
      return fill(principalFen, periods, interestOf, (balance, interest, index) => {
        if (index < head) return 0
        if (index === head || rateOfPeriod(terms, index) !== rateOfPeriod(terms, index - 1))
          instalment = instalmentFrom(terms, fractions, index, balance, balloon)
        return Math.min(balance - balloon, Math.max(0, instalment - interest))
      })
    }
  }
}

const NO_INTEREST: RateFraction = { numerator: 0, denominator: 1 }

const repaymentOf = (terms: RatedTerms): 'level' | 'equalPrincipal' | 'interestFirst' =>
  terms.kind === 'dailyBalance' ? terms.repayment : terms.kind === 'levelInstalment' ? 'level' : terms.kind

const rateOfPeriod = (terms: RatedTerms, index: number) => rateOn(terms, periodStart(terms, index))

/** The level instalment that brings `balance` down to the balloon over the periods from `index` on. */
function instalmentFrom(
  terms: RatedTerms,
  fractions: readonly RateFraction[],
  index: number,
  balance: number,
  balloon: number,
): number {
  const left = terms.periods - index
  if (terms.cadence.every === 'ownDates') {
    // Uneven periods have no closed form: what one fen of each instalment is worth at the start, added up.
    let worth = 1
    let each = 0
    for (const { numerator, denominator } of fractions.slice(index)) {
      worth /= 1 + numerator / denominator
      each += worth
    }
    return roundHalfUp((balance - balloon * worth) / each)
  }
  const rate = rateOfPeriod(terms, index)
  if (balloon === 0) return levelInstalmentFen(balance as Fen, rate, terms.cadence, left)
  const { numerator, denominator } = periodFraction(rate, terms.cadence)
  return roundHalfUp(-levelPayment(numerator / denominator, left, balance, -balloon))
}
