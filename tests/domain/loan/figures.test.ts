import { describe, expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import { contractRate } from '#domain/loan/contract-rate'
import type { LoanTerms } from '#domain/loan/terms'
import { parseLenderPlan } from '#domain/loan/parse-lender-plan'
import { trueCost } from '#domain/loan/true-cost'
import { fen } from '#domain/money/fen'
import { aLoan } from './a-loan'

const flat: LoanTerms = {
  kind: 'flatFee',
  principalFen: fen(1_200_000),
  drawnOn: localDate('2026-01-15'),
  firstDueOn: localDate('2026-02-15'),
  periods: 12,
  cadence: MONTHLY,
  feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
  feeTiming: 'everyPeriod',
}

describe('true cost', () => {
  test('0.6 % a month advertised as 7.2 % is 13.03 % nominal and near 13.8 % effective (its dates decide)', () => {
    const cost = trueCost(aLoan({ terms: flat }))
    if (!cost.ok || cost.value.effectiveAnnual.kind !== 'one') throw new Error('no single rate')
    expect(cost.value.nominalApr).toBeCloseTo(0.130342243, 8)
    expect(cost.value.effectiveAnnual.root).toBeCloseTo(0.1384, 2)
    expect(cost.value.costFen).toBe(86_400)
    expect(contractRate(aLoan({ terms: flat })).partsPerTenMillion).toBe(1_303_422)
  })

  test('an upfront deduction raises every rate; the simple rate of a plain 12 % loan is near 12 %', () => {
    const plain = trueCost(aLoan())
    const cut = trueCost(aLoan({ receivedFen: fen(1_080_000) }))
    if (!plain.ok || !cut.ok) throw new Error('no cost')
    expect(plain.value.simpleAnnual).toBeCloseTo(0.12, 2)
    expect(cut.value.simpleAnnual ?? 0).toBeGreaterThan(0.3)
    expect(cut.value.costFen - plain.value.costFen).toBe(120_000)
  })
})

describe("a lender's plan as pasted", () => {
  test('with a header, in any order, with tabs', () => {
    const plan = parseLenderPlan(
      '期数\t还款日\t应还合计\t本金\t利息\t手续费\n1\t2026-12-15\t¥1,130.50\t1,000.00\t120.50\t10.00\n2\t2027/1/15\t1130.5\t1000\t120.5\t10\n合计\t\t2261',
    )
    expect(plan.dropped).toEqual([])
    expect(plan.rows).toEqual([
      { dueOn: '2026-12-15', principalFen: 100_000, interestFen: 12_050, feeFen: 1000 },
      { dueOn: '2027-01-15', principalFen: 100_000, interestFen: 12_050, feeFen: 1000 },
    ])
  })
  test('without a header, spaces and commas, the year carried over', () => {
    const plan = parseLenderPlan('1 2026年12月15日 1,000.00 12.00\n第2期, 1月15日, 1000, 12')
    expect(plan.rows.map((row) => row.dueOn)).toEqual(['2026-12-15', '2027-01-15'])
    expect(plan.rows.every((row) => row.principalFen === 100_000 && row.interestFen === 1200)).toBe(true)
  })
  test('lines that cannot be read are listed with their reason', () => {
    const plan = parseLenderPlan('12月15日 100\n2026-02-30 100\nhello\n2026-03-01')
    expect(plan.dropped.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'date_without_year'],
      [2, 'date_does_not_exist'],
      [3, 'no_date'],
      [4, 'no_amount'],
    ])
  })
})
