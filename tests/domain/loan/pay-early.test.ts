import { describe, expect, it } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import { PREPAY_BY_ACTUAL_DAYS, type PrepaymentTerms } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { stateOn } from '#domain/loan/state-on'
import type { LoanTerms } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan, paid } from './a-loan'

const day = localDate
const drawnOn = day('2026-01-15')

function at(loan: Loan, on: string) {
  const state = stateOn(loan, day(on))
  if (!state.ok) throw new Error(state.error.code)
  return state.value
}

const pay = (on: string, amountFen: number, purpose: 'prepay' | 'settle' = 'prepay'): LoanEvent => ({
  kind: 'payment',
  id: `${purpose}-${on}`,
  on: day(on),
  amountFen: fen(amountFen),
  note: '',
  purpose,
})
const on = (kind: 'accelerated', date: string): LoanEvent => ({ kind, id: date, on: day(date), note: '' })

/** 12,000.00 at 1 % a month, interest first: 120.00 a month, 4.00 a day; the first month is paid. */
const interestFirst = (
  events: readonly LoanEvent[],
  prepayment: Partial<PrepaymentTerms> = {},
  changes: Partial<Loan> = {},
) =>
  aLoan({
    terms: {
      kind: 'interestFirst',
      principalFen: fen(1_200_000),
      drawnOn,
      firstDueOn: day('2026-02-15'),
      periods: 4,
      cadence: MONTHLY,
      rate: annualRate(0.12),
      firstPeriod: 'whole',
    },
    prepayment: { ...PREPAY_BY_ACTUAL_DAYS, ...prepayment },
    events: [paid('first', '2026-02-15', 12_000), ...events],
    ...changes,
  })

const coming = (state: ReturnType<typeof at>) =>
  state.rows
    .filter((row) => row.origin === 'plan' && row.dueOn > state.on)
    .map((row) => [row.principalFen, row.interestFen, row.feeFen])
const early = (state: ReturnType<typeof at>) => state.rows.filter((row) => row.origin === 'early')

describe('5,000.00 paid early ten days into the second month', () => {
  // p + 40.00 × p ÷ 12,000.00 + 1 % of p = 5,000.00: p is 4,934.21, its interest 16.45, the fee 49.34.
  it('are principal, its own interest to the day, and the fee', () => {
    const state = at(interestFirst([pay('2026-02-25', 500_000)], { feePer10000: 100 }), '2026-02-25')
    expect(early(state)).toMatchObject([
      {
        n: 0,
        dueOn: '2026-02-25',
        principalFen: 493_421,
        interestFen: 1645,
        feeFen: 4934,
        paidFen: 500_000,
        openFen: 0,
      },
    ])
    expect(state).toMatchObject({ principalFen: 706_579, creditFen: 0, paidFen: 512_000 })
  })

  it('leave interest on the rest, and the rest of the principal with the last row', () => {
    const state = at(interestFirst([pay('2026-02-25', 500_000)], { feePer10000: 100 }), '2026-02-25')
    expect(coming(state)).toEqual([
      [0, 7066, 0],
      [0, 7066, 0],
      [706_579, 7066, 0],
    ])
  })

  it('come after what has fallen due', () => {
    const loan = interestFirst([pay('2026-03-15', 500_000)])
    const state = at(loan, '2026-03-15')
    expect(state.rows.find(({ n }) => n === 2)).toMatchObject({ status: 'paid', paidOn: '2026-03-15' })
    // On a due day no interest runs: 5,000.00 less 120.00.
    expect(early(state)).toMatchObject([{ principalFen: 488_000, interestFen: 0 }])
  })
})

describe('the last fen of a payment that buys no more principal', () => {
  it('belongs to the interest: 1.50 bears half a fen, so 1.50 pay 1.49', () => {
    expect(early(at(interestFirst([pay('2026-02-25', 150)]), '2026-02-25'))).toMatchObject([
      { principalFen: 149, interestFen: 1, feeFen: 0 },
    ])
    // With 1 % of fee 1.50 would cost 1.53; 1.49 cost 1.50, and the two fen over are interest.
    expect(early(at(interestFirst([pay('2026-02-25', 152)], { feePer10000: 100 }), '2026-02-25'))).toMatchObject([
      { principalFen: 149, interestFen: 2, feeFen: 1 },
    ])
  })
})

describe('everything paid early', () => {
  it('is the principal, its interest and the fee; what is more is given back', () => {
    const state = at(interestFirst([pay('2026-02-25', 1_216_500)], { feePer10000: 100 }), '2026-02-25')
    expect(early(state)).toMatchObject([{ principalFen: 1_200_000, interestFen: 4000, feeFen: 12_000 }])
    expect(state).toMatchObject({ stage: 'settled', principalFen: 0, creditFen: 500, nextDueOn: null })
  })

  it('exactly leaves nothing, a fen less leaves a fen', () => {
    expect(at(interestFirst([pay('2026-02-25', 1_204_000)]), '2026-02-25')).toMatchObject({
      stage: 'settled',
      creditFen: 0,
    })
    expect(at(interestFirst([pay('2026-02-25', 1_203_999)]), '2026-02-25')).toMatchObject({
      principalFen: 1,
      creditFen: 0,
    })
  })

  it('of nothing changes nothing, and with nothing left to pay early all is given back', () => {
    expect(at(interestFirst([pay('2026-02-25', 0)]), '2026-02-25')).toMatchObject({ principalFen: 1_200_000 })
    const twice = interestFirst([pay('2026-02-25', 1_204_000), pay('2026-02-26', 100)])
    expect(at(twice, '2026-02-26')).toMatchObject({ stage: 'settled', creditFen: 100 })
    expect(early(at(twice, '2026-02-26'))).toHaveLength(1)
  })
})

describe('fees still to come when principal is paid early', () => {
  // 2,000.00 a month of a loan without interest, and 10.00 beside each instalment.
  const loan = (events: readonly LoanEvent[], rule: Partial<PrepaymentTerms>) =>
    aLoan({
      terms: { ...aLoan().terms, kind: 'levelInstalment', rate: annualRate(0), periods: 6 } as LoanTerms,
      recurringFees: [{ id: 'f', name: 'f', amountFen: fen(1000), timing: 'everyInstalment' }],
      prepayment: { ...PREPAY_BY_ACTUAL_DAYS, ...rule },
      events,
    })
  const fees = (rule: Partial<PrepaymentTerms>) => coming(at(loan([pay('2026-01-20', 700_000)], rule), '2026-01-20'))

  it('of instalments that are gone are dropped, or stay with the last in full or in part', () => {
    expect(fees({})).toEqual([
      [200_000, 0, 1000],
      [200_000, 0, 1000],
      [100_000, 0, 1000],
    ])
    expect(fees({ remainingFees: 'due' })).toEqual([...fees({}).slice(0, 2), [100_000, 0, 4000]])
    expect(fees({ remainingFees: 'unknown' }).at(-1)).toEqual([100_000, 0, 4000])
    expect(fees({ remainingFees: 'share', remainingFeesPer10000: 5000 }).at(-1)).toEqual([100_000, 0, 2500])
  })

  it('stay on every instalment where the early payment lowers them', () => {
    expect(fees({ effect: 'lowers' }).map((row) => row[2])).toEqual(Array(6).fill(1000))
    expect(fees({ effect: 'lowers' }).map((row) => row[0])).toEqual([83_333, 83_333, 83_333, 83_333, 83_333, 83_335])
  })

  it('of a loan paid early as a whole are charged that day or dropped', () => {
    const all = (rule: Partial<PrepaymentTerms>) => at(loan([pay('2026-01-20', 1_200_000)], rule), '2026-01-20')
    expect(all({}).stage).toBe('settled')
    expect(all({}).rows.map(({ origin }) => origin)).toEqual(['early'])
    expect(all({ remainingFees: 'due' })).toMatchObject({ principalFen: 0, feeFen: 6000, owedFen: 6000 })
    expect(all({ remainingFees: 'due' }).rows.find(({ origin }) => origin === 'charged')?.dueOn).toBe('2026-01-20')
  })
})

describe('a plan known by its rows, paid early in part', () => {
  const plan = (events: readonly LoanEvent[]) =>
    aLoan({
      terms: {
        kind: 'lenderSchedule',
        principalFen: fen(100_000),
        drawnOn,
        rows: [
          { dueOn: day('2026-02-14'), principalFen: fen(50_000), interestFen: fen(3000), feeFen: fen(200) },
          { dueOn: day('2026-03-16'), principalFen: fen(50_000), interestFen: fen(1000), feeFen: fen(200) },
        ],
      },
      receivedFen: fen(100_000),
      events,
    })

  it('asks the interest of the days gone by, and of the rest in proportion to what is left', () => {
    // Ten of thirty days: 10.00 on 1,000.00. 303.00 pay 300.00 and 3.00.
    const state = at(plan([pay('2026-01-25', 30_300)]), '2026-01-25')
    expect(early(state)).toMatchObject([{ principalFen: 30_000, interestFen: 300 }])
    expect(coming(state)).toEqual([
      [50_000, 2100, 200],
      [20_000, 400, 200],
    ])
  })

  it('loses its last row, with its fee, when the early payment covers it', () => {
    const state = at(plan([pay('2026-01-25', 60_600)]), '2026-01-25')
    expect(coming(state)).toEqual([[40_000, 1200, 200]])
  })
})

describe('a payment without a purpose', () => {
  it('ahead of its day pays the next instalments by what they ask, and saves no interest', () => {
    const state = at(interestFirst([paid('ahead', '2026-02-20', 15_000)]), '2026-02-20')
    expect(state.rows.slice(1, 3)).toMatchObject([
      { status: 'ahead', openFen: 0, paidFen: 12_000 },
      { status: 'partlyPaid', openFen: 9000, paidFen: 3000 },
    ])
    expect(state.nextDueOn).toBe('2026-04-15')
    expect(state.nextDueFen).toBe(9000)
  })

  it('above everything the plan asks is given back', () => {
    const state = at(interestFirst([paid('all', '2026-02-20', 1_236_000 + 77)]), '2026-02-20')
    expect(state).toMatchObject({ stage: 'settled', creditFen: 77, principalFen: 0 })
  })

  it('keeps rows paid ahead out of what is paid early afterwards', () => {
    const loan = interestFirst([paid('ahead', '2026-02-20', 12_000), pay('2026-02-25', 300_000)])
    const state = at(loan, '2026-02-25')
    expect(state.rows.find(({ n }) => n === 2)).toMatchObject({ status: 'ahead', interestFen: 12_000, paidFen: 12_000 })
    // The running month’s interest is paid: all of it is principal.
    expect(early(state)).toMatchObject([{ principalFen: 300_000, interestFen: 0 }])
    expect(coming(state).slice(1)).toEqual([
      [0, 9000, 0],
      [900_000, 9000, 0],
    ])
  })
})

describe('the whole called ten days into the second month', () => {
  const called = (rule: Partial<PrepaymentTerms>, events: readonly LoanEvent[] = []) =>
    at(
      interestFirst([...events, on('accelerated', '2026-02-25')], rule, {
        recurringFees: [{ id: 'f', name: 'f', amountFen: fen(1000), timing: 'everyInstalment' }],
        events: [paid('first', '2026-02-15', 13_000), ...events, on('accelerated', '2026-02-25')],
      }),
      '2026-02-25',
    )
  const row = (state: ReturnType<typeof at>) => state.rows.find(({ origin }) => origin === 'called')

  it('asks the principal, interest to the day, and the fees to come as the contract keeps them: not while it is unknown', () => {
    expect(row(called({}))).toMatchObject({
      dueOn: '2026-02-25',
      principalFen: 1_200_000,
      interestFen: 4000,
      feeFen: 0,
    })
    expect(row(called({ remainingFees: 'due' }))?.feeFen).toBe(3000)
    expect(row(called({ remainingFees: 'share', remainingFeesPer10000: 5000 }))?.feeFen).toBe(1500)
    expect(row(called({ remainingFees: 'unknown' }))?.feeFen).toBe(0)
  })

  it('keeps what was paid ahead as paid and asks it no second time', () => {
    const state = called({ remainingFees: 'due' }, [paid('ahead', '2026-02-20', 5000)])
    // 10.00 of fee and 40.00 of interest were paid ahead: of ten days' interest nothing is left, two fees are.
    expect(row(state)).toMatchObject({ principalFen: 1_200_000, interestFen: 0, feeFen: 2000 })
    expect(state.rows.find(({ n }) => n === 2)).toMatchObject({
      feeFen: 1000,
      interestFen: 4000,
      paidFen: 5000,
      openFen: 0,
    })
    expect(state.rows).toHaveLength(3)
    expect(state.nextDueOn).toBeNull()
  })

  it('happens once: a second call changes nothing but its day', () => {
    const twice = interestFirst([on('accelerated', '2026-02-25'), on('accelerated', '2026-03-01')])
    const once = interestFirst([on('accelerated', '2026-02-25')])
    expect(at(twice, '2026-03-10')).toEqual({ ...at(once, '2026-03-10'), acceleratedOn: '2026-03-01' })
  })

  it('of a loan with nothing to come adds no row', () => {
    const settled = interestFirst([pay('2026-02-20', 1_202_000, 'settle'), on('accelerated', '2026-02-25')])
    const state = at(settled, '2026-02-26')
    expect(state.rows.some(({ origin }) => origin === 'called')).toBe(false)
    expect(state.stage).toBe('settled')
  })
})

describe('settling', () => {
  it('with what has fallen due unpaid pays that, the principal and the interest of the days gone by', () => {
    // Due 15 March and missed: 120.00, no penalty on interest; ten days of the next month: 40.00.
    const full = 12_000 + 1_200_000 + 4000
    expect(at(interestFirst([pay('2026-03-25', full, 'settle')]), '2026-03-25')).toMatchObject({
      stage: 'settled',
      creditFen: 0,
      forgivenFen: 0,
      paidFen: full + 12_000,
    })
    expect(at(interestFirst([pay('2026-03-25', full + 9, 'settle')]), '2026-03-25').creditFen).toBe(9)
    expect(at(interestFirst([pay('2026-03-25', full - 1, 'settle')]), '2026-03-25').stage).not.toBe('settled')
  })

  it('by a quote that covers only a part of what is due gives up the rest, all of it', () => {
    const quote: LoanEvent = {
      kind: 'settlementQuoted',
      id: 'q',
      on: day('2026-03-20'),
      note: '',
      source: 'app',
      amountFen: fen(10_000),
      validUntil: null,
    }
    const state = at(interestFirst([quote, pay('2026-03-25', 10_000, 'settle')]), '2026-03-25')
    expect(state).toMatchObject({
      stage: 'settled',
      owedFen: 0,
      creditFen: 0,
      forgivenFen: 12_000 + 1_204_000 - 10_000,
    })
    expect(state.rows.every(({ openFen }) => openFen === 0)).toBe(true)
    expect(early(state)).toEqual([])
    const more = at(interestFirst([quote, pay('2026-03-25', 20_000, 'settle')]), '2026-03-25')
    expect(more).toMatchObject({ stage: 'settled', forgivenFen: 12_000 + 1_204_000 - 20_000 })
    expect(early(more)).toMatchObject([{ principalFen: 4000, interestFen: 4000 }])
  })

  it('below its quote is a part paid early, on the last day of the quote is enough, and covers interest, fee, principal', () => {
    const quote: LoanEvent = {
      kind: 'settlementQuoted',
      id: 'q',
      on: day('2026-02-20'),
      note: '',
      source: 'app',
      amountFen: fen(4500),
      validUntil: day('2026-02-25'),
    }
    const settled = (amountFen: number) =>
      at(interestFirst([quote, pay('2026-02-25', amountFen, 'settle')], { feePer10000: 100 }), '2026-02-25')
    expect(settled(4499)).toMatchObject({ stage: 'current', forgivenFen: 0 })
    expect(settled(4500)).toMatchObject({ stage: 'settled', forgivenFen: 1_216_000 - 4500 })
    expect(early(settled(4500))).toMatchObject([{ principalFen: 0, interestFen: 4000, feeFen: 500 }])
  })

  it('keeps what was paid before: whole rows, and what was paid ahead of one to come', () => {
    const loan = interestFirst([paid('ahead', '2026-02-20', 3000), pay('2026-02-25', 1_201_000, 'settle')])
    const state = at(loan, '2026-02-25')
    expect(state.rows.map(({ n, paidFen, openFen }) => [n, paidFen, openFen])).toEqual([
      [1, 12_000, 0],
      [0, 1_201_000, 0],
      [2, 3000, 0],
    ])
    expect(state).toMatchObject({ stage: 'settled', paidFen: 1_216_000, creditFen: 0, forgivenFen: 0 })
  })

  it('names the fee for paying early apart from the principal', () => {
    const state = at(interestFirst([pay('2026-02-25', 1_216_000, 'settle')], { feePer10000: 100 }), '2026-02-25')
    expect(early(state)).toMatchObject([{ principalFen: 1_200_000, interestFen: 4000, feeFen: 12_000 }])
    expect(state).toMatchObject({ stage: 'settled', creditFen: 0, forgivenFen: 0 })
  })
})

describe('a charge the lender posts', () => {
  it('is due from its day, bears nothing, and is paid before interest and principal', () => {
    const charge: LoanEvent = {
      kind: 'charge',
      id: 'c',
      on: day('2026-02-20'),
      note: '',
      what: 'expense',
      amountFen: fen(500),
    }
    const open = at(interestFirst([charge]), '2026-03-10')
    expect(open.rows.find(({ origin }) => origin === 'charged')).toMatchObject({
      dueOn: '2026-02-20',
      feeFen: 500,
      penaltyFen: 0,
      lateFeeFen: 0,
    })
    expect(open).toMatchObject({ feeFen: 500, arrearsFen: 500 })
    const settled = at(interestFirst([charge, paid('p', '2026-02-21', 500)]), '2026-03-10')
    expect(settled).toMatchObject({ feeFen: 0, arrearsFen: 0 })
  })
})

describe('more drawn on a line by the day', () => {
  const line = (events: readonly LoanEvent[], repayment: 'equalPrincipal' | 'interestFirst' = 'equalPrincipal') =>
    aLoan({
      terms: {
        kind: 'dailyBalance',
        repayment,
        principalFen: fen(300_000),
        drawnOn: day('2026-01-10'),
        firstDueOn: day('2026-02-10'),
        periods: 3,
        cadence: MONTHLY,
        rate: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 },
      },
      receivedFen: fen(300_000),
      events,
    })
  const draw = (date: string, amountFen: number): LoanEvent => ({
    kind: 'drawdown',
    id: `d-${date}`,
    on: day(date),
    note: '',
    what: 'cash',
    amountFen: fen(amountFen),
  })

  it('spreads over the instalments to come and charges the draw from its day', () => {
    const state = at(line([draw('2026-01-20', 60_000)]), '2026-01-20')
    // 31 days of 3,000.00 and 21 of 600.00: 46.50 + 6.30; then 28 days of 2,400.00 and 28.. 31 of 1,200.00.
    expect(coming(state)).toEqual([
      [120_000, 4650 + 630, 0],
      [120_000, 3360, 0],
      [120_000, 1860, 0],
    ])
  })

  it('spares instalments already due, and falls on demand when none is left', () => {
    const due = at(line([paid('p', '2026-02-10', 104_650), draw('2026-02-15', 100_000)]), '2026-02-15')
    expect(due.rows[0]).toMatchObject({ principalFen: 100_000, status: 'paid' })
    expect(coming(due).map((row) => row[0])).toEqual([150_000, 150_000])
    expect(at(line([draw('2026-05-01', 5000)]), '2026-05-01')).toMatchObject({
      principalFen: 305_000,
      overduePrincipalFen: 300_000,
    })
  })
})
