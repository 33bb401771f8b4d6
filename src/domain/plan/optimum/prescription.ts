import type { LoanId } from '../../loan/loan'
import type { PlanInput } from '../plan-input'
import type { OptimumCase } from './optimum-case'
import type { OptimumModel } from './optimum-model'

const SLACK = 1e-6

/** The programme's answer as whole fen to pay each loan in each month; loans that are not active are paid as they ask. */
export function prescriptionOf(
  input: PlanInput,
  { plan, active, onDemand, months }: OptimumCase,
  { payments }: OptimumModel,
  values: Float64Array,
): ReadonlyMap<LoanId, readonly number[]> {
  const sums = new Map<LoanId, readonly number[]>()
  // What is owed on demand and still open when every contract has ended is paid then.
  const rest = (place: number): readonly number[] =>
    onDemand.includes(place) ? Array.from({ length: plan.steps - months }, () => plan.loans.onDemand[place] ?? 0) : []
  input.loans.forEach(({ loan: { id } }, place) => {
    const paid = payments[[...active, ...onDemand].indexOf(place)]
    sums.set(
      id,
      paid
        ? [
            ...paid.map(({ terms, constant }) => {
              const sum = terms.reduce((total, [column, value]) => total + value * (values[column] ?? 0), constant)
              return sum <= SLACK ? 0 : Math.ceil(sum - SLACK) + 1
            }),
            ...rest(place),
          ]
        : asked(plan, place),
    )
  })
  return sums
}

/** What a loan's contract asks month by month. */
function asked({ rows, steps }: OptimumCase['plan'], loan: number): readonly number[] {
  const sums = Array.from({ length: steps }, () => 0)
  for (let row = rows.start[loan] ?? 0; row < (rows.start[loan + 1] ?? 0); row += 1) {
    const step = rows.step[row] ?? 0
    if (step < steps) sums[step] = (sums[step] ?? 0) + (rows.asked[row] ?? 0)
  }
  return sums
}
