import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { BalanceStated, LoanEvent } from '#domain/loan/loan-event'
import { stateOn } from '#domain/loan/state-on'
import { fen } from '#domain/money/fen'
import { aLoan, stated } from './a-loan'

const day = localDate

function at(loan: Loan, on: string) {
  const state = stateOn(loan, day(on))
  if (!state.ok) throw new Error(state.error.code)
  return state.value
}

/** What the lender said on a day, seen that day. */
const said = (on: string, changes: Partial<BalanceStated>, ...before: readonly LoanEvent[]) =>
  at(aLoan({ events: [...before, stated(on, changes)] }), on)

const principals = (state: ReturnType<typeof at>) => state.rows.map((row) => row.principalFen)

// The plan's principal: 946.19, 955.65, 965.21, 974.86, 984.61, 994.46, 1,004.40, 1,014.44, 1,024.59, 1,034.83, 1,045.18 and the rest.
const PLAN = principals(at(aLoan(), '2026-01-15'))
const after = (rows: number) => PLAN.slice(rows).reduce((sum, part) => sum + part, 0)

describe('what the lender’s app says today', () => {
  it('leaves the plan rows to come when the principal is theirs', () => {
    const state = said('2026-04-20', { principalFen: fen(after(3)) })
    expect(state).toMatchObject({
      basis: 'balanceStated',
      principalFen: after(3),
      arrearsFen: 0,
      daysLate: 0,
      paidFen: 0,
    })
    expect(principals(state)).toEqual(PLAN.slice(3))
    expect(state.rows[0]).toMatchObject({ n: 4, dueOn: '2026-05-15' })
  })

  it('takes a row due that very day as paid unless it is named as the next', () => {
    expect(said('2026-04-15', { principalFen: fen(after(3)) }).nextDueOn).toBe('2026-05-15')
    const named = said('2026-04-15', { principalFen: fen(after(2)), nextDueOn: day('2026-04-15') })
    expect(named.nextDueOn).toBe('2026-04-15')
    expect(principals(named)).toEqual(PLAN.slice(2))
  })

  it('puts what is overdue into one row as many days late as stated', () => {
    const state = said('2026-04-20', {
      principalFen: fen(after(2)),
      interestFen: fen(10_100),
      penaltyFen: fen(77),
      lateFeeFen: fen(500),
      otherFeeFen: fen(30),
      daysLate: 5,
    })
    const overdue = PLAN[2] ?? 0
    expect(state.rows[0]).toMatchObject({
      n: 0,
      origin: 'stated',
      dueOn: '2026-04-15',
      principalFen: overdue,
      interestFen: 10_100,
      penaltyFen: 77,
      lateFeeFen: 500,
      feeFen: 30,
      openFen: overdue + 10_100 + 77 + 500 + 30,
      daysLate: 5,
    })
    expect(state).toMatchObject({ overduePrincipalFen: overdue, stage: 'm1', principalFen: after(2) })
  })

  it('believes the overdue principal the lender names, up to all of it', () => {
    const named = { principalFen: fen(after(2)), daysLate: 5, overduePrincipalFen: fen(50_000) }
    expect(said('2026-04-20', named).overduePrincipalFen).toBe(50_000)
    // What is stated above the plan and not overdue joins the last row.
    expect(principals(said('2026-04-20', named)).at(-1)).toBe((PLAN[11] ?? 0) + (PLAN[2] ?? 0) - 50_000)
    const all = said('2026-04-20', { principalFen: fen(700_000), daysLate: 5, overduePrincipalFen: fen(900_000) })
    expect(all).toMatchObject({ overduePrincipalFen: 700_000, principalFen: 700_000 })
    expect(all.rows).toHaveLength(1)
  })

  it('guesses none overdue where nothing is late or the plan covers the principal', () => {
    expect(said('2026-04-20', { principalFen: fen(after(2)) }).overduePrincipalFen).toBe(0)
    expect(said('2026-04-20', { principalFen: fen(after(3) - 1), daysLate: 5, interestFen: fen(1) })).toMatchObject({
      overduePrincipalFen: 0,
      arrearsFen: 1,
    })
  })

  it('below the plan shortens it from its end: a part of the row where it ends, none of those after', () => {
    const state = said('2026-04-20', { principalFen: fen((PLAN[3] ?? 0) + (PLAN[4] ?? 0) + 100) })
    expect(principals(state)).toEqual([PLAN[3], PLAN[4], 100])
    expect(principals(said('2026-04-20', { principalFen: fen((PLAN[3] ?? 0) + (PLAN[4] ?? 0)) }))).toEqual([
      PLAN[3],
      PLAN[4],
    ])
  })

  it('of nothing at all is a loan settled', () => {
    expect(said('2026-04-20', {})).toMatchObject({ stage: 'settled', owedFen: 0, rows: [] })
    expect(said('2026-04-20', { lateFeeFen: fen(1) })).toMatchObject({ owedFen: 1, lateFeeFen: 1, principalFen: 0 })
  })

  it('after the plan has ended falls due on the next due day stated, else on demand', () => {
    const dated = said('2027-02-01', { principalFen: fen(5000), nextDueOn: day('2027-02-10') })
    expect(dated.rows).toMatchObject([{ n: 13, dueOn: '2027-02-10', principalFen: 5000, origin: 'plan' }])
    expect(dated).toMatchObject({ nextDueOn: '2027-02-10', nextDueFen: 5000, stage: 'current' })
    expect(said('2027-02-01', { principalFen: fen(5000), nextDueOn: day('2027-02-01') }).rows).toHaveLength(1)
    for (const nextDueOn of [null, day('2027-01-31')])
      expect(said('2027-02-01', { principalFen: fen(5000), nextDueOn })).toMatchObject({ rows: [], principalFen: 5000 })
  })

  it('after the whole loan was called is overdue, all of it', () => {
    const called: LoanEvent = { kind: 'accelerated', id: 'a', on: day('2026-04-01'), note: '' }
    const state = said(
      '2026-04-20',
      { principalFen: fen(1_000_000), overduePrincipalFen: fen(5), daysLate: 19 },
      called,
    )
    expect(state).toMatchObject({ overduePrincipalFen: 1_000_000, principalFen: 1_000_000, nextDueOn: null })
    expect(state.rows).toMatchObject([{ origin: 'stated', dueOn: '2026-04-01' }])
  })

  it('starts the figures anew: what was paid before is inside it, what is paid after counts', () => {
    const before: LoanEvent = { kind: 'payment', id: 'b', on: day('2026-03-01'), amountFen: fen(5), note: '' }
    const later: LoanEvent = { kind: 'payment', id: 'l', on: day('2026-04-25'), amountFen: fen(7), note: '' }
    const loan = aLoan({ events: [before, stated('2026-04-20', { principalFen: fen(after(3)) }), later] })
    expect(at(loan, '2026-04-19')).toMatchObject({ basis: 'contract', paidFen: 5 })
    expect(at(loan, '2026-04-20').paidFen).toBe(0)
    expect(at(loan, '2026-04-25').paidFen).toBe(7)
  })

  it('stands whatever the grace days, and bears penalty interest from its day on', () => {
    const defaultTerms = { ...aLoan().defaultTerms, graceDays: 10 }
    const late = { principalFen: fen(after(2)), interestFen: fen(100), penaltyFen: fen(77), daysLate: 5 }
    const loan = aLoan({ defaultTerms, events: [stated('2026-04-20', late)] })
    expect(at(loan, '2026-04-20')).toMatchObject({ penaltyFen: 77, daysLate: 5 })
    // 965.21 at 18 % for ten days is 4.83.
    expect(at(loan, '2026-04-30')).toMatchObject({ penaltyFen: 77 + 483, daysLate: 15 })
  })
})
