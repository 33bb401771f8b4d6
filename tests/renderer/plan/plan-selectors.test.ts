import { localDate } from '#domain/calendar/local-date'
import { defaultRequest } from '#domain/extension/default-request'
import { fen } from '#domain/money/fen'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { sampleCase } from '#domain/sample/sample-case'
import zhCN from '#resources/sample-case/zh-CN.json'
import { describe, expect, it } from 'vitest'
import {
  mostPeriods,
  presetRequest,
  PRESETS,
  smallestPeriods,
  tightestMonth,
} from '../../../src/renderer/features/plan/extension-selectors'
import {
  arrangeFor,
  balanceIn,
  chartMonths,
  horizonOf,
  moved,
  NO_ARRANGEMENTS,
  openLoans,
  ownOrder,
  pendingArrangements,
  planInput,
  strategyRows,
  type PlanQuestion,
} from '../../../src/renderer/features/plan/plan-selectors'
import { letterInput, newProposal } from '../../../src/renderer/features/proposals/proposal-selectors'

const on = localDate('2026-11-24')
const document = sampleCase(zhCN, on)
const { open, unreadable } = openLoans(document, on)
const question: PlanQuestion = { document, open, on, horizonMonths: horizonOf(open) }
const overdue = [...open].sort((left, right) => right.state.daysLate - left.state.daysLate)[0]!
const request = defaultRequest(overdue.loan, overdue.state, document.budget, on)

describe('the plan of the sample case', () => {
  it('counts every loan that is owed and names what cannot be computed', () => {
    expect(open).toHaveLength(5)
    expect(unreadable).toEqual([])
    const broken = document.loans.map((loan) =>
      loan.terms.kind === 'levelInstalment' ? { ...loan, events: [], terms: { ...loan.terms, periods: 0 } } : loan,
    )
    const result = openLoans({ loans: broken }, on)
    expect(result.open.length + result.unreadable.length).toBe(5)
    expect(result.unreadable.length).toBeGreaterThan(0)
  })

  it('leaves archived loans out', () => {
    const archived = document.loans.map((loan) => ({ ...loan, isArchived: true }))
    expect(openLoans({ loans: archived }, on).open).toEqual([])
  })

  it('compares the usual ways and the chosen one on the same money', () => {
    const rows = strategyRows(question)
    expect(rows.map(({ id }) => id)).toEqual(['minimumsOnly', 'avalanche', 'snowball', 'ownOrder'])
    const chosen = {
      ...question,
      document: { ...question.document, plan: { strategy: 'proRata' as const, ownOrder: [] } },
    }
    expect(strategyRows(chosen).at(-1)?.id).toBe('proRata')
    for (const { result } of rows) expect(result.months[0]?.incomeFen).toBe(rows[0]?.result.months[0]?.incomeFen)
  })

  it('shows a balance that is zero once the plan has ended', () => {
    const result = simulatePlan(planInput(question, 'avalanche'))
    expect(result.debtFreeMonth).not.toBeNull()
    expect(balanceIn(result, result.months.length + 5)).toBe(0)
    expect(chartMonths([result])).toEqual(result.months.map(({ month }) => month))
  })

  it('keeps what is still owed on the chart when a plan does not end', () => {
    const poor = { ...question, document: { ...document, budget: { ...document.budget, lines: [] } } }
    const result = simulatePlan(planInput(poor, 'minimumsOnly'))
    expect(result.debtFreeMonth).toBeNull()
    expect(balanceIn(result, 10_000)).toBe(result.months.at(-1)?.balanceFen)
    expect(chartMonths([result]).length).toBe(60)
  })
})

describe('the own order', () => {
  it('puts the loans named first, then the rest as entered', () => {
    const ids = open.map(({ loan }) => loan.id)
    expect(ownOrder(open, [ids[3]!, ids[1]!]).map(({ loan }) => loan.id)).toEqual([
      ids[3],
      ids[1],
      ids[0],
      ids[2],
      ids[4],
    ])
  })

  it('moves one place and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  })
})

describe('a request', () => {
  it.each(PRESETS)('that starts from %s can be arranged', (preset) => {
    for (const item of open) {
      const start = defaultRequest(item.loan, item.state, document.budget, on)
      const asked = presetRequest(preset, item, document.budget, on, start)
      expect(arrangeFor(item, asked).ok).toBe(true)
      expect(asked.periods).toBeLessThanOrEqual(mostPeriods(item))
    }
  })

  it('of a draft counts for the other loans, not for its own, and not once refused', () => {
    const draft = newProposal({ id: 'p', loan: overdue.loan, state: overdue.state, request, language: 'zh-CN', on })
    expect([...pendingArrangements([draft], open, null).keys()]).toEqual([overdue.loan.id])
    expect(pendingArrangements([draft], open, overdue.loan.id).size).toBe(0)
    const reply = {
      kind: 'refused',
      on,
      means: null,
      reference: '',
      note: '',
      terms: null,
      condition: '',
      breach: '',
    } as const
    expect(pendingArrangements([{ ...draft, reply }], open, null).size).toBe(0)
  })

  it('is to the fen what its letter prints', () => {
    for (const item of open) {
      const asked = defaultRequest(item.loan, item.state, document.budget, on)
      const proposal = newProposal({
        id: 'p',
        loan: item.loan,
        state: item.state,
        request: asked,
        language: 'zh-CN',
        on,
      })
      const letter = letterInput(document, proposal, on)
      const made = arrangeFor(item, asked)
      expect(letter.ok && made.ok && letter.value.arrangement.rows).toEqual(made.ok && made.value.rows)
    }
  })

  it('finds the fewest instalments that fit: one fewer does not', () => {
    const alone: PlanQuestion = { ...question, open: [overdue] }
    const found = smallestPeriods(alone, overdue, request, NO_ARRANGEMENTS)
    expect(found.kind).toBe('fits')
    const shortWith = (periods: number) => {
      const made = arrangeFor(overdue, { ...request, periods })
      if (!made.ok) throw new Error(made.error.code)
      const arrangements = new Map([[overdue.loan.id, made.value]])
      return simulatePlan(planInput(alone, document.plan.strategy, arrangements)).shortfallMonths.length
    }
    const periods = found.kind === 'fits' ? found.periods : 0
    expect(shortWith(periods)).toBe(0)
    expect(shortWith(periods - 1)).toBeGreaterThan(0)
  })

  it('needs nothing when every month can be paid', () => {
    const budget = { ...document.budget, cashNowFen: fen(100_000_00) }
    const plenty: PlanQuestion = { ...question, document: { ...document, budget } }
    expect(smallestPeriods(plenty, overdue, request, NO_ARRANGEMENTS).kind).toBe('notNeeded')
  })

  it('names the month with the largest shortfall as the tightest', () => {
    const result = simulatePlan(planInput(question, 'avalanche'))
    const worst = Math.max(...result.shortfallMonths.map(({ shortFen }) => shortFen))
    expect(tightestMonth(result)?.shortFen).toBe(worst)
  })
})
