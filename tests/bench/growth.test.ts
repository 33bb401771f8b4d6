import { expect, it } from 'vitest'
import { addDays, addMonths, localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { loanTimeline } from '#domain/loan/loan-timeline'
import { effectiveAnnual } from '#domain/rate/xirr'
import { simulatePlan, type PlanInput } from '#domain/plan/simulate-plan'
import { fen } from '#domain/money/fen'
import { stateOn } from '#domain/loan/state-on'
import { sampleIn } from '#services/sample'
import { fifty } from './fifty-loans'

// CI asserts only how cost grows within one run: absolute figures belong to `npm run bench`.

const on = localDate('2026-11-24')
const sample = sampleIn('zh-CN', on)

/** The quickest of several runs: what the work costs when nothing disturbs it. */
function quickest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 25; run += 1) {
    const started = performance.now()
    work()
    best = Math.min(best, performance.now() - started)
  }
  return best
}

it('a plan of four times the loans costs about four times as much, not sixteen', () => {
  const planOf = (copies: number): PlanInput => ({
    on,
    // The income grows with the debts, so that both plans last equally long.
    budget: {
      ...sample.budget,
      lines: sample.budget.lines.map((line) => ({ ...line, amountFen: fen(line.amountFen * copies) })),
    },
    settings: sample.plan,
    horizonMonths: 60,
    loans: Array.from({ length: copies }, (_, copy) => copy).flatMap((copy) =>
      sample.loans.map((loan) => {
        const state = stateOn(loan, on)
        if (!state.ok) throw new Error(state.error.code)
        return { loan: { ...loan, id: `${loan.id}-${copy}` }, state: state.value }
      }),
    ),
  })
  const [few, many] = [planOf(2), planOf(8)]
  const ratio = quickest(() => simulatePlan(many)) / quickest(() => simulatePlan(few))
  expect(ratio).toBeLessThan(8)
})

it('the rate of four times the flows costs about four times as much', () => {
  const flows = (count: number) =>
    Array.from({ length: count + 1 }, (_, index) => ({
      on: addDays(localDate('2020-01-01'), 30 * index),
      amountFen: index === 0 ? 10_000 * count : -10_500,
    }))
  const [few, many] = [flows(90), flows(360)]
  const ratio = quickest(() => effectiveAnnual(many)) / quickest(() => effectiveAnnual(few))
  expect(ratio).toBeLessThan(10)
})

it('the state of four times the events costs about four times as much', () => {
  const [loan] = fifty(on)
  if (!loan) throw new Error('no loan')
  const after = (events: number): Loan => ({ ...loan, events: loan.events.slice(0, events) })
  const ratio = quickest(() => stateOn(after(60), on)) / quickest(() => stateOn(after(15), on))
  expect(ratio).toBeLessThan(8)
})

it('five years month by month cost less on one timeline than from scratch each time', () => {
  const [loan] = fifty(on)
  if (!loan) throw new Error('no loan')
  const months = Array.from({ length: 60 }, (_, index) => addMonths(on, index - 59))
  const onTimeline = quickest(() => {
    const timeline = loanTimeline(loan)
    if (timeline.ok) for (const month of months) timeline.value.stateOn(month)
  })
  const fromScratch = quickest(() => months.map((month) => stateOn(loan, month)))
  expect(onTimeline / fromScratch).toBeLessThan(1)
})
