import { dayInMonth, dayNumber, monthIndex } from '../../calendar/local-date'
import type { MonthBudget } from '../../budget/month-budget'
import { HORIZON_MONTHS, type PlanInput } from '../plan-input'
import { prioritiesOf } from '../priority'
import { paysEarlyIn, scenarioMonth } from '../scenario-money'
import { simLoan } from '../sim-loan'
import { compileLoans } from './compile'
import type { CompiledPlan } from './compiled-plan'

/** The money of each step of a plan, computed once: the budget under the plan's scenario. */
export function planMoney({ on, budget, scenario }: PlanInput): (step: number) => MonthBudget {
  const months: MonthBudget[] = []
  const first = monthIndex(on)
  return (step) => (months[step] ??= scenarioMonth(budget, scenario, first + step, step === 0 ? on : undefined))
}

/** Day numbers of so many months from a day on: each runs after `dayFrom`, up to and with `dayLast`. */
export function monthDays(on: PlanInput['on'], steps: number): Pick<CompiledPlan, 'dayFrom' | 'dayLast'> {
  const first = monthIndex(on)
  const dayFrom = new Float64Array(steps)
  const dayLast = new Float64Array(steps)
  let from = dayNumber(on)
  for (let step = 0; step < steps; step += 1) {
    dayFrom[step] = from
    from = dayNumber(dayInMonth(first + step, 31))
    dayLast[step] = from
  }
  return { dayFrom, dayLast }
}

/**
 * A plan ready for `runPath`: `expected` holds what the budget leaves for debts in each of its steps (and in all in which an
 * instalment is known).
 */
export const compilePlan = (input: PlanInput): CompiledPlan => compileWith(input, planMoney(input), stepsOf(input))

export const stepsOf = ({ horizonMonths }: PlanInput): number => horizonMonths ?? HORIZON_MONTHS

/** The same with its money computed elsewhere, and `expected` only as far as asked for or needed by early payment. */
export function compileWith(
  input: PlanInput,
  moneyOf: (step: number) => MonthBudget,
  expectedSteps: number,
): CompiledPlan {
  const { on, budget, settings, scenario, prescribed } = input
  const firstMonth = monthIndex(on)
  const steps = stepsOf(input)
  const ownPlace = new Map(settings.ownOrder.map((id, place) => [id, place]))
  return compileLoans(
    input.loans.map(({ loan, state, arrangement }) => simLoan(loan, state, arrangement)),
    {
      firstMonth,
      steps,
      expectedSteps,
      expectedOf: (step) => moneyOf(step).disposableFen,
      openingCash: Math.max(0, budget.cashNowFen - budget.reserveFen),
      ...monthDays(on, steps),
      mayPayEarly: Uint8Array.from({ length: steps }, (_, step) => (paysEarlyIn(scenario, firstMonth + step) ? 1 : 0)),
      priorities: prioritiesOf(settings.strategy),
      ownPlace: Float64Array.from(input.loans, ({ loan }) => ownPlace.get(loan.id) ?? settings.ownOrder.length),
      holdsBack: true,
      prescribed: prescribed ? prescribedSums(input, prescribed, steps) : null,
    },
  )
}

function prescribedSums(
  { loans }: PlanInput,
  prescribed: NonNullable<PlanInput['prescribed']>,
  steps: number,
): Float64Array {
  const sums = new Float64Array(loans.length * steps)
  loans.forEach(({ loan }, index) => {
    const written = prescribed.get(loan.id) ?? []
    for (let step = 0; step < steps; step += 1) sums[index * steps + step] = Math.max(0, written[step] ?? 0)
  })
  return sums
}
