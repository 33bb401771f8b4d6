import { cadenceDate, isOnePeriod } from '../calendar/cadence'
import { countedDays } from '../calendar/day-count'
import type { LocalDate } from '../calendar/local-date'
import type {
  DailyBalanceTerms,
  EqualPrincipalTerms,
  InterestFirstTerms,
  LevelInstalmentTerms,
  LoanTerms,
} from '../loan/terms'
import { addFractions, daysFraction, periodFraction, type RateFraction } from '../rate/interest'
import type { InterestRate } from '../rate/interest-rate'

/** Terms whose interest goes by a rate on the balance, period by period. */
export type RatedTerms = LevelInstalmentTerms | EqualPrincipalTerms | InterestFirstTerms | DailyBalanceTerms

export const isRated = (terms: LoanTerms): terms is RatedTerms =>
  'firstPeriod' in terms || terms.kind === 'dailyBalance'

/** The rate in force on a day. */
export function rateOn(terms: RatedTerms, on: LocalDate): InterestRate {
  let rate = terms.rate
  for (const step of terms.rateSteps ?? []) if (step.from <= on) rate = step.rate
  return rate
}

/**
 * Interest of every period as an exact fraction of the balance before it.
 *
 * By days   a daily rate, a daily-balance loan and own dates charge the days of every period, each at the rate of its day;
 *           `firstPeriod: 'days'` charges only an irregular first period so.
 * Whole     otherwise a period is a whole one at the rate in force when it begins.
 */
export function periodFractions(terms: RatedTerms): readonly RateFraction[] {
  const whole = new Map<InterestRate, RateFraction>()
  return Array.from({ length: terms.periods }, (_, index) => {
    const rate = terms.rateSteps?.length ? rateOn(terms, periodStart(terms, index)) : terms.rate
    if (goesByDays(terms, rate, index))
      return fractionOfDays(terms, periodStart(terms, index), cadenceDate(terms.firstDueOn, terms.cadence, index))
    const known = whole.get(rate) ?? periodFraction(rate, terms.cadence)
    whole.set(rate, known)
    return known
  })
}

/** Whether every period is a whole one at the same rate. */
export const isUniform = (terms: RatedTerms): boolean => !terms.rateSteps?.length && !goesByDays(terms, terms.rate, 0)

/** The day period `index` (from 0) begins: the due day before it, or the day the money came. */
export function periodStart(terms: RatedTerms, index: number): LocalDate {
  if (index > 0) return cadenceDate(terms.firstDueOn, terms.cadence, index - 1)
  const isIrregular = !isOnePeriod(terms.drawnOn, terms.firstDueOn, terms.cadence)
  const countsFromDrawn =
    terms.kind === 'dailyBalance' || terms.firstPeriod === 'days' || terms.cadence.every === 'ownDates'
  return isIrregular && !countsFromDrawn ? cadenceDate(terms.firstDueOn, terms.cadence, -1) : terms.drawnOn
}

function goesByDays(terms: RatedTerms, rate: InterestRate, index: number): boolean {
  if (terms.kind === 'dailyBalance' || terms.cadence.every === 'ownDates' || rate.per === 'day') return true
  return index === 0 && terms.firstPeriod === 'days' && !isOnePeriod(terms.drawnOn, terms.firstDueOn, terms.cadence)
}

/** Interest of the days from one date to another, each at the rate of its day. */
export function fractionOfDays(terms: RatedTerms, from: LocalDate, to: LocalDate): RateFraction {
  const changes = (terms.rateSteps ?? []).map((step) => step.from).filter((day) => day > from && day < to)
  const bounds = [from, ...changes, to]
  return bounds
    .slice(1)
    .map((end, index) => {
      const start = bounds[index] ?? from
      return daysFraction(rateOn(terms, start), countedDays(start, end, terms.dayCount))
    })
    .reduce(addFractions)
}
