import { bench, describe } from 'vitest'
import type { Budget } from '#domain/budget/budget'
import { MONTHLY } from '#domain/calendar/cadence'
import { addMonths, localDate } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import { defaultRequest, smallestPeriodsWithin } from '#domain/extension/default-request'
import { stateOn } from '#domain/loan/state-on'
import { fen } from '#domain/money/fen'
import { cannotPayFigures } from '#domain/plan/cannot-pay'
import { simulatePlan, type PlanInput } from '#domain/plan/simulate-plan'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan } from '../domain/loan/a-loan'

const on = localDate('2026-11-24')
const firstDueOn = localDate('2026-12-10')

/** Twenty level loans of 10,000 to 29,000 yuan over 60 months: about 6,300 yuan a month together. */
const loans = Array.from({ length: 20 }, (_, index) => {
  const loan = aLoan({
    id: `loan-${index}`,
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(1_000_000 + index * 100_000),
      drawnOn: addMonths(firstDueOn, -1),
      firstDueOn,
      periods: 60,
      cadence: MONTHLY,
      rate: annualRate(0.1 + index / 200),
      firstPeriod: 'whole',
    },
  })
  const state = stateOn(loan, on)
  if (!state.ok) throw new Error(state.error.code)
  return { loan, state: state.value }
})

const required = loans.reduce((sum, { state }) => sum + state.nextDueFen, 0)

const earning = (amountFen: number): Budget => ({
  lines: [
    {
      id: 'wage',
      name: 'wage',
      side: 'income',
      category: 'wage',
      amountFen: fen(amountFen),
      cadence: 'monthly',
      dayOfMonth: 5,
      startsOn: null,
      endsOn: null,
      certainty: 'sure',
    },
  ],
  cashNowFen: fen(0),
  reserveFen: fen(0),
})

const input = (amountFen: number, strategy: PlanInput['settings']['strategy']): PlanInput => ({
  on,
  loans,
  budget: earning(amountFen),
  settings: { strategy, ownOrder: [] },
  horizonMonths: 60,
})

describe('plan of 20 loans × 60 months', () => {
  bench('minimums only, just enough', () => {
    simulatePlan(input(required, 'minimumsOnly'))
  })
  bench('avalanche, a little more than enough', () => {
    simulatePlan(input(Math.round(required * 1.03), 'avalanche'))
  })
  bench('avalanche, half of what is required', () => {
    simulatePlan(input(Math.round(required / 2), 'avalanche'))
  })
})

const [changed] = loans
if (!changed) throw new Error('no loan')
let periods = 12

describe('one step of a slider', () => {
  bench('arrange and simulate 20 loans', () => {
    periods = 12 + ((periods + 1) % 49)
    const plan = input(Math.round(required * 0.98), 'avalanche')
    const request = defaultRequest(changed.loan, changed.state, plan.budget, on)
    const made = arrange(changed.loan, changed.state, { ...request, periods })
    if (!made.ok) throw new Error(made.error.code)
    const [, ...others] = loans
    simulatePlan({ ...plan, loans: [{ ...changed, arrangement: made.value }, ...others] })
  })
  bench('the smallest term within a sum, sixty steps', () => {
    const request = defaultRequest(changed.loan, changed.state, earning(required), on)
    smallestPeriodsWithin(changed.loan, changed.state, request, fen(1), 60)
  })
  bench('the numbers of not being able to pay', () => {
    cannotPayFigures(input(Math.round(required / 2), 'avalanche'))
  })
})
