import fc from 'fast-check'
import { addDays, localDate, type LocalDate } from '#domain/calendar/local-date'
import { CIVIL_CODE_ORDER, type DefaultTerms, type PrepaymentTerms } from '#domain/loan/default-terms'
import type { LoanTerms, RecurringFee } from '#domain/loan/terms'
import type { DebitMandate } from '#domain/loan/loan'
import { fen, type Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'

const PRINCIPAL = 1_200_000
const drawnOn = localDate('2026-01-15')
const drawn = { principalFen: fen(PRINCIPAL), drawnOn }

const money: fc.Arbitrary<Fen> = fc.integer({ min: 1, max: 500_000 }).map(fen)
const day: fc.Arbitrary<LocalDate> = fc.integer({ min: 1, max: 900 }).map((days) => addDays(drawnOn, days))
const rate: fc.Arbitrary<InterestRate> = fc.record({
  partsPerTenMillion: fc.integer({ min: 0, max: 20_000 }),
  per: fc.constantFrom('year' as const, 'month' as const, 'day' as const),
  dayBasis: fc.constantFrom(360 as const, 365 as const),
})
const per10000 = fc.integer({ min: 0, max: 10_000 })
const dayCount = fc.constantFrom('actual' as const, 'thirty' as const)

/** Fields that may be absent, as a document has them. */
const maybe = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T, never>(model, { requiredKeys: [] })

const term = fc.oneof(
  fc.record({
    periods: fc.integer({ min: 5, max: 60 }),
    firstDueOn: day,
    cadence: fc.oneof(
      fc.constantFrom({ every: 'month' as const }, { every: 'quarter' as const }, { every: 'twoWeeks' as const }),
      fc.integer({ min: 1, max: 366 }).map((days) => ({ every: 'days' as const, days })),
    ),
  }),
  fc.uniqueArray(day, { minLength: 5, maxLength: 12 }).map((days) => {
    const dates = [...days].sort()
    return { periods: dates.length, firstDueOn: dates[0] ?? drawnOn, cadence: { every: 'ownDates' as const, dates } }
  }),
)
const traits = fc
  .tuple(
    rate,
    maybe({
      rateSteps: fc
        .uniqueArray(fc.record({ from: day, rate }), { maxLength: 3, selector: ({ from }) => from })
        .map((steps) => steps.sort((left, right) => left.from.localeCompare(right.from))),
      interestOnlyPeriods: fc.integer({ min: 0, max: 4 }),
      balloonFen: fc.integer({ min: 0, max: PRINCIPAL - 1 }).map(fen),
      dayCount,
    }),
  )
  .map(([own, more]) => ({ rate: own, ...more }))
const minimum = fc.oneof(
  fc.record({
    by: fc.constantFrom('shareAndCharges' as const, 'share' as const),
    sharePer10000: per10000,
    floorFen: money,
  }),
  fc.record({ by: fc.constant('fixed' as const), amountFen: money }),
)
const monthDay = fc.integer({ min: 1, max: 31 })

/** A contract of any kind with any of its traits, as the contract schema accepts it. */
export const anyTerms: fc.Arbitrary<LoanTerms> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('levelInstalment' as const, 'equalPrincipal' as const, 'interestFirst' as const),
      term,
      traits,
      fc.constantFrom('whole' as const, 'days' as const),
    )
    .map(([kind, dated, rated, firstPeriod]) => ({ kind, ...drawn, ...dated, ...rated, firstPeriod })),
  fc
    .tuple(term, traits, fc.constantFrom('level' as const, 'equalPrincipal' as const, 'interestFirst' as const))
    .map(([dated, rated, repayment]) => ({ kind: 'dailyBalance' as const, ...drawn, ...dated, ...rated, repayment })),
  fc
    .tuple(term, rate, fc.constantFrom('everyPeriod' as const, 'withFirst' as const))
    .map(([dated, feeRate, feeTiming]) => ({ kind: 'flatFee' as const, ...drawn, ...dated, feeRate, feeTiming })),
  fc
    .tuple(day, rate, maybe({ dayCount }))
    .map(([maturesOn, own, more]) => ({ kind: 'bullet' as const, ...drawn, maturesOn, rate: own, ...more })),
  fc.record({
    kind: fc.constant('revolving' as const),
    principalFen: fc.integer({ min: 0, max: PRINCIPAL }).map(fen),
    drawnOn: fc.constant(drawnOn),
    rate,
    limitFen: fc.option(money),
    statementDay: monthDay,
    due: fc.oneof(
      fc.record({ by: fc.constant('daysAfter' as const), days: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ by: fc.constant('dayOfMonth' as const), day: monthDay }),
    ),
    minimum,
    interestOn: fc.constantFrom('wholeStatement' as const, 'unpaidPart' as const),
    compounds: fc.boolean(),
  }),
  fc.uniqueArray(day, { minLength: 1, maxLength: 6 }).map((days) => ({
    kind: 'lenderSchedule' as const,
    ...drawn,
    rows: [...days].sort().map((dueOn, at) => ({
      dueOn,
      principalFen: fen(at === 0 ? PRINCIPAL - (days.length - 1) * 100 : 100),
      interestFen: fen(7),
      feeFen: fen(at),
    })),
  })),
  fc.tuple(fc.option(rate), fc.uniqueArray(day, { maxLength: 4 })).map(([own, days]) => ({
    kind: 'informal' as const,
    ...drawn,
    rate: own,
    rows: [...days].sort().map((dueOn) => ({ dueOn, amountFen: fen(1_000) })),
  })),
)

const lateFee = fc
  .tuple(
    fc.oneof(
      fc.record({ by: fc.constant('fixed' as const), amountFen: money }),
      fc.tuple(per10000, money, fc.option(money)).map(([sharePer10000, minFen, more]) => ({
        by: 'share' as const,
        sharePer10000,
        minFen,
        maxFen: more === null ? null : fen(minFen + more),
      })),
    ),
    maybe({
      charged: fc.constantFrom('once' as const, 'daily' as const, 'monthly' as const),
      capFen: fc.option(money),
    }),
  )
  .map(([fee, more]) => ({ ...fee, ...more }))

export const anyDefaultTerms: fc.Arbitrary<DefaultTerms> = fc
  .tuple(
    fc.record({
      penalty: fc.oneof(
        fc.constant(null),
        fc
          .integer({ min: 0, max: 1_000_000 })
          .map((multiplePer10000) => ({ by: 'multiple' as const, multiplePer10000 })),
        rate.map((own) => ({ by: 'rate' as const, rate: own })),
      ),
      penaltyBase: fc.constantFrom('overduePrincipal' as const, 'overdueInstalment' as const),
      graceDays: fc.integer({ min: 0, max: 90 }),
      lateFee: fc.option(lateFee),
    }),
    maybe({
      graceAmountFen: fc.integer({ min: 0, max: 1_000 }).map(fen),
      compounds: fc.boolean(),
      application: fc.record({
        items: fc.oneof(
          fc.constant(CIVIL_CODE_ORDER),
          fc.shuffledSubarray([...CIVIL_CODE_ORDER], { minLength: CIVIL_CODE_ORDER.length }),
        ),
        across: fc.constantFrom('instalment' as const, 'item' as const),
      }),
      accelerationDays: fc.integer({ min: 1, max: 3650 }),
      subrogationDays: fc.integer({ min: 1, max: 3650 }),
    }),
  )
  .map(([terms, more]) => ({ ...terms, ...more }))

export const anyPrepayment: fc.Arbitrary<PrepaymentTerms> = fc
  .tuple(
    fc.record({
      allowed: fc.constantFrom('anytime' as const, 'fullOnly' as const, 'no' as const),
      effect: fc.constantFrom('shortens' as const, 'lowers' as const),
    }),
    fc.oneof(
      fc.record({ remainingFees: fc.constantFrom('waived' as const, 'due' as const, 'unknown' as const) }),
      fc.record({ remainingFees: fc.constant('share' as const), remainingFeesPer10000: per10000 }),
    ),
    maybe({ feePer10000: per10000 }),
  )
  .map(([terms, fees, more]) => ({ ...terms, ...fees, ...more }))

export const anyDebit: fc.Arbitrary<DebitMandate | null> = fc.option(
  fc
    .tuple(
      fc.record({ day: monthDay, accountTail: fc.constantFrom('', '3021'), isWageAccount: fc.boolean() }),
      maybe({ cutOffHour: fc.integer({ min: 0, max: 23 }) }),
    )
    .map(([mandate, more]) => ({ ...mandate, ...more })),
)

export const anyFees: fc.Arbitrary<readonly RecurringFee[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    name: fc.constantFrom('担保费', '会员费'),
    amountFen: money,
    timing: fc.constantFrom('everyInstalment' as const, 'withFirst' as const, 'upfront' as const),
  }),
  { maxLength: 3 },
)
