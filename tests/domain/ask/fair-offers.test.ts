import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairOffers, type FairBasis } from '#domain/ask/fair-offers'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { arrange } from '#domain/extension/arrange'
import { fen, sumFen, type Fen } from '#domain/money/fen'
import { anyLoans, earning, levelLoan, stateAt, TODAY } from '../plan/a-plan'
import { loanOwing, stateOwing } from '../extension/owing'
import { baseRequest } from '../extension/asking'

const BASES: readonly FairBasis[] = ['proRata', 'token']
const anyOpen = anyLoans.map((loans) =>
  loans.map((loan) => ({ loan, state: stateAt(loan, TODAY) })).filter(({ state }) => state.owedFen > 0),
)
const NONE: ReadonlyMap<string, Fen> = new Map()
const two = [
  levelLoan('large', { principal: 1_200_000, bp: 1_200, periods: 12, dueIn: 20 }),
  levelLoan('small', { principal: 200_000, bp: 0, periods: 10, dueIn: 20 }),
].map((loan) => ({ loan, state: stateAt(loan, TODAY) }))

describe('fair offers', () => {
  it('sum to exactly what the budget gives, and give none more than its contract asks', () => {
    fc.assert(
      fc.property(
        anyOpen,
        fc.integer({ min: -100_000, max: 3_000_000 }),
        fc.constantFrom(...BASES),
        (loans, give, basis) => {
          const { offers, totalFen, overFen } = fairOffers(loans, fen(give), basis, NONE)
          const asked = sumFen(offers, ({ requiredFen }) => requiredFen)
          expect(totalFen).toBe(Math.min(asked, Math.max(0, give)))
          expect(overFen).toBe(0)
          for (const { offerFen, requiredFen } of offers) {
            expect(offerFen).toBeGreaterThanOrEqual(0)
            expect(offerFen).toBeLessThanOrEqual(requiredFen)
          }
        },
      ),
    )
  })

  it('share by what each asks, or the same to each, by largest remainder', () => {
    const [large, small] = [106_619, 20_000]
    const offersOf = (basis: FairBasis, give: number) =>
      fairOffers(two, fen(give), basis, NONE).offers.map(({ offerFen }) => offerFen)
    expect(two.map(({ state }) => state.nextDueFen)).toEqual([large, small])
    expect(offersOf('proRata', 60_000)).toEqual([50_523, 9_477])
    expect(offersOf('token', 10_001)).toEqual([5_001, 5_000])
    // The small one takes no more than it asks.
    expect(offersOf('token', 60_000)).toEqual([40_000, 20_000])
    expect(offersOf('proRata', 900_000)).toEqual([large, small])
  })

  it('keep what was typed and share the rest again', () => {
    fc.assert(
      fc.property(
        anyOpen.filter((loans) => loans.length > 1),
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 0, max: 500_000 }),
        fc.constantFrom(...BASES),
        (loans, give, wanted, basis) => {
          const first = loans[0]
          if (!first) return
          const { offers, totalFen, overFen } = fairOffers(
            loans,
            fen(give),
            basis,
            new Map([[first.loan.id, fen(wanted)]]),
          )
          const typed = Math.min(wanted, first.state.owedFen)
          const others = sumFen(offers.slice(1), ({ requiredFen }) => requiredFen)
          expect(offers[0]).toMatchObject({ offerFen: typed, isFixed: true })
          expect(totalFen).toBe(typed + Math.min(others, Math.max(0, give - typed)))
          expect(overFen).toBe(Math.max(0, typed - give))
        },
      ),
    )
  })

  it('say whether the month’s interest is covered, and how long it takes', () => {
    const state = stateOwing({ principal: 1_000_000, interest: 30_000, penalty: 20_000, lateFee: 0 })
    const loans = [{ loan: loanOwing(state), state }]
    const offer = (give: number) => fairOffers(loans, fen(give), 'token', new Map([['loan', fen(give)]])).offers[0]
    // 15.4 % a year on 10,000.00 is 128.33 a month.
    expect(offer(12_833)).toMatchObject({ interestFen: 12_833, coversInterest: true, months: null })
    expect(offer(12_832)).toMatchObject({ coversInterest: false, months: null })
    expect(offer(0)?.months).toBeNull()
    expect(offer(1_050_000)?.months).toBe(2)
  })

  it('take as long as an arrangement with that instalment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 100_000, max: 5_000_000 }),
        (periods, principal) => {
          const state = stateOwing({ principal, interest: 0, penalty: 0, lateFee: 0 })
          const loan = loanOwing(state)
          const made = arrange(loan, state, { ...baseRequest, rate: null, periods })
          if (!made.ok) throw new Error('refused')
          const most = Math.max(...made.value.rows.map((row) => row.totalFen))
          const typed = new Map([[loan.id, fen(most)]])
          // The largest row may be the last, with the residue of all: paid every month it may end a month sooner.
          const months = fairOffers([{ loan, state }], fen(most), 'proRata', typed).offers[0]?.months
          expect([periods - 1, periods]).toContain(months)
          const arranged = simulatePlan({
            on: state.on,
            loans: [{ loan, state, arrangement: made.value }],
            budget: earning(most, 1),
            settings: { strategy: 'minimumsOnly', ownOrder: [] },
          })
          expect(arranged.shortfallMonths).toEqual([])
        },
      ),
      { numRuns: 50 },
    )
  })
})
