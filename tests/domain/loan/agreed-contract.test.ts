import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, localDate } from '#domain/calendar/local-date'
import { agreedEvent } from '#domain/extension/agreed-event'
import { arrange } from '#domain/extension/arrange'
import { PLAIN_REQUEST, type ArrangementRequest } from '#domain/extension/arrangement'
import { agreedOn, contractOn } from '#domain/loan/agreed-contract'
import type { Loan } from '#domain/loan/loan'
import type { LoanEvent, RearrangementEnded } from '#domain/loan/loan-event'
import { stateOn } from '#domain/loan/state-on'
import { fen } from '#domain/money/fen'
import { anyRequest } from '../extension/asking'
import { anyLoan, levelLoan, stateAt, TODAY } from '../plan/a-plan'
import { paid } from './a-loan'

const BY = { proposalId: 'p', means: 'recordedCall', reference: '录音 12', condition: '', breach: '' } as const
const WITHIN: ArrangementRequest = {
  periods: 24,
  firstDueOn: localDate('2026-12-15'),
  ...PLAIN_REQUEST,
}

/** The loan with terms agreed on a day, to the fen as `arrange` makes them of that day's state. */
function agreed(loan: Loan, request: ArrangementRequest, on = TODAY): Loan | null {
  const made = arrange(contractOn(loan, on), stateAt(loan, on), request)
  return made.ok ? { ...loan, events: [...loan.events, agreedEvent('agreed', on, made.value, BY)] } : null
}

const ended = (on: LoanEvent['on']): RearrangementEnded => ({
  kind: 'rearrangementEnded',
  id: 'end',
  on,
  note: '',
  rearrangedId: 'agreed',
})

describe('agreed terms', () => {
  it('leave every earlier day as it was, and from their day the loan owes what they say', () => {
    fc.assert(
      fc.property(anyLoan, anyRequest, fc.integer({ min: 1, max: 200 }), (loan, request, days) => {
        const now = agreed(loan, request)
        if (!now) return
        const before = addDays(TODAY, -days)
        expect(stateOn(now, before)).toEqual(stateOn(loan, before))
        const [old, made] = [stateAt(loan, TODAY), stateAt(now, TODAY)]
        const event = now.events.at(-1)
        if (event?.kind !== 'rearranged') throw new Error('no agreement')
        // What was owed is owed, given up, or (interest of a holiday) a charge of the new plan.
        const charges = event.rows.reduce((sum, row) => sum + row.feeFen, 0)
        const principal = event.rows.reduce((sum, row) => sum + row.principalFen, 0)
        expect(made.principalFen).toBe(principal)
        expect(made.forgivenFen - old.forgivenFen).toBe(event.waivedFen)
        expect(made.paidFen).toBe(old.paidFen)
        if (request.holidayPeriods === 0) expect(principal + charges + event.waivedFen).toBe(old.owedFen)
        expect(made.daysLate).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it('are paid by their own rows, and are over when all of them are paid', () => {
    fc.assert(
      fc.property(anyLoan, anyRequest, (loan, request) => {
        const now = agreed(loan, request)
        const event = now?.events.at(-1)
        if (!now || event?.kind !== 'rearranged') return
        const payments = event.rows.map((row, at) =>
          paid(`a${at}`, row.dueOn, row.principalFen + row.interestFen + row.feeFen),
        )
        const last = event.rows.at(-1)?.dueOn ?? TODAY
        const end = stateAt({ ...now, events: [...now.events, ...payments] }, last)
        expect(end.owedFen).toBe(0)
        expect(end.creditFen).toBe(0)
        expect(end.paidFen).toBe(
          stateAt(loan, TODAY).paidFen +
            event.rows.reduce((sum, row) => sum + row.principalFen + row.interestFen + row.feeFen, 0),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('that have ended never were: the payments made under them count by the contract, what was given up is owed', () => {
    fc.assert(
      fc.property(
        anyLoan,
        anyRequest,
        fc.array(fc.integer({ min: 100, max: 90_000 }), { maxLength: 5 }),
        (loan, request, sums) => {
          const now = agreed(loan, request)
          if (!now) return
          const payments = sums.map((sum, at) => paid(`a${at}`, addMonths(localDate('2026-12-15'), at), sum))
          const broken = addMonths(TODAY, 8)
          const after = { ...now, events: [...now.events, ...payments, ended(broken)] }
          const plain = { ...loan, events: [...loan.events, ...payments] }
          expect(stateOn(after, broken)).toEqual(stateOn(plain, broken))
          // Until then they held.
          const dayBefore = addDays(broken, -1)
          expect(stateOn(after, dayBefore)).toEqual(
            stateOn({ ...now, events: [...now.events, ...payments] }, dayBefore),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it('agreed anew take the place of those before; when the newer end, the earlier hold again', () => {
    const loan = levelLoan('loan', { principal: 1_200_000, bp: 1_200, periods: 12, dueIn: 20 })
    const first = agreed(loan, WITHIN)
    if (!first) throw new Error('not arranged')
    const later = addMonths(TODAY, 3)
    const made = arrange(contractOn(first, later), stateAt(first, later), {
      ...WITHIN,
      periods: 36,
      firstDueOn: addDays(later, 20),
    })
    if (!made.ok) throw new Error(made.error.code)
    const second = { ...first, events: [...first.events, agreedEvent('second', later, made.value, BY)] }
    expect(agreedOn(second, later)?.rearranged.id).toBe('second')
    expect(agreedOn(second, TODAY)?.rearranged.id).toBe('agreed')
    const off = { ...second, events: [...second.events, { ...ended(addDays(later, 9)), rearrangedId: 'second' }] }
    expect(stateOn(off, addDays(later, 9))).toEqual(stateOn(first, addDays(later, 9)))
  })

  it('are the contract of a card too: its statements stop, its instalments are those agreed', () => {
    const card: Loan = {
      ...levelLoan('card', { principal: 100_000, bp: 0, periods: 1, dueIn: 20 }),
      product: 'creditCard',
      terms: {
        kind: 'revolving',
        principalFen: fen(2_000_000),
        drawnOn: localDate('2026-08-01'),
        rate: { partsPerTenMillion: 5_000, per: 'day', dayBasis: 365 },
        limitFen: null,
        statementDay: 5,
        due: { by: 'daysAfter', days: 20 },
        minimum: { by: 'share', sharePer10000: 1_000, floorFen: fen(0) },
        interestOn: 'wholeStatement',
        compounds: true,
      },
    }
    const now = agreed(card, { ...WITHIN, periods: 60, rate: { partsPerTenMillion: 0, per: 'year', dayBasis: 360 } })
    if (!now) throw new Error('not arranged')
    const year = addMonths(TODAY, 12)
    const state = stateAt(now, year)
    expect(state.rows.filter(({ origin }) => origin === 'plan')).toHaveLength(60)
    expect(state.nextDueOn).toBe('2027-12-15')
    expect(state.statements.length).toBeGreaterThan(0)
    expect(state.statements.every(({ statementOn }) => statementOn <= TODAY)).toBe(true)
  })
})

describe('a settlement in one sum', () => {
  it('asks its share of all that is owed, principal first, gives up the rest, and settles the loan when it is paid', () => {
    fc.assert(
      fc.property(anyLoan, fc.integer({ min: 1, max: 10_000 }), (loan, per10000) => {
        const state = stateAt(loan, TODAY)
        const made = arrange(loan, state, { ...WITHIN, settlementPer10000: per10000 })
        if (!made.ok) throw new Error(made.error.code)
        const { rows, totalFen, waivedFen, comparison } = made.value
        expect(rows).toHaveLength(1)
        expect(totalFen + waivedFen).toBe(state.owedFen)
        expect(Math.abs(totalFen - (state.owedFen * per10000) / 10_000)).toBeLessThanOrEqual(0.5)
        expect(rows[0]?.principalFen).toBe(Math.min(state.principalFen, totalFen))
        expect(comparison.newInstalmentFen).toBe(totalFen)
        const now = agreed(loan, { ...WITHIN, settlementPer10000: per10000 })
        if (!now || totalFen === 0) return
        const end = stateAt(
          { ...now, events: [...now.events, paid('s', WITHIN.firstDueOn, totalFen)] },
          WITHIN.firstDueOn,
        )
        expect(end.stage).toBe('settled')
        expect(end.forgivenFen).toBe(state.forgivenFen + waivedFen)
      }),
      { numRuns: 200 },
    )
  })

  it('is refused outside 0.01 to 100 %', () => {
    const loan = levelLoan('loan', { principal: 1_200_000, bp: 1_200, periods: 12, dueIn: 20 })
    for (const per10000 of [0, 10_001, -1])
      expect(arrange(loan, stateAt(loan, TODAY), { ...WITHIN, settlementPer10000: per10000 })).toEqual({
        ok: false,
        error: { code: 'settlement_out_of_range', per10000 },
      })
  })
})
