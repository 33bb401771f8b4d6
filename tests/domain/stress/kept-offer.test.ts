import { expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import { arrange } from '#domain/extension/arrange'
import type { PlanInput } from '#domain/plan/simulate-plan'
import { DEFAULT_ASSUMPTIONS, NO_CHANCE, type StressAssumptions } from '#domain/stress/assumptions'
import { imaginedFutures } from '#domain/stress/imagined-futures'
import { keptBy, keptOffer, type AskedLender, type KeptOffer } from '#domain/stress/kept-offer'
import { openingCash, pathRunner, requiredLine } from '#domain/stress/path-run'
import { earning, levelLoan, NO_DEFAULT, planOf } from '../plan/a-plan'
import { imagine } from './stressed'

const MONTHS = 12
const PATHS = 1000

const request: ArrangementRequest = {
  periods: 24,
  firstDueOn: localDate('2026-12-12'),
  rate: null,
  holidayPeriods: 0,
  interestOnlyPeriods: 0,
  waivePenaltyPer10000: 0,
  arrears: 'spread',
  settlementPer10000: null,
}

const loans = [
  levelLoan('a', { principal: 4_000_000, bp: 1_200, periods: 12, dueIn: 20 }, { defaultTerms: NO_DEFAULT }),
  levelLoan('b', { principal: 2_000_000, bp: 1_800, periods: 18, dueIn: 25 }, { defaultTerms: NO_DEFAULT }),
]

const straying: StressAssumptions = {
  ...NO_CHANCE,
  incomeRangePercent: { sure: 40, likely: 40, estimate: 40 },
}

const askedOf = (plan: PlanInput): readonly AskedLender[] =>
  plan.loans.map(({ loan, state }) => ({
    loan,
    quoted: state,
    request,
    weightFen: state.nextDueFen,
    leastPeriods: 12,
    mostPeriods: 60,
  }))

function offerFor(percent: number, plan: PlanInput, assumptions = straying): KeptOffer {
  return keptOffer(
    plan,
    askedOf(plan),
    imagine(plan, assumptions, { months: MONTHS, paths: PATHS }),
    Math.ceil((PATHS * percent) / 100),
  )
}

it('finds the largest offer: kept as often as wanted, and a step more is not', () => {
  const plan = planOf(loans, earning(450_000, 5), 'minimumsOnly')
  const found = offerFor(90, plan)
  if (found.kind !== 'kept') throw new Error(found.kind)
  expect(found.isShortest).toBe(false)
  expect(found.offer.kept).toBeGreaterThanOrEqual(900)
  expect(found.offer.perMonthFen).toBe(found.offer.terms.reduce((sum, term) => sum + term.instalmentFen, 0))
  // Every offer with one instalment less for any of the lenders is kept less often than wanted, or is no larger.
  const imagined = imagine(plan, straying, { months: MONTHS, paths: PATHS })
  const kept = (terms: readonly ArrangementRequest[]): number =>
    keptBy(requiredLine(withTerms(plan, terms), MONTHS), openingCash(plan), imagined).at(-1) ?? PATHS
  const requests = found.offer.terms.map((term) => term.request)
  expect(kept(requests)).toBe(found.offer.kept)
  const larger = requests.map((term) => ({ ...term, periods: term.periods - 1 }))
  expect(kept(larger)).toBeLessThan(900)
})

it('and is what running the whole plan with it says', () => {
  const plan = planOf(loans, earning(450_000, 5), 'minimumsOnly')
  const found = offerFor(80, plan, DEFAULT_ASSUMPTIONS)
  if (found.kind !== 'kept') throw new Error(found.kind)
  const offered = withTerms(
    plan,
    found.offer.terms.map((term) => term.request),
  )
  const imagined = imagine(plan, DEFAULT_ASSUMPTIONS, { months: MONTHS, paths: PATHS })
  const futures = imaginedFutures(pathRunner(offered, MONTHS), imagined, () => undefined)
  expect(futures.keptBy).toEqual(found.offer.keptBy)
})

it('is smaller, the surer it has to be', () => {
  const plan = planOf(loans, earning(450_000, 5), 'minimumsOnly')
  const sums = [50, 70, 80, 90, 95, 99].map((percent) => {
    const found = offerFor(percent, plan)
    if (found.kind !== 'kept') throw new Error(found.kind)
    return found.offer.perMonthFen
  })
  expect(sums).toEqual([...sums].sort((left, right) => right - left))
  expect(new Set(sums).size).toBeGreaterThan(3)
})

it('a larger offer is kept on no path on which a smaller one is not, while none ends', () => {
  const plan = planOf(loans, earning(380_000, 5), 'minimumsOnly')
  const imagined = imagine(plan, straying, { months: MONTHS, paths: PATHS })
  const counts = Array.from({ length: 40 }, (_, index) => 12 + index).map(
    (periods) =>
      keptBy(
        requiredLine(
          withTerms(plan, [
            { ...request, periods },
            { ...request, periods },
          ]),
          MONTHS,
        ),
        openingCash(plan),
        imagined,
      ).at(-1) ?? PATHS,
  )
  expect(counts).toEqual([...counts].sort((left, right) => left - right))
  expect(counts[0]).toBeLessThan(counts.at(-1) ?? 0)
})

it('says when the shortest terms are kept, when even the longest are not, and when nobody is asked', () => {
  const rich = planOf(loans, earning(2_000_000, 5), 'minimumsOnly')
  expect(offerFor(90, rich)).toMatchObject({ kind: 'kept', isShortest: true })
  const poor = planOf(loans, earning(20_000, 5), 'minimumsOnly')
  const found = offerFor(90, poor)
  if (found.kind !== 'notReached') throw new Error(found.kind)
  expect(found.smallest.terms.map((term) => term.request.periods)).toEqual([60, 60])
  expect(found.smallest.kept).toBeLessThan(900)
  expect(keptOffer(rich, [], imagine(rich, straying, { months: MONTHS, paths: 10 }), 9)).toEqual({ kind: 'nothing' })
})

it('without chance it is the largest offer the budget really carries', () => {
  const carried = 250_000
  const plan = planOf(loans.slice(0, 1), earning(carried, 5), 'minimumsOnly')
  const found = offerFor(100, plan, NO_CHANCE)
  if (found.kind !== 'kept') throw new Error(found.kind)
  expect(found.offer.perMonthFen).toBeLessThanOrEqual(carried)
  const periods = (found.offer.terms[0]?.request.periods ?? 0) - 1
  const larger = withTerms(plan, [{ ...request, periods }]).loans[0]?.arrangement
  expect(larger?.rows[1]?.totalFen).toBeGreaterThan(carried)
})

function withTerms(plan: PlanInput, requests: readonly ArrangementRequest[]): PlanInput {
  return {
    ...plan,
    loans: plan.loans.map((item, index) => {
      const made = arrange(item.loan, item.state, requests[index] ?? request)
      if (!made.ok) throw new Error(made.error.code)
      return { ...item, arrangement: made.value }
    }),
  }
}
