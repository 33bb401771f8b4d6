import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { begun, cardAccount } from '#domain/card/card-account'
import { minimumRows } from '#domain/card/minimum-rows'
import { payingTheMinimum } from '#domain/card/paying-the-minimum'
import { projectMinimum } from '#domain/card/project-minimum'
import { trueCost } from '#domain/loan/true-cost'
import type { RevolvingTerms } from '#domain/loan/terms'
import { fen, sumFen } from '#domain/money/fen'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { aLoan } from '../loan/a-loan'
import { aCard, lateTerms, paid } from './a-card'
import { someTerms } from './some-cards'

const tenThousand = aCard({
  principalFen: fen(1_000_000),
  minimum: { by: 'shareAndCharges', sharePer10000: 1_000, floorFen: fen(5_000) },
})
const owing = fc
  .tuple(someTerms, fc.integer({ min: 1, max: 5_000_000 }))
  .map(([terms, principalFen]): RevolvingTerms => aCard({ ...terms, principalFen: fen(principalFen) }))

describe('paying the minimum', () => {
  test('the first months of 10,000 by hand', () => {
    // Statement 5 January, due 23 January: 1,000. Interest on 5 February: 10,000 × 22 days + 9,000 × 13 days × 0.05 %
    // = 110.00 + 58.50 = 168.50; minimum 10 % of 9,000 and 168.50. On 5 March: 9,000 × 18 + 8,100 × 10 days = 81.00 + 40.50.
    expect(minimumRows(tenThousand).slice(0, 3)).toEqual([
      { dueOn: '2026-01-23', principalFen: 100_000, interestFen: 0, feeFen: 0 },
      { dueOn: '2026-02-23', principalFen: 90_000, interestFen: 16_850, feeFen: 0 },
      { dueOn: '2026-03-23', principalFen: 81_000, interestFen: 12_150, feeFen: 0 },
    ])
  })

  test('rows repay exactly the principal, in order of their days, and nothing is owed after the last', () => {
    fc.assert(
      fc.property(owing, (terms) => {
        const ledger = begun({ terms, defaultTerms: lateTerms() })
        const { rows, isCapped } = projectMinimum(ledger)
        expect(sumFen(rows, (row) => row.principalFen)).toBe(terms.principalFen)
        expect(rows.length).toBeLessThanOrEqual(600)
        expect(isCapped).toBe(rows.length === 600)
        for (const [index, row] of rows.entries()) {
          expect(row.principalFen + row.interestFen + row.feeFen).toBeGreaterThan(0)
          expect(row.dueOn >= (rows[index - 1]?.dueOn ?? terms.drawnOn)).toBe(true)
        }
        expect(ledger.revolving + ledger.interest + ledger.fee + ledger.lateFee).toBe(0)
        expect(ledger.lots.every((lot) => lot.open === 0)).toBe(true)
        expect(ledger.statements.every((each) => each.lateFeeFen === 0)).toBe(true)
        expect(buildSchedule(terms)).toMatchObject({
          ok: true,
          value: { totals: { principalFen: terms.principalFen } },
        })
      }),
    )
  })

  test('the rows are what the account says when they are really paid', () => {
    fc.assert(
      fc.property(owing, (terms) => {
        const rows = minimumRows(terms, lateTerms()).slice(0, 24)
        const payments = rows.map((row) => paid(row.dueOn, row.principalFen + row.interestFen + row.feeFen))
        const last = rows[rows.length - 1]
        if (!last) throw new Error('no rows')
        const account = cardAccount(terms, lateTerms(), payments, last.dueOn)
        expect(account.principalFen).toBe(terms.principalFen - sumFen(rows, (row) => row.principalFen))
        expect(account.creditFen).toBe(0)
        expect(account.statements.every((each) => each.outcome !== 'belowMinimum')).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('a minimum below the interest never repays: the cap is reported and the last row takes all', () => {
    const terms = aCard({ principalFen: fen(1_000_000), minimum: { by: 'fixed', amountFen: fen(1_000) } })
    const { rows, isCapped } = projectMinimum(begun({ terms, defaultTerms: lateTerms() }))
    expect(isCapped).toBe(true)
    expect(rows).toHaveLength(600)
    expect(rows[599]?.principalFen).toBeGreaterThan(900_000)
  })

  test('a card paid at the minimum for two years: 10,548.07 paid, of it 1,345.72 interest, and 797.65 still owed', () => {
    // The sums were computed apart, with decimals, from the rule alone.
    const two = payingTheMinimum(tenThousand, lateTerms(), 24)
    expect(two.statements).toHaveLength(24)
    expect(two).toMatchObject({
      paidFen: 1_054_807,
      principalPaidFen: 920_235,
      interestPaidFen: 134_572,
      feePaidFen: 0,
      owedFen: 79_765,
      principalLeftFen: 79_765,
    })
    expect(two.statements.every((each) => each.outcome === 'minimumPaid')).toBe(true)
  })
})

describe('the true cost of a card', () => {
  test('0.05 % a day paid at the minimum is 18.25 % simple, and more as an effective rate', () => {
    const terms = aCard({
      principalFen: fen(1_000_000),
      drawnOn: localDate('2026-01-05'),
      minimum: { by: 'shareAndCharges', sharePer10000: 500, floorFen: fen(1_000) },
    })
    const cost = trueCost(
      aLoan({ product: 'creditCard', terms, receivedFen: fen(1_000_000), defaultTerms: lateTerms() }),
    )
    if (!cost.ok || cost.value.effectiveAnnual.kind !== 'one') throw new Error('no single rate')
    expect(cost.value.simpleAnnual).toBeCloseTo(0.1825, 4)
    expect(cost.value.effectiveAnnual.root).toBeGreaterThan(0.1825)
    expect(cost.value.effectiveAnnual.root).toBeLessThan(Math.exp(0.1825) - 1)
    // Payments 18 days after the statement and then every month: not evenly spaced, so there is no monthly rate × 12.
    expect(cost.value.nominalApr).toBeNull()
  })
})
