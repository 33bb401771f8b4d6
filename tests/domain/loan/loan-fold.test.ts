import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { addDays, daysBetween, localDate, type LocalDate } from '#domain/calendar/local-date'
import { PREPAY_BY_ACTUAL_DAYS, type DefaultTerms, type PayItem } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { LoanState } from '#domain/loan/loan-state'
import { loanTimeline } from '#domain/loan/loan-timeline'
import { stateOn } from '#domain/loan/state-on'
import type { DailyBalanceTerms } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { levelInstalmentFen } from '#domain/schedule/amortise'
import { describeInZones, RUNS } from '../zones'
import { aLoan, paid, stated } from './a-loan'

const day = localDate

function stateAt(loan: Loan, on: string): LoanState {
  const state = stateOn(loan, day(on))
  if (!state.ok) throw new Error(state.error.code)
  return state.value
}

const early = (id: string, on: string, amountFen: number, purpose: 'prepay' | 'settle'): LoanEvent => ({
  kind: 'payment',
  id,
  on: day(on),
  amountFen: fen(amountFen),
  note: '',
  purpose,
})

const base = (id: string, on: string) => ({ id, on: day(on), note: '' })

/** Half up in whole numbers, written apart from the engine's own. */
const round = (numerator: number, denominator: number): number =>
  Number((2n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator)))

const terms = (changes: Partial<DefaultTerms>): DefaultTerms => ({
  penalty: { by: 'multiple', multiplePer10000: 15_000 },
  penaltyBase: 'overduePrincipal',
  graceDays: 0,
  lateFee: null,
  ...changes,
})

/** 12,000.00 at 12 %, 1,066.19 a month; the first instalment is paid, so 11,053.81 stand from 15 February on. */
const afterFirst = (events: readonly LoanEvent[], changes: Partial<Loan> = {}): Loan =>
  aLoan({ ...changes, events: [paid('p1', '2026-02-15', 106_619), ...events] })

describe('principal paid early', () => {
  // 14 days on 11,053.81 at 12 % ÷ 360 are 51.58; 5,000.00 pay 4,976.78 and its 23.22.
  const accrued = round(1_105_381 * 12 * 14, 100 * 360)

  it('is charged its own interest to the day, and the rest of the plan goes on with less', () => {
    const state = stateAt(afterFirst([early('e', '2026-03-01', 500_000, 'prepay')]), '2026-03-01')
    expect(accrued).toBe(5158)
    const row = state.rows.find(({ origin }) => origin === 'early')
    expect(row).toMatchObject({ principalFen: 497_678, interestFen: 2322, openFen: 0 })
    expect(state.principalFen).toBe(1_105_381 - 497_678)
    const next = state.rows.find(({ n }) => n === 2)
    expect(next).toMatchObject({ interestFen: 6077, principalFen: 106_619 - 6077 })
  })

  it('shortens the term with the same instalment, or lowers the instalment over the same term', () => {
    const prepaid = [early('e', '2026-03-01', 500_000, 'prepay')]
    const shorter = stateAt(afterFirst(prepaid), '2026-03-01').rows.filter(({ n }) => n > 1)
    const lower = stateAt(
      afterFirst(prepaid, { prepayment: { ...PREPAY_BY_ACTUAL_DAYS, effect: 'lowers' } }),
      '2026-03-01',
    ).rows.filter(({ n }) => n > 1)
    expect(shorter).toHaveLength(6)
    expect(shorter.slice(0, -1).every((row) => row.openFen === 106_619)).toBe(true)
    expect(lower).toHaveLength(11)
    const instalment = levelInstalmentFen(fen(1_105_381 - 497_678), annualRate(0.12), MONTHLY, 11)
    expect(lower.slice(0, -1).every((row) => row.openFen === instalment)).toBe(true)
  })

  it('takes the contract fee on what is paid early', () => {
    const prepayment = { ...PREPAY_BY_ACTUAL_DAYS, feePer10000: 100 }
    const state = stateAt(afterFirst([early('e', '2026-03-01', 500_000, 'prepay')], { prepayment }), '2026-03-01')
    const row = state.rows.find(({ origin }) => origin === 'early')
    expect(row?.feeFen).toBe(round(row?.principalFen ?? 0, 100))
    expect((row?.principalFen ?? 0) + (row?.interestFen ?? 0) + (row?.feeFen ?? 0)).toBe(500_000)
  })

  it('pays what has fallen due first', () => {
    const state = stateAt(afterFirst([early('e', '2026-03-20', 110_000, 'prepay')]), '2026-03-20')
    expect(state.rows.find(({ n }) => n === 2)).toMatchObject({ status: 'paid', openFen: 0 })
    expect(state.rows.find(({ origin }) => origin === 'early')?.principalFen).toBeLessThan(110_000 - 106_619)
  })
})

describe('a settlement', () => {
  it('by the contract is principal, its interest to the day and nothing else', () => {
    const full = 1_105_381 + 5158
    const settled = stateAt(afterFirst([early('s', '2026-03-01', full, 'settle')]), '2026-12-31')
    expect(settled).toMatchObject({ stage: 'settled', owedFen: 0, creditFen: 0, forgivenFen: 0 })
    const short = stateAt(afterFirst([early('s', '2026-03-01', full - 1, 'settle')]), '2026-03-01')
    expect(short.stage).not.toBe('settled')
    expect(short.principalFen).toBe(1)
  })

  it('below the contract figure holds only while a quote does, and says what was given up', () => {
    const quote: LoanEvent = {
      ...base('q', '2026-02-20'),
      kind: 'settlementQuoted',
      source: 'app',
      amountFen: fen(900_000),
      validUntil: day('2026-03-05'),
    }
    const within = stateAt(afterFirst([quote, early('s', '2026-03-01', 900_000, 'settle')]), '2026-03-01')
    expect(within).toMatchObject({ stage: 'settled', owedFen: 0, forgivenFen: 1_105_381 + 5158 - 900_000 })
    const after = stateAt(afterFirst([quote, early('s', '2026-03-06', 900_000, 'settle')]), '2026-03-06')
    expect(after.stage).not.toBe('settled')
  })

  it('of a flat-fee loan asks all fees, none, or a share, as the contract says', () => {
    const flat = (rule: Partial<Loan['prepayment']>, amountFen: number) =>
      stateAt(
        aLoan({
          terms: {
            kind: 'flatFee',
            principalFen: fen(1_200_000),
            drawnOn: day('2026-01-15'),
            firstDueOn: day('2026-02-15'),
            periods: 12,
            cadence: MONTHLY,
            feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 360 },
            feeTiming: 'everyPeriod',
          },
          prepayment: { ...PREPAY_BY_ACTUAL_DAYS, ...rule },
          events: [paid('p1', '2026-02-15', 107_200), early('s', '2026-02-15', amountFen, 'settle')],
        }),
        '2026-02-15',
      ).stage
    expect(flat({ remainingFees: 'waived' }, 1_100_000)).toBe('settled')
    expect(flat({ remainingFees: 'due' }, 1_100_000 + 11 * 7200)).toBe('settled')
    expect(flat({ remainingFees: 'due' }, 1_100_000 + 11 * 7200 - 1)).not.toBe('settled')
    expect(flat({ remainingFees: 'unknown' }, 1_100_000)).not.toBe('settled')
    expect(flat({ remainingFees: 'share', remainingFeesPer10000: 2500 }, 1_100_000 + 19_800)).toBe('settled')
  })
})

describe('acceleration', () => {
  const called: LoanEvent = { ...base('a', '2026-04-25'), kind: 'accelerated' }

  it('turns the balance due from its day, interest to that day, penalty on all of it from there', () => {
    const loan = afterFirst([called])
    const state = stateAt(loan, '2026-05-25')
    // Two instalments missed: principal 955.65 and 965.21 (1 % of what was left is their interest).
    const [second, third] = [106_619 - 11_054, 106_619 - round(1_105_381 - 95_565, 100)]
    const balance = 1_105_381 - second - third
    const row = state.rows.find(({ origin }) => origin === 'called')
    expect(row).toMatchObject({ dueOn: day('2026-04-25'), principalFen: balance })
    expect(row?.interestFen).toBe(round(balance * 12 * 10, 100 * 360))
    expect(row?.penaltyFen).toBe(round(balance * 18 * 30, 100 * 360))
    expect(state.acceleratedOn).toBe('2026-04-25')
    expect(state.principalFen).toBe(1_105_381)
    expect(state.nextDueOn).toBeNull()
  })

  it('stops ordinary interest: a month later only penalty interest has grown', () => {
    const [before, after] = [stateAt(afterFirst([called]), '2026-05-01'), stateAt(afterFirst([called]), '2026-06-01')]
    expect(after.interestFen).toBe(before.interestFen)
    expect(after.penaltyFen).toBeGreaterThan(before.penaltyFen)
  })

  it('is counted down while the contract day has not come', () => {
    const state = stateAt(
      afterFirst([], { defaultTerms: terms({ accelerationDays: 60, subrogationDays: 80 }) }),
      '2026-04-04',
    )
    expect(state.daysLate).toBe(20)
    expect([state.daysToAcceleration, state.daysToSubrogation]).toEqual([40, 60])
  })
})

describe('who must be paid', () => {
  it('is the assignee from the notice on, the old plan over, until verified', () => {
    const assigned: LoanEvent = {
      ...base('a', '2026-04-01'),
      kind: 'assigned',
      toPartyId: 'fund',
      planGoesOn: false,
      verifiedOn: null,
    }
    const state = stateAt(afterFirst([assigned]), '2026-04-10')
    expect(state.creditor).toEqual({ partyId: 'fund', because: 'assigned', since: '2026-04-01', verifiedOn: null })
    expect(
      state.rows.filter((row) => row.origin === 'plan' && row.openFen > 0 && row.dueOn > day('2026-04-01')),
    ).toEqual([])
    expect(stateAt(afterFirst([assigned]), '2026-03-31').creditor.because).toBe('contract')
  })

  it('keeps the plan where the notice says so', () => {
    const assigned: LoanEvent = {
      ...base('a', '2026-02-20'),
      kind: 'assigned',
      toPartyId: 'fund',
      planGoesOn: true,
      verifiedOn: day('2026-02-22'),
    }
    const [with_, without] = [stateAt(afterFirst([assigned]), '2026-03-01'), stateAt(afterFirst([]), '2026-03-01')]
    expect({ ...with_, creditor: null }).toEqual({ ...without, creditor: null })
  })

  it('is the guarantor for exactly what it paid out, bearing nothing by the old contract', () => {
    const event: LoanEvent = {
      ...base('s', '2026-05-01'),
      kind: 'subrogated',
      byPartyId: 'insurer',
      paidOutFen: fen(1_150_000),
      verifiedOn: null,
    }
    const state = stateAt(afterFirst([event]), '2026-08-01')
    expect(state).toMatchObject({ owedFen: 1_150_000, penaltyFen: 0, lateFeeFen: 0 })
    expect(state.creditor).toMatchObject({ partyId: 'insurer', because: 'subrogated' })
  })
})

describe('what lateness adds', () => {
  // The second instalment (15 March: 955.65 and 110.54) stays open.
  const late = (defaultTerms: DefaultTerms, events: readonly LoanEvent[] = []) =>
    stateAt(afterFirst(events, { defaultTerms }), '2026-04-14')
  const DAYS = daysBetween(day('2026-03-15'), day('2026-04-14'))

  it('is penalty on principal, and compound on interest only where the contract has it', () => {
    expect(DAYS).toBe(30)
    expect(late(terms({}))).toMatchObject({ penaltyFen: round(95_565 * 18 * 30, 36_000), compoundFen: 0 })
    expect(late(terms({ compounds: true }))).toMatchObject({
      penaltyFen: round(95_565 * 18 * 30, 36_000),
      compoundFen: round(11_054 * 18 * 30, 36_000),
    })
  })

  it('is a late fee once, for every day, or every month, each bounded and all of it capped', () => {
    const share = { by: 'share', sharePer10000: 5, minFen: fen(0), maxFen: null } as const
    const each = round(106_619 * 5, 10_000)
    const feeOf = (lateFee: DefaultTerms['lateFee']) => late(terms({ penalty: null, lateFee })).lateFeeFen
    expect(feeOf(share)).toBe(each)
    expect(feeOf({ ...share, charged: 'daily' })).toBe(30 * each)
    expect(feeOf({ ...share, charged: 'daily', capFen: fen(1000) })).toBe(1000)
    expect(feeOf({ ...share, charged: 'monthly', minFen: fen(2000) })).toBe(2000)
    expect(
      stateAt(
        afterFirst([], { defaultTerms: terms({ lateFee: { by: 'fixed', amountFen: fen(2000), charged: 'monthly' } }) }),
        '2026-05-15',
      ).rows.map((row) => row.lateFeeFen),
    ).toEqual([0, 4000, 2000, ...Array<number>(9).fill(0)])
  })

  it('is nothing within the grace days, and from the due day beyond them', () => {
    const grace = terms({ graceDays: 3, lateFee: { by: 'fixed', amountFen: fen(2000) } })
    const within = stateAt(afterFirst([], { defaultTerms: grace }), '2026-03-18')
    expect(within).toMatchObject({ penaltyFen: 0, lateFeeFen: 0, daysLate: 0 })
    const beyond = stateAt(afterFirst([], { defaultTerms: grace }), '2026-03-19')
    expect(beyond).toMatchObject({ penaltyFen: round(95_565 * 18 * 4, 36_000), lateFeeFen: 2000, daysLate: 4 })
  })

  it('is nothing on an amount within the tolerance', () => {
    const missing = [paid('p2', '2026-03-15', 106_619 - 900)]
    expect(late(terms({ graceAmountFen: fen(1000) }), missing)).toMatchObject({ daysLate: 0, penaltyFen: 0 })
    expect(late(terms({ graceAmountFen: fen(899) }), missing).daysLate).toBe(30)
  })
})

it('an instalment of which only its penalty interest is open is late all the same', () => {
  const items: readonly PayItem[] = ['principal', 'interest', 'fee', 'penalty', 'compound', 'lateFee']
  const state = stateAt(
    afterFirst([paid('p2', '2026-04-14', 106_619)], {
      defaultTerms: terms({ application: { items, across: 'instalment' } }),
    }),
    '2026-04-14',
  )
  expect(state).toMatchObject({ overduePrincipalFen: 0, interestFen: 0, daysLate: 30, stage: 'm1' })
  expect(state.penaltyFen).toBe(round(95_565 * 18 * 30, 36_000))
})

describe('the order in which money is applied', () => {
  const late = (items: readonly PayItem[], across: 'instalment' | 'item') =>
    stateAt(
      aLoan({
        defaultTerms: terms({ penalty: null, application: { items, across } }),
        events: [paid('p', '2026-03-20', 20_000)],
      }),
      '2026-03-20',
    )

  it('is the oldest instalment first, its interest before its principal', () => {
    const state = late(['fee', 'lateFee', 'penalty', 'compound', 'interest', 'principal'], 'instalment')
    expect(state.interestFen).toBe(11_054)
    expect(state.overduePrincipalFen).toBe(94_619 + 95_565 - 8000)
  })

  it('is one item across all instalments where the contract says so', () => {
    expect(late(['fee', 'lateFee', 'penalty', 'compound', 'interest', 'principal'], 'item').interestFen).toBe(3054)
    expect(late(['principal', 'interest', 'fee', 'lateFee', 'penalty', 'compound'], 'item')).toMatchObject({
      interestFen: 12_000 + 11_054,
      overduePrincipalFen: 94_619 + 95_565 - 20_000,
    })
  })
})

describe('a credit line by the day', () => {
  const line: DailyBalanceTerms = {
    kind: 'dailyBalance',
    repayment: 'interestFirst',
    principalFen: fen(1_000_000),
    drawnOn: day('2026-01-10'),
    firstDueOn: day('2026-02-10'),
    periods: 3,
    cadence: MONTHLY,
    rate: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 },
  }

  it('charges a further draw from its own day', () => {
    const drawn: LoanEvent = { ...base('d', '2026-01-20'), kind: 'drawdown', what: 'cash', amountFen: fen(500_000) }
    const state = stateAt(aLoan({ terms: line, receivedFen: fen(1_000_000), events: [drawn] }), '2026-01-25')
    // 31 days of 10,000 and 21 of 5,000 at 0.05 %: 155.00 + 52.50; February: 28 days of 15,000 are 210.00.
    expect(state.rows.map((row) => row.interestFen)).toEqual([20_750, 21_000, 23_250])
    expect(state.principalFen).toBe(1_500_000)
    // To the 25th: 15 days of 10,000 and 5 of 5,000.
    expect(state.accruedFen).toBe(7500 + 1250)
  })

  it('is a loan with principal left when nothing is drawn or paid', () => {
    expect(stateAt(aLoan({ terms: line }), '2026-01-11').accruedFen).toBe(500)
  })
})

describe('a payment recorded wrongly', () => {
  it('counts as corrected from the day of the correction on', () => {
    const loan = afterFirst([
      paid('p2', '2026-03-15', 100_000),
      {
        ...base('c', '2026-03-20'),
        kind: 'correction',
        paymentId: 'p2',
        paidOn: day('2026-03-10'),
        amountFen: fen(106_619),
      },
    ])
    expect(stateAt(loan, '2026-03-19').arrearsFen).toBeGreaterThan(0)
    expect(stateAt(loan, '2026-03-20')).toMatchObject({ arrearsFen: 0, paidFen: 2 * 106_619 })
  })
})

describeInZones('the fold', () => {
  const amount = fc.integer({ min: 1, max: 400_000 })
  const dated = fc.integer({ min: 0, max: 500 }).map((days) => addDays(day('2026-01-15'), days))
  const event = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('payment' as const),
        on: dated,
        amountFen: amount,
        purpose: fc.constantFrom('due', 'due', 'prepay', 'settle'),
      }),
    },
    fc.record({ kind: fc.constant('charge' as const), on: dated, amountFen: amount, what: fc.constant('fee') }),
    fc.record({ kind: fc.constant('accelerated' as const), on: dated }),
    fc.record({ kind: fc.constant('assigned' as const), on: dated, planGoesOn: fc.boolean() }),
    fc.record({ kind: fc.constant('drawdown' as const), on: dated, amountFen: amount, what: fc.constant('cash') }),
    fc.record({ kind: fc.constant('settlementQuoted' as const), on: dated, amountFen: amount }),
    fc.record({
      kind: fc.constant('balanceStated' as const),
      on: dated,
      principalFen: amount,
      daysLate: fc.integer({ min: 0, max: 90 }),
    }),
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('reversal' as const, 'correction' as const),
        on: dated,
        of: fc.nat(20),
        paidOn: dated,
        amountFen: amount,
      }),
    },
  )
  const events = fc.array(event, { maxLength: 24 }).map((list): readonly LoanEvent[] =>
    list.map((item, index): LoanEvent => {
      const common = { id: `e${index}`, note: '', on: item.on }
      switch (item.kind) {
        case 'payment':
          return { ...common, kind: 'payment', amountFen: fen(item.amountFen), purpose: item.purpose as 'due' }
        case 'charge':
          return { ...common, kind: 'charge', amountFen: fen(item.amountFen), what: 'fee' }
        case 'drawdown':
          return { ...common, kind: 'drawdown', amountFen: fen(item.amountFen), what: 'cash' }
        case 'accelerated':
          return { ...common, kind: 'accelerated' }
        case 'assigned':
          return { ...common, kind: 'assigned', toPartyId: 'x', planGoesOn: item.planGoesOn, verifiedOn: null }
        case 'settlementQuoted':
          return { ...common, kind: 'settlementQuoted', source: '', amountFen: fen(item.amountFen), validUntil: null }
        case 'balanceStated':
          return {
            ...stated(item.on, { principalFen: fen(item.principalFen), daysLate: item.daysLate }),
            id: common.id,
          }
        case 'reversal':
          return { ...common, kind: 'reversal', paymentId: `e${item.of}` }
        case 'correction':
          return {
            ...common,
            kind: 'correction',
            paymentId: `e${item.of}`,
            paidOn: item.paidOn,
            amountFen: fen(item.amountFen),
          }
      }
    }),
  )
  const loan = fc
    .record({
      kind: fc.constantFrom('levelInstalment' as const, 'equalPrincipal' as const, 'interestFirst' as const),
      isByDay: fc.boolean(),
      periods: fc.integer({ min: 1, max: 18 }),
      effect: fc.constantFrom('shortens' as const, 'lowers' as const),
      remainingFees: fc.constantFrom('waived' as const, 'due' as const),
      feePer10000: fc.constantFrom(0, 250),
      compounds: fc.boolean(),
      graceDays: fc.constantFrom(0, 3),
      charged: fc.constantFrom('once' as const, 'daily' as const, 'monthly' as const),
      across: fc.constantFrom('instalment' as const, 'item' as const),
    })
    .map(({ kind, isByDay, periods, effect, remainingFees, feePer10000, compounds, graceDays, charged, across }) =>
      aLoan({
        terms: {
          ...(isByDay
            ? { kind: 'dailyBalance', repayment: kind === 'levelInstalment' ? 'level' : kind }
            : { kind, firstPeriod: 'days' }),
          principalFen: fen(1_200_000),
          drawnOn: day('2026-01-15'),
          firstDueOn: day('2026-02-20'),
          periods,
          cadence: MONTHLY,
          rate: annualRate(0.18, 365),
        },
        recurringFees: [{ id: 'f', name: 'f', amountFen: fen(1500), timing: 'everyInstalment' }],
        prepayment: { allowed: 'anytime', remainingFees, feePer10000, effect },
        defaultTerms: terms({
          compounds,
          graceDays,
          lateFee: { by: 'share', sharePer10000: 10, minFen: fen(10), maxFen: null, charged, capFen: fen(5000) },
          application: { items: ['penalty', 'compound', 'lateFee', 'fee', 'interest', 'principal'], across },
        }),
      }),
    )

  it('goes on event by event and date by date to the same state as from scratch', () => {
    fc.assert(
      fc.property(loan, events, fc.array(dated, { minLength: 1, maxLength: 6 }), (contract, list, dates) => {
        const timeline = loanTimeline(contract)
        if (!timeline.ok) throw new Error(timeline.error.code)
        for (const [index, item] of list.entries()) {
          timeline.value.record(item)
          const on = dates[index % dates.length] ?? item.on
          const scratch = stateOn({ ...contract, events: list.slice(0, index + 1) }, on)
          expect(timeline.value.stateOn(on)).toEqual(scratch.ok ? scratch.value : scratch)
        }
      }),
      RUNS,
    )
  })

  it('accounts for every fen paid: into rows, back as credit, or on what was owed on demand', () => {
    const plain = events.map((list) =>
      list.filter(
        ({ kind }) => kind === 'payment' || kind === 'charge' || kind === 'accelerated' || kind === 'reversal',
      ),
    )
    fc.assert(
      fc.property(loan, plain, dated, (contract, list, on) => {
        const state = stateOn({ ...contract, events: list }, on)
        if (!state.ok) throw new Error(state.error.code)
        const { rows, paidFen, creditFen, principalFen } = state.value
        expect(rows.reduce((sum, row) => sum + row.paidFen, 0) + creditFen).toBe(paidFen)
        expect(rows.every((row) => row.openFen >= 0 && row.openPrincipalFen >= 0)).toBe(true)
        const repaid = rows.reduce((sum, row) => sum + row.principalFen - row.openPrincipalFen, 0)
        expect(repaid + principalFen).toBe(1_200_000)
      }),
      RUNS,
    )
  })

  it('never owes less a day later when nothing was paid', () => {
    fc.assert(
      fc.property(loan, events, dated, (contract, list, on) => {
        const quiet = list.filter((item) => item.on <= on && !('paidOn' in item))
        const [today, tomorrow] = [on, addDays(on, 1)].map((date: LocalDate) =>
          stateOn({ ...contract, events: quiet }, date),
        )
        if (!today?.ok || !tomorrow?.ok) throw new Error('no state')
        expect(tomorrow.value.owedFen).toBeGreaterThanOrEqual(today.value.owedFen)
      }),
      RUNS,
    )
  })
})
