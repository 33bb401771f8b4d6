import type { LoanId } from '../loan/loan'
import { oldestDay, owedIn, type SimLoan } from './sim-loan'
import type { Strategy } from './plan'

type Order = (left: SimLoan, right: SimLoan) => number

/** Ties: the smaller balance, then the earlier entry. */
const tied: Order = (left, right) => owedIn(left) - owedIn(right) || left.entry - right.entry

/** The oldest arrears first, then by due day. Nothing due (infinite) is last. */
const oldestFirst: Order = (left, right) => {
  const [first, second] = [oldestDay(left), oldestDay(right)]
  return first === second ? 0 : first - second
}

export interface Priorities {
  /** Who is paid first when there is not enough for all that is required. */
  readonly required: Order
  /** Where the rest of the month's money goes; null keeps it as cash. */
  readonly early: Order | null
}

/**
 * The order of a strategy. Avalanche goes by what a yuan paid now saves (on arrears: penalty interest), not by a headline
 * rate; a loan whose fees stay due saves nothing. Minimums only pays what is oldest first and keeps the rest.
 */
export function prioritiesOf(strategy: Strategy, ownOrder: readonly LoanId[]): Priorities {
  switch (strategy) {
    case 'minimumsOnly':
      return {
        required: (left, right) => oldestFirst(left, right) || left.entry - right.entry,
        early: null,
      }
    case 'avalanche':
      return {
        required: (left, right) => right.penaltyRate - left.penaltyRate || tied(left, right),
        early: (left, right) => right.savingRate - left.savingRate || tied(left, right),
      }
    case 'snowball':
      return { required: tied, early: tied }
    case 'ownOrder': {
      const place = new Map(ownOrder.map((id, index) => [id, index]))
      const order: Order = (left, right) =>
        (place.get(left.id) ?? ownOrder.length) - (place.get(right.id) ?? ownOrder.length) || left.entry - right.entry
      return { required: order, early: order }
    }
  }
}
