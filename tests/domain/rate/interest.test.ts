import { describe, expect, test } from 'vitest'
import { MONTHLY, type Cadence } from '#domain/calendar/cadence'
import { addMonths, localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { effectiveFromNominal, nominalFromEffective } from '#domain/rate/conversion'
import { headlineRate } from '#domain/rate/effective-annual'
import { addFractions, daysInterest, periodInterest } from '#domain/rate/interest'
import { annualRate, isRateInRange, simpleAnnualFraction, type InterestRate } from '#domain/rate/interest-rate'
import { rateRoots } from '#domain/rate/rate-roots'
import { effectiveAnnual, nominalApr } from '#domain/rate/xirr'

const QUARTERLY: Cadence = { every: 'quarter' }
const rate = (partsPerTenMillion: number, per: InterestRate['per'], dayBasis: 360 | 365 = 360): InterestRate => ({
  partsPerTenMillion,
  per,
  dayBasis,
})
const million = fen(1_000_000)

describe('interest of actual days on 10,000.00', () => {
  test.each<[string, InterestRate, number, number]>([
    ['10 % a year of 365 days, a fifth of it', rate(1_000_000, 'year', 365), 73, 20_000],
    ['10 % a year of 360 days, a fifth of it', rate(1_000_000, 'year'), 72, 20_000],
    ['1 % a month is 12 % of 360 days', rate(100_000, 'month'), 30, 10_000],
    ['1 % a month is 12 % of 365 days', rate(100_000, 'month', 365), 73, 24_000],
    ['0.05 % a day whatever the year', rate(5000, 'day', 365), 10, 5000],
    ['no days', rate(5000, 'day', 365), 0, 0],
  ])('%s', (_, stated, days, interest) => expect(daysInterest(million, stated, days)).toBe(interest))
})

describe('interest of one whole period on 10,000.00', () => {
  test.each<[string, InterestRate, Cadence, number]>([
    ['12 % a year by the month', rate(1_200_000, 'year'), MONTHLY, 10_000],
    ['12 % a year by the quarter', rate(1_200_000, 'year'), QUARTERLY, 30_000],
    ['1 % a month by the month', rate(100_000, 'month'), MONTHLY, 10_000],
    ['1 % a month by the quarter', rate(100_000, 'month'), QUARTERLY, 30_000],
    ['0.06 % a day of 360 by the month: 30 days', rate(6000, 'day'), MONTHLY, 18_000],
    ['0.12 % a day of 365 by the quarter: 91.25 days', rate(12_000, 'day', 365), QUARTERLY, 109_500],
    ['36.5 % a year of 365 by the week', rate(3_650_000, 'year', 365), { every: 'week' }, 7000],
    ['36.5 % a year of 365 by two weeks', rate(3_650_000, 'year', 365), { every: 'twoWeeks' }, 14_000],
    ['36.5 % a year of 365 by ten days', rate(3_650_000, 'year', 365), { every: 'days', days: 10 }, 10_000],
  ])('%s', (_, stated, cadence, interest) => expect(periodInterest(million, stated, cadence)).toBe(interest))
})

test('fractions add over their least common denominator', () => {
  const of = (numerator: number, denominator: number) => ({ numerator, denominator })
  expect(addFractions(of(1, 2), of(1, 3))).toEqual(of(5, 6))
  expect(addFractions(of(1, 4), of(1, 6))).toEqual(of(5, 12))
  expect(addFractions(of(3, 10), of(4, 10))).toEqual(of(7, 10))
})

describe('a rate', () => {
  test('is compared by its simple year: one year, twelve months, or the days of its basis', () => {
    expect(simpleAnnualFraction(rate(1_540_000, 'year'))).toBeCloseTo(0.154, 12)
    expect(simpleAnnualFraction(rate(60_000, 'month'))).toBeCloseTo(0.072, 12)
    expect(simpleAnnualFraction(rate(5000, 'day', 365))).toBeCloseTo(0.1825, 12)
    expect(simpleAnnualFraction(rate(5000, 'day', 360))).toBeCloseTo(0.18, 12)
  })

  test('is whole, not negative and at most 1000 % a year', () => {
    const inRange = (parts: number, per: InterestRate['per'] = 'year') => isRateInRange(rate(parts, per, 365))
    expect([0, 1, 100_000_000].map((parts) => inRange(parts))).toEqual([true, true, true])
    expect([-1, 0.5, Number.NaN, 100_000_001].map((parts) => inRange(parts))).toEqual([false, false, false, false])
    expect([inRange(8_333_333, 'month'), inRange(8_333_334, 'month')]).toEqual([true, false])
  })

  test('of a fraction is kept to 1e-7 a year', () => {
    expect(annualRate(0.154)).toEqual({ partsPerTenMillion: 1_540_000, per: 'year', dayBasis: 360 })
    expect(annualRate(0.123_456_78, 365)).toEqual({ partsPerTenMillion: 1_234_568, per: 'year', dayBasis: 365 })
  })
})

// The examples of the spreadsheet documentation of EFFECT and NOMINAL.
test('5.25 % by the quarter is 5.35427 % effective, and back', () => {
  expect(effectiveFromNominal(0.0525, 4)).toBeCloseTo(0.0535427, 7)
  expect(nominalFromEffective(0.053543, 4)).toBeCloseTo(0.05250032, 8)
})

describe('the effective yearly rate', () => {
  const flow = (on: string, amountFen: number) => ({ on: localDate(on), amountFen })

  test('of 1,000.00 that become 1,100.00 in 365 days is 10 %, in whatever order the flows are told', () => {
    const flows = [flow('2026-01-01', 100_000), flow('2027-01-01', -110_000)]
    for (const told of [flows, [...flows].reverse()]) {
      const answer = effectiveAnnual(told)
      if (answer.kind !== 'one') throw new Error(answer.kind)
      expect(answer.root).toBeCloseTo(0.1, 12)
    }
  })

  test('of half a year compounds', () => {
    const answer = effectiveAnnual([flow('2026-01-01', 100_000), flow('2026-07-02', -110_000)])
    if (answer.kind !== 'one') throw new Error(answer.kind)
    expect(answer.root).toBeCloseTo(1.1 ** (365 / 182) - 1, 12)
  })
})

describe('the headline of a rate', () => {
  const at = (...amounts: number[]) => amounts.map((amount, time) => ({ time, amount }))
  test('is the one root, nothing without one, the smallest not negative of several, else the one nearest zero', () => {
    expect(headlineRate(rateRoots(at(-100, 110)))).toBeCloseTo(0.1, 12)
    expect(headlineRate(rateRoots(at(100, 110)))).toBeNull()
    // (x − 0.5)(x − 1.2)(x − 1.5) and (x − 0.5)(x − 0.8) in x = 1 + r.
    expect(headlineRate(rateRoots(at(1, -3.2, 3.15, -0.9)))).toBeCloseTo(0.2, 9)
    expect(headlineRate(rateRoots(at(1, -1.3, 0.4)))).toBeCloseTo(-0.2, 9)
  })

  test('is exactly zero when what is paid is what was received', () => {
    expect(rateRoots(at(300, -100, -100, -100))).toEqual({ kind: 'one', root: 0 })
    // (x − 1)(x − 1.5)
    const several = rateRoots(at(2, -5, 3))
    if (several.kind !== 'several') throw new Error(several.kind)
    expect(several.roots[0]).toBe(0)
    expect(several.roots[1]).toBeCloseTo(0.5, 12)
    expect(several.headline).toBe(0)
  })

  test('is below zero when less is paid back than received', () => {
    const half = rateRoots(at(100, -50))
    expect(half.kind === 'one' && half.root).toBeCloseTo(-0.5, 12)
    const two = rateRoots(at(100, 0, -81))
    expect(two.kind === 'one' && two.root).toBeCloseTo(-0.1, 12)
  })

  test('is the same when flows of one moment are told apart, in any order, or with nothing among them', () => {
    const whole = rateRoots(at(1000, -400, -700))
    const apart = [
      { time: 2, amount: -300 },
      { time: 0, amount: 1200 },
      { time: 1, amount: -400 },
      { time: 3, amount: 0 },
      { time: 2, amount: -400 },
      { time: 0, amount: -200 },
    ]
    expect(rateRoots(apart)).toEqual(whole)
    // 400/x + 700/x² = 1000: x = (0.4 + √(0.16 + 2.8)) ÷ 2.
    expect(whole.kind === 'one' && whole.root).toBeCloseTo((0.4 + Math.sqrt(2.96)) / 2 - 1, 12)
  })

  test('counts time from the earliest flow wherever the clock stands', () => {
    const late = [
      { time: 100, amount: -100 },
      { time: 102, amount: 121 },
    ]
    const answer = rateRoots(late)
    expect(answer.kind === 'one' && answer.root).toBeCloseTo(0.1, 12)
  })
})

describe('every root and no other', () => {
  const at = (amounts: readonly number[]) => amounts.map((amount, time) => ({ time, amount }))
  /** Π (x − root) written out: its flows have exactly these roots in x = 1 + r. */
  const product = (...roots: readonly number[]): number[] =>
    roots.reduce<number[]>((left, root) => [...left, 0].map((c, i) => c - root * (i > 0 ? (left[i - 1] ?? 0) : 0)), [1])

  test.each<[string, number[], number[]]>([
    ['two near each other', product(1.1, 1.101), [0.1, 0.101]],
    ['two below zero', product(0.4, 0.9), [-0.6, -0.1]],
    ['one below, one at and one above zero', product(0.5, 1, 2), [-0.5, 0, 1]],
    ['one far above', product(1.01, 50), [0.01, 49]],
    ['one that touches below zero', product(0.5, 0.5), [-0.5]],
    ['one that touches and one that crosses', product(1.2, 1.2, 3), [0.2, 2]],
    ['one that touches at zero', product(1, 1), [0]],
    ['one only, though the sign changes three times', [1, -2.1, 2.1, -1.1], [0.1]],
    ['none, though the sign changes twice', [100, -100, 100], []],
    ['none, though the flows come near', [100, -199.9, 100], []],
    ['none on both sides', [100, -10, 100, -10, 100], []],
    ['four', product(0.8, 1.1, 1.5, 2.5), [-0.2, 0.1, 0.5, 1.5]],
  ])('%s', (_, amounts, roots) => {
    const answer = rateRoots(at(amounts))
    const found = answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.root] : answer.roots
    expect(found).toHaveLength(roots.length)
    roots.forEach((root, index) => expect(found[index]).toBeCloseTo(root, 6))
  })

  test('over years of months too', () => {
    // 1,000,000 at 1 % over 240 periods is PMT 11,010.861334.
    const level = [1_000_000, ...Array<number>(240).fill(-11_010.861_334)]
    const answer = rateRoots(at(level))
    expect(answer.kind === 'one' && answer.root).toBeCloseTo(0.01, 9)
  })
})

describe('the nominal rate', () => {
  const spaced = (dates: readonly string[]) =>
    nominalApr(
      dates.map((on, index) => ({
        on: localDate(on),
        amountFen: index === 0 ? 100_000 * (dates.length - 1) : -101_000,
      })),
    )

  test('is twelve, four, or 365 over the days of a period times the rate of a period', () => {
    expect(spaced(['2026-01-15', '2026-02-15'])).toBeCloseTo(0.12, 12)
    expect(spaced(['2026-01-15', '2026-04-15'])).toBeCloseTo(0.04, 12)
    expect(spaced(['2026-01-15', '2027-01-15'])).toBeCloseTo(0.01, 12)
    expect(spaced(['2026-01-15', '2026-01-22'])).toBeCloseTo((0.01 * 365) / 7, 12)
    expect(spaced(['2026-01-31', '2026-03-02', '2026-04-01'])).not.toBeNull()
  })

  test('takes the day money came as a month before the first due day by its own day', () => {
    // Drawn on the 31st, due on the 28th ever after: 31 January + one month is 28 February.
    expect(spaced(['2026-01-31', '2026-02-28', '2026-03-28', '2026-04-28'])).not.toBeNull()
    expect(spaced(['2026-01-30', '2026-02-28', '2026-03-30', '2026-04-30'])).not.toBeNull()
    expect(spaced(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])).not.toBeNull()
  })

  test('is none for uneven dates, a missing month, or a single day', () => {
    expect(spaced(['2026-01-15', '2026-02-15', '2026-04-15'])).toBeNull()
    expect(spaced(['2026-01-15', '2026-02-15', '2026-03-16'])).toBeNull()
    expect(spaced(['2026-01-20', '2026-02-15', '2026-03-15'])).toBeNull()
    expect(spaced(['2026-01-15', '2026-01-22', '2026-01-30'])).toBeNull()
    expect(nominalApr([])).toBeNull()
    const on = localDate('2026-01-15')
    expect(
      nominalApr([
        { on, amountFen: 5 },
        { on, amountFen: -5 },
      ]),
    ).toBeNull()
  })

  test('is none when no rate makes the flows equal, and adds up the flows of one day', () => {
    const day = localDate('2026-01-15')
    expect(
      nominalApr([
        { on: day, amountFen: 5 },
        { on: addMonths(day, 1), amountFen: 5 },
      ]),
    ).toBeNull()
    const apart = nominalApr([
      { on: day, amountFen: 60_000 },
      { on: day, amountFen: 40_000 },
      { on: addMonths(day, 1), amountFen: -101_000 },
    ])
    expect(apart).toBeCloseTo(0.12, 12)
  })
})

describe('equal months', () => {
  const apr = (...dates: readonly string[]) =>
    nominalApr(
      dates.map((on, index) => ({
        on: localDate(on),
        amountFen: index === 0 ? 100_000 * (dates.length - 1) : -101_000,
      })),
    )

  test('anchor to the latest day of any of them, in leap years too', () => {
    expect(apr('2028-01-31', '2028-02-29', '2028-03-31')).not.toBeNull()
    expect(apr('2027-01-31', '2027-02-28', '2027-03-31')).not.toBeNull()
    // Drawn on 28 February, due on the last day of every month after it.
    expect(apr('2026-02-28', '2026-03-31', '2026-04-30')).not.toBeNull()
    expect(apr('2026-02-27', '2026-03-31', '2026-04-30')).toBeNull()
  })

  test('may begin on a later day than they are due: the 31st before a 28 February, the 30th ever after', () => {
    expect(apr('2026-01-31', '2026-02-28', '2026-03-30', '2026-04-30')).not.toBeNull()
    expect(apr('2026-01-31', '2026-02-28', '2026-03-30', '2026-04-29')).toBeNull()
  })

  test('may be told in any order', () => {
    const flows = [
      { on: localDate('2026-03-15'), amountFen: -60_000 },
      { on: localDate('2026-01-15'), amountFen: 100_000 },
      { on: localDate('2026-02-15'), amountFen: -60_000 },
    ]
    const sorted = [flows[1]!, flows[2]!, flows[0]!]
    expect(nominalApr(flows)).toBe(nominalApr(sorted))
    expect(nominalApr(flows)).not.toBeNull()
  })
})

test('fractions that add up to nothing but for the last bit have the rate zero exactly', () => {
  const at = (...amounts: number[]) => amounts.map((amount, time) => ({ time, amount }))
  expect(0.1 + 0.2 - 0.3).not.toBe(0)
  expect(rateRoots(at(0.1, 0.2, -0.3))).toEqual({ kind: 'one', root: 0 })
  expect(rateRoots(at(-0.1, -0.2, 0.3))).toEqual({ kind: 'one', root: 0 })
})

test('a large sum far away does not hide a root that is near: 1 lent, 1 back after a day and 1,000 after ten years', () => {
  const flows = [
    { time: 0, amount: -1 },
    { time: 1 / 365, amount: 1 },
    { time: 10, amount: 1000 },
  ]
  const answer = rateRoots(flows)
  if (answer.kind !== 'one') throw new Error(answer.kind)
  const worth = flows.reduce((sum, { time, amount }) => sum + amount * (1 + answer.root) ** -time, 0)
  expect(Math.abs(worth)).toBeLessThan(1e-12)
  expect(answer.root).toBeGreaterThan(1)
})
