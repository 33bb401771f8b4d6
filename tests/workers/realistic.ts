import type { Budget } from '#domain/budget/budget'
import { MONTHLY } from '#domain/calendar/cadence'
import { addDays, addMonths, type LocalDate } from '#domain/calendar/local-date'
import { PREPAY_BY_ACTUAL_DAYS } from '#domain/loan/default-terms'
import type { Loan } from '#domain/loan/loan'
import { fen } from '#domain/money/fen'
import type { PlanInput } from '#domain/plan/plan-input'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan } from '../domain/loan/a-loan'
import { earning, planOf, TODAY } from '../domain/plan/a-plan'

/** A repeatable stream of numbers from 0 up to 1 (mulberry32, T. Ettinger, public domain). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A loan as people have them: level, daily interest, equal principal, promotions that end, service fees, fees for paying early. */
function someLoan(id: string, draw: () => number, longest: number): Loan {
  const between = (low: number, high: number): number => Math.round(low + (high - low) * draw())
  const firstDueOn = addDays(TODAY, between(7, 30))
  const drawnOn = addMonths(firstDueOn, -1)
  const periods = between(Math.min(3, longest), longest)
  const rate = annualRate(between(600, 3_500) / 10_000)
  const kind = draw()
  const base = {
    principalFen: fen(between(300_000, 6_000_000)),
    drawnOn,
    firstDueOn,
    periods,
    cadence: MONTHLY,
  }
  const steps: readonly { from: LocalDate; rate: typeof rate }[] = [
    {
      from: addMonths(firstDueOn, between(1, Math.max(1, periods - 1))),
      rate: annualRate(between(1_500, 3_500) / 10_000),
    },
  ]
  return aLoan({
    id,
    terms:
      kind < 0.35
        ? { kind: 'levelInstalment', ...base, rate, firstPeriod: 'whole' }
        : kind < 0.5
          ? { kind: 'equalPrincipal', ...base, rate, firstPeriod: 'whole' }
          : kind < 0.7
            ? { kind: 'dailyBalance', ...base, rate, repayment: 'level' }
            : kind < 0.85
              ? { kind: 'levelInstalment', ...base, rate: annualRate(0), rateSteps: steps, firstPeriod: 'whole' }
              : {
                  kind: 'flatFee',
                  ...base,
                  feeRate: { partsPerTenMillion: between(30_000, 90_000), per: 'month', dayBasis: 365 },
                  feeTiming: 'everyPeriod',
                },
    recurringFees:
      draw() < 0.25
        ? [{ id: `${id}-fee`, name: 'fee', amountFen: fen(between(500, 6_000)), timing: 'everyInstalment' }]
        : [],
    prepayment: {
      ...PREPAY_BY_ACTUAL_DAYS,
      feePer10000: draw() < 0.15 ? between(50, 300) : 0,
      allowed: draw() < 0.1 ? 'no' : 'anytime',
    },
  })
}

/** So many loans over at most so many months, with a little more money than they ask. */
export function realisticPlan(seed: number, count: number, longest: number): PlanInput {
  const draw = dice(seed)
  const loans = Array.from({ length: count }, (_, at) => someLoan(`loan-${at}`, draw, longest))
  const asking = planOf(loans, earning(0))
  const months = simulatePlan({
    ...asking,
    budget: earning(1_000_000_000),
    settings: { strategy: 'minimumsOnly', ownOrder: [] },
  }).months
  const most = Math.max(...months.map(({ requiredFen }) => requiredFen))
  const budget: Budget = earning(Math.round(most * (1.02 + 0.4 * draw())), 1, Math.round(most * draw()))
  return { ...asking, budget, horizonMonths: longest + 2 }
}
