import { compilePlan } from '../core/compile-plan'
import type { CompiledPlan } from '../core/compiled-plan'
import type { PlanResult } from '../plan'
import type { PlanInput } from '../plan-input'
import { simulatePlan } from '../simulate-plan'

/** Why no programme is solved for a plan; the best way known is shown instead. */
export type Unsolved =
  /** In some month the required payments cannot all be made: what lateness costs is not in the programme. */
  | 'short'
  /** Something is overdue, or within its grace days. */
  | 'overdue'
  /** A loan has two instalments in one calendar month. */
  | 'twoInAMonth'
  /** A loan has instalments and a part owed on demand. */
  | 'partOnDemand'
  /** A loan runs beyond the months simulated. */
  | 'beyondHorizon'
  /** No loan can be paid early with a saving: there is nothing to choose. */
  | 'nothingToChoose'

/** A plan in which there is something to optimise, with what the programme is written from. */
export interface OptimumCase {
  readonly plan: CompiledPlan
  /** Loans that may be paid early, by their place in the plan. */
  readonly active: readonly number[]
  /** Loans that are only owed on demand. */
  readonly onDemand: readonly number[]
  /** Months of the programme: until the last instalment of any loan. */
  readonly months: number
  /** Cash at each month's end when nothing is paid early: what the programme may not fall below by rounding. */
  readonly calmCash: readonly number[]
}

/** Whether a plan can be optimised, and if not, why. */
export function optimumCase(input: PlanInput): OptimumCase | Unsolved {
  const plan = compilePlan({ ...input, prescribed: undefined })
  const { rows, loans } = plan
  const places = Array.from({ length: plan.loanCount }, (_, loan) => loan)
  const isDue = (loan: number): boolean =>
    (loans.oldPrincipal[loan] ?? 0) + (loans.oldCharges[loan] ?? 0) + (loans.oldPenalty[loan] ?? 0) > 0 ||
    (loans.dueCount[loan] ?? 0) > 0
  if (places.some(isDue)) return 'overdue'
  const calm = simulatePlan({
    ...input,
    prescribed: undefined,
    settings: { ...input.settings, strategy: 'minimumsOnly' },
  })
  if (calm.shortfallMonths.length > 0) return 'short'
  const stepsOf = (loan: number): readonly number[] =>
    Array.from(rows.step.slice(rows.start[loan] ?? 0, rows.start[loan + 1] ?? 0))
  const active = places.filter(
    (loan) => loans.mayPrepay[loan] === 1 && stepsOf(loan).length > 0 && savesAnything(plan, loan),
  )
  if (active.length === 0) return 'nothingToChoose'
  if (active.some((loan) => (loans.onDemand[loan] ?? 0) > 0)) return 'partOnDemand'
  if (active.some((loan) => stepsOf(loan).some((step, at, all) => step === all[at + 1]))) return 'twoInAMonth'
  const last = Math.max(...places.flatMap(stepsOf))
  if (last >= plan.steps) return 'beyondHorizon'
  const onDemand = places.filter((loan) => (loans.onDemand[loan] ?? 0) > 0 && stepsOf(loan).length === 0)
  return { plan, active, onDemand, months: last + 1, calmCash: cashOf(calm, last + 1) }
}

/** Whether paying a loan early saves anything at all: interest, or a fee that ends with the loan. */
function savesAnything({ rows }: CompiledPlan, loan: number): boolean {
  for (let row = rows.start[loan] ?? 0; row < (rows.start[loan + 1] ?? 0); row += 1)
    if ((rows.opening[row] ?? 0) > 0 && (rows.interest[row] ?? 0) + (rows.fee[row] ?? 0) > 0) return true
  return false
}

/** Cash at each month's end; after a plan's end it only gathers. */
const cashOf = ({ months }: PlanResult, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => months[at]?.closingCashFen ?? months.at(-1)?.closingCashFen ?? 0)

/**
 * Whether avalanche is already the cheapest way, without solving: every loan that can be paid early has an instalment in each
 * of its months, one rate for all of them and no fee, and every month's own money covers what is required in it. Then each yuan beyond what is required
 * saves most on the loan with the highest rate, in every month, and nothing has to be held back.
 */
export function avalancheIsOptimal({ plan, active, months }: OptimumCase): boolean {
  const { rows, loans, expected, held, mayPayEarly } = plan
  const isPlain = active.every((loan) => {
    let [low, high] = [0, Infinity]
    const first = rows.start[loan] ?? 0
    for (let row = first; row < (rows.start[loan + 1] ?? 0); row += 1) {
      // A month without an instalment charges nothing until the next one: when to pay within it is a choice of its own.
      if (rows.step[row] !== (rows.step[first] ?? 0) + row - first) return false
      const opening = rows.opening[row] ?? 0
      const interest = rows.interest[row] ?? 0
      if (opening === 0 || (rows.fee[row] ?? 0) > 0) return false
      // Interest is rounded to the fen: any rate within half a fen gives it.
      low = Math.max(low, (interest - 0.5) / opening)
      high = Math.min(high, (interest + 0.5) / opening)
    }
    return low <= high && (loans.earlyFee[loan] ?? 0) === 0
  })
  const isCovered = Array.from({ length: months }, (_, step) => (expected[step] ?? 0) >= (held[step] ?? 0)).every(
    Boolean,
  )
  return isPlain && isCovered && mayPayEarly.slice(0, months).every((may) => may === 1)
}
