import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#domain/calendar/local-date'
import { cardAccount } from '#domain/card/card-account'
import { cardStateOn } from '#domain/card/card-state'
import type { LoanEvent } from '#domain/loan/loan-event'
import type { LoanState } from '#domain/loan/loan-state'
import { settlementOutcomes } from '#domain/loan/settlement-outcomes'
import { stateOn } from '#domain/loan/state-on'
import { trueCost } from '#domain/loan/true-cost'
import { fen } from '#domain/money/fen'
import { simLoan, owedIn } from '#domain/plan/sim-loan'
import { contractRows } from '#domain/plan/sim-rows'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { aLoan, stated } from '../loan/a-loan'
import { aCard, bought, lateTerms, paid } from './a-card'
import { END, someEvents, someLate, someTerms, START } from './some-cards'

const card = (events: readonly LoanEvent[], terms = {}, late = {}) => ({
  ...aLoan({ product: 'creditCard', defaultTerms: lateTerms(late), events }),
  terms: aCard(terms),
})

function at(date: string, events: readonly LoanEvent[], terms = {}, late = {}): LoanState {
  const state = cardStateOn(card(events, terms, late), localDate(date))
  if (!state.ok) throw new Error(state.error.code)
  return state.value
}

describe('where a card stands', () => {
  const purchase = bought('2026-01-10', 100_000)

  test('before its statement nothing is due; with it the minimum is; the day after the due day it is late', () => {
    expect(at('2026-02-04', [purchase])).toMatchObject({
      owedFen: 100_000,
      arrearsFen: 0,
      accruedFen: 0,
      stage: 'current',
    })
    expect(at('2026-02-20', [purchase])).toMatchObject({
      nextDueOn: '2026-02-23',
      nextDueFen: 10_000,
      arrearsFen: 0,
      stage: 'dueSoon',
    })
    // Judged at the end of 23 February: 44 days × 0.50 = 22.00, one more day 0.50.
    expect(at('2026-02-24', [purchase])).toMatchObject({
      overduePrincipalFen: 10_000,
      arrearsFen: 10_000,
      daysLate: 1,
      stage: 'm1',
      accruedFen: 2_250,
      interestFen: 0,
    })
  })

  test('days late count from the oldest minimum that was missed, and grace days are none', () => {
    expect(at('2026-04-24', [purchase]).daysLate).toBe(60)
    expect(at('2026-02-26', [purchase], {}, { graceDays: 3 })).toMatchObject({ daysLate: 0, arrearsFen: 10_000 })
    expect(at('2026-02-27', [purchase], {}, { graceDays: 3 }).daysLate).toBe(4)
  })

  test('a missed minimum stays in its row: 100.00, then 27.00 + 10.00 + 100.00 with the next statement', () => {
    const { rows, nextDueFen, interestFen, lateFeeFen, owedFen, statements } = at('2026-03-06', [purchase])
    // Statement 1, of 5 January, asked nothing.
    expect(rows.slice(0, 2)).toMatchObject([
      { n: 2, dueOn: '2026-02-23', openFen: 10_000, openPrincipalFen: 10_000, status: 'overdue', daysLate: 11 },
      { n: 3, dueOn: '2026-03-23', principalFen: 10_000, interestFen: 2_700, lateFeeFen: 1_000, status: 'due' },
    ])
    expect({ nextDueFen, interestFen, lateFeeFen, owedFen }).toEqual({
      nextDueFen: 13_700,
      interestFen: 2_700,
      lateFeeFen: 1_000,
      owedFen: 103_700,
    })
    expect(statements.at(-1)?.minimumFen).toBe(23_700)
  })

  test('a payment pays the oldest minimum first, whatever it paid of the account', () => {
    const { rows, interestFen, lateFeeFen, principalFen, daysLate } = at('2026-03-06', [
      purchase,
      paid('2026-03-06', 12_000),
    ])
    // 10.00 late fee, 27.00 interest, 83.00 principal; the first minimum is paid, 20.00 of the second too.
    expect({ interestFen, lateFeeFen, principalFen, daysLate }).toEqual({
      interestFen: 0,
      lateFeeFen: 0,
      principalFen: 91_700,
      daysLate: 0,
    })
    expect(rows[0]).toMatchObject({ status: 'paid', paidOn: '2026-03-06', daysLate: 11 })
    expect(rows[1]).toMatchObject({ paidFen: 2_000, openFen: 11_700, openPrincipalFen: 11_700, status: 'partlyPaid' })
  })

  test('what the lender states: arrears of so many days, and the current minimum with its day', () => {
    const state = at('2026-03-10', [
      stated('2026-03-10', {
        principalFen: fen(500_000),
        interestFen: fen(12_000),
        lateFeeFen: fen(2_500),
        overduePrincipalFen: fen(50_000),
        nextDueOn: localDate('2026-03-23'),
        daysLate: 46,
      }),
    ])
    expect(state).toMatchObject({
      basis: 'balanceStated',
      owedFen: 514_500,
      arrearsFen: 64_500,
      overduePrincipalFen: 50_000,
      daysLate: 46,
      stage: 'm2',
      nextDueOn: '2026-03-23',
      nextDueFen: 50_000,
    })
  })

  test('called by the bank: everything is due', () => {
    const called: LoanEvent = { kind: 'accelerated', id: 'a', on: localDate('2026-03-10'), note: '' }
    const state = at('2026-03-11', [purchase, called])
    expect(state).toMatchObject({ acceleratedOn: '2026-03-10', arrearsFen: 103_700 - 13_700, owedFen: 103_700 })
    expect(at('2026-03-24', [purchase, called])).toMatchObject({ arrearsFen: 103_700, daysLate: 29 })
  })

  test('a settlement the lender quoted gives up the rest; settled in full the interest that runs is posted and paid', () => {
    const quoted: LoanEvent = {
      kind: 'settlementQuoted',
      id: 'q',
      on: localDate('2026-03-10'),
      note: '',
      source: 'app',
      amountFen: fen(80_000),
      validUntil: localDate('2026-03-20'),
    }
    const settled = (on: string, amountFen: number): LoanEvent =>
      ({ ...paid(on, amountFen), purpose: 'settle' }) as LoanEvent
    // 1,037.00 posted and 10 days × 0.50 that run: 1,042.00 less 800.00.
    const state = at('2026-05-10', [purchase, quoted, settled('2026-03-15', 80_000)])
    expect(state).toMatchObject({ owedFen: 0, forgivenFen: 24_200, accruedFen: 0, stage: 'settled', arrearsFen: 0 })
    expect(state.statements.at(-2)).toMatchObject({ interestFen: 500, balanceFen: 0 })
    expect(at('2026-05-10', [purchase, settled('2026-03-15', 104_200)])).toMatchObject({ owedFen: 0, forgivenFen: 0 })
    expect(at('2026-03-21', [purchase, quoted, settled('2026-03-21', 80_000)]).forgivenFen).toBe(0)
  })

  test('paid by a guarantor: what it paid out is owed to it at once, and the card stops', () => {
    const event: LoanEvent = {
      kind: 'subrogated',
      id: 's',
      on: localDate('2026-03-10'),
      note: '',
      byPartyId: 'insurer',
      paidOutFen: fen(102_000),
      verifiedOn: null,
    }
    expect(at('2026-05-10', [purchase, event])).toMatchObject({
      owedFen: 102_000,
      arrearsFen: 102_000,
      daysLate: 61,
      interestFen: 0,
      accruedFen: 0,
      creditor: { because: 'subrogated', partyId: 'insurer' },
    })
  })

  test('what settling takes today: everything owed and the interest that runs, or the quote that still holds', () => {
    // 10 March: 1,000 + 27.00 + 10.00 owed, 100.00 of it overdue; 5 days × 0.50 run.
    const outcomes = settlementOutcomes(card([purchase]), localDate('2026-03-10'))
    expect(outcomes).toMatchObject({
      value: [
        { rule: 'byContract', totalFen: 103_950, parts: { dueFen: 10_000, principalFen: 90_000, interestFen: 3_950 } },
      ],
    })
    const quoted: LoanEvent = {
      kind: 'settlementQuoted',
      id: 'q',
      on: localDate('2026-03-09'),
      note: '',
      source: 'app',
      amountFen: fen(80_000),
      validUntil: localDate('2026-03-20'),
    }
    const rulesOn = (on: string) => {
      const found = settlementOutcomes(card([purchase, quoted]), localDate(on))
      return found.ok ? found.value.map((each) => each.rule) : found.error.code
    }
    expect(rulesOn('2026-03-20')).toEqual(['quote', 'byContract'])
    expect(rulesOn('2026-03-21')).toEqual(['byContract'])
  })

  test('a record may begin with nothing owed; a rate above 1000 % a year is a slip of the period', () => {
    expect(at('2026-03-10', [])).toMatchObject({ owedFen: 0, stage: 'settled', nextDueOn: null })
    expect(buildSchedule(aCard())).toMatchObject({ ok: true, value: { rows: [] } })
    expect(trueCost({ ...card([]), receivedFen: fen(0) })).toMatchObject({
      ok: true,
      value: { costFen: 0, simpleAnnual: null },
    })
    const rate = { partsPerTenMillion: 500_000, per: 'day', dayBasis: 365 } as const
    expect(cardStateOn(card([], { rate }), START)).toMatchObject({ error: { code: 'rate_out_of_range' } })
    expect(cardStateOn(card([], { principalFen: fen(-1) }), START)).toMatchObject({
      error: { code: 'principal_out_of_range' },
    })
  })

  test('the state of a loan that is a card is this one', () => {
    const loan = card([purchase])
    expect(stateOn(loan, END)).toEqual(cardStateOn(loan, END))
  })
})

describe('always', () => {
  test('owed is its parts, rows hold all principal once, arrears are the rows that have fallen due', () => {
    fc.assert(
      fc.property(someTerms, someLate, someEvents, fc.nat(400), (terms, late, events, days) => {
        const on = addDays(START, days)
        const state = at(on, events, terms, late)
        const { principalFen, interestFen, feeFen, lateFeeFen, penaltyFen } = state
        expect(principalFen + interestFen + feeFen + lateFeeFen + penaltyFen).toBe(state.owedFen)
        const due = state.rows.filter((row) => row.dueOn < on)
        expect(due.reduce((sum, row) => sum + row.openFen, 0)).toBe(state.arrearsFen)
        expect(state.arrearsFen).toBeLessThanOrEqual(state.owedFen)
        expect(state.rows.reduce((sum, row) => sum + row.openPrincipalFen, 0)).toBe(principalFen)
        for (const row of state.rows) {
          expect(row.openPrincipalFen).toBeGreaterThanOrEqual(0)
          expect(row.openPrincipalFen).toBeLessThanOrEqual(row.openFen)
        }
        expect(state.daysLate > 0).toBe(due.some((row) => row.openFen > 0 && row.daysLate > 0))
        expect(cardAccount(aCard(terms), lateTerms(late), events, on).owedFen).toBe(state.owedFen)
      }),
    )
  })

  test('what is overdue on a card costs its own rate in a plan: 1,000 for 30 days is 15.00', () => {
    expect(simLoan(card([]), at('2026-03-06', [])).penaltyOf(fen(100_000), 30)).toBe(1_500)
  })

  test('a plan starts with each yuan once: principal, and the charges that have fallen due', () => {
    fc.assert(
      fc.property(someTerms, someLate, someEvents, fc.nat(400), (terms, late, events, days) => {
        const state = at(addDays(START, days), events, terms, late)
        const loan = simLoan(card(events, terms, late), state)
        const comingPrincipal = contractRows(state).reduce((sum, row) => sum + row.principal, 0)
        expect(owedIn(loan)).toBe(comingPrincipal + state.arrearsFen)
        expect(loan.onDemand).toBe(0)
      }),
    )
  })
})
