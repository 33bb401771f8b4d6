import type { Budget } from '#domain/budget/budget'
import { monthIndex, type LocalDate } from '#domain/calendar/local-date'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import { defaultRequest, extensionRequest, remainingPeriods, termLimit } from '#domain/extension/default-request'
import { contractRate } from '#domain/loan/contract-rate'
import type { Fen } from '#domain/money/fen'
import type { PlanMonth, PlanResult } from '#domain/plan/plan'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { annualRate, simpleAnnualFraction } from '#domain/rate/interest-rate'
import { arrangeFor, planInput, type Arrangements, type OpenLoan, type PlanQuestion } from './plan-selectors'

export type Preset = 'extend' | 'reinstal' | 'moveDay' | 'holiday' | 'interestOnly' | 'rate' | 'waiver' | 'settle'

export const PRESETS: readonly Preset[] = [
  'extend',
  'reinstal',
  'moveDay',
  'holiday',
  'interestOnly',
  'rate',
  'waiver',
  'settle',
]

/** Where the share of a settlement begins; the slider takes it further. */
const USUAL_SETTLEMENT_PER_10000 = 7_000

const LONGEST = 120

/** Most instalments the sliders offer: what the product's rule allows, else ten years. */
export const mostPeriods = ({ loan, state }: OpenLoan): number =>
  termLimit(loan.product)?.periods ?? Math.max(LONGEST, remainingPeriods(state))

/** Where a kind of request starts from; the sliders take it further. */
export function presetRequest(
  preset: Preset,
  item: OpenLoan,
  budget: Budget,
  on: LocalDate,
  asked: ArrangementRequest,
): ArrangementRequest {
  const { loan, state } = item
  const now = { ...asked, settlementPer10000: null }
  switch (preset) {
    case 'moveDay': {
      const { firstDueOn } = defaultRequest(loan, state, budget, on)
      return clamped({ ...extensionRequest(loan, state, 0, on), firstDueOn }, item)
    }
    case 'settle':
      return { ...now, settlementPer10000: USUAL_SETTLEMENT_PER_10000 }
    case 'extend':
      return clamped(extensionRequest(loan, state, 6, on), item)
    case 'reinstal':
      return clamped(defaultRequest(loan, state, budget, on), item)
    case 'holiday':
      return clamped({ ...now, holidayPeriods: 3, periods: Math.max(now.periods, 12) }, item)
    case 'interestOnly':
      return clamped({ ...now, interestOnlyPeriods: 6, periods: Math.max(now.periods, 18) }, item)
    case 'rate':
      return { ...now, rate: annualRate(simpleAnnualFraction(contractRate(loan)) / 2) }
    case 'waiver':
      return { ...now, waivePenaltyPer10000: 10_000 }
  }
}

const clamped = (request: ArrangementRequest, item: OpenLoan): ArrangementRequest => ({
  ...request,
  periods: Math.min(request.periods, mostPeriods(item)),
})

export interface TightestMonth {
  readonly month: string
  /** Required and not paid; zero in a plan that can be kept. */
  readonly shortFen: Fen
  /** Cash left when nothing is short. */
  readonly leftFen: Fen
}

/** The month that decides whether the plan can be kept: the largest shortfall, else the least cash left. */
export function tightestMonth(result: PlanResult): TightestMonth | null {
  const owing = result.months.filter(({ requiredFen }) => requiredFen > 0)
  const first = owing[0]
  if (!first) return null
  // What the debts ask less what there is: paying more than asked is a choice, not tightness.
  const room = (month: PlanMonth) =>
    month.openingCashFen + month.incomeFen - month.essentialsFen - month.otherFen - month.requiredFen
  const tightest = owing.reduce((worst, month) => {
    if (month.shortFen !== worst.shortFen) return month.shortFen > worst.shortFen ? month : worst
    return room(month) < room(worst) ? month : worst
  }, first)
  return { month: tightest.month, shortFen: tightest.shortFen, leftFen: Math.max(0, room(tightest)) as Fen }
}

export type Smallest =
  | { readonly kind: 'notNeeded' }
  | { readonly kind: 'fits'; readonly periods: number }
  /** Asking this lender alone does not do it: the number that leaves the fewest months short. */
  | { readonly kind: 'partly'; readonly periods: number; readonly months: number }

/** The fewest instalments of one request with which every month of the whole plan can be paid. */
export function smallestPeriods(
  question: PlanQuestion,
  item: OpenLoan,
  request: ArrangementRequest,
  others: Arrangements,
): Smallest {
  const { strategy } = question.document.plan
  const shortMonths = (arrangements: Arrangements) =>
    simulatePlan(planInput(question, strategy, arrangements)).shortfallMonths.length
  if (shortMonths(others) === 0) return { kind: 'notNeeded' }
  const head = request.holidayPeriods + request.interestOnlyPeriods
  let best = { periods: request.periods, months: Infinity }
  for (let periods = head + 1; periods <= mostPeriods(item); periods += 1) {
    const made = arrangeFor(item, { ...request, periods })
    if (!made.ok) continue
    const months = shortMonths(new Map(others).set(item.loan.id, made.value))
    if (months === 0) return { kind: 'fits', periods }
    if (months < best.months) best = { periods, months }
  }
  return { kind: 'partly', ...best }
}

/** Calendar months from one date to another, for "so much later". */
export const monthsBetween = (from: LocalDate, to: LocalDate): number => monthIndex(to) - monthIndex(from)
