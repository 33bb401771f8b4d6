import fc from 'fast-check'
import { MONTHLY, type Cadence } from '#domain/calendar/cadence'
import { addDays, addMonths, localDate } from '#domain/calendar/local-date'
import type { BulletTerms, FlatFeeTerms } from '#domain/loan/terms'
import { fen, MAX_FEN } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'
import type { RatedTerms } from '#domain/schedule/period-fractions'

/** Contracts of every kind that pays a principal back by a rate, in every unit and cadence, traits included. */

const anyDate = fc.nat(3650).map((days) => addDays(localDate('2020-01-01'), days))
const anyPrincipal = fc.oneof(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: MAX_FEN })).map(fen)
const anyPeriods = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 120 }), weight: 4 },
  { arbitrary: fc.integer({ min: 1, max: 600 }), weight: 1 },
)
const anyCadence = fc.constantFrom<Cadence>(
  MONTHLY,
  MONTHLY,
  { every: 'quarter' },
  { every: 'week' },
  { every: 'twoWeeks' },
  { every: 'days', days: 10 },
)

/** From nothing to 240 % a year, in the unit of the contract. */
export const anyRate = fc
  .record({
    parts: fc.oneof(fc.nat(3_600_000), fc.nat(24_000_000)),
    per: fc.constantFrom('year' as const, 'month' as const, 'day' as const),
    dayBasis: fc.constantFrom(360 as const, 365 as const),
  })
  .map(({ parts, per, dayBasis }): InterestRate => {
    const times = per === 'year' ? 1 : per === 'month' ? 12 : 365
    return { partsPerTenMillion: Math.floor(parts / times), per, dayBasis }
  })

/** The first due date: one period after the drawdown, or any day up to two months after it. */
const anyFrame = fc
  .record({ principalFen: anyPrincipal, drawnOn: anyDate, periods: anyPeriods, cadence: anyCadence, gap: fc.nat(62) })
  .map(({ gap, drawnOn, ...rest }) => ({
    ...rest,
    drawnOn,
    firstDueOn: gap === 0 || gap > 40 ? addMonths(drawnOn, 1) : addDays(drawnOn, gap),
  }))

const anyPlainRated = fc
  .record({
    frame: anyFrame,
    rate: anyRate,
    kind: fc.constantFrom('levelInstalment' as const, 'equalPrincipal' as const, 'interestFirst' as const),
    firstPeriod: fc.constantFrom('whole' as const, 'days' as const),
  })
  .map(({ frame, ...rest }) => ({ ...frame, ...rest }))

const anyDailyBalance = fc
  .record({
    frame: anyFrame,
    rate: anyRate,
    repayment: fc.constantFrom('level' as const, 'equalPrincipal' as const, 'interestFirst' as const),
    dayCount: fc.constantFrom('actual' as const, 'thirty' as const),
  })
  .map(({ frame, ...rest }) => ({ ...frame, ...rest, kind: 'dailyBalance' as const }))

/** Rated contracts without head, balloon or change of rate. */
export const anyPlainTerms: fc.Arbitrary<RatedTerms> = fc.oneof(
  { arbitrary: anyPlainRated, weight: 3 },
  { arbitrary: anyDailyBalance, weight: 1 },
)

const anyTraits = fc.record({
  head: fc.nat(1000),
  balloon: fc.nat(1000),
  step: fc.option(fc.record({ after: fc.integer({ min: 1, max: 900 }), rate: anyRate })),
})

/** The same with an interest-only head, a balloon and a rate that changes on a day. */
const anyTermsWithTraits = fc.tuple(anyPlainTerms, anyTraits).map(([terms, { head, balloon, step }]): RatedTerms => ({
  ...terms,
  interestOnlyPeriods: Math.floor((head * terms.periods) / 1001),
  balloonFen: fen(Math.floor((balloon * terms.principalFen) / 1001)),
  rateSteps: step ? [{ from: addDays(terms.drawnOn, step.after), rate: step.rate }] : [],
}))

export const anyRatedTerms: fc.Arbitrary<RatedTerms> = fc.oneof(anyPlainTerms, anyTermsWithTraits)

export const anyFlatFee = fc
  .record({
    frame: anyFrame,
    feeRate: anyRate,
    feeTiming: fc.constantFrom('everyPeriod' as const, 'withFirst' as const),
  })
  .map(({ frame, ...rest }): FlatFeeTerms => ({ ...frame, ...rest, kind: 'flatFee' }))

export const anyBullet = fc
  .record({ principalFen: anyPrincipal, drawnOn: anyDate, days: fc.nat(2000), rate: anyRate })
  .map(({ days, ...rest }): BulletTerms => ({ ...rest, kind: 'bullet', maturesOn: addDays(rest.drawnOn, days) }))
