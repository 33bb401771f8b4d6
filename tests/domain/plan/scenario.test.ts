import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthBudget } from '#domain/budget/month-budget'
import { addDays, dayInMonth, localDate, monthIndex } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import type { Scenario, ScenarioChange } from '#domain/plan/scenario'
import { scenarioMonth } from '#domain/plan/scenario-money'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { anyBudget, anyScenario, earning, levelLoan, planOf, TODAY } from './a-plan'

const scenario = (...changes: readonly ScenarioChange[]): Scenario => ({ id: 's', name: '', assumption: '', changes })
const december = monthIndex(localDate('2026-12-01'))

describe('the money of a month', () => {
  it('is the budget’s own where nothing changes', () => {
    fc.assert(
      fc.property(anyBudget, fc.nat(30), (budget, step) => {
        const month = monthIndex(TODAY) + step
        expect(scenarioMonth(budget, undefined, month)).toEqual(monthBudget(budget, month))
        expect(scenarioMonth(budget, scenario(), month)).toEqual(monthBudget(budget, month))
      }),
    )
  })

  it('adds up, in its sums and in its entries', () => {
    fc.assert(
      fc.property(anyBudget, anyScenario, fc.nat(30), (budget, changed, step) => {
        const month = monthIndex(TODAY) + step
        const from = step === 0 ? TODAY : undefined
        const money = scenarioMonth(budget, changed, month, from)
        expect(money.disposableFen).toBe(money.incomeFen - money.essentialsFen - money.otherFen)
        expect(money.entries.reduce((sum, entry) => sum + entry.amountFen, 0)).toBe(money.disposableFen)
        expect(money.essentialsFen).toBe(monthBudget(budget, month, from).essentialsFen)
        expect(money.incomeFen).toBeGreaterThanOrEqual(0)
        const days = money.entries.map(({ on }) => on)
        expect([...days].sort()).toEqual(days)
        for (const on of days) expect(monthIndex(on)).toBe(month)
      }),
      { numRuns: 300 },
    )
  })

  it('takes a windfall on its day, and not when that day is past', () => {
    const windfall = (day: string) => scenario({ kind: 'windfall', on: localDate(day), amountFen: fen(500_000) })
    const money = scenarioMonth(earning(100_000, 5), windfall('2026-12-20'), december)
    expect(money.entries).toEqual([
      { on: '2026-12-05', amountFen: 100_000 },
      { on: '2026-12-20', amountFen: 500_000 },
    ])
    const now = monthIndex(TODAY)
    expect(scenarioMonth(earning(0), windfall('2026-11-23'), now, TODAY).incomeFen).toBe(0)
    expect(scenarioMonth(earning(0), windfall('2026-11-24'), now, TODAY).incomeFen).toBe(500_000)
  })

  it('takes a short month from its first day that counts, whichever day is named', () => {
    const short = scenario({ kind: 'shortMonth', on: localDate('2026-11-10'), lessFen: fen(30_000) })
    const { otherFen, entries } = scenarioMonth(earning(0), short, monthIndex(TODAY), TODAY)
    expect({ otherFen, entries }).toEqual({ otherFen: 30_000, entries: [{ on: TODAY, amountFen: -30_000 }] })
  })

  it('gives a raise every month from its day on, and takes at most the income there is', () => {
    const raised = (monthlyFen: number) =>
      scenario({ kind: 'raise', from: localDate('2026-12-31'), monthlyFen: fen(monthlyFen) })
    const february = december + 2
    expect(scenarioMonth(earning(100_000), raised(20_000), december - 1).incomeFen).toBe(100_000)
    expect(scenarioMonth(earning(100_000), raised(20_000), december).incomeFen).toBe(120_000)
    expect(scenarioMonth(earning(100_000), raised(20_000), february).entries.at(-1)).toEqual({
      on: dayInMonth(february, 31),
      amountFen: 20_000,
    })
    expect(scenarioMonth(earning(100_000), raised(-30_000), december).incomeFen).toBe(70_000)
    expect(scenarioMonth(earning(100_000), raised(-130_000), december).incomeFen).toBe(0)
  })
})

describe('a plan under a scenario', () => {
  const loans = [levelLoan('one', { principal: 1_200_000, bp: 1_200, periods: 24, dueIn: 12 })]

  it('pays nothing beyond what is required before the day it starts, and all there is from that month on', () => {
    const later = scenario({ kind: 'startLater', from: localDate('2027-03-15') })
    const { months } = simulatePlan({ ...planOf(loans, earning(150_000)), scenario: later })
    const early = months.map((month) => month.paidFen > month.requiredFen)
    expect(early.slice(0, 5)).toEqual([false, false, false, false, true])
    expect(months[4]?.closingCashFen).toBe(0)
  })

  it('is free sooner by a windfall, later by a short month', () => {
    const plan = planOf(loans, earning(60_000))
    const freeIn = (...changes: ScenarioChange[]): string =>
      simulatePlan({ ...plan, scenario: scenario(...changes) }).debtFreeMonth ?? 'never'
    const plain = freeIn()
    const on = addDays(TODAY, 40)
    expect(freeIn({ kind: 'windfall', on, amountFen: fen(300_000) }) < plain).toBe(true)
    expect(freeIn({ kind: 'shortMonth', on, lessFen: fen(60_000) }) > plain).toBe(true)
    expect(freeIn({ kind: 'raise', from: on, monthlyFen: fen(20_000) }) < plain).toBe(true)
  })
})
