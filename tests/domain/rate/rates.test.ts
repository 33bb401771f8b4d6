import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { addMonths, localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { daysInterest, periodInterest } from '#domain/rate/interest'
import { parseRate } from '#domain/rate/parse-rate'
import { rateRoots } from '#domain/rate/rate-roots'
import { effectiveAnnual, nominalApr } from '#domain/rate/xirr'

describe('rates as people are told them', () => {
  test.each([
    ['年化 15.4%', 1_540_000, 'year', 360],
    ['月费率 0.6%', 60_000, 'month', 360],
    ['日息万五', 5000, 'day', 365],
    ['日息万分之五', 5000, 'day', 365],
    ['日息 0.05%', 5000, 'day', 365],
    ['1 万用 1 天 5 元', 5000, 'day', 365],
    ['1千用1天0.5元', 5000, 'day', 365],
    ['月息 6‰', 60_000, 'month', 360],
    ['月息1分', 100_000, 'month', 360],
    ['年利率１２％', 1_200_000, 'year', 360],
    ['12%/年', 1_200_000, 'year', 360],
  ])('%s', (text, partsPerTenMillion, per, dayBasis) =>
    expect(parseRate(text)).toEqual({ ok: true, value: { partsPerTenMillion, per, dayBasis } }),
  )
  test('a bare per cent takes the period of its field, or asks for one', () => {
    expect(parseRate('12%', 'year')).toMatchObject({ value: { partsPerTenMillion: 1_200_000 } })
    expect(parseRate('12%')).toMatchObject({ error: { code: 'rate_period_missing' } })
  })
  test.each([
    ['', 'rate_empty'],
    ['年化', 'rate_unreadable'],
    ['年化 -3%', 'rate_negative'],
    ['年化 3600%', 'rate_too_high'],
    ['日息 0.123456%', 'rate_too_precise'],
  ])('%j is refused: %s', (text, code) => expect(parseRate(text)).toMatchObject({ error: { code } }))
})

test('interest is exact half up per period and per day', () => {
  expect(periodInterest(fen(12_000), annualRate(0.0135), MONTHLY)).toBe(14)
  expect(daysInterest(fen(1_000_000), { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 }, 31)).toBe(15_500)
  expect(daysInterest(fen(1_000_000), annualRate(0.12, 360), 31)).toBe(10_333)
})

describe('true rates', () => {
  const at = (amounts: number[]) => amounts.map((amount, time) => ({ time, amount }))
  test('a touching root is one root: (1 + r) = 1.1 twice', () => {
    const answer = rateRoots(at([-1000, 2200, -1210]))
    expect(answer.kind).toBe('one')
    if (answer.kind === 'one') expect(answer.root).toBeCloseTo(0.1, 9)
  })
  test('all roots are listed and the smallest that is not negative is the headline', () => {
    const answer = rateRoots(at([-1000, 3600, -4310, 1716]))
    expect(answer).toMatchObject({ kind: 'several' })
    if (answer.kind === 'several') {
      answer.roots.forEach((root, index) => expect(root).toBeCloseTo([0.1, 0.2, 0.3][index]!, 8))
      expect(answer.headline).toBeCloseTo(0.1, 8)
    }
  })
  test('no flows, one date or one sign have no rate', () => {
    expect(effectiveAnnual([])).toEqual({ kind: 'none' })
    const on = localDate('2026-01-01')
    expect(
      effectiveAnnual([
        { on, amountFen: 5 },
        { on, amountFen: -5 },
      ]),
    ).toEqual({ kind: 'none' })
    expect(rateRoots(at([5, 6, 7]))).toEqual({ kind: 'none' })
  })
  test('every planted root is found, and every answer satisfies the equation', () => {
    const root = fc.integer({ min: -60, max: 200 }).map((percent) => percent / 100)
    fc.assert(
      fc.property(fc.uniqueArray(root, { minLength: 1, maxLength: 3 }), (planted) => {
        // Π (x − (1 + r)) has exactly these roots in x = 1 + r.
        let polynomial = [1]
        for (const r of planted) {
          const next = Array<number>(polynomial.length + 1).fill(0)
          polynomial.forEach((c, i) => {
            next[i] = next[i]! + c
            next[i + 1] = next[i + 1]! - c * (1 + r)
          })
          polynomial = next
        }
        const answer = rateRoots(at(polynomial))
        const found = answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.root] : answer.roots
        expect(found).toHaveLength(planted.length)
        ;[...planted].sort((a, b) => a - b).forEach((r, i) => expect(found[i]).toBeCloseTo(r, 6))
      }),
    )
  })
  test('the nominal rate needs equal spacing; clamped month ends are equal', () => {
    const anchor = localDate('2026-01-31')
    const flows = Array.from({ length: 13 }, (_, i) => ({
      on: addMonths(anchor, i),
      amountFen: i === 0 ? 1_200_000 : -107_200,
    }))
    expect(nominalApr(flows)).toBeCloseTo(0.130342243, 9)
    expect(nominalApr([...flows.slice(0, 12), { on: localDate('2027-02-01'), amountFen: -1 }])).toBeNull()
    expect(nominalApr(flows.map((f, i) => (i === 0 ? f : { ...f, amountFen: -100_000 })))).toBe(0)
  })
})
