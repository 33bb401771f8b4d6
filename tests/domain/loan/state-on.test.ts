import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent } from '#domain/loan/loan-event'
import { stateOn } from '#domain/loan/state-on'
import { fen } from '#domain/money/fen'
import { aLoan, paid, stated } from './a-loan'

const at = (loan: Loan, on: string) => {
  const state = stateOn(loan, localDate(on))
  if (!state.ok) throw new Error(state.error.code)
  return state.value
}

describe('a loan on a date', () => {
  test('nothing is late on the due day; the next day the instalment is one day late', () => {
    expect(at(aLoan(), '2026-02-15')).toMatchObject({ stage: 'dueSoon', arrearsFen: 0, nextDueFen: 106_619 })
    expect(at(aLoan(), '2026-02-16')).toMatchObject({ stage: 'm1', daysLate: 1, overduePrincipalFen: 94_619 })
  })

  test('penalty interest is simple on overdue principal, by actual days, and nothing else grows beside it', () => {
    // 946.19 × 18 % × 30 ÷ 360 = 14.19
    expect(at(aLoan(), '2026-03-17').rows[0]).toMatchObject({ penaltyFen: 1419, interestFen: 12_000, daysLate: 30 })
  })

  test('a payment goes to penalty, interest, principal of the oldest instalment, then the next', () => {
    const state = at(aLoan({ events: [paid('a', '2026-03-17', 110_000)] }), '2026-03-17')
    // 1,066.19 + 14.19 for the first, 19.62 left for the second's penalty (0.95) and interest
    expect(state.rows[0]).toMatchObject({ status: 'paid', openFen: 0, paidOn: '2026-03-17', daysLate: 30 })
    expect(state.rows[1]).toMatchObject({ status: 'partlyPaid', paidFen: 110_000 - 106_619 - 1419 })
  })

  test('paying ahead settles the next instalment and a reversal takes it back from its day on', () => {
    const events: LoanEvent[] = [
      paid('a', '2026-02-10', 106_619),
      { kind: 'reversal', id: 'r', on: localDate('2026-03-01'), paymentId: 'a', note: '' },
    ]
    expect(at(aLoan({ events }), '2026-02-12').rows[0]?.status).toBe('ahead')
    expect(at(aLoan({ events }), '2026-02-20')).toMatchObject({ stage: 'current', arrearsFen: 0 })
    expect(at(aLoan({ events }), '2026-03-01')).toEqual(at(aLoan(), '2026-03-01'))
  })

  test('grace days leave no trace when kept and count from the due date when passed', () => {
    const defaultTerms = {
      ...aLoan().defaultTerms,
      graceDays: 3,
      lateFee: { by: 'fixed', amountFen: fen(2000) } as const,
    }
    expect(at(aLoan({ defaultTerms }), '2026-02-18')).toMatchObject({ daysLate: 0, penaltyFen: 0, lateFeeFen: 0 })
    expect(at(aLoan({ defaultTerms }), '2026-02-19')).toMatchObject({ daysLate: 4, penaltyFen: 189, lateFeeFen: 2000 })
    const kept = aLoan({ defaultTerms, events: [paid('a', '2026-02-18', 106_619)] })
    expect(at(kept, '2026-02-28')).toMatchObject({ arrearsFen: 0, lateFeeFen: 0 })
  })

  test('a stated balance restarts the figures and penalty interest runs on from it', () => {
    const loan = aLoan({
      events: [
        paid('old', '2026-02-15', 106_619),
        stated('2026-05-20', {
          principalFen: fen(1_100_000),
          interestFen: fen(30_000),
          penaltyFen: fen(1234),
          lateFeeFen: fen(500),
          otherFeeFen: fen(100),
          daysLate: 66,
        }),
      ],
    })
    const today = at(loan, '2026-05-20')
    expect(today).toMatchObject({
      basis: 'balanceStated',
      principalFen: 1_100_000,
      interestFen: 30_000,
      penaltyFen: 1234,
      lateFeeFen: 500,
      feeFen: 100,
      daysLate: 66,
      stage: 'm3',
      nextDueOn: '2026-06-15',
    })
    expect(today.rows[0]).toMatchObject({ n: 0, dueOn: '2026-03-15' })
    const overdue = today.overduePrincipalFen
    expect(overdue).toBe(1_100_000 - today.rows.slice(1).reduce((sum, row) => sum + row.principalFen, 0))
    expect(at(loan, '2026-05-30').penaltyFen).toBe(1234 + Math.round((overdue * 0.18 * 10) / 360))
  })

  test('stated principal below the plan shortens it from the end; above it and current, the last row carries more', () => {
    const short = at(aLoan({ events: [stated('2026-05-20', { principalFen: fen(300_000) })] }), '2026-05-20')
    expect(short).toMatchObject({ principalFen: 300_000, arrearsFen: 0, stage: 'current' })
    expect(short.rows.length).toBeLessThan(8)
    const long = at(aLoan({ events: [stated('2026-05-20', { principalFen: fen(2_000_000) })] }), '2026-05-20')
    expect(long).toMatchObject({ principalFen: 2_000_000, arrearsFen: 0 })
    expect(long.rows).toHaveLength(7 + 1)
  })
})

describe('properties of the fold', () => {
  const events = fc.array(
    fc.record({ day: fc.nat(500), amountFen: fc.integer({ min: 1, max: 400_000 }), isReversed: fc.boolean() }),
    { maxLength: 12 },
  )
  const toEvents = (drawn: readonly { day: number; amountFen: number; isReversed: boolean }[]): LoanEvent[] =>
    drawn.flatMap(({ day, amountFen, isReversed }, index): LoanEvent[] => {
      const on = addDays(localDate('2026-01-15'), day)
      const payment = paid(`p${index}`, on, amountFen)
      return isReversed
        ? [payment, { kind: 'reversal', id: `r${index}`, on: addDays(on, 5), paymentId: payment.id, note: '' }]
        : [payment]
    })

  test('principal paid and principal open are the principal, nothing is negative, the parts add up', () => {
    fc.assert(
      fc.property(events, fc.nat(700), fc.nat(5), (drawn, day, graceDays) => {
        const loan = aLoan({ events: toEvents(drawn), defaultTerms: { ...aLoan().defaultTerms, graceDays } })
        const state = at(loan, addDays(localDate('2026-01-15'), day))
        expect(state.rows.reduce((sum, row) => sum + row.openPrincipalFen, 0)).toBe(state.principalFen)
        for (const row of state.rows) {
          const owed = row.principalFen + row.interestFen + row.feeFen + row.penaltyFen + row.lateFeeFen
          expect(row.openFen).toBe(owed - row.paidFen)
          expect(Math.min(row.openFen, row.penaltyFen, row.openPrincipalFen, row.paidFen)).toBeGreaterThanOrEqual(0)
        }
        expect(state.arrearsFen).toBe(
          state.overduePrincipalFen + state.interestFen + state.feeFen + state.penaltyFen + state.lateFeeFen,
        )
      }),
    )
  })

  test('events after the date change nothing, and the order of recording different days changes nothing', () => {
    fc.assert(
      fc.property(events, fc.nat(500), (drawn, day) => {
        const on = addDays(localDate('2026-01-15'), day)
        const all = toEvents(drawn)
        const known = all.filter((event) => event.on <= on)
        expect(at(aLoan({ events: all }), on)).toEqual(at(aLoan({ events: known }), on))
        const byDay = [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
        expect(at(aLoan({ events: byDay }), on)).toEqual(at(aLoan({ events: all }), on))
      }),
    )
  })
})
