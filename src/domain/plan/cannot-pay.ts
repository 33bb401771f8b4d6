import { monthIndex } from '../calendar/local-date'
import { typicalMonth } from '../budget/month-budget'
import { sumFen, ZERO_FEN, type Fen } from '../money/fen'
import type { CannotPayFigures } from './plan'
import { growthPerMonth } from './growth'
import { compileLoans } from './core/compile'
import { monthDays } from './core/compile-plan'
import { newState, resetState, totalOwed } from './core/path-state'
import { runStep } from './core/run-step'
import type { PlanInput } from './plan-input'
import { prioritiesOf } from './priority'
import { owedIn, simLoan, type SimLoan } from './sim-loan'

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
  const start = input.loans.map(({ loan, state, arrangement }) => settleable(simLoan(loan, state, arrangement)))
  // The first payment is next month's, on which everything since today counts.
  const days = monthDays(input.on, months + 1)
  const plan = compileLoans(start, {
    firstMonth: monthIndex(input.on) + 1,
    steps: months,
    dayFrom: Float64Array.from({ length: months }, (_, step) => days.dayFrom[step === 0 ? 0 : step + 1] ?? 0),
    dayLast: days.dayLast.slice(1),
    openingCash: 0,
    expectedOf: () => 0,
    expectedSteps: 0,
    mayPayEarly: new Uint8Array(months).fill(1),
    priorities: prioritiesOf('avalanche'),
    ownPlace: new Float64Array(start.length),
    holdsBack: false,
    prescribed: null,
  })
  const state = newState(plan)
  const clears = (perMonth: number): boolean => {
    resetState(plan, state)
    for (let step = 0; step < months; step += 1) {
      runStep(plan, state, step, perMonth)
      if (totalOwed(plan, state) === 0) return true
    }
    return false
  }
  const owed = start.reduce((sum, loan) => sum + owedIn(loan), 0)
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
  if (loan.mayPrepay) return { ...loan, keepBefore: loan.keepBefore.map(() => 0) }
  const charges = loan.rows.reduce((sum, row) => sum + row.interest + row.fee, 0)
  let opening = loan.balance + charges
  const rows = loan.rows.map((row) => {
    const total = row.principal + row.interest + row.fee
    const before = opening
    opening -= total
    return { ...row, opening: before, principal: total, interest: 0, fee: 0 }
  })
  return { ...loan, rows, balance: loan.balance + charges, mayPrepay: true, keepsInstalment: false }
}
