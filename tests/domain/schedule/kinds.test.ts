import { describe, expect, it } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { addDays, localDate } from '#domain/calendar/local-date'
import type { LoanTerms, RateStep, RecurringFee } from '#domain/loan/terms'
import { fen, MAX_FEN, type Fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { amortiseLevel, equalPrincipalPart, levelInstalmentFen } from '#domain/schedule/amortise'
import { buildSchedule, statedRate } from '#domain/schedule/build-schedule'

const day = localDate
const drawnOn = day('2026-01-15')

/** 1,000.00 at 12 % over three months. */
const SMALL = {
  principalFen: fen(100_000),
  drawnOn,
  firstDueOn: day('2026-02-15'),
  periods: 3,
  cadence: MONTHLY,
  rate: annualRate(0.12),
  firstPeriod: 'whole' as const,
}
const DAILY = { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 } as const

function written(terms: LoanTerms, fees: readonly RecurringFee[] = []) {
  const schedule = buildSchedule(terms, fees)
  if (!schedule.ok) throw new Error(schedule.error.code)
  return schedule.value
}

const figures = (terms: LoanTerms) => written(terms).rows.map((row) => [row.principalFen, row.interestFen])
const parts = (terms: LoanTerms) => written(terms).rows.map((row) => row.principalFen)
const interests = (terms: LoanTerms) => written(terms).rows.map((row) => row.interestFen)

describe('1,000.00 at 1 % a month over three months', () => {
  it('as a level instalment is 340.02 twice and 340.03 last', () => {
    const { rows, totals } = written({ kind: 'levelInstalment', ...SMALL })
    expect(rows).toEqual([
      {
        n: 1,
        dueOn: '2026-02-15',
        principalFen: 33_002,
        interestFen: 1000,
        feeFen: 0,
        totalFen: 34_002,
        balanceFen: 66_998,
      },
      {
        n: 2,
        dueOn: '2026-03-15',
        principalFen: 33_332,
        interestFen: 670,
        feeFen: 0,
        totalFen: 34_002,
        balanceFen: 33_666,
      },
      { n: 3, dueOn: '2026-04-15', principalFen: 33_666, interestFen: 337, feeFen: 0, totalFen: 34_003, balanceFen: 0 },
    ])
    expect(totals).toEqual({ principalFen: 100_000, interestFen: 2007, feeFen: 0, totalFen: 102_007 })
  })

  it('as equal principal is 333.33 twice and 333.34 last, with 1 % of what is left', () => {
    expect(figures({ kind: 'equalPrincipal', ...SMALL })).toEqual([
      [33_333, 1000],
      [33_333, 667],
      [33_334, 333],
    ])
  })

  it('interest first is 10.00 each month and everything last', () => {
    expect(figures({ kind: 'interestFirst', ...SMALL })).toEqual([
      [0, 1000],
      [0, 1000],
      [100_000, 1000],
    ])
  })

  it('without a rate is a third each, the residue last', () => {
    expect(figures({ kind: 'levelInstalment', ...SMALL, rate: annualRate(0) })).toEqual([
      [33_333, 0],
      [33_333, 0],
      [33_334, 0],
    ])
  })

  it('goes on by the quarter at 3 %, by the week at seven days of the year', () => {
    expect(interests({ kind: 'interestFirst', ...SMALL, cadence: { every: 'quarter' } })).toEqual([3000, 3000, 3000])
    // 12 % × 7 ÷ 360 of 1,000.00 is 2.33.
    const weekly = { kind: 'interestFirst', ...SMALL, cadence: { every: 'week' } } as const
    expect(interests({ ...weekly, firstDueOn: addDays(drawnOn, 7) })).toEqual([233, 233, 233])
    expect(written(weekly).rows.map(({ dueOn }) => dueOn)).toEqual(['2026-02-15', '2026-02-22', '2026-03-01'])
  })
})

describe('a daily rate', () => {
  it('charges the days of every month whatever the kind', () => {
    // 31, 28 and 31 days of 0.50.
    expect(interests({ kind: 'interestFirst', ...SMALL, rate: DAILY })).toEqual([1550, 1400, 1550])
  })

  it('of a line repaid in equal parts charges what is left for its days', () => {
    const line = { ...SMALL, kind: 'dailyBalance', repayment: 'equalPrincipal', rate: DAILY } as const
    // 666.67 × 0.05 % × 28 = 9.33; 333.34 × 0.05 % × 31 = 5.17.
    expect(figures(line)).toEqual([
      [33_333, 1550],
      [33_333, 933],
      [33_334, 517],
    ])
  })

  it('of a level line keeps the instalment of whole months and charges the days', () => {
    const line = { ...SMALL, kind: 'dailyBalance', repayment: 'level', rate: DAILY } as const
    const instalment = levelInstalmentFen(fen(100_000), DAILY, MONTHLY, 3)
    const rows = written(line).rows
    expect(rows.slice(0, 2).map(({ totalFen }) => totalFen)).toEqual([instalment, instalment])
    expect(rows[0]?.interestFen).toBe(1550)
  })

  it('of a line with a yearly rate goes by the days all the same, from the day the money came', () => {
    const line = { ...SMALL, kind: 'dailyBalance', repayment: 'interestFirst', rate: annualRate(0.12) } as const
    // 31, 28, 31 days of 12 % ÷ 360; drawn ten days earlier 41 days first.
    expect(interests(line)).toEqual([1033, 933, 1033])
    expect(interests({ ...line, drawnOn: day('2026-01-05') })[0]).toBe(1367)
  })
})

describe('an irregular first period', () => {
  const first = (changes: Partial<typeof SMALL> & { rateSteps?: readonly RateStep[] }, firstPeriod: 'whole' | 'days') =>
    interests({ kind: 'interestFirst', ...SMALL, ...changes, firstPeriod })[0]

  it('is a whole one seen from either end: 31 January to 28 February, 28 January to 28 February, a week to the day', () => {
    const february = { firstDueOn: day('2026-02-28') }
    expect(first({ ...february, drawnOn: day('2026-01-31') }, 'days')).toBe(1000)
    expect(first({ ...february, drawnOn: day('2026-01-28') }, 'days')).toBe(1000)
    // 29 days, a day more than from the 31st and two less than from the 28th.
    expect(first({ ...february, drawnOn: day('2026-01-27') }, 'days')).toBe(1067)
    expect(first({ cadence: { every: 'week' }, firstDueOn: day('2026-01-22') }, 'days')).toBe(233)
    expect(first({ cadence: { every: 'week' }, firstDueOn: day('2026-01-23') }, 'days')).toBe(267)
  })

  it('counts a change of rate from the day the period begins: with the money, or a whole month before it is due', () => {
    const rateSteps = [{ from: day('2026-02-01'), rate: annualRate(0.24) }]
    const march = { firstDueOn: day('2026-03-01'), rateSteps }
    // Whole: from 1 February, all of it at 2 %. By days: 17 days at 12 % and 28 at 24 %.
    expect(first(march, 'whole')).toBe(2000)
    expect(first(march, 'days')).toBe(2433)
    expect(first({ ...march, rateSteps: [{ from: day('2026-02-02'), rate: annualRate(0.24) }] }, 'whole')).toBe(1000)
  })
})

describe('rates that change', () => {
  it('count from the period that begins on their day, the last one before it staying in force', () => {
    const rateSteps = [
      { from: day('2026-02-15'), rate: annualRate(0.24) },
      { from: day('2026-03-16'), rate: annualRate(0.36) },
    ]
    // 2 % from 15 February; the change of 16 March is after the third period has begun.
    expect(interests({ kind: 'interestFirst', ...SMALL, rateSteps })).toEqual([1000, 2000, 2000])
  })

  it('leave a level instalment with a balloon to be computed anew down to the balloon', () => {
    const terms = { kind: 'levelInstalment', ...SMALL, periods: 12, balloonFen: fen(50_000) } as const
    const rows = written({ ...terms, rateSteps: [{ from: day('2026-07-15'), rate: annualRate(0.24) }] }).rows
    const left = rows[5]?.balanceFen ?? 0
    // PMT by the textbook: (B − 500.00 ÷ 1.02⁶) × 2 % ÷ (1 − 1.02⁻⁶).
    const growth = 1.02 ** 6
    const instalment = Math.round(((left - 50_000 / growth) * 0.02) / (1 - 1 / growth))
    expect(rows.slice(6, 11).map(({ totalFen }) => totalFen)).toEqual(Array(5).fill(instalment))
    expect(rows[5]?.totalFen).toBe(rows[0]?.totalFen)
    expect(Math.abs((rows[11]?.totalFen ?? 0) - instalment - 50_000)).toBeLessThanOrEqual(6)
  })

  it('after an interest-only head start the instalment when the head ends', () => {
    const rows = written({
      kind: 'levelInstalment',
      ...SMALL,
      periods: 6,
      interestOnlyPeriods: 2,
      rateSteps: [{ from: day('2026-02-15'), rate: annualRate(0.24) }],
    }).rows
    expect(rows.slice(0, 2).map(({ totalFen, principalFen }) => [totalFen, principalFen])).toEqual([
      [1000, 0],
      [2000, 0],
    ])
    // PMT(2 %, 4, 1000) is 262.62.
    expect(rows.slice(2, 5).map(({ totalFen }) => totalFen)).toEqual([26_262, 26_262, 26_262])
  })
})

describe('equal parts of principal', () => {
  it('are rounded, or floored where rounding would repay too much before the last', () => {
    expect(equalPrincipalPart(fen(100_000), 3)).toBe(33_333)
    expect(equalPrincipalPart(fen(200), 3)).toBe(67)
    // 0.03 in four: 0.01 three times and nothing last is exactly enough; 0.02 in four would be too much.
    expect(equalPrincipalPart(fen(3), 4)).toBe(1)
    expect(equalPrincipalPart(fen(2), 4)).toBe(0)
  })

  it('are counted after the head and without the balloon', () => {
    const terms = { kind: 'equalPrincipal', ...SMALL, periods: 4 } as const
    expect(parts({ ...terms, interestOnlyPeriods: 1 })).toEqual([0, 33_333, 33_333, 33_334])
    expect(parts({ ...terms, balloonFen: fen(40_000) })).toEqual([15_000, 15_000, 15_000, 55_000])
  })
})

describe('a fixed instalment', () => {
  it('below its own interest repays nothing, above what is left repays what is left, and the last takes the rest', () => {
    const repaid = (instalment: number, interest: number) => [
      ...amortiseLevel(fen(1000), fen(instalment), 3, () => fen(interest)).principal,
    ]
    expect(repaid(5, 10)).toEqual([0, 0, 1000])
    expect(repaid(10, 10)).toEqual([0, 0, 1000])
    expect(repaid(11, 10)).toEqual([1, 1, 998])
    expect(repaid(600, 0)).toEqual([600, 400, 0])
  })
})

describe('flat fees and fees beside the instalment', () => {
  const flat = {
    kind: 'flatFee',
    principalFen: fen(100_000),
    drawnOn,
    firstDueOn: day('2026-02-15'),
    periods: 3,
    cadence: MONTHLY,
    feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 360 },
    feeTiming: 'everyPeriod',
  } as const

  it('of 0.6 % a month are 6.00 every month on the original principal, or 18.00 with the first', () => {
    const rows = written(flat).rows.map((row) => [row.principalFen, row.interestFen, row.feeFen])
    expect(rows).toEqual([
      [33_333, 0, 600],
      [33_333, 0, 600],
      [33_334, 0, 600],
    ])
    expect(written({ ...flat, feeTiming: 'withFirst' }).rows.map((row) => row.feeFen)).toEqual([1800, 0, 0])
  })

  it('join the instalments they fall due with; what is paid in cash on the day of the money is no instalment', () => {
    const fee = (timing: RecurringFee['timing'], amountFen: number): RecurringFee => ({
      id: timing,
      name: timing,
      amountFen: fen(amountFen),
      timing,
    })
    const fees = [fee('everyInstalment', 100), fee('withFirst', 5000), fee('upfront', 70_000)]
    const { rows, totals } = written(flat, fees)
    expect(rows.map((row) => row.feeFen)).toEqual([5700, 700, 700])
    expect(rows.map((row) => row.totalFen)).toEqual([39_033, 34_033, 34_034])
    expect(totals).toEqual({ principalFen: 100_000, interestFen: 0, feeFen: 7100, totalFen: 107_100 })
  })
})

describe('a loan among friends', () => {
  /** 10,000.00 at 1.00 a day. */
  const friends = (
    rows: readonly [days: number, amountFen: number][],
    rate = annualRate(0.0365, 365) as ReturnType<typeof annualRate> | null,
  ): LoanTerms => ({
    kind: 'informal',
    principalFen: fen(1_000_000),
    drawnOn,
    rate,
    rows: rows.map(([days, amountFen]) => ({ dueOn: addDays(drawnOn, days), amountFen: fen(amountFen) })),
  })
  const refusal = (terms: LoanTerms) => {
    const schedule = buildSchedule(terms)
    return schedule.ok ? null : schedule.error
  }

  it('pays interest to the day first, and unpaid interest waits without bearing interest', () => {
    expect(
      figures(
        friends([
          [10, 500],
          [20, 100_000],
          [30, 50_000],
        ]),
      ),
    ).toEqual([
      [0, 500],
      [98_500, 1500],
      // 9,015.00 for ten days is 9.015: 9.02.
      [49_098, 902],
    ])
  })

  it('with interest is cleared by a last row that is larger; a row after that is refused', () => {
    expect(figures(friends([[10, 2_000_000]]))).toEqual([[1_000_000, 1000]])
    expect(
      refusal(
        friends([
          [10, 2_000_000],
          [11, 5],
        ]),
      ),
    ).toEqual({
      code: 'rows_do_not_repay',
      principalFen: 1_000_000,
      rowsFen: 2_000_005,
    })
  })

  it('without interest is repaid exactly or in part, never more', () => {
    expect(
      figures(
        friends(
          [
            [10, 400_000],
            [20, 600_000],
          ],
          null,
        ),
      ),
    ).toEqual([
      [400_000, 0],
      [600_000, 0],
    ])
    expect(
      refusal(
        friends(
          [
            [10, 400_000],
            [20, 600_001],
          ],
          null,
        ),
      ),
    ).toEqual({
      code: 'rows_do_not_repay',
      principalFen: 1_000_000,
      rowsFen: 1_000_001,
    })
    expect(written(friends([], null))).toEqual({
      rows: [],
      totals: { principalFen: 0, interestFen: 0, feeFen: 0, totalFen: 0 },
    })
  })

  it('has its rows in order', () => {
    expect(
      refusal(
        friends([
          [10, 5],
          [10, 5],
          [9, 5],
        ]),
      ),
    ).toEqual({ code: 'rows_out_of_order', row: 3 })
  })
})

describe('what cannot be a contract is refused with what is wrong', () => {
  const level = { kind: 'levelInstalment', ...SMALL } as const
  const error = (terms: LoanTerms) => {
    const schedule = buildSchedule(terms)
    return schedule.ok ? 'accepted' : schedule.error
  }

  it.each([0, -1, 0.5, Number.NaN, MAX_FEN + 1])('a principal of %d', (principalFen) => {
    expect(error({ ...level, principalFen: principalFen as Fen })).toEqual({
      code: 'principal_out_of_range',
      principalFen,
    })
  })
  it.each([1, MAX_FEN])('not a principal of %d', (principalFen) => {
    expect(error({ ...level, principalFen: principalFen as Fen })).toBe('accepted')
  })

  it.each([0, 601, 1.5])('%d instalments', (periods) => {
    expect(error({ ...level, periods })).toEqual({ code: 'term_out_of_range', periods })
  })
  it.each([1, 600])('not %d instalments', (periods) => expect(error({ ...level, periods })).toBe('accepted'))

  it.each([0, 367, 1.5])('a period of %d days', (days) => {
    expect(error({ ...level, cadence: { every: 'days', days } })).toEqual({ code: 'cadence_out_of_range', days })
  })
  it.each([1, 366])('not a period of %d days', (days) => {
    expect(error({ ...level, cadence: { every: 'days', days } })).toBe('accepted')
  })

  it('a rate above 1000 % a year or below nothing, of interest and of fees alike', () => {
    const tooHigh = { code: 'rate_out_of_range', partsPerTenMillion: 100_000_001 }
    const rate = { partsPerTenMillion: 100_000_001, per: 'year', dayBasis: 360 } as const
    expect(error({ ...level, rate })).toEqual(tooHigh)
    expect(error({ ...level, rateSteps: [{ from: drawnOn, rate }] })).toEqual(tooHigh)
    expect(error({ kind: 'flatFee', ...SMALL, feeRate: rate, feeTiming: 'withFirst' })).toEqual(tooHigh)
    expect(error({ ...level, rate: { ...rate, partsPerTenMillion: -1 } })).toEqual({
      ...tooHigh,
      partsPerTenMillion: -1,
    })
  })

  it('a first due day before the money; the same day is none', () => {
    const refused = { code: 'first_due_before_drawn', drawnOn, firstDueOn: '2026-01-14' }
    expect(error({ ...level, firstDueOn: day('2026-01-14') })).toEqual(refused)
    expect(error({ ...level, firstDueOn: drawnOn })).toBe('accepted')
    const bullet = { kind: 'bullet', principalFen: fen(100), drawnOn, rate: annualRate(0) } as const
    expect(error({ ...bullet, maturesOn: day('2026-01-14') })).toEqual(refused)
    expect(error({ ...bullet, maturesOn: drawnOn })).toBe('accepted')
    const rows = [{ dueOn: day('2026-01-14'), amountFen: fen(5) }]
    expect(error({ kind: 'informal', principalFen: fen(100), drawnOn, rate: null, rows })).toEqual(refused)
  })

  it('own dates that are too few, begin on another day, or go back', () => {
    const own = (...dates: readonly string[]) =>
      error({ ...level, cadence: { every: 'ownDates', dates: dates.map(day) } })
    const misfit = { code: 'own_dates_do_not_fit', dates: 3, periods: 3 }
    expect(own('2026-02-15', '2026-03-15', '2026-03-15')).toBe('accepted')
    expect(own('2026-02-15', '2026-03-15')).toEqual({ ...misfit, dates: 2 })
    expect(own('2026-02-16', '2026-03-15', '2026-04-15')).toEqual(misfit)
    expect(own('2026-02-15', '2026-04-15', '2026-03-15')).toEqual(misfit)
  })

  it('a head as long as the term, a part of a period, or less than none', () => {
    expect(error({ ...level, interestOnlyPeriods: 2 })).toBe('accepted')
    for (const head of [3, -1, 0.5])
      expect(error({ ...level, interestOnlyPeriods: head })).toEqual({
        code: 'head_longer_than_term',
        head,
        periods: 3,
      })
  })

  it('a balloon of the whole principal or below nothing', () => {
    expect(error({ ...level, balloonFen: fen(99_999) })).toBe('accepted')
    for (const balloonFen of [100_000, -1])
      expect(error({ ...level, balloonFen: balloonFen as Fen })).toEqual({
        code: 'balloon_out_of_range',
        balloonFen,
        principalFen: 100_000,
      })
  })

  it('steps of a rate that go back, by their number', () => {
    const steps = (...days: readonly string[]) => days.map((from) => ({ from: day(from), rate: annualRate(0.1) }))
    expect(error({ ...level, rateSteps: steps('2026-03-01', '2026-03-01') })).toBe('accepted')
    expect(error({ ...level, rateSteps: steps('2026-03-01', '2026-03-02', '2026-03-01') })).toEqual({
      code: 'rate_steps_out_of_order',
      step: 3,
    })
  })

  it('a lender’s plan without rows, out of order, or that repays another sum', () => {
    const plan = (...rows: readonly [string, number][]) =>
      error({
        kind: 'lenderSchedule',
        principalFen: fen(100),
        drawnOn,
        rows: rows.map(([dueOn, principalFen]) => ({
          dueOn: day(dueOn),
          principalFen: fen(principalFen),
          interestFen: fen(7),
          feeFen: fen(0),
        })),
      })
    expect(plan()).toEqual({ code: 'no_rows' })
    expect(plan(['2026-02-01', 40], ['2026-02-01', 60])).toBe('accepted')
    expect(plan(['2026-02-02', 40], ['2026-02-01', 60])).toEqual({ code: 'rows_out_of_order', row: 2 })
    expect(plan(['2026-02-01', 40], ['2026-03-01', 61])).toEqual({
      code: 'rows_do_not_repay',
      principalFen: 100,
      rowsFen: 101,
    })
  })
})

it('the rate a contract states is its own; a flat fee and a lender’s rows state none', () => {
  expect(statedRate({ kind: 'levelInstalment', ...SMALL })).toEqual(annualRate(0.12))
  expect(statedRate({ kind: 'flatFee', ...SMALL, feeRate: DAILY, feeTiming: 'withFirst' })).toBeNull()
  expect(statedRate({ kind: 'lenderSchedule', principalFen: fen(1), drawnOn, rows: [] })).toBeNull()
})
