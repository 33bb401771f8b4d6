import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { fen, MAX_FEN, type Fen } from '#domain/money/fen'
import type { RateFraction } from '#domain/rate/interest'
import { annualRate } from '#domain/rate/interest-rate'
import {
  amortiseEqualPrincipal,
  amortiseInterestFirst,
  amortiseLevel,
  repaymentPlan,
  wholePeriods,
  type Amortisation,
  type UniformKind,
} from '#domain/schedule/amortise'
import { amortiseInto, type RepaymentPlan } from '#domain/schedule/amortise-into'

function figuresOf(plan: RepaymentPlan): Amortisation {
  const rows = { principal: new Float64Array(plan.periods), interest: new Float64Array(plan.periods) }
  amortiseInto(plan, rows.principal, rows.interest)
  return rows
}

/** The contract in integers of any size, written for this test: slow, and nothing to be off by one in. */
function inWholeNumbers({ principalFen, periods, instalmentFen, interest, perPeriod }: RepaymentPlan): Amortisation {
  const [numerator, denominator] = [BigInt(perPeriod.numerator), BigInt(perPeriod.denominator)]
  const instalment = BigInt(instalmentFen)
  const original = BigInt(principalFen)
  const rows = { principal: new Float64Array(periods), interest: new Float64Array(periods) }
  let balance = original
  for (let index = 0; index < periods; index++) {
    const base = interest === 'flat' ? original : balance
    const posted = (2n * base * numerator + denominator) / (2n * denominator)
    let part = interest === 'inside' ? instalment - posted : instalment
    if (part < 0n) part = 0n
    if (part > balance || index === periods - 1) part = balance
    rows.principal[index] = Number(part)
    rows.interest[index] = Number(posted)
    balance -= part
  }
  return rows
}

const fraction = fc.record<RateFraction>({
  numerator: fc.oneof(fc.nat(5_000_000), fc.nat(50), fc.nat(2_000_000_000)),
  denominator: fc.constantFrom(10_000_000, 120_000_000, 3_600_000_000, 3_650_000_000, 3, 7, 2000, 1),
})
const anyPlan = fc.record<RepaymentPlan>({
  principalFen: fc.oneof(fc.nat(1_000_000).map(fen), fc.nat(MAX_FEN).map(fen)),
  periods: fc.integer({ min: 1, max: 60 }),
  instalmentFen: fc.oneof(fc.nat(100_000).map(fen), fc.nat(MAX_FEN).map(fen)),
  interest: fc.constantFrom('inside', 'beside', 'flat'),
  perPeriod: fraction,
})

describe('the core of schedules', () => {
  test('every row is that of whole numbers of any size, ties and amounts beyond doubles included', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(figuresOf(plan)).toEqual(inWholeNumbers(plan))
      }),
      { numRuns: 5000 },
    )
  })

  test('half a fen is rounded up and just below half is not, at the edge of what a double holds', () => {
    const interestOf = (principalFen: number, numerator: number, denominator: number) =>
      figuresOf({
        principalFen: principalFen as Fen,
        periods: 2,
        instalmentFen: fen(0),
        interest: 'beside',
        perPeriod: { numerator, denominator },
      }).interest[0]
    expect(interestOf(12_000, 135_000, 120_000_000)).toBe(14)
    expect(interestOf(1, 1, 2)).toBe(1)
    expect(interestOf(1, 1, 3)).toBe(0)
    // A product just below half whose quotient a double rounds to the half: the guess is one too many.
    expect(interestOf(958_674_464, 4_697_696, 3)).toBe(Math.floor((958_674_464 * 4_697_696) / 3))
    for (const denominator of [2000, 2_000_000, 120_000_000]) {
      const half = denominator / 2
      // The largest products the doubles take: whole · denominator + half, one less and one more.
      const whole = Math.floor((2 ** 52 - 2 * denominator) / denominator)
      const product = whole * denominator + half
      expect([product - 1, product, product + 1].map((amount) => interestOf(amount, 1, denominator))).toEqual([
        whole,
        whole + 1,
        whole + 1,
      ])
    }
  })

  test('the functions with arrays of their own run on it, and asking for every row changes nothing', () => {
    const rate = fc.integer({ min: 0, max: 20_000 }).map((parts) => annualRate(parts / 10_000))
    const principal = fc.integer({ min: 1, max: 1_000_000_000 }).map(fen)
    fc.assert(
      fc.property(principal, rate, fc.integer({ min: 1, max: 120 }), (principalFen, of, periods) => {
        const uniform = wholePeriods(of, MONTHLY)
        // Without `everyPeriod` the rows are asked for one by one.
        const asked = (balance: Fen, index: number) => uniform(balance, index)
        const plan = (kind: UniformKind) => repaymentPlan(kind, principalFen, of, MONTHLY, periods)
        const { instalmentFen } = plan('levelInstalment')
        const ways = [uniform, asked].map((interestOf) => [
          amortiseLevel(principalFen, instalmentFen, periods, interestOf),
          amortiseEqualPrincipal(principalFen, periods, interestOf),
          amortiseInterestFirst(principalFen, periods, interestOf),
        ])
        expect(ways[0]).toEqual(ways[1])
        expect(ways[0]).toEqual(
          (['levelInstalment', 'equalPrincipal', 'interestFirst'] as const).map((kind) => figuresOf(plan(kind))),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('a flat fee is the same every period, and the principal is that of equal parts', () => {
    const plan = repaymentPlan(
      'flatFee',
      fen(1_200_001),
      { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
      MONTHLY,
      12,
    )
    const rows = figuresOf(plan)
    expect([...rows.interest]).toEqual(Array(12).fill(7200))
    expect([...rows.principal]).toEqual([...Array<number>(11).fill(100_000), 100_001])
  })
})
