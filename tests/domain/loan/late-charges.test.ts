import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { LateFee } from '#domain/loan/default-terms'
import { lateFeeCharge, lateFeeCharges } from '#domain/loan/late-fee'
import { penaltyOf } from '#domain/loan/penalty-rate'
import { stageOf } from '#domain/loan/summarise'
import { fen } from '#domain/money/fen'
import { aLoan } from './a-loan'

const day = localDate

describe('one charge of a late fee', () => {
  const share = (minFen: number, maxFen: number | null): LateFee => ({
    by: 'share',
    sharePer10000: 500,
    minFen: fen(minFen),
    maxFen: maxFen === null ? null : fen(maxFen),
  })

  it('is the fixed sum, or 5 % of what is missed within its floor and limit', () => {
    expect(lateFeeCharge({ by: 'fixed', amountFen: fen(2000) }, 1)).toBe(2000)
    expect(lateFeeCharge(share(0, null), 100_000)).toBe(5000)
    expect(lateFeeCharge(share(0, null), 10)).toBe(1)
    expect(lateFeeCharge(share(0, null), 9)).toBe(0)
    expect(lateFeeCharge(share(1000, null), 100)).toBe(1000)
    expect(lateFeeCharge(share(1000, 4000), 100_000)).toBe(4000)
    expect(lateFeeCharge(share(1000, 4000), 60_000)).toBe(3000)
  })

  it('is nothing where nothing is missed', () => {
    for (const missed of [0, -1]) {
      expect(lateFeeCharge({ by: 'fixed', amountFen: fen(2000) }, missed)).toBe(0)
      expect(lateFeeCharge(share(1000, null), missed)).toBe(0)
    }
  })
})

describe('the charges an open instalment has gathered', () => {
  const charges = (charged: LateFee['charged'], on: string, graceDays = 0, dueOn = '2026-01-31') =>
    lateFeeCharges({ by: 'fixed', amountFen: fen(1), charged }, day(dueOn), graceDays, day(on))

  it('are none on the due day and within the grace days, whatever the rule', () => {
    for (const charged of ['once', 'daily', 'monthly', undefined] as const) {
      expect(charges(charged, '2026-01-30')).toBe(0)
      expect(charges(charged, '2026-01-31')).toBe(0)
      expect(charges(charged, '2026-02-03', 3)).toBe(0)
      expect(charges(charged, '2026-02-04', 3)).toBe(charged === 'daily' ? 4 : 1)
      expect(charges(charged, '2026-02-01')).toBe(1)
    }
  })

  it('are one for good, one for every day since the due day, or one more at each month', () => {
    expect(charges('once', '2027-01-31')).toBe(1)
    expect(charges(undefined, '2027-01-31')).toBe(1)
    expect(charges('daily', '2026-03-02')).toBe(30)
    // The first day of lateness is 1 February: the next charges come on 1 March and 1 April.
    expect(charges('monthly', '2026-02-28')).toBe(1)
    expect(charges('monthly', '2026-03-01')).toBe(2)
    expect(charges('monthly', '2026-03-31')).toBe(2)
    expect(charges('monthly', '2026-04-01')).toBe(3)
    expect(charges('monthly', '2027-02-01')).toBe(13)
  })

  it('by the month begin after the grace days, and clamp to the month’s end', () => {
    // Due on the 28th with two days of grace: late from the 31st, then 28 February and 31 March.
    expect(charges('monthly', '2026-01-31', 2, '2026-01-28')).toBe(1)
    expect(charges('monthly', '2026-02-27', 2, '2026-01-28')).toBe(1)
    expect(charges('monthly', '2026-02-28', 2, '2026-01-28')).toBe(2)
    expect(charges('monthly', '2026-03-30', 2, '2026-01-28')).toBe(2)
    expect(charges('monthly', '2026-03-31', 2, '2026-01-28')).toBe(3)
  })
})

describe('penalty interest', () => {
  const of = (penalty: Parameters<typeof withPenalty>[0]) => penaltyOf(withPenalty(penalty))
  const withPenalty = (penalty: ReturnType<typeof aLoan>['defaultTerms']['penalty']) =>
    aLoan({ defaultTerms: { ...aLoan().defaultTerms, penalty } })

  it('is half as much again as the contract rate, exactly: 18 % of 360 days on 10,000.00 for 30 days is 150.00', () => {
    const half = of({ by: 'multiple', multiplePer10000: 15_000 })
    expect(half(fen(1_000_000), 30)).toBe(15_000)
    expect(half(fen(1_000_000), 1)).toBe(500)
    // 1.3333 × 12 % is 15.9996 %, not 16 %: 360 days of 10,000.00 are 1,599.96.
    expect(of({ by: 'multiple', multiplePer10000: 13_333 })(fen(1_000_000), 360)).toBe(159_996)
  })

  it('is a rate of its own where the contract names one: 0.05 % a day for 30 days is 150.00', () => {
    const daily = of({ by: 'rate', rate: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 } })
    expect(daily(fen(1_000_000), 30)).toBe(15_000)
  })

  it('is nothing without a rule, on nothing, or for no days', () => {
    expect(of(null)(fen(1_000_000), 30)).toBe(0)
    const half = of({ by: 'multiple', multiplePer10000: 15_000 })
    expect([half(fen(0), 30), half(fen(-5000), 30), half(fen(1_000_000), 0), half(fen(1_000_000), -1)]).toEqual([
      0, 0, 0, 0,
    ])
  })
})

it('the stage of a loan changes after 30, 60 and 90 days late, and a week before the next due day', () => {
  expect([0, 1, 30, 31, 60, 61, 90, 91].map((days) => stageOf(days, null))).toEqual([
    'current',
    'm1',
    'm1',
    'm2',
    'm2',
    'm3',
    'm3',
    'm3plus',
  ])
  expect([0, 7, 8].map((days) => stageOf(0, days))).toEqual(['dueSoon', 'dueSoon', 'current'])
  expect(stageOf(1, 3)).toBe('m1')
})
