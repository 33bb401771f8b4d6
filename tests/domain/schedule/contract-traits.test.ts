import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { daysBy30 } from '#domain/calendar/day-count'
import { addDays, localDate } from '#domain/calendar/local-date'
import type { DailyBalanceTerms, LevelInstalmentTerms, LoanTerms } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { levelInstalmentFen } from '#domain/schedule/amortise'
import { buildSchedule } from '#domain/schedule/build-schedule'
import type { Schedule } from '#domain/schedule/schedule'
import { describeInZones, RUNS } from '../zones'

const day = localDate

const LEVEL: LevelInstalmentTerms = {
  kind: 'levelInstalment',
  principalFen: fen(1_200_000),
  drawnOn: day('2026-01-15'),
  firstDueOn: day('2026-02-15'),
  periods: 12,
  cadence: MONTHLY,
  rate: annualRate(0.12),
  firstPeriod: 'whole',
}

function written(terms: LoanTerms): Schedule {
  const schedule = buildSchedule(terms)
  if (!schedule.ok) throw new Error(schedule.error.code)
  return schedule.value
}

const refused = (terms: LoanTerms): string => {
  const schedule = buildSchedule(terms)
  return schedule.ok ? 'accepted' : schedule.error.code
}

const totals = ({ rows }: Schedule): readonly number[] => rows.map((row) => row.totalFen)

describe('a rate that changes', () => {
  it('changes the instalment from the first period that begins on or after its day, over the periods left', () => {
    const stepped = written({ ...LEVEL, rateSteps: [{ from: day('2026-05-15'), rate: annualRate(0.06) }] })
    const plain = written(LEVEL)
    expect(totals(stepped).slice(0, 4)).toEqual(totals(plain).slice(0, 4))
    const left = plain.rows[3]?.balanceFen ?? fen(0)
    expect(stepped.rows[4]?.interestFen).toBe(Math.round(left / 200))
    expect(stepped.rows[4]?.totalFen).toBe(levelInstalmentFen(left, annualRate(0.06), MONTHLY, 8))
  })

  it('of a promotion at nothing costs nothing until its day', () => {
    const promotion = written({
      ...LEVEL,
      rate: annualRate(0),
      rateSteps: [{ from: day('2026-04-15'), rate: annualRate(0.18) }],
    })
    expect(promotion.rows.slice(0, 3).map((row) => row.interestFen)).toEqual([0, 0, 0])
    expect(promotion.rows[3]?.interestFen).toBe(Math.round((1_200_000 - 3 * 100_000) * 0.015))
  })

  it('is split by day where interest goes by days', () => {
    const line: DailyBalanceTerms = {
      kind: 'dailyBalance',
      repayment: 'interestFirst',
      principalFen: fen(1_000_000),
      drawnOn: day('2026-01-10'),
      firstDueOn: day('2026-02-10'),
      periods: 1,
      cadence: MONTHLY,
      rate: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 },
      rateSteps: [{ from: day('2026-01-20'), rate: annualRate(0.0365, 365) }],
    }
    // 10 days at 0.05 % and 21 at 0.01 %.
    expect(written(line).rows[0]?.interestFen).toBe(5000 + 2100)
  })
})

describe('a head and a balloon', () => {
  it('pays interest only in the head, then a level instalment over the rest', () => {
    const schedule = written({ ...LEVEL, interestOnlyPeriods: 3 })
    expect(totals(schedule).slice(0, 3)).toEqual([12_000, 12_000, 12_000])
    expect(schedule.rows[3]?.totalFen).toBe(levelInstalmentFen(fen(1_200_000), annualRate(0.12), MONTHLY, 9))
  })

  it('leaves the balloon for the last instalment', () => {
    const schedule = written({ ...LEVEL, balloonFen: fen(600_000) })
    // PMT(1 %, 12, 12000, −6000) is 593.09.
    expect(schedule.rows[0]?.totalFen).toBe(59_309)
    expect(schedule.rows[10]?.balanceFen).toBeGreaterThan(600_000)
    expect(schedule.rows[11]?.principalFen).toBe(schedule.rows[10]?.balanceFen)
    const equal = written({ ...LEVEL, kind: 'equalPrincipal', balloonFen: fen(600_000), interestOnlyPeriods: 2 })
    expect(equal.rows.map((row) => row.principalFen)).toEqual([0, 0, ...Array<number>(9).fill(60_000), 660_000])
  })
})

describe('own dates', () => {
  it('charge the days between them, in instalments that are level', () => {
    const dates = ['2026-02-01', '2026-03-20', '2026-04-01', '2026-07-01'].map(day)
    const schedule = written({
      ...LEVEL,
      periods: 4,
      firstDueOn: day('2026-02-01'),
      cadence: { every: 'ownDates', dates },
    })
    expect(schedule.rows.map((row) => row.dueOn)).toEqual(dates)
    expect(schedule.rows[0]?.interestFen).toBe(Math.round((1_200_000 * 0.12 * 17) / 360))
    const [first, , third, last] = totals(schedule)
    expect(third).toBe(first)
    expect(Math.abs((last ?? 0) - (first ?? 0))).toBeLessThanOrEqual(4)
  })
})

describe('thirty days to every month', () => {
  it.each([
    ['2026-01-15', '2026-02-15', 30],
    ['2026-01-31', '2026-02-28', 28],
    ['2026-01-30', '2026-03-31', 60],
    ['2026-02-28', '2026-03-31', 33],
    ['2024-02-29', '2025-02-28', 359],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBy30(day(from), day(to))).toBe(days)
  })

  it('is what a bullet and an irregular first period are charged by when the contract says so', () => {
    const bullet = { kind: 'bullet', principalFen: fen(1_000_000), rate: annualRate(0.12) } as const
    const dates = { drawnOn: day('2026-01-31'), maturesOn: day('2026-07-31') }
    expect(written({ ...bullet, ...dates, dayCount: 'thirty' }).totals.interestFen).toBe(60_000)
    expect(written({ ...bullet, ...dates }).totals.interestFen).toBe(Math.round((1_000_000 * 0.12 * 181) / 360))
    const first = { ...LEVEL, firstPeriod: 'days', firstDueOn: day('2026-03-31') } as const
    expect(written({ ...first, dayCount: 'thirty' }).rows[0]?.interestFen).toBe(
      Math.round((1_200_000 * 0.12 * 76) / 360),
    )
    expect(written(first).rows[0]?.interestFen).toBe(Math.round((1_200_000 * 0.12 * 75) / 360))
  })
})

it('says what in a contract cannot be', () => {
  expect(refused({ ...LEVEL, interestOnlyPeriods: 12 })).toBe('head_longer_than_term')
  expect(refused({ ...LEVEL, balloonFen: fen(1_200_000) })).toBe('balloon_out_of_range')
  const steps = [day('2026-06-01'), day('2026-05-01')].map((from) => ({ from, rate: annualRate(0.1) }))
  expect(refused({ ...LEVEL, rateSteps: steps })).toBe('rate_steps_out_of_order')
  expect(refused({ ...LEVEL, rateSteps: [{ from: day('2026-06-01'), rate: annualRate(11) }] })).toBe(
    'rate_out_of_range',
  )
  expect(refused({ ...LEVEL, cadence: { every: 'ownDates', dates: [day('2026-02-15')] } })).toBe('own_dates_do_not_fit')
})

describeInZones('a contract with traits', () => {
  it('repays exactly the principal with any head, balloon and rates, and never goes below zero', () => {
    const traits = fc.record({
      kind: fc.constantFrom('levelInstalment' as const, 'equalPrincipal' as const, 'interestFirst' as const),
      byDay: fc.boolean(),
      principal: fc.integer({ min: 100, max: 50_000_000 }),
      periods: fc.integer({ min: 1, max: 48 }),
      head: fc.nat(47),
      balloonShare: fc.double({ min: 0, max: 0.95, noNaN: true }),
      rates: fc.array(fc.integer({ min: 0, max: 3600 }), { minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(traits, ({ kind, byDay, principal, periods, head, balloonShare, rates }) => {
        const [rate = 0, ...later] = rates.map((bp) => annualRate(bp / 10_000))
        const shared = {
          ...LEVEL,
          periods,
          principalFen: fen(principal),
          interestOnlyPeriods: head % periods,
          balloonFen: fen(Math.floor(principal * balloonShare)),
          rate: rate === 0 ? annualRate(0) : rate,
          rateSteps: later.map((next, index) => ({ from: addDays(LEVEL.drawnOn, 50 * (index + 1)), rate: next })),
        }
        const { firstPeriod, ...plain } = shared
        const terms: LoanTerms = byDay
          ? { ...plain, kind: 'dailyBalance', repayment: kind === 'levelInstalment' ? 'level' : kind }
          : { ...plain, kind, firstPeriod }
        const { rows, totals: sums } = written(terms)
        expect(sums.principalFen).toBe(principal)
        expect(rows.every((row) => row.principalFen >= 0 && row.interestFen >= 0 && row.balanceFen >= 0)).toBe(true)
        expect(rows[rows.length - 1]?.balanceFen).toBe(0)
      }),
      RUNS,
    )
  })
})
