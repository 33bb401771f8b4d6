import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { PREPAY_BY_ACTUAL_DAYS } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { loanTimeline } from '#domain/loan/loan-timeline'
import { prepaymentFee, remainingFees } from '#domain/loan/settlement'
import { settlementOutcomes } from '#domain/loan/settlement-outcomes'
import { stateOn } from '#domain/loan/state-on'
import { trueCost } from '#domain/loan/true-cost'
import { fen } from '#domain/money/fen'
import { aLoan, paid, stated } from './a-loan'

const day = localDate

function at(loan: Loan, on: string) {
  const state = stateOn(loan, day(on))
  if (!state.ok) throw new Error(state.error.code)
  return state.value
}

const base = (on: string) => ({ id: `e-${on}`, on: day(on), note: '' })
const charge = (on: string, amountFen: number): LoanEvent => ({
  ...base(on),
  kind: 'charge',
  what: 'fee',
  amountFen: fen(amountFen),
})
const subrogated = (on: string, paidOutFen: number): LoanEvent => ({
  ...base(on),
  kind: 'subrogated',
  byPartyId: 'insurer',
  paidOutFen: fen(paidOutFen),
  verifiedOn: null,
})
const called = (on: string): LoanEvent => ({ ...base(on), kind: 'accelerated' })
const interrupted = (on: string): LoanEvent => ({ ...base(on), kind: 'interruption', cause: 'demand' })
const assigned = (on: string, planGoesOn: boolean): LoanEvent => ({
  ...base(on),
  kind: 'assigned',
  toPartyId: 'fund',
  planGoesOn,
  verifiedOn: null,
})
const drawn = (on: string, amountFen: number): LoanEvent => ({
  ...base(on),
  kind: 'drawdown',
  what: 'cash',
  amountFen: fen(amountFen),
})

/** The plan's own instalments as due day and origin. */
const order = (loan: Loan, on: string) => at(loan, on).rows.map(({ dueOn, origin }) => [dueOn, origin])

describe('the rows of a loan', () => {
  it('stand in the order in which they fall due, a charge after the instalment of its day', () => {
    const loan = aLoan({ events: [charge('2026-03-15', 5), charge('2026-02-20', 7)] })
    expect(order(loan, '2026-03-20').slice(0, 5)).toEqual([
      ['2026-02-15', 'plan'],
      ['2026-02-20', 'charged'],
      ['2026-03-15', 'plan'],
      ['2026-03-15', 'charged'],
      ['2026-04-15', 'plan'],
    ])
    expect(order(aLoan({ events: [charge('2026-01-20', 5)] }), '2026-01-21')[0]).toEqual(['2026-01-20', 'charged'])
    expect(order(aLoan({ events: [charge('2027-06-01', 5)] }), '2027-06-01').at(-1)).toEqual(['2027-06-01', 'charged'])
  })

  it('are not changed by what only restarts the limitation period', () => {
    const loan = aLoan({ events: [interrupted('2026-03-01')] })
    expect(at(loan, '2026-03-20')).toEqual(at(aLoan(), '2026-03-20'))
  })
})

describe('a guarantor who paid the lender', () => {
  const events = [
    paid('p', '2026-02-15', 106_619),
    paid('q', '2026-03-15', 50_000),
    subrogated('2026-05-01', 1_100_000),
  ]

  it('is owed what it paid out; of the old plan stays what was paid of it', () => {
    const state = at(aLoan({ events }), '2026-05-10')
    expect(state.rows.map(({ origin, paidFen, openFen }) => [origin, paidFen, openFen])).toEqual([
      ['plan', 106_619, 0],
      ['plan', 50_000, 0],
      ['paidOut', 0, 1_100_000],
    ])
    expect(state).toMatchObject({ owedFen: 1_100_000, nextDueOn: null, accruedFen: 0, daysLate: 9 })
    expect(state.creditor).toEqual({ partyId: 'insurer', because: 'subrogated', since: '2026-05-01', verifiedOn: null })
  })

  it('states a new balance of which all is overdue', () => {
    const later = stated('2026-06-01', { principalFen: fen(1_050_000), daysLate: 31 })
    const state = at(aLoan({ events: [...events, later] }), '2026-06-01')
    expect(state.rows).toMatchObject([{ origin: 'stated', principalFen: 1_050_000, dueOn: '2026-05-01' }])
  })

  it('is paid what is paid afterwards', () => {
    const state = at(aLoan({ events: [...events, paid('r', '2026-05-20', 100_000)] }), '2026-05-20')
    expect(state).toMatchObject({ owedFen: 1_000_000, principalFen: 1_000_000, creditFen: 0 })
  })
})

describe('a claim that was sold', () => {
  it('with the plan stopped is called that day, and a later call asks nothing more', () => {
    const events = [paid('p', '2026-02-15', 106_619), assigned('2026-02-25', false)]
    const sold = at(aLoan({ events }), '2026-03-20')
    expect(sold.rows.map(({ origin }) => origin)).toEqual(['plan', 'called'])
    expect(sold).toMatchObject({ acceleratedOn: null, nextDueOn: null, principalFen: 1_105_381 })
    const calledToo = at(aLoan({ events: [...events, called('2026-03-10')] }), '2026-03-20')
    expect(calledToo).toEqual({ ...sold, acceleratedOn: '2026-03-10' })
  })
})

describe('more drawn on a loan that is no credit line', () => {
  it('is owed on demand beside the plan, without interest', () => {
    const loan = aLoan({ events: [drawn('2026-01-20', 50_000)] })
    const [with_, without] = [at(loan, '2026-02-10'), at(aLoan(), '2026-02-10')]
    expect(with_.rows).toEqual(without.rows)
    expect(with_).toMatchObject({ principalFen: 1_250_000, accruedFen: without.accruedFen })
  })

  it('is paid when nothing else is open', () => {
    const all = at(aLoan(), '2026-01-20').rows.reduce((sum, row) => sum + row.openFen, 0)
    const loan = aLoan({ events: [drawn('2026-01-20', 50_000), paid('p', '2026-01-21', all + 50_000)] })
    expect(at(loan, '2026-01-21')).toMatchObject({ stage: 'settled', principalFen: 0, creditFen: 0 })
  })
})

describe('a contract that cannot be written out', () => {
  const impossible = aLoan({ terms: { ...aLoan().terms, principalFen: fen(0) } })
  const error = { ok: false, error: { code: 'principal_out_of_range', principalFen: 0 } }

  it('has no state, no timeline, no settlement and no cost, and each says why', () => {
    expect(stateOn(impossible, day('2026-02-01'))).toEqual(error)
    expect(loanTimeline(impossible)).toEqual(error)
    expect(settlementOutcomes(impossible, day('2026-02-01'))).toEqual(error)
    expect(trueCost(impossible)).toEqual(error)
  })
})

describe('fees still to come', () => {
  it('are dropped, due, due in part, or taken as due while the rule is unknown', () => {
    const rule = (remaining: 'waived' | 'due' | 'share' | 'unknown', remainingFeesPer10000?: number) =>
      remainingFees(1001, { ...PREPAY_BY_ACTUAL_DAYS, remainingFees: remaining, remainingFeesPer10000 })
    expect([rule('waived', 5000), rule('due', 5000), rule('unknown', 5000)]).toEqual([0, 1001, 1001])
    expect([rule('share', 5000), rule('share')]).toEqual([501, 0])
  })

  it('leave the fee for paying early to itself: none unless the contract has one', () => {
    expect(prepaymentFee(12_345, PREPAY_BY_ACTUAL_DAYS)).toBe(0)
    expect(prepaymentFee(12_345, { ...PREPAY_BY_ACTUAL_DAYS, feePer10000: 100 })).toBe(123)
  })
})

describe('settling today', () => {
  const flat = (prepayment: Partial<Loan['prepayment']>, events: Loan['events'] = []): Loan =>
    aLoan({
      terms: {
        kind: 'flatFee',
        principalFen: fen(1_200_000),
        drawnOn: day('2026-01-15'),
        firstDueOn: day('2026-02-15'),
        periods: 12,
        cadence: { every: 'month' },
        feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 360 },
        feeTiming: 'everyPeriod',
      },
      prepayment: { ...PREPAY_BY_ACTUAL_DAYS, ...prepayment },
      events: [paid('p1', '2026-02-15', 107_200), ...events],
    })
  const outcomes = (loan: Loan, on = '2026-03-01') => {
    const found = settlementOutcomes(loan, day(on))
    if (!found.ok) throw new Error(found.error.code)
    return found.value.map(({ rule, isContract, totalFen, savesFen }) => [rule, isContract, totalFen, savesFen])
  }

  it('says which outcome is the contract’s own, and which only stands beside while it is unknown', () => {
    expect(outcomes(flat({ remainingFees: 'waived' }))).toEqual([['feesWaived', true, 1_100_000, 79_200]])
    expect(outcomes(flat({ remainingFees: 'due' }))).toEqual([['feesDue', true, 1_179_200, 0]])
    expect(outcomes(flat({ remainingFees: 'share', remainingFeesPer10000: 2500 }))).toEqual([
      ['feesShare', true, 1_119_800, 59_400],
    ])
    expect(outcomes(flat({ remainingFees: 'unknown' }))).toEqual([
      ['feesDue', false, 1_179_200, 0],
      ['feesWaived', false, 1_100_000, 79_200],
    ])
  })

  it('asks no fee twice that was paid ahead, and what has fallen due as it stands', () => {
    const ahead = flat({ remainingFees: 'due' }, [paid('a', '2026-02-20', 5000)])
    expect(outcomes(ahead)).toEqual([['feesDue', true, 1_174_200, 0]])
    const late = flat({ remainingFees: 'waived' })
    // The instalment of 15 March is two days late: 1,072.00, and penalty interest on its 1,000.00 of principal.
    const penalty = at(late, '2026-03-17').penaltyFen
    expect(penalty).toBeGreaterThan(0)
    expect(outcomes(late, '2026-03-17')).toEqual([['feesWaived', true, 1_107_200 + penalty, 72_000]])
  })

  it('stands with the lender’s quote, which is not the contract, and what it saves', () => {
    const quote: LoanEvent = {
      ...base('2026-02-20'),
      kind: 'settlementQuoted',
      source: 'app',
      amountFen: fen(1_111_000),
      validUntil: null,
    }
    expect(outcomes(flat({ remainingFees: 'waived' }, [quote]))[0]).toEqual(['quote', false, 1_111_000, 68_200])
  })

  it('of what friends lent is what is owed on demand', () => {
    const friend = aLoan({
      terms: { kind: 'informal', principalFen: fen(5000), drawnOn: day('2026-01-15'), rate: null, rows: [] },
    })
    expect(outcomes(friend)).toEqual([['byContract', true, 5000, 0]])
  })
})

describe('a timeline', () => {
  it('answers after many events as it does from the first one on, whatever day is asked', () => {
    const events = Array.from({ length: 40 }, (_, index) =>
      paid(
        `p${index}`,
        `2026-${String(2 + Math.floor(index / 10)).padStart(2, '0')}-${String(10 + (index % 10))}`,
        10_000 + index,
      ),
    )
    const timeline = loanTimeline(aLoan({ events }))
    if (!timeline.ok) throw new Error(timeline.error.code)
    for (const on of ['2026-05-30', '2026-02-14', '2026-03-15', '2026-05-12', '2026-01-15', '2026-06-01'])
      expect(timeline.value.stateOn(day(on))).toEqual(at(aLoan({ events }), on))
  })

  it('sees a payment corrected in its amount, its day or its purpose as another one', () => {
    const timeline = loanTimeline(aLoan({ events: [paid('p', '2026-02-10', 50_000)] }))
    if (!timeline.ok) throw new Error(timeline.error.code)
    const ask = (on: string) => timeline.value.stateOn(day(on))
    expect(ask('2026-02-20').paidFen).toBe(50_000)
    timeline.value.record({
      ...base('2026-02-21'),
      kind: 'correction',
      paymentId: 'p',
      paidOn: day('2026-02-10'),
      amountFen: fen(60_000),
    })
    expect(ask('2026-02-22').paidFen).toBe(60_000)
    expect(ask('2026-02-20').paidFen).toBe(50_000)
    timeline.value.record({
      ...base('2026-02-23'),
      kind: 'correction',
      paymentId: 'p',
      paidOn: day('2026-02-18'),
      amountFen: fen(60_000),
    })
    expect(ask('2026-02-24').rows[0]?.penaltyFen).toBeGreaterThan(ask('2026-02-22').rows[0]?.penaltyFen ?? 0)
  })
})
