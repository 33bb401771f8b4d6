import type { LocalDate } from '#domain/calendar/local-date'
import { RATE_SCALE, type InterestRate } from '#domain/rate/interest-rate'
import type { LprEntry } from '#domain/rate/lpr-entry'
import { err, ok, type Result } from '#domain/result'

export interface LprDraft {
  readonly from: LocalDate | null
  readonly rate: InterestRate | null
}

export const EMPTY_LPR_DRAFT: LprDraft = { from: null, rate: null }

export interface LprDraftErrors {
  readonly from?: 'missing' | 'future' | 'beforeLpr'
  readonly rate?: 'missing' | 'notYearly' | 'outOfRange'
}

/** A one-year LPR has stood between 3 % and 4.25 % since 2019; ten times less or more than that is a slip. */
const LOWEST = 0.001 * RATE_SCALE
const HIGHEST = 0.1 * RATE_SCALE

/** The entry a draft makes, or what to mend. `firstOn`: the first day there was an LPR. */
export function lprFromDraft(
  { from, rate }: LprDraft,
  today: LocalDate,
  firstOn: LocalDate,
): Result<LprEntry, LprDraftErrors> {
  const fromError = from === null ? 'missing' : from > today ? 'future' : from < firstOn ? 'beforeLpr' : null
  const parts = rate?.partsPerTenMillion ?? 0
  const rateError =
    rate === null
      ? 'missing'
      : rate.per !== 'year'
        ? 'notYearly'
        : parts < LOWEST || parts > HIGHEST
          ? 'outOfRange'
          : null
  if (from !== null && fromError === null && rateError === null) return ok({ from, partsPerTenMillion: parts })
  return err({
    ...(fromError === null ? {} : { from: fromError }),
    ...(rateError === null ? {} : { rate: rateError }),
  })
}

/** Entries in date order with one more; an entry of the same day is replaced. */
export const withLprEntry = (entries: readonly LprEntry[], entry: LprEntry): readonly LprEntry[] =>
  [...withoutLprEntry(entries, entry.from), entry].sort((left, right) => (left.from < right.from ? -1 : 1))

export const withoutLprEntry = (entries: readonly LprEntry[], from: LocalDate): readonly LprEntry[] =>
  entries.filter((entry) => entry.from !== from)
