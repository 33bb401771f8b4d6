import { describe, expect, it } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import { contractRate } from '#domain/loan/contract-rate'
import type { Loan } from '#domain/loan/loan'
import { stateOn } from '#domain/loan/state-on'
import type { LoanTerms } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan, paid } from './a-loan'

const day = localDate
const drawnOn = day('2026-01-15')

function accrued(loan: Loan, on: string): number {
  const state = stateOn(loan, day(on))
  if (!state.ok) throw new Error(state.error.code)
  return state.value.accruedFen
}

const ofTerms = (terms: LoanTerms) => aLoan({ terms, receivedFen: terms.principalFen })

describe('interest of the running period', () => {
  it('begins the day after the money came or the last due day, 4.00 a day on 12,000.00', () => {
    const loan = aLoan({ events: [paid('p', '2026-02-15', 106_619)] })
    expect(accrued(loan, '2026-01-15')).toBe(0)
    expect(accrued(loan, '2026-01-16')).toBe(400)
    expect(accrued(loan, '2026-02-14')).toBe(12_000)
    // The due day ends the period; from there 11,053.81 × 12 % ÷ 360 is 3.68 a day.
    expect(accrued(loan, '2026-02-15')).toBe(0)
    expect(accrued(loan, '2026-02-16')).toBe(368)
    expect(accrued(loan, '2026-02-17')).toBe(737)
  })

  it('is less by what was paid ahead: 50.00 paid are twelve and a half days', () => {
    const ahead = aLoan({ events: [paid('p', '2026-01-20', 5000)] })
    expect(accrued(ahead, '2026-01-25')).toBe(0)
    expect(accrued(ahead, '2026-01-28')).toBe(200)
  })

  it('is never more than the instalment’s interest, nor what of it is already paid', () => {
    expect(accrued(aLoan({ events: [paid('p', '2026-01-20', 5000)] }), '2026-02-14')).toBe(7000)
    expect(accrued(aLoan({ events: [paid('p', '2026-01-20', 12_000)] }), '2026-02-14')).toBe(0)
    // Drawn 1 July and due 2 August as one whole month: 30 days are 1 %, the 31st adds nothing.
    const terms = { ...aLoan().terms, drawnOn: day('2026-07-01'), firstDueOn: day('2026-08-02') } as LoanTerms
    expect(accrued(ofTerms(terms), '2026-08-01')).toBe(12_000)
  })

  it('is nothing after the last due day', () => {
    expect(accrued(aLoan(), '2027-03-01')).toBe(0)
  })

  it('of a bullet is its days since the money came', () => {
    const bullet = ofTerms({
      kind: 'bullet',
      principalFen: fen(1_000_000),
      drawnOn,
      maturesOn: day('2027-01-15'),
      rate: annualRate(0.12),
    })
    expect(accrued(bullet, '2026-02-14')).toBe(10_000)
    expect(accrued(bullet, '2027-01-14')).toBe(Math.round((1_000_000 * 0.12 * 364) / 360))
  })

  it('of a plan known by its rows is the same part of its interest as of its days', () => {
    const row = (dueOn: string, interestFen: number) => ({
      dueOn: day(dueOn),
      principalFen: fen(50_000),
      interestFen: fen(interestFen),
      feeFen: fen(900),
    })
    const plan = ofTerms({
      kind: 'lenderSchedule',
      principalFen: fen(100_000),
      drawnOn,
      rows: [row('2026-02-14', 3000), row('2026-02-24', 1000)],
    })
    expect(accrued(plan, '2026-01-25')).toBe(1000)
    expect(accrued(plan, '2026-02-13')).toBe(2900)
    expect(accrued(plan, '2026-02-19')).toBe(500)
    const friends = ofTerms({
      kind: 'informal',
      principalFen: fen(100_000),
      drawnOn,
      rate: annualRate(0.0365, 365),
      rows: [{ dueOn: day('2026-02-14'), amountFen: fen(100_300) }],
    })
    expect(accrued(friends, '2026-01-25')).toBe(100)
  })

  it('of a flat fee is nothing: its fee is no interest', () => {
    const flat = ofTerms({
      kind: 'flatFee',
      principalFen: fen(100_000),
      drawnOn,
      firstDueOn: day('2026-02-15'),
      periods: 3,
      cadence: MONTHLY,
      feeRate: annualRate(0.07),
      feeTiming: 'everyPeriod',
    })
    expect(accrued(flat, '2026-02-01')).toBe(0)
  })

  it('of what is owed on demand runs from the day of the money', () => {
    const friend = ofTerms({
      kind: 'informal',
      principalFen: fen(1_000_000),
      drawnOn,
      rate: annualRate(0.0365, 365),
      rows: [],
    })
    expect(accrued(friend, '2026-01-25')).toBe(1000)
    const free = ofTerms({ kind: 'informal', principalFen: fen(1_000_000), drawnOn, rate: null, rows: [] })
    expect(accrued(free, '2026-01-25')).toBe(0)
  })
})

describe('money owed on demand', () => {
  const friend = (...events: Loan['events']) =>
    aLoan({
      terms: { kind: 'informal', principalFen: fen(1_000_000), drawnOn, rate: annualRate(0.0365, 365), rows: [] },
      receivedFen: fen(1_000_000),
      events,
    })
  const at = (loan: Loan, on: string) => {
    const state = stateOn(loan, day(on))
    if (!state.ok) throw new Error(state.error.code)
    return state.value
  }

  it('takes a payment to the interest so far, then to the principal, and the rest is given back', () => {
    expect(at(friend(paid('p', '2026-01-25', 400)), '2026-01-25')).toMatchObject({
      principalFen: 1_000_000,
      accruedFen: 600,
    })
    // Ten days are 10.00; 1,000.00 pay 990.00 of principal; 9,010.00 bear 0.901 a day.
    const part = friend(paid('p', '2026-01-25', 100_000))
    expect(at(part, '2026-01-25')).toMatchObject({ principalFen: 901_000, accruedFen: 0, creditFen: 0 })
    expect(at(part, '2026-02-04')).toMatchObject({ principalFen: 901_000, accruedFen: 901 })
    expect(at(friend(paid('p', '2026-01-25', 1_001_500)), '2026-01-25')).toMatchObject({
      stage: 'settled',
      principalFen: 0,
      accruedFen: 0,
      creditFen: 500,
    })
  })

  it('grows with what is lent more, each from its own day', () => {
    const more = friend({
      kind: 'drawdown',
      id: 'd',
      on: day('2026-01-25'),
      what: 'cash',
      amountFen: fen(1_000_000),
      note: '',
    })
    expect(at(more, '2026-01-25')).toMatchObject({ principalFen: 2_000_000, accruedFen: 1000 })
    expect(at(more, '2026-02-04')).toMatchObject({ accruedFen: 1000 + 2000 })
  })

  it('is due at once, with its interest, when it is called', () => {
    const called = friend({ kind: 'accelerated', id: 'a', on: day('2026-01-25'), note: '' })
    const state = at(called, '2026-01-25')
    expect(state.rows).toMatchObject([{ origin: 'called', principalFen: 1_000_000, interestFen: 1000 }])
    expect(state).toMatchObject({ principalFen: 1_000_000, arrearsFen: 1_001_000, accruedFen: 0 })
  })
})

describe('the rate a loan goes on with', () => {
  const rateOf = (terms: LoanTerms) => contractRate(ofTerms(terms))

  it('is the contract’s own where it states one', () => {
    expect(contractRate(aLoan())).toEqual(annualRate(0.12))
  })

  it('of a flat fee by the quarter is four times the rate of a quarter', () => {
    // One instalment of 100.00 + 3.00 after a quarter: 3 % a quarter, 12 % a year.
    const flat = {
      kind: 'flatFee',
      principalFen: fen(10_000),
      drawnOn,
      firstDueOn: day('2026-04-15'),
      periods: 1,
      cadence: { every: 'quarter' },
      feeRate: { partsPerTenMillion: 100_000, per: 'month', dayBasis: 365 },
      feeTiming: 'everyPeriod',
    } as const
    expect(rateOf(flat)).toEqual({ partsPerTenMillion: 1_200_000, per: 'year', dayBasis: 365 })
    expect(rateOf({ ...flat, feeRate: { ...flat.feeRate, dayBasis: 360 } }).dayBasis).toBe(360)
  })

  const plan = (
    rows: readonly [string, number, number][],
    principalFen = rows.reduce((sum, row) => sum + row[1], 0),
  ): LoanTerms => ({
    kind: 'lenderSchedule',
    principalFen: fen(principalFen),
    drawnOn,
    rows: rows.map(([dueOn, principal, interest]) => ({
      dueOn: day(dueOn),
      principalFen: fen(principal),
      interestFen: fen(interest),
      feeFen: fen(0),
    })),
  })

  it('of a lender’s plan at even dates is twelve times its monthly rate', () => {
    expect(rateOf(plan([['2026-02-15', 100_000, 1500]])).partsPerTenMillion).toBe(1_800_000)
  })

  it('of a lender’s plan at uneven dates is twelve times the month that compounds to its year', () => {
    // 365 days and one more: 12 % of the first year; 12 × (1.12^(1/12) − 1) is 11.3866 %.
    const uneven = plan([
      ['2027-01-15', 0, 12_000],
      ['2027-01-16', 100_000, 0],
    ])
    expect(rateOf(uneven).partsPerTenMillion / 1e7).toBeCloseTo(12 * (1.12 ** (1 / 12) - 1), 3)
    expect(rateOf(uneven).dayBasis).toBe(365)
  })

  it('is nothing where rows carry no interest or friends agreed none, and never above 1000 %', () => {
    expect(rateOf(plan([['2026-02-15', 100_000, 0]])).partsPerTenMillion).toBe(0)
    expect(rateOf({ kind: 'informal', principalFen: fen(1), drawnOn, rate: null, rows: [] })).toEqual(
      annualRate(0, 365),
    )
    expect(rateOf(plan([['2026-02-15', 100_000, 200_000]])).partsPerTenMillion).toBe(100_000_000)
  })
})
