import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { addDays, addMonths, localDate } from '#domain/calendar/local-date'
import { stateOn } from '#domain/loan/state-on'
import type { BulletTerms, FlatFeeTerms, LoanTerms } from '#domain/loan/terms'
import { trueCost } from '#domain/loan/true-cost'
import { fen } from '#domain/money/fen'
import { periodFraction } from '#domain/rate/interest'
import type { InterestRate } from '#domain/rate/interest-rate'
import { levelInstalmentFen } from '#domain/schedule/amortise'
import { buildSchedule } from '#domain/schedule/build-schedule'
import type { RatedTerms } from '#domain/schedule/period-fractions'
import { aLoan, paid } from '../loan/a-loan'
import { describeInZones, inEveryZone, RUNS } from '../zones'
import { anyBullet, anyFlatFee, anyPlainTerms, anyRatedTerms } from './any-terms'

const anyTerms = fc.oneof<fc.Arbitrary<RatedTerms | FlatFeeTerms | BulletTerms>[]>(
  anyRatedTerms,
  anyRatedTerms,
  anyFlatFee,
  anyBullet,
)

function scheduleOf(terms: LoanTerms) {
  const built = buildSchedule(terms)
  if (!built.ok) throw new Error(built.error.code)
  return built.value
}

const costOf = (terms: LoanTerms): number => {
  const { totals } = scheduleOf(terms)
  return totals.interestFen + totals.feeFen
}

const dearer = (rate: InterestRate, more: number): InterestRate => ({
  ...rate,
  partsPerTenMillion: rate.partsPerTenMillion + more,
})
const anyMore = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100_000 }))

/**
 * What rounding may move in the total of a level plan: the instalment and each interest are half a fen off at most, and
 * what they are off by is carried to the last row at the rate of the plan. Twice, for the two plans compared.
 */
function roundingFen({ rate, cadence, periods }: RatedTerms): number {
  const { numerator, denominator } = periodFraction(rate, cadence)
  const growth = numerator / denominator
  const grown = growth === 0 ? periods : Math.expm1(periods * Math.log1p(growth)) / growth
  return 2 * grown
}

describeInZones('properties of every schedule', () => {
  test('it repays exactly the principal, the balance never goes below zero and ends there, no part is negative', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const { rows } = scheduleOf(terms)
        let balance: number = terms.principalFen
        let least = 0
        for (const row of rows) {
          balance -= row.principalFen
          least = Math.min(least, balance, row.principalFen, row.interestFen, row.feeFen)
          if (row.balanceFen !== balance) throw new Error('the printed balance is not the principal left')
        }
        expect([balance, least]).toEqual([0, 0])
        if ('periods' in terms) expect(rows).toHaveLength(terms.periods)
      }),
      RUNS,
    )
  })

  test('a higher rate never costs less: to the fen wherever the rate does not move what is repaid when', () => {
    const anyFixed = anyPlainTerms.filter(
      (terms) => terms.kind !== 'levelInstalment' && !(terms.kind === 'dailyBalance' && terms.repayment === 'level'),
    )
    fc.assert(
      fc.property(anyFixed, anyMore, (terms, more) => {
        expect(costOf({ ...terms, rate: dearer(terms.rate, more) })).toBeGreaterThanOrEqual(costOf(terms))
      }),
      RUNS,
    )
    fc.assert(
      fc.property(anyFlatFee, anyMore, (terms, more) => {
        expect(costOf({ ...terms, feeRate: dearer(terms.feeRate, more) })).toBeGreaterThanOrEqual(costOf(terms))
      }),
      RUNS,
    )
    fc.assert(
      fc.property(anyBullet, anyMore, (terms, more) => {
        expect(costOf({ ...terms, rate: dearer(terms.rate, more) })).toBeGreaterThanOrEqual(costOf(terms))
      }),
      RUNS,
    )
  })

  test('a higher rate never lowers a level instalment, nor its cost beyond what rounding carries to the last row', () => {
    const anyLevel = anyPlainTerms.filter((terms) => terms.kind === 'levelInstalment' && terms.rate.per !== 'day')
    fc.assert(
      fc.property(anyLevel, anyMore, (terms, more) => {
        const higher = { ...terms, rate: dearer(terms.rate, more) }
        const [low, high] = [terms, higher].map(({ principalFen, rate, cadence, periods }) =>
          levelInstalmentFen(principalFen, rate, cadence, periods),
        )
        expect(high).toBeGreaterThanOrEqual(low!)
        // The same instalment leaves no room for rounding at all.
        const slackFen = high === low ? 0 : roundingFen(higher)
        // A short first period charged by days gets an instalment made for a whole one, and a higher instalment repays
        // earlier: there the higher rate may cost less, and only the instalment is compared.
        if (high !== low && terms.kind === 'levelInstalment' && terms.firstPeriod === 'days') return
        expect(costOf(higher)).toBeGreaterThanOrEqual(costOf(terms) - slackFen)
      }),
      RUNS,
    )
  })

  test('the periodic rate of a flat fee over two periods and more is above the advertised one', () => {
    const anyMonthly = anyFlatFee
      .filter(({ periods }) => periods >= 2)
      .map((terms) => ({
        ...terms,
        cadence: MONTHLY,
        firstDueOn: addMonths(terms.drawnOn, 1),
        feeTiming: 'everyPeriod' as const,
      }))
    fc.assert(
      fc.property(anyMonthly, (terms) => {
        const cost = trueCost(aLoan({ terms, receivedFen: terms.principalFen }))
        if (!cost.ok) throw new Error(cost.error.code)
        const [first] = scheduleOf(terms).rows
        // What is advertised, as it is posted: the fee of a period is a whole number of fen.
        const advertised = (12 * first!.feeFen) / terms.principalFen
        const { nominalApr, effectiveAnnual } = cost.value
        expect(effectiveAnnual.kind).toBe('one')
        if (first!.feeFen > 0 && first!.principalFen > 0) expect(nominalApr!).toBeGreaterThan(advertised * (1 - 1e-12))
        // Nothing repaid before the end: the flat rate is the rate.
        else expect(nominalApr!).toBeCloseTo(advertised, 12)
      }),
      RUNS,
    )
  })

  test('0.6 % a month over 12 months is advertised as 7.2 %, is 13.03 % nominal and 13.84 % effective', () => {
    const cost = trueCost(
      aLoan({
        receivedFen: fen(1_200_000),
        terms: {
          kind: 'flatFee',
          principalFen: fen(1_200_000),
          drawnOn: localDate('2026-01-15'),
          firstDueOn: localDate('2026-02-15'),
          periods: 12,
          cadence: MONTHLY,
          feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
          feeTiming: 'everyPeriod',
        },
      }),
    )
    if (!cost.ok || cost.value.effectiveAnnual.kind !== 'one') throw new Error('no single rate')
    expect(cost.value.nominalApr).toBeCloseTo(0.1303, 4)
    // Equal months compound to 13.84 %; the actual days of these dates (28 of the first 59 are February) to 13.90 %.
    expect((1 + cost.value.nominalApr! / 12) ** 12 - 1).toBeCloseTo(0.1384, 4)
    expect(cost.value.effectiveAnnual.root).toBeCloseTo(0.139, 3)
  })
})

test('three time zones, one answer: schedule, true cost and state after payments', () => {
  const anyPayments = fc.array(fc.record({ day: fc.nat(900), amountFen: fc.integer({ min: 1, max: 2_000_000 }) }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(anyTerms, anyPayments, fc.nat(1200), (terms, payments, day) => {
      const answers = inEveryZone(() => {
        const events = payments.map(({ day: after, amountFen }, index) =>
          paid(`payment-${index}`, addDays(terms.drawnOn, after), amountFen),
        )
        const loan = aLoan({ terms, receivedFen: terms.principalFen, events })
        return JSON.stringify([buildSchedule(terms), trueCost(loan), stateOn(loan, addDays(terms.drawnOn, day))])
      })
      expect(new Set(answers).size).toBe(1)
    }),
    RUNS,
  )
  // The control: a clock on the wall does tell the zones apart.
  expect(new Set(inEveryZone(() => new Date(0).getHours())).size).toBe(3)
})
