import type { LoanId } from '#domain/loan/loan'
import { subtractFen, ZERO_FEN, type Fen } from '#domain/money/fen'
import { STRATEGIES, type PlanResult, type Strategy } from '#domain/plan/plan'
import type { Scenario } from '#domain/plan/scenario'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { balanceIn, planInput, type PlanQuestion } from '../plan/plan-selectors'

/** At most so many stand side by side: more lines than that cannot be told apart. */
export const MOST_COMPARED = 5
export const LEAST_COMPARED = 2

export interface Compared {
  readonly strategy: Strategy
  readonly result: PlanResult
}

/** A strategy under a scenario, or as the budget says. */
export const resultOf = (question: PlanQuestion, strategy: Strategy, scenario: Scenario | null): PlanResult =>
  simulatePlan(scenario ? { ...planInput(question, strategy), scenario } : planInput(question, strategy))

/** Those picked, in the order of `STRATEGIES`; with one toggled, within the limits. */
export function toggled(picked: readonly Strategy[], strategy: Strategy): readonly Strategy[] {
  const has = picked.includes(strategy)
  if (has && picked.length <= LEAST_COMPARED) return picked
  if (!has && picked.length >= MOST_COMPARED) return picked
  return STRATEGIES.filter((each) => (each === strategy ? !has : picked.includes(each)))
}

export interface Difference {
  /** Months the end comes later than the baseline's (negative: sooner). */
  readonly months: number
  readonly costFen: Fen
}

/** Against the baseline. The cost is compared only where both end: a plan without an end has not paid its interest yet. */
export function differenceOf(result: PlanResult, baseline: PlanResult): Difference | null {
  if (result.debtFreeMonth === null || baseline.debtFreeMonth === null) return null
  const months = result.months.length - baseline.months.length
  return { months, costFen: subtractFen(result.costFen, baseline.costFen) }
}

export type SortKey = 'strategy' | 'end' | 'cost' | 'paid' | 'short' | 'cash'

/** Rows by a column; those without an end come last, ties as listed. */
export function sorted(rows: readonly Compared[], key: SortKey): readonly Compared[] {
  const valueOf = ({ result, strategy }: Compared): number => {
    switch (key) {
      case 'strategy':
        return STRATEGIES.indexOf(strategy)
      case 'end':
        return result.debtFreeMonth === null ? Infinity : result.months.length
      case 'cost':
        return result.costFen
      case 'paid':
        return result.totalPaidFen
      case 'short':
        return result.shortfallMonths.reduce((sum, { shortFen }) => sum + shortFen, 0)
      case 'cash':
        return 0 - result.lowestCashFen
    }
  }
  return [...rows].sort((left, right) => {
    const [first, second] = [valueOf(left), valueOf(right)]
    return first === second ? 0 : first - second
  })
}

/** Interest, fees and penalties up to each month's end; level once the plan has ended. */
export function costsOver(result: PlanResult, months: number): readonly Fen[] {
  let sum = 0
  return Array.from({ length: months }, (_, at) => {
    for (const { interestFen, penaltyFen, feeFen } of result.months[at]?.loans ?? [])
      sum += interestFen + penaltyFen + feeFen
    return sum as Fen
  })
}

export const balancesOver = (result: PlanResult, months: number): readonly Fen[] =>
  Array.from({ length: months }, (_, at) => balanceIn(result, at))

/** What is left of each loan at each month's end. */
export function balancesByLoan(
  result: PlanResult,
  months: number,
): readonly { readonly loanId: LoanId; readonly values: readonly Fen[] }[] {
  return (result.months[0]?.loans ?? []).map(({ loanId }, place) => ({
    loanId,
    values: Array.from({ length: months }, (_, at) => result.months[at]?.loans[place]?.closingFen ?? ZERO_FEN),
  }))
}

/** What is paid in each month, apart into what it costs and what it takes off the debt. */
export function paidOver(result: PlanResult, months: number) {
  const at = (month: number) => result.months[month]?.loans ?? []
  const charges = Array.from({ length: months }, (_, month) =>
    at(month).reduce(
      (sum, { interestFen, penaltyFen, feeFen, paidFen }) => sum + Math.min(paidFen, interestFen + penaltyFen + feeFen),
      0,
    ),
  )
  const principal = Array.from(
    { length: months },
    (_, month) => at(month).reduce((sum, { paidFen }) => sum + paidFen, 0) - (charges[month] ?? 0),
  )
  return { charges, principal }
}

/** How many months after the first each loan ends, by each way; null where it does not within its plan. */
export function endsOf(compared: readonly Compared[]) {
  const loans = compared[0]?.result.months[0]?.loans.map(({ loanId }) => loanId) ?? []
  return loans.map((loanId, place) => ({
    loanId,
    ends: compared.map(({ result }) => {
      const at = result.months.findIndex(({ loans: rows }) => rows[place]?.closingFen === 0)
      return at === -1 ? null : at
    }),
  }))
}
