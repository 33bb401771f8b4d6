import type { Fen } from '../money/fen'
import type { RecurringFee } from './terms'
import { mostFrequent } from './plan-shapes'

/** Fees of a plan beside its interest. `isRegular` is false when they are neither the same every time nor only the first. */
export interface PlanFees {
  readonly everyFen: Fen
  readonly firstFen: Fen
  readonly totalFen: Fen
  readonly isRegular: boolean
}

/** Splits the fee column into a fee of every instalment and one that comes with the first. */
export function planFees(feesFen: readonly Fen[]): PlanFees {
  const [first = 0, ...others] = feesFen
  const totalFen = feesFen.reduce((sum, fee) => sum + fee, 0) as Fen
  const everyFen = mostFrequent(others.length > 0 ? others : [first]) as Fen
  const firstFen = Math.max(0, first - everyFen) as Fen
  const isRegular = first >= everyFen && others.every((fee) => fee === everyFen)
  return { everyFen, firstFen, totalFen, isRegular }
}

/** The fees as the loan carries them; names are the user's to give. */
export function recurringFees({ everyFen, firstFen }: PlanFees): readonly RecurringFee[] {
  const every: RecurringFee = { id: 'every', name: '', amountFen: everyFen, timing: 'everyInstalment' }
  const first: RecurringFee = { id: 'first', name: '', amountFen: firstFen, timing: 'withFirst' }
  return [every, first].filter(({ amountFen }) => amountFen > 0)
}
