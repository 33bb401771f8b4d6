import { addDays, addMonths, dayInMonth, monthIndex, type LocalDate } from '../calendar/local-date'
import type { Budget } from '../budget/budget'
import type { Loan, LoanProduct } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import type { Fen } from '../money/fen'
import { arrange } from './arrange'
import type { ArrangementRequest } from './arrangement'

const DAYS_AFTER_DELIVERY = 15
const DAYS_AFTER_PAYDAY = 2

/** Longest term a product's rules allow to be asked, with the rule that says so; null where no rule is known. */
export function termLimit(product: LoanProduct): { readonly periods: number; readonly ruleId: string } | null {
  return product === 'creditCard' || product === 'cardInstalment' ? { periods: 60, ruleId: 'card-measures-70' } : null
}

/** Instalments of the contract that have not fallen due yet; at least one. */
export const remainingPeriods = (state: LoanState): number =>
  Math.max(1, state.rows.filter((row) => row.n > 0 && row.dueOn >= state.on && row.openFen > 0).length)

/**
 * A sensible first request: a year more than what is left, between 12 and 60 instalments, nothing waived, the contract's
 * rate; the first payment at least 15 days after today and two days after a payday.
 */
export function defaultRequest(_loan: Loan, state: LoanState, budget: Budget, on: LocalDate): ArrangementRequest {
  return {
    periods: Math.min(60, Math.max(12, remainingPeriods(state) + 12)),
    firstDueOn: firstPaymentDay(budget, on, state.nextDueOn),
    rate: null,
    holidayPeriods: 0,
    interestOnlyPeriods: 0,
    waivePenaltyPer10000: 0,
    arrears: 'spread',
  }
}

/** The contract with `extra` more instalments: the final due date moves, the due day stays (展期). */
export function extensionRequest(_loan: Loan, state: LoanState, extra: number, on: LocalDate): ArrangementRequest {
  const next = state.nextDueOn !== null && state.nextDueOn > on ? state.nextDueOn : addMonths(on, 1)
  return {
    periods: remainingPeriods(state) + extra,
    firstDueOn: next,
    rate: null,
    holidayPeriods: 0,
    interestOnlyPeriods: 0,
    waivePenaltyPer10000: 0,
    arrears: 'spread',
  }
}

/** The smallest number of instalments (up to `max`) whose instalment is at most `monthlyFen`; null when none is. */
export function smallestPeriodsWithin(
  loan: Loan,
  state: LoanState,
  request: ArrangementRequest,
  monthlyFen: Fen,
  max: number,
): number | null {
  const head = request.holidayPeriods + request.interestOnlyPeriods
  for (let periods = head + 1; periods <= max; periods += 1) {
    const made = arrange(loan, state, { ...request, periods })
    if (made.ok && made.value.comparison.newInstalmentFen <= monthlyFen) return periods
  }
  return null
}

function firstPaymentDay(budget: Budget, on: LocalDate, nextDueOn: LocalDate | null): LocalDate {
  const earliest = addDays(on, DAYS_AFTER_DELIVERY)
  const payday = mainPayday(budget)
  const day = payday === null ? (nextDueOn === null ? 15 : Number(nextDueOn.slice(8))) : payday + DAYS_AFTER_PAYDAY
  const first = monthIndex(earliest)
  const candidates = [0, 1, 2].map((step) =>
    day > 28 ? addDays(dayInMonth(first + step, 28), day - 28) : dayInMonth(first + step, day),
  )
  return candidates.find((candidate) => candidate >= earliest) ?? addMonths(earliest, 1)
}

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
