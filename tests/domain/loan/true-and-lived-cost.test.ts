import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { livedCost } from '#domain/loan/lived-cost'
import { loanTimeline } from '#domain/loan/loan-timeline'
import { stateOn } from '#domain/loan/state-on'
import type { RecurringFee } from '#domain/loan/terms'
import { trueCost } from '#domain/loan/true-cost'
import { fen } from '#domain/money/fen'
import { aLoan, paid } from './a-loan'

const day = localDate
const drawnOn = day('2026-01-01')

/** 1,000.00 for exactly a year, 1,100.00 back: 10 % however it is counted. */
const aYear = (changes: Partial<Loan> = {}): Loan =>
  aLoan({
    terms: {
      kind: 'lenderSchedule',
      principalFen: fen(100_000),
      drawnOn,
      rows: [{ dueOn: day('2027-01-01'), principalFen: fen(100_000), interestFen: fen(10_000), feeFen: fen(0) }],
    },
    receivedFen: fen(100_000),
    ...changes,
  })
const fee = (timing: RecurringFee['timing'], amountFen: number): RecurringFee => ({
  id: timing,
  name: timing,
  amountFen: fen(amountFen),
  timing,
})

function cost(loan: Loan) {
  const found = trueCost(loan)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}
function lived(loan: Loan, on: string) {
  const state = stateOn(loan, day(on))
  if (!state.ok) throw new Error(state.error.code)
  return livedCost(loan, state.value)
}
const root = (rate: { kind: string; root?: number } | undefined) => (rate?.kind === 'one' ? rate.root : undefined)

describe('the true cost of 1,000.00 for a year', () => {
  it('that gives back 1,100.00 is 10 %, simple, nominal and effective', () => {
    const found = cost(aYear())
    expect(found).toMatchObject({ totalPaidFen: 110_000, costFen: 10_000 })
    expect(found.simpleAnnual).toBeCloseTo(0.1, 12)
    expect(found.nominalApr).toBeCloseTo(0.1, 12)
    expect(root(found.effectiveAnnual)).toBeCloseTo(0.1, 12)
  })

  it('of which 900.00 arrived is 200.00 on 900.00; a fee in cash that day is the same flow but is paid', () => {
    const cut = cost(aYear({ receivedFen: fen(90_000) }))
    expect(cut).toMatchObject({ totalPaidFen: 110_000, costFen: 20_000 })
    expect(cut.simpleAnnual).toBeCloseTo(20 / 90, 12)
    expect(root(cut.effectiveAnnual)).toBeCloseTo(20 / 90, 12)
    const charged = cost(aYear({ recurringFees: [fee('upfront', 10_000)] }))
    expect(charged).toMatchObject({ totalPaidFen: 120_000, costFen: 20_000 })
    expect(root(charged.effectiveAnnual)).toBeCloseTo(20 / 90, 12)
    expect(charged.simpleAnnual).toBeCloseTo(0.2, 12)
  })

  it('with a fee beside the instalment counts it once, on its day', () => {
    const found = cost(aYear({ recurringFees: [fee('everyInstalment', 5000)] }))
    expect(found).toMatchObject({ totalPaidFen: 115_000, costFen: 15_000 })
    expect(root(found.effectiveAnnual)).toBeCloseTo(0.15, 12)
  })

  it('repaid by half after half of it runs on the other half: simple by money and days', () => {
    const half = aYear({
      terms: {
        kind: 'lenderSchedule',
        principalFen: fen(100_000),
        drawnOn,
        rows: [
          { dueOn: day('2026-07-02'), principalFen: fen(50_000), interestFen: fen(5000), feeFen: fen(0) },
          { dueOn: day('2027-01-01'), principalFen: fen(50_000), interestFen: fen(2500), feeFen: fen(0) },
        ],
      },
    })
    // 75.00 on 1,000.00 for 182 days and 500.00 for 183.
    expect(cost(half).simpleAnnual).toBeCloseTo((7500 * 365) / (100_000 * 182 + 50_000 * 183), 12)
  })

  it('is not known as a rate while principal is owed on demand: the cost is the rows’ own', () => {
    const friends = aLoan({
      terms: {
        kind: 'informal',
        principalFen: fen(100_000),
        drawnOn,
        rate: { partsPerTenMillion: 365_000, per: 'year', dayBasis: 365 },
        rows: [{ dueOn: day('2026-01-11'), amountFen: fen(1100) }],
      },
      receivedFen: fen(100_000),
      recurringFees: [fee('withFirst', 30)],
    })
    expect(cost(friends)).toEqual({
      simpleAnnual: null,
      nominalApr: null,
      effectiveAnnual: { kind: 'none' },
      totalPaidFen: 1130,
      costFen: 100 + 30,
    })
  })

  it('that never had a day has no simple rate', () => {
    const sameDay = aYear({
      terms: {
        kind: 'lenderSchedule',
        principalFen: fen(100_000),
        drawnOn,
        rows: [{ dueOn: drawnOn, principalFen: fen(100_000), interestFen: fen(10), feeFen: fen(0) }],
      },
    })
    expect(cost(sameDay).simpleAnnual).toBeNull()
    expect(cost(aYear({ receivedFen: fen(0) })).simpleAnnual).toBeNull()
  })
})

describe('the cost as it was lived', () => {
  const event = (on: string, changes: object): LoanEvent => ({ id: on, on: day(on), note: '', ...changes }) as LoanEvent

  it('counts what is to come on its day and what is late today', () => {
    expect(lived(aYear(), '2026-06-01')).toMatchObject({ paidFen: 0, costFen: 10_000 })
    expect(root(lived(aYear(), '2026-06-01')?.effectiveAnnual)).toBeCloseTo(0.1, 12)
    const free = { ...aLoan().defaultTerms, penalty: null }
    const late = lived(aYear({ defaultTerms: free }), '2028-01-01')
    expect(late?.costFen).toBe(10_000)
    // The same 1,100.00 after 730 days.
    expect(root(late?.effectiveAnnual)).toBeCloseTo(Math.sqrt(1.1) - 1, 12)
  })

  it('counts a further draw as received, and a fee in cash as paid', () => {
    const drawn = aYear({
      events: [
        event('2026-02-01', { kind: 'drawdown', what: 'cash', amountFen: fen(500) }),
        paid('p', '2027-01-01', 110_500),
      ],
    })
    expect(lived(drawn, '2027-01-02')).toMatchObject({ paidFen: 110_500, costFen: 10_000 })
    const fees = aYear({ recurringFees: [fee('upfront', 700), fee('everyInstalment', 30)] })
    expect(lived(fees, '2026-06-01')).toMatchObject({ paidFen: 700, costFen: 10_000 + 700 + 30 })
  })

  it('takes no notice of events that move no money', () => {
    const called = aYear({ events: [event('2026-06-01', { kind: 'interruption', cause: 'demand' })] })
    expect(lived(called, '2026-06-02')).toEqual(lived(aYear(), '2026-06-02'))
  })

  it('is not known after a guarantor paid, or while money drawn is owed on demand', () => {
    const guarantor = event('2026-06-01', {
      kind: 'subrogated',
      byPartyId: 'x',
      paidOutFen: fen(100_000),
      verifiedOn: null,
    })
    expect(lived(aYear({ events: [guarantor] }), '2026-06-02')).toBeNull()
    const drawn = event('2026-02-01', { kind: 'drawdown', what: 'cash', amountFen: fen(500) })
    expect(lived(aYear({ events: [drawn] }), '2026-06-02')).toBeNull()
  })
})

describe('a timeline of many events', () => {
  const month = (index: number) =>
    `2026-${String(2 + Math.floor(index / 10)).padStart(2, '0')}-${String(10 + (index % 10))}`
  const events = Array.from({ length: 40 }, (_, index) => paid(`p${index}`, month(index), 10_000 + index))
  const late: LoanEvent[] = [
    {
      kind: 'correction',
      id: 'c',
      on: day('2026-05-25'),
      note: '',
      paymentId: 'p3',
      paidOn: day('2026-02-13'),
      amountFen: fen(77),
    },
    { kind: 'reversal', id: 'r', on: day('2026-05-26'), note: '', paymentId: 'p2' },
    {
      kind: 'correction',
      id: 'd',
      on: day('2026-05-27'),
      note: '',
      paymentId: 'p5',
      paidOn: day('2026-02-16'),
      amountFen: fen(10_005),
    },
  ]

  it('works in what corrects an early one, and answers earlier days as before', () => {
    const timeline = loanTimeline(aLoan({ events }))
    if (!timeline.ok) throw new Error(timeline.error.code)
    const scratch = (on: string, known: readonly LoanEvent[]) => {
      const state = stateOn(aLoan({ events: known }), day(on))
      return state.ok ? state.value : state
    }
    expect(timeline.value.stateOn(day('2026-05-30'))).toEqual(scratch('2026-05-30', events))
    for (const [index, correction] of late.entries()) {
      timeline.value.record(correction)
      const known = [...events, ...late.slice(0, index + 1)]
      for (const on of ['2026-05-30', '2026-04-12', '2026-05-24', '2026-05-30'])
        expect(timeline.value.stateOn(day(on))).toEqual(scratch(on, known))
    }
  })
})
