import { addMonths, monthIndex } from '../calendar/local-date'
import { typicalMonth } from '../budget/month-budget'
import { sumFen, ZERO_FEN, type Fen } from '../money/fen'
import type { CannotPayFigures } from './plan'
import { growthPerMonth } from './growth'
import { monthDays } from './month-steps'
import { prioritiesOf } from './priority'
import { runMonth } from './run-month'
import { copyOf, simLoan, totalOwed, type SimLoan } from './sim-loan'
import type { PlanInput } from './simulate-plan'

const TERMS = [12, 24, 36, 60] as const
const YUAN = 100

/**
 * The numbers shown instead of a bare "never":
 *
 * - needed now: everything overdue, and what falls due today;
 * - to stop the growth: what a month adds while nothing is paid (`growthPerMonth`);
 * - to be free in 12, 24, 36, 60 months: the smallest equal monthly sum, in whole yuan, that clears everything by then when
 *   the dearest is paid first, the first of them next month; nothing when nothing is owed. Fees that stay due are paid in full, so no lender's goodwill is counted on;
 * - what the budget gives: the average month of the next twelve, never below zero.
 */
export function cannotPayFigures(input: PlanInput): CannotPayFigures {
  const { on, budget } = input
  const states = input.loans.filter(({ arrangement }) => !arrangement).map(({ state }) => state)
  const needed = states.reduce(
    (sum, state) => sum + state.arrearsFen + (state.nextDueOn === on ? state.nextDueFen : 0),
    0,
  )
  return {
    neededNowFen: needed as Fen,
    stopGrowingFen: sumFen(input.loans, ({ loan, state, arrangement }) => growthPerMonth(loan, state, arrangement)),
    freeIn: TERMS.map((months) => ({ months, perMonthFen: freeIn(input, months) })),
    availableFen: Math.max(0, typicalMonth(budget, on).disposableFen) as Fen,
  }
}

function freeIn(input: PlanInput, months: number): Fen {
  const start = asSim(input).map(settleable)
  const clears = (perMonth: number): boolean => {
    const loans = start.map(copyOf)
    const priorities = prioritiesOf('avalanche', [])
    const first = monthIndex(addMonths(input.on, 1))
    for (let step = 0; step < months; step += 1) {
      runMonth(loans, monthDays(first + step, step === 0 ? input.on : null), perMonth, priorities, null)
      if (totalOwed(loans) === 0) return true
    }
    return false
  }
  const owed = totalOwed(start)
  if (owed === 0) return ZERO_FEN
  // Less than an equal share of what is owed today cannot clear it: the search begins there.
  let low = Math.floor((Math.ceil(owed / months) - 1) / YUAN) * YUAN
  let step = YUAN
  while (!clears(low + step)) {
    low += step
    step *= 2
  }
  let high = low + step
  while (high - low > YUAN) {
    const middle = Math.floor((low + high) / 2 / YUAN) * YUAN
    if (clears(middle)) high = middle
    else low = middle
  }
  return high as Fen
}

/** Any loan can be paid off early by paying what its contract still asks: fees that stay due count in full. */
function settleable(loan: SimLoan): SimLoan {
  if (loan.mayPrepay) return loan
  const charges = loan.rows.reduce((sum, row) => sum + row.interest + row.fee, 0)
  let opening = loan.balance + charges
  const rows = loan.rows.map((row) => {
    const total = row.principal + row.interest + row.fee
    const before = opening
    opening -= total
    return { ...row, opening: before, principal: total, interest: 0, fee: 0 }
  })
  return { ...loan, rows, balance: loan.balance + charges, mayPrepay: true, savingRate: 0, keepsInstalment: false }
}

const asSim = (input: PlanInput): readonly SimLoan[] =>
  input.loans.map(({ loan, state, arrangement }, entry) => simLoan(loan, state, arrangement, entry))
