import { describe, expect, it } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import { PREPAY_BY_ACTUAL_DAYS, PREPAY_FEES_UNKNOWN } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import { settlementOutcomes } from '#domain/loan/settlement-outcomes'
import { stateOn } from '#domain/loan/state-on'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan, paid } from './a-loan'

const on = localDate('2026-03-01')

function outcomes(loan: Loan) {
  const found = settlementOutcomes(loan, on)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

const flatFee = (prepayment: Loan['prepayment'], events: Loan['events'] = []): Loan =>
  aLoan({
    terms: {
      kind: 'flatFee',
      principalFen: fen(1_200_000),
      drawnOn: localDate('2026-01-15'),
      firstDueOn: localDate('2026-02-15'),
      periods: 12,
      cadence: MONTHLY,
      feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 360 },
      feeTiming: 'everyPeriod',
    },
    prepayment,
    events: [paid('p1', '2026-02-15', 107_200), ...events],
  })

describe('settling today', () => {
  it('is principal and interest to the day where nothing else is agreed', () => {
    const loan = aLoan({ events: [paid('p1', '2026-02-15', 106_619)] })
    expect(outcomes(loan)).toMatchObject([
      { rule: 'byContract', isContract: true, parts: { dueFen: 0, principalFen: 1_105_381, interestFen: 5158 } },
    ])
  })

  it('stands with both outcomes while it is not known whether the fees still to come are charged', () => {
    const found = outcomes(flatFee(PREPAY_FEES_UNKNOWN))
    expect(found.map(({ rule, totalFen }) => [rule, totalFen])).toEqual([
      ['feesDue', 1_100_000 + 11 * 7200],
      ['feesWaived', 1_100_000],
    ])
    expect(found.map(({ savesFen }) => savesFen)).toEqual([0, 11 * 7200])
  })

  it('follows the contract when it is known', () => {
    expect(outcomes(flatFee(PREPAY_BY_ACTUAL_DAYS)).map(({ rule }) => rule)).toEqual(['feesWaived'])
    expect(outcomes(flatFee({ ...PREPAY_BY_ACTUAL_DAYS, remainingFees: 'due' })).map(({ rule }) => rule)).toEqual([
      'feesDue',
    ])
  })

  it('may cost more than going on: a fee for paying early above the interest saved', () => {
    const dear = outcomes(
      aLoan({
        prepayment: { ...PREPAY_BY_ACTUAL_DAYS, feePer10000: 1000 },
        events: [paid('p1', '2026-02-15', 106_619)],
      }),
    )
    expect(dear[0]?.savesFen).toBeLessThan(0)
  })

  it('puts the lender’s quote first while it holds', () => {
    const quoted = (validUntil: string | null) =>
      outcomes(
        flatFee(PREPAY_FEES_UNKNOWN, [
          {
            kind: 'settlementQuoted',
            id: 'q',
            on: localDate('2026-02-20'),
            note: '',
            source: 'app',
            amountFen: fen(1_111_000),
            validUntil: validUntil === null ? null : localDate(validUntil),
          },
        ]),
      ).map(({ rule }) => rule)
    expect(quoted('2026-03-01')[0]).toBe('quote')
    expect(quoted(null)[0]).toBe('quote')
    expect(quoted('2026-02-28')[0]).toBe('feesDue')
  })
})

it('settles what is owed on demand with the interest it has borne', () => {
  const terms: Loan['terms'] = {
    kind: 'informal',
    principalFen: fen(1_000_000),
    drawnOn: localDate('2025-11-21'),
    rate: annualRate(0.0365, 365),
    rows: [],
  }
  // A hundred days of 1.00 a day.
  expect(outcomes(aLoan({ terms }))[0]).toMatchObject({ totalFen: 1_010_000, parts: { interestFen: 10_000 } })
  const paidOff = aLoan({
    terms,
    events: [{ kind: 'payment', id: 's', on, amountFen: fen(1_010_000), note: '', purpose: 'settle' }],
  })
  const state = stateOn(paidOff, on)
  expect(state.ok && state.value).toMatchObject({ stage: 'settled', creditFen: 0, forgivenFen: 0, accruedFen: 0 })
})
