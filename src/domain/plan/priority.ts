import { PENALTY_DAYS } from './growth'
import type { CompiledPlan } from './core/compiled-plan'
import { savingNow } from './core/early'
import { dueNow, owedOn, type PathState } from './core/path-state'
import { oldestDay } from './core/postings'
import type { Strategy } from './plan'
import type { Fen } from '../money/fen'

/** An order of loans: the smallest key first; ties by the smaller balance or not, then by the earlier entry. */
export interface LoanOrder {
  readonly keyOf: (plan: CompiledPlan, state: PathState, step: number, loan: number) => number
  readonly tie: 'balance' | 'entry'
}

export interface Priorities {
  /** Who is paid when there is not enough for all that is required: one after another, or everyone a share. */
  readonly required: LoanOrder | 'proRata' | 'token'
  /** Where the rest of the month's money goes; null keeps it as cash. */
  readonly early: LoanOrder | 'proRata' | null
}

const OLDEST_FIRST: LoanOrder = { keyOf: (plan, state, _step, loan) => oldestDay(plan, state, loan), tie: 'entry' }
const SMALLEST_FIRST: LoanOrder = { keyOf: (plan, state, _step, loan) => owedOn(plan, state, loan), tie: 'entry' }
const OWN_ORDER: LoanOrder = { keyOf: (plan, _state, _step, loan) => plan.ownPlace[loan] ?? 0, tie: 'entry' }
const DEAREST_LATENESS_FIRST: LoanOrder = {
  keyOf: ({ loans }, _state, _step, loan) => 0 - (loans.penaltyRate[loan] ?? 0),
  tie: 'balance',
}
const HIGHEST_SAVING_FIRST: LoanOrder = {
  keyOf: (plan, state, _step, loan) => 0 - savingNow(plan, state, loan),
  tie: 'balance',
}
const SMALLEST_TO_CURE_FIRST: LoanOrder = {
  keyOf: (plan, state, _step, loan) => dueNow(plan, state, loan),
  tie: 'balance',
}
const FASTEST_GROWTH_FIRST: LoanOrder = {
  keyOf: (plan, state, _step, loan) => 0 - growthPerYuan(plan, state, loan),
  tie: 'balance',
}
const MOST_RELIEF_FIRST: LoanOrder = {
  keyOf: (plan, state, step, loan) => 0 - reliefPerYuan(plan, state, step, loan),
  tie: 'balance',
}

/**
 * What each strategy does with a month's money. What is required comes first in all of them; the first half of each line
 * is for a month in which it is not all there, the second for what is left over.
 *
 * minimumsOnly    the oldest arrears, then by due day; nothing early.
 * avalanche       the highest penalty interest; then where a yuan paid now saves most, by the rates of the instalments
 *                 still to come and the fee for paying early, not by a headline. A loan whose fees stay due saves nothing
 *                 and is never paid early. Fees that end only with the loan do not count in it.
 * snowball        the smallest balance; then the smallest balance.
 * ownOrder        the person's order in both.
 * stopTheGrowth   where a yuan keeps most penalty interest and late fees from being added in the coming month; then as
 *                 avalanche.
 * mostCurrent     the smallest sum that makes an account current, so that as many as possible are; then the smallest
 *                 balance.
 * cashFlowRelief  where the largest instalment ends per yuan owed, in both.
 * proRata         everyone the same share of what it asks; then everyone the same share of its balance.
 * tokenOffers     everyone the same small sum (`TOKEN_FEN`), then the same share of what it still asks; nothing early.
 *
 * None goes by who presses hardest.
 */
export function prioritiesOf(strategy: Strategy): Priorities {
  switch (strategy) {
    case 'minimumsOnly':
      return { required: OLDEST_FIRST, early: null }
    case 'avalanche':
      return { required: DEAREST_LATENESS_FIRST, early: HIGHEST_SAVING_FIRST }
    case 'snowball':
      return { required: SMALLEST_FIRST, early: SMALLEST_FIRST }
    case 'ownOrder':
      return { required: OWN_ORDER, early: OWN_ORDER }
    case 'stopTheGrowth':
      return { required: FASTEST_GROWTH_FIRST, early: HIGHEST_SAVING_FIRST }
    case 'mostCurrent':
      return { required: SMALLEST_TO_CURE_FIRST, early: SMALLEST_FIRST }
    case 'cashFlowRelief':
      return { required: MOST_RELIEF_FIRST, early: MOST_RELIEF_FIRST }
    case 'proRata':
      return { required: 'proRata', early: 'proRata' }
    case 'tokenOffers':
      return { required: 'token', early: null }
  }
}

/** What lateness adds in the coming month for each yuan required that stays open: penalty interest and a first late fee. */
function growthPerYuan({ loans }: CompiledPlan, state: PathState, loan: number): number {
  const start = loans.dueStart[loan] ?? 0
  const end = start + (state.dueCount[loan] ?? 0)
  let principal = state.oldPrincipal[loan] ?? 0
  let charges = state.oldCharges[loan] ?? 0
  let growth = 0
  for (let at = start; at < end; at += 1) {
    principal += state.duePrincipal[at] ?? 0
    charges += state.dueCharges[at] ?? 0
    growth += loans.lateFeeOf[loan]?.((state.duePrincipal[at] ?? 0) + (state.dueCharges[at] ?? 0)) ?? 0
  }
  const base = loans.penaltyOnCharges[loan] === 1 ? principal + charges : principal
  growth += loans.penaltyOf[loan]?.(base as Fen, PENALTY_DAYS) ?? 0
  const asked = principal + charges + (state.oldPenalty[loan] ?? 0)
  return asked > 0 ? growth / asked : 0
}

/** The coming instalment for each yuan owed; one that is months away counts for each month until then. */
function reliefPerYuan(plan: CompiledPlan, state: PathState, step: number, loan: number): number {
  const { rows } = plan
  const end = rows.start[loan + 1] ?? 0
  const first = state.next[loan] ?? 0
  const owed = owedOn(plan, state, loan)
  if (first >= end || owed === 0) return 0
  const dueIn = rows.step[first] ?? 0
  let instalment = 0
  for (let row = first; row < end && rows.step[row] === dueIn; row += 1)
    instalment += (rows.principal[row] ?? 0) + (rows.interest[row] ?? 0) + (rows.fee[row] ?? 0)
  return instalment / Math.max(1, dueIn - step) / owed
}
