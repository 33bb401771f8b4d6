import { addDays, addMonths, dayInMonth, monthIndex, type LocalDate } from '../calendar/local-date'
import type { Budget } from '../budget/budget'
import { monthBudget, typicalMonth } from '../budget/month-budget'
import { contractRate } from '../loan/contract-rate'
import type { Loan, LoanProduct } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import type { Fen } from '../money/fen'
import { arrange, regularInstalmentFen } from './arrange'
import { PLAIN_REQUEST, type ArrangementRequest } from './arrangement'

const DAYS_AFTER_DELIVERY = 15
const DAYS_AFTER_PAYDAY = 2
/** Longest term asked where no rule is known and the contract itself is not longer. */
const MAX_PERIODS = 60

/** Longest term a product's rules allow to be asked, with the rule that says so; null where no rule is known. */
export function termLimit(product: LoanProduct): { readonly periods: number; readonly ruleId: string } | null {
  return product === 'creditCard' || product === 'cardInstalment'
    ? { periods: 60, ruleId: 'personal-instalments' }
    : null
}

/** Instalments of the contract that have not fallen due yet; at least one. */
export const remainingPeriods = (state: LoanState): number =>
  Math.max(1, state.rows.filter((row) => row.n > 0 && row.dueOn >= state.on && row.openFen > 0).length)

/**
 * A sensible first request: nothing waived, the contract's rate, the first payment at least 15 days after today and two
 * days after a payday.
 *
 * With `othersMonthlyFen` (what the other loans require a month) the term is the shortest whose every instalment fits
 * what the typical month leaves after them, within the product's limit or 60, but never shorter than what the contract
 * leaves: more months than needed are not asked. Without it, or when no term fits: a year more than what is left, between
 * 12 and 60. A first payment this month must fit this month's money too, else it moves to the next.
 */
export function defaultRequest(
  loan: Loan,
  state: LoanState,
  budget: Budget,
  on: LocalDate,
  othersMonthlyFen?: Fen,
): ArrangementRequest {
  const remaining = remainingPeriods(state)
  const limit = termLimit(loan.product)?.periods ?? Math.max(MAX_PERIODS, remaining)
  const request: ArrangementRequest = {
    periods: Math.min(limit, Math.max(12, remaining, Math.min(MAX_PERIODS, remaining + 12))),
    firstDueOn: firstPaymentDay(budget, on, state.nextDueOn),
    ...PLAIN_REQUEST,
  }
  if (othersMonthlyFen === undefined) return request
  const monthlyFen = (typicalMonth(budget, on).disposableFen - othersMonthlyFen) as Fen
  const periods = fittingPeriods(loan, state, request, monthlyFen, Math.min(limit, remaining), limit)
  if (periods === null) return request
  const fitting = { ...request, periods }
  const isNow = monthIndex(request.firstDueOn) === monthIndex(on)
  return isNow && !fitsThisMonth(loan, state, budget, on, fitting, othersMonthlyFen)
    ? { ...fitting, firstDueOn: addMonths(request.firstDueOn, 1) }
    : fitting
}

/** The smallest number of instalments from `min` to `max` of which each is at most `monthlyFen`, the residue included. */
function fittingPeriods(
  loan: Loan,
  state: LoanState,
  request: ArrangementRequest,
  monthlyFen: Fen,
  min: number,
  max: number,
): number | null {
  const start = smallestPeriodsWithin(loan, state, request, monthlyFen, max)
  if (start === null) return null
  for (let periods = Math.max(start, min); periods <= max; periods += 1) {
    const made = arrange(loan, state, { ...request, periods })
    if (made.ok && made.value.rows.every((row) => row.totalFen <= monthlyFen)) return periods
  }
  return null
}

/** Whether cash above the reserve and what still comes and goes this month cover the first instalment and the others. */
function fitsThisMonth(
  loan: Loan,
  state: LoanState,
  budget: Budget,
  on: LocalDate,
  request: ArrangementRequest,
  othersMonthlyFen: Fen,
): boolean {
  const instalment = regularInstalmentFen(loan, state, request)
  const cash = Math.max(0, budget.cashNowFen - budget.reserveFen)
  const leftFen = cash + monthBudget(budget, monthIndex(on), on).disposableFen
  return instalment.ok && instalment.value + othersMonthlyFen <= leftFen
}

/** The contract with `extra` more instalments: the final due date moves, the due day stays (展期). */
export function extensionRequest(_loan: Loan, state: LoanState, extra: number, on: LocalDate): ArrangementRequest {
  const next = state.nextDueOn !== null && state.nextDueOn > on ? state.nextDueOn : addMonths(on, 1)
  return {
    periods: remainingPeriods(state) + extra,
    firstDueOn: next,
    ...PLAIN_REQUEST,
  }
}

/**
 * The smallest number of instalments (up to `max`) whose regular instalment (`regularInstalmentFen`) is at most
 * `monthlyFen`; null when none is.
 */
export function smallestPeriodsWithin(
  loan: Loan,
  state: LoanState,
  request: ArrangementRequest,
  monthlyFen: Fen,
  max: number,
): number | null {
  const head = request.holidayPeriods + request.interestOnlyPeriods
  // The contract's rate may have to be solved for: once, not at every step.
  const rate = request.rate ?? contractRate(loan)
  for (let periods = head + 1; periods <= max; periods += 1) {
    const instalment = regularInstalmentFen(loan, state, { ...request, rate, periods })
    if (instalment.ok && instalment.value <= monthlyFen) return periods
  }
  return null
}

/** The first day from which a payment is asked, on a day of the month that comes two days after every payday. */
export function firstPaymentDay(budget: Budget, on: LocalDate, nextDueOn: LocalDate | null): LocalDate {
  const earliest = addDays(on, DAYS_AFTER_DELIVERY)
  const payday = mainPayday(budget)
  const day = payday === null ? (nextDueOn === null ? 15 : Number(nextDueOn.slice(8))) : dayAfterPayday(payday)
  const first = monthIndex(earliest)
  const thisMonth = dayInMonth(first, day)
  return thisMonth >= earliest ? thisMonth : dayInMonth(first + 1, day)
}

/** Two days after the payday in every month: after a payday on the 27th to 31st that is the 2nd of the next month. */
const dayAfterPayday = (payday: number): number =>
  payday + DAYS_AFTER_PAYDAY <= 28 ? payday + DAYS_AFTER_PAYDAY : DAYS_AFTER_PAYDAY

/** Day of the month of the largest monthly income. */
function mainPayday(budget: Budget): number | null {
  const paydays = budget.lines.filter(
    (line) => line.side === 'income' && line.cadence === 'monthly' && line.dayOfMonth !== null,
  )
  const largest = paydays.reduce<(typeof paydays)[number] | null>(
    (best, line) => (best === null || line.amountFen > best.amountFen ? line : best),
    null,
  )
  return largest?.dayOfMonth ?? null
}
