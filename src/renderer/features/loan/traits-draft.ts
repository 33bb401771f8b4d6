import type { Cadence } from '#domain/calendar/cadence'
import type { LocalDate } from '#domain/calendar/local-date'
import type { DailyBalanceTerms, DayCount, LevelInstalmentTerms, LoanTerms, RateStep } from '#domain/loan/terms'
import type { Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'
import { parseDate } from '../../ui/parse-date'
import { present } from './present'

export interface StepDraft {
  readonly from: LocalDate | null
  readonly rate: InterestRate | null
}

/** What a contract adds to a plain rated plan, as typed; undefined is "the contract says nothing of it". */
export interface TraitsDraft {
  readonly rateSteps: readonly StepDraft[] | undefined
  readonly interestOnlyPeriods: number | undefined
  readonly balloonFen: Fen | undefined
  readonly dayCount: DayCount | undefined
}

export type TraitErrorCode =
  'rate_step_incomplete' | 'head_longer_than_term' | 'balloon_not_below_principal' | 'cadence_days_out_of_range'

export const NO_TRAITS: TraitsDraft = {
  rateSteps: undefined,
  interestOnlyPeriods: undefined,
  balloonFen: undefined,
  dayCount: undefined,
}

/** The traits a contract has; a kind without them has none. */
export const traitsOf = (terms: LoanTerms): TraitsDraft => ({
  rateSteps: 'rateSteps' in terms ? terms.rateSteps : undefined,
  interestOnlyPeriods: 'interestOnlyPeriods' in terms ? terms.interestOnlyPeriods : undefined,
  balloonFen: 'balloonFen' in terms ? terms.balloonFen : undefined,
  dayCount: 'dayCount' in terms ? terms.dayCount : undefined,
})

/** The traits of a form without errors, rate changes in date order. */
export function traitFields(
  traits: TraitsDraft,
): Pick<LevelInstalmentTerms | DailyBalanceTerms, 'rateSteps' | 'interestOnlyPeriods' | 'balloonFen' | 'dayCount'> {
  const steps = traits.rateSteps?.flatMap(({ from, rate }): RateStep[] =>
    from === null || rate === null ? [] : [{ from, rate }],
  )
  return present({ ...traits, rateSteps: steps?.sort((left, right) => left.from.localeCompare(right.from)) })
}

interface TraitContext {
  readonly principalFen: Fen | null
  readonly periods: number | null
  readonly cadence: Cadence
}

/** What the traits still lack or cannot be beside amount and term. */
export function traitErrors(
  traits: TraitsDraft,
  { principalFen, periods, cadence }: TraitContext,
): Partial<Record<`traits.${keyof TraitsDraft}` | 'cadence', TraitErrorCode>> {
  const errors: ReturnType<typeof traitErrors> = {}
  if (traits.rateSteps?.some(({ from, rate }) => from === null || rate === null))
    errors['traits.rateSteps'] = 'rate_step_incomplete'
  if ((traits.interestOnlyPeriods ?? 0) > 0 && periods !== null && (traits.interestOnlyPeriods ?? 0) >= periods)
    errors['traits.interestOnlyPeriods'] = 'head_longer_than_term'
  if (principalFen !== null && (traits.balloonFen ?? 0) > 0 && (traits.balloonFen ?? 0) >= principalFen)
    errors['traits.balloonFen'] = 'balloon_not_below_principal'
  if (cadence.every === 'days' && !(cadence.days >= 1 && cadence.days <= MAX_CADENCE_DAYS))
    errors.cadence = 'cadence_days_out_of_range'
  return errors
}

export const MAX_CADENCE_DAYS = 366

/** Own due dates, one a line (or parted by commas): those read, in order, and the pieces that are no dates. */
export function readOwnDates(text: string): {
  readonly dates: readonly LocalDate[]
  readonly unread: readonly string[]
} {
  const dates: LocalDate[] = []
  const unread: string[] = []
  for (const piece of text.split(/[\n,，、;；]+/).filter((part) => part.trim() !== '')) {
    const read = parseDate(piece)
    if (read.ok) dates.push(read.value)
    else unread.push(piece.trim())
  }
  return { dates: dates.sort((left, right) => left.localeCompare(right)), unread }
}
