import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { STRATEGIES, type Strategy } from '#domain/plan/plan'
import type { Scenario } from '#domain/plan/scenario'
import {
  balancesByLoan,
  balancesOver,
  costsOver,
  differenceOf,
  endsOf,
  LEAST_COMPARED,
  MOST_COMPARED,
  paidOver,
  resultOf,
  sorted,
  toggled,
  type Compared,
} from '../../../src/renderer/features/compare/compare-selectors'
import {
  draftOf,
  emptyChange,
  errorsOf,
  hasErrors,
  scenarioFrom,
} from '../../../src/renderer/features/compare/scenario-draft'
import { openLoans, type PlanQuestion } from '../../../src/renderer/features/plan/plan-selectors'
import { sampleIn } from '#services/sample'

const on = localDate('2026-11-24')
const sample = sampleIn('zh-CN', on)
const question: PlanQuestion = { document: sample, open: openLoans(sample, on).open, on, horizonMonths: 120 }
const compared = (strategies: readonly Strategy[]): readonly Compared[] =>
  strategies.map((strategy) => ({ strategy, result: resultOf(question, strategy, null) }))
const all = compared(STRATEGIES)

describe('the ways that are picked', () => {
  it('stay between two and five, in the order of the list, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STRATEGIES)), (presses) => {
        const picked = presses.reduce<readonly Strategy[]>(toggled, ['minimumsOnly', 'avalanche'])
        expect(picked.length).toBeGreaterThanOrEqual(LEAST_COMPARED)
        expect(picked.length).toBeLessThanOrEqual(MOST_COMPARED)
        expect([...picked].sort((left, right) => STRATEGIES.indexOf(left) - STRATEGIES.indexOf(right))).toEqual(picked)
      }),
    )
  })

  it('are sorted by a column, those without an end last', () => {
    const costs = sorted(all, 'cost').map(({ result }) => result.costFen)
    expect([...costs].sort((left, right) => left - right)).toEqual(costs)
    const endless = { strategy: 'avalanche' as const, result: { ...all[0]!.result, debtFreeMonth: null } }
    expect(sorted([endless, ...all], 'end').at(-1)).toBe(endless)
  })

  it('are compared with the baseline only where both end', () => {
    const [first, second] = [all[0]!.result, all[1]!.result]
    expect(differenceOf(first, first)).toEqual({ months: 0, costFen: 0 })
    expect(differenceOf(second, first)?.costFen).toBe(second.costFen - first.costFen)
    expect(differenceOf({ ...second, debtFreeMonth: null }, first)).toBeNull()
  })
})

describe('the charts', () => {
  it.each(all)('of $strategy add up to its figures', ({ strategy, result }) => {
    const months = result.months.length
    expect(costsOver(result, months).at(-1)).toBe(result.costFen)
    const balances = balancesOver(result, months)
    const byLoan = balancesByLoan(result, months)
    for (let at = 0; at < months; at += 1)
      expect(byLoan.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)).toBe(balances[at])
    const { charges, principal } = paidOver(result, months)
    const paid = [...charges, ...principal].reduce((sum, part) => sum + part, 0)
    expect(paid).toBe(result.totalPaidFen)
    const last = Math.max(...endsOf([{ strategy, result }]).map(({ ends }) => ends[0] ?? Infinity))
    expect(last).toBe(result.debtFreeMonth === null ? Infinity : months - 1)
  })
})

describe('a scenario', () => {
  const bonus: Scenario = {
    id: 's',
    name: '年终奖',
    assumption: '一月发',
    changes: [
      { kind: 'windfall', on: localDate('2027-01-20'), amountFen: fen(2_000_000) },
      { kind: 'raise', from: localDate('2027-03-01'), monthlyFen: fen(-500_00) },
      { kind: 'shortMonth', on: localDate('2027-05-01'), lessFen: fen(100_00) },
      { kind: 'startLater', from: localDate('2027-02-01') },
    ],
  }

  it('comes out of its form as it went in', () => {
    expect(scenarioFrom(draftOf(bonus))).toEqual(bonus)
  })

  it('is whole only with a name, a change, and what each change needs', () => {
    const draft = draftOf(bonus)
    for (const broken of [
      { ...draft, name: ' ' },
      { ...draft, changes: [] },
      { ...draft, changes: [emptyChange('windfall', 'a')] },
      { ...draft, changes: [{ ...emptyChange('startLater', 'b') }] },
    ]) {
      expect(hasErrors(errorsOf(broken))).toBe(true)
      expect(scenarioFrom(broken)).toBeNull()
    }
  })

  it('changes the plan it is put under', () => {
    const windfall = { ...bonus, changes: bonus.changes.slice(0, 1) }
    const before = resultOf(question, 'avalanche', null)
    expect(resultOf(question, 'avalanche', windfall).months.length).toBeLessThan(before.months.length)
  })
})
