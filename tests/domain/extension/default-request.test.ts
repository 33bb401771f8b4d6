import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BudgetLine } from '#domain/budget/budget'
import { addDays, daysBetween, localDate, type LocalDate } from '#domain/calendar/local-date'
import { arrange, regularInstalmentFen } from '#domain/extension/arrange'
import { defaultRequest, smallestPeriodsWithin } from '#domain/extension/default-request'
import { fairShares } from '#domain/extension/fair-shares'
import { fen, sumFen } from '#domain/money/fen'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { earning, levelFacts, levelLoan, NO_DEFAULT, planOf, stateAt, TODAY } from '../plan/a-plan'
import { anyRequest, anyState, baseRequest } from './asking'
import { loanOwing, stateOwing } from './owing'

describe('the regular instalment', () => {
  it('is the second level row of the arrangement written out', () => {
    fc.assert(
      fc.property(anyState, anyRequest, (state, request) => {
        const loan = loanOwing(state)
        const made = arrange(loan, state, request)
        const regular = regularInstalmentFen(loan, state, request)
        if (!made.ok || !regular.ok) throw new Error('refused')
        const head = request.holidayPeriods + request.interestOnlyPeriods
        expect(regular.value).toBe((made.value.rows[head + 1] ?? made.value.rows[head])?.totalFen)
      }),
      { numRuns: 500 },
    )
  })

  it('has an answer where the first payment holds all arrears', () => {
    const state = stateOwing({ principal: 2_491_036, interest: 121_420, penalty: 26_844, lateFee: 8_700 })
    const request = { ...baseRequest, arrears: 'withFirst' as const }
    expect(smallestPeriodsWithin(loanOwing(state), state, request, fen(130_000), 60)).toBe(21)
    const shorter = regularInstalmentFen(loanOwing(state), state, { ...request, periods: 20 })
    expect(shorter.ok && shorter.value).toBeGreaterThan(130_000)
  })

  it('is several times cheaper than writing the arrangement out', () => {
    const state = stateOwing({ principal: 2_491_036, interest: 121_420, penalty: 26_844, lateFee: 8_700 })
    const loan = loanOwing(state)
    // The best of many: others use this machine too. Absolute figures come from the bench.
    const best = (run: () => unknown): number =>
      Math.min(
        ...Array.from({ length: 50 }, () => {
          const start = performance.now()
          run()
          return performance.now() - start
        }),
      )
    const search = best(() => smallestPeriodsWithin(loan, state, baseRequest, fen(1), 60))
    const writing = best(() => {
      for (let periods = 1; periods <= 60; periods += 1) arrange(loan, state, { ...baseRequest, periods })
    })
    expect(smallestPeriodsWithin(loan, state, baseRequest, fen(1), 60)).toBeNull()
    expect(search).toBeLessThan(writing / 4)
  })
})

describe('the default request', () => {
  const others = fc.integer({ min: 0, max: 300_000 })

  it('fits what is left after the others when some term does, and a shorter one would not', () => {
    let fitting = 0
    fc.assert(
      fc.property(levelFacts, others, fc.integer({ min: 0, max: 600_000 }), (facts, othersFen, income) => {
        const loan = levelLoan('one', facts)
        const state = stateAt(loan, TODAY)
        const request = defaultRequest(loan, state, earning(income, 10), TODAY, fen(othersFen))
        const worst = (periods: number): number => {
          const made = arrange(loan, state, { ...request, periods })
          return made.ok ? Math.max(...made.value.rows.map((row) => row.totalFen)) : Number.NaN
        }
        const limit = income - othersFen
        if (worst(60) <= limit) {
          fitting += 1
          expect(worst(request.periods)).toBeLessThanOrEqual(limit)
          if (request.periods > facts.periods) expect(worst(request.periods - 1)).toBeGreaterThan(limit)
          else expect(request.periods).toBe(facts.periods)
        }
        expect(request.periods).toBeGreaterThanOrEqual(facts.periods)
        expect(request.periods).toBeLessThanOrEqual(60)
      }),
      { numRuns: 300 },
    )
    expect(fitting).toBeGreaterThan(50)
  })

  it('makes a plan feasible that was not', () => {
    const other = levelLoan('other', { principal: 600_000, bp: 0, periods: 6, dueIn: 18 }, { defaultTerms: NO_DEFAULT })
    const loan = levelLoan('late', { principal: 3_000_000, bp: 1_800, periods: 12, dueIn: -40 })
    const budget = earning(250_000, 10)
    const input = planOf([other, loan], budget, 'avalanche')
    expect(simulatePlan(input).shortfallMonths.length).toBeGreaterThan(0)
    const state = stateAt(loan, TODAY)
    const request = defaultRequest(loan, state, budget, TODAY, stateAt(other, TODAY).nextDueFen)
    const made = arrange(loan, state, request)
    if (!made.ok) throw new Error(made.error.code)
    const arranged = input.loans.map((item) => (item.loan.id === 'late' ? { ...item, arrangement: made.value } : item))
    for (const strategy of ['minimumsOnly', 'avalanche', 'snowball'] as const) {
      const result = simulatePlan({ ...input, loans: arranged, settings: { strategy, ownOrder: [] } })
      expect(result.shortfallMonths).toEqual([])
    }
  })

  it('falls back to a year more where nothing fits or the others are not known', () => {
    const loan = levelLoan('one', { principal: 3_000_000, bp: 1_800, periods: 12, dueIn: 10 })
    const state = stateAt(loan, TODAY)
    expect(defaultRequest(loan, state, earning(0), TODAY, fen(0)).periods).toBe(24)
    expect(defaultRequest(loan, state, earning(9_000_000), TODAY).periods).toBe(24)
  })

  it('asks the first payment at least 15 days from today and two days after every payday', () => {
    const loan = levelLoan('one', { principal: 3_000_000, bp: 1_800, periods: 12, dueIn: 10 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 800 }), (payday, later) => {
        const on = addDays(TODAY, later)
        const { firstDueOn } = defaultRequest(loan, stateAt(loan, on), earning(500_000, payday), on, fen(0))
        expect(daysBetween(on, firstDueOn)).toBeGreaterThanOrEqual(15)
        expect(daysBetween(on, firstDueOn)).toBeLessThanOrEqual(15 + 31)
        const day = Number(firstDueOn.slice(8))
        expect(payday <= 26 ? day === payday + 2 : day === 2).toBe(true)
      }),
    )
  })

  it('waits a month when this month’s money does not reach for a first payment in it', () => {
    const on = localDate('2026-11-01')
    const loan = levelLoan('one', { principal: 1_200_000, bp: 0, periods: 12, dueIn: 10 })
    const budget = earning(150_000, 20)
    const [income] = budget.lines
    if (!income) throw new Error('no income')
    const repair: BudgetLine = {
      ...income,
      id: 'repair',
      side: 'other',
      category: 'otherSpending',
      cadence: 'once',
      amountFen: fen(100_000),
      startsOn: localDate('2026-11-05'),
    }
    const first = (lines: readonly BudgetLine[], cashFen: number): LocalDate =>
      defaultRequest(loan, stateAt(loan, on), { ...budget, lines, cashNowFen: fen(cashFen) }, on, fen(20_000))
        .firstDueOn
    expect(first([income], 0)).toBe('2026-11-22')
    expect(first([income, repair], 0)).toBe('2026-12-22')
    expect(first([income, repair], 70_000)).toBe('2026-11-22')
  })
})

it('splits what the budget gives by what each contract asks, to the fen and never more than asked', () => {
  const asked = fc.array(fc.integer({ min: 0, max: 10_000_000 }).map(fen), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(asked, fc.integer({ min: -1_000_000, max: 50_000_000 }).map(fen), (required, disposable) => {
      const shares = fairShares(disposable, required)
      const total = sumFen(required, (part) => part)
      expect(sumFen(shares, (part) => part)).toBe(Math.min(total, Math.max(0, disposable)))
      shares.forEach((share, index) => {
        const exact = total === 0 ? 0 : ((required[index] ?? 0) * Math.min(total, Math.max(0, disposable))) / total
        expect(Math.abs(share - exact)).toBeLessThanOrEqual(1)
        expect(share).toBeLessThanOrEqual(required[index] ?? 0)
      })
    }),
  )
})
