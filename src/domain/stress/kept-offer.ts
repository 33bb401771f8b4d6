import { arrange, regularInstalmentFen } from '../extension/arrange'
import type { Arrangement, ArrangementRequest } from '../extension/arrangement'
import { contractRate } from '../loan/contract-rate'
import type { Loan, LoanId } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { sumFen, type Fen } from '../money/fen'
import type { PlanInput } from '../plan/simulate-plan'
import type { ImaginedMoney } from './imagine-money'
import { openingCash, requiredLine } from './path-run'

/** A lender whose number of instalments is looked for. */
export interface AskedLender {
  readonly loan: Loan
  /** What its letter starts from. */
  readonly quoted: LoanState
  /** The request; its `periods` are replaced. */
  readonly request: ArrangementRequest
  /** Its part of every offer is in proportion to this: what it is offered now, or what its contract asks a month. */
  readonly weightFen: Fen
  readonly leastPeriods: number
  readonly mostPeriods: number
}

export interface OfferTerms {
  readonly loanId: LoanId
  readonly request: ArrangementRequest
  readonly instalmentFen: Fen
}

/** Offers to some lenders that belong together, and in how many paths every promise of the whole plan is kept with them. */
export interface StressedOffer {
  readonly perMonthFen: Fen
  readonly terms: readonly OfferTerms[]
  readonly kept: number
  /** The same month by month. */
  readonly keptBy: readonly number[]
}

export type KeptOffer =
  /** `isShortest`: with the fewest instalments looked at, so a larger offer was not tried. */
  | { readonly kind: 'kept'; readonly offer: StressedOffer; readonly isShortest: boolean }
  /** Even the smallest offer is not kept so often. */
  | { readonly kind: 'notReached'; readonly smallest: StressedOffer }
  /** Nobody to ask, or terms that make no arrangement. */
  | { readonly kind: 'nothing' }

/**
 * The largest sum a month that can be offered and is kept in the wanted number of paths, as terms for each lender.
 *
 * Offers   a scale on what the lenders are offered (`weightFen`): each gets the fewest instalments that fit its part. Only
 *          scales at which some number of instalments changes are different offers, so these are searched, all of them.
 * Paths    the same months for every offer (common random numbers), money that is left stays as a cushion. Until the first
 *          break what is required does not depend on chance, so a path is kept when cash covers `requiredLine` in each month.
 * Search   bisection. A smaller offer asks less in every month while no offer ends within the months looked at, so then
 *          it is kept on every path on which a larger one is. Where a short offer ends within them the longer one still
 *          asks something after it: there the answer is a boundary, kept as often as wanted, while the next larger is not.
 */
export function keptOffer(
  plan: PlanInput,
  asked: readonly AskedLender[],
  imagined: ImaginedMoney,
  wantedPaths: number,
): KeptOffer {
  const ladders = asked.map(ladderOf)
  const first = ladders[0]
  if (!first || ladders.some(({ instalments }) => instalments.length === 0)) return { kind: 'nothing' }
  const scales = [...new Set(ladders.flatMap(({ scales: own }) => own))].sort((left, right) => right - left)
  const offerAt = (place: number): StressedOffer => offerOf(plan, ladders, scales[place] ?? 0, imagined)
  const largest = offerAt(0)
  if (largest.kept >= wantedPaths) return { kind: 'kept', offer: largest, isShortest: true }
  const smallest = offerAt(scales.length - 1)
  if (smallest.kept < wantedPaths) return { kind: 'notReached', smallest }
  let broken = 0
  let keptAt = scales.length - 1
  let best = smallest
  while (keptAt - broken > 1) {
    const middle = (broken + keptAt) >> 1
    const offer = offerAt(middle)
    if (offer.kept >= wantedPaths) {
      keptAt = middle
      best = offer
    } else broken = middle
  }
  return { kind: 'kept', offer: best, isShortest: false }
}

/** Instalments of one lender by number of periods, from the fewest on, and the scales at which each begins to fit. */
interface Ladder {
  readonly lender: AskedLender
  readonly instalments: readonly Fen[]
  readonly scales: readonly number[]
  readonly made: Map<number, Arrangement | null>
}

function ladderOf(lender: AskedLender): Ladder {
  const { loan, quoted, leastPeriods, mostPeriods, weightFen } = lender
  // The contract's rate may have to be solved for: once, not at every step.
  const request = { ...lender.request, rate: lender.request.rate ?? contractRate(loan) }
  const instalments: Fen[] = []
  for (let periods = leastPeriods; periods <= mostPeriods; periods += 1) {
    const instalment = regularInstalmentFen(loan, quoted, { ...request, periods })
    if (!instalment.ok) break
    instalments.push(instalment.value)
  }
  const scales = instalments.map((instalment) => instalment / Math.max(1, weightFen))
  return { lender, instalments, scales, made: new Map() }
}

/** A scale computed by division fits its own instalment again. */
const ROUNDING = 1 + 1e-12

function offerOf(plan: PlanInput, ladders: readonly Ladder[], scale: number, imagined: ImaginedMoney): StressedOffer {
  const arrangements = new Map<LoanId, Arrangement>()
  const terms = ladders.map((ladder): OfferTerms => {
    const { lender, instalments, made } = ladder
    const fits = instalments.findIndex((instalment) => instalment <= scale * Math.max(1, lender.weightFen) * ROUNDING)
    const place = fits === -1 ? instalments.length - 1 : fits
    const request = { ...lender.request, periods: lender.leastPeriods + place }
    if (!made.has(place)) {
      const arranged = arrange(lender.loan, lender.quoted, request)
      made.set(place, arranged.ok ? arranged.value : null)
    }
    const arrangement = made.get(place)
    if (arrangement) arrangements.set(lender.loan.id, arrangement)
    return { loanId: lender.loan.id, request, instalmentFen: instalments[place] ?? (0 as Fen) }
  })
  const offered: PlanInput = {
    ...plan,
    loans: plan.loans.map((item) => {
      const arrangement = arrangements.get(item.loan.id)
      return arrangement ? { ...item, arrangement } : item
    }),
  }
  const counts = keptBy(requiredLine(offered, imagined.months), openingCash(plan), imagined)
  return {
    perMonthFen: sumFen(terms, ({ instalmentFen }) => instalmentFen),
    terms,
    kept: counts.at(-1) ?? imagined.paths,
    keptBy: counts,
  }
}

/**
 * Paths on which what is required can be paid up to and with each month, money that is left staying as cash. Until its
 * first break a path asks exactly this, so no plan has to be run.
 */
export function keptBy(
  required: Float64Array,
  cashNow: number,
  { paths, months, money }: ImaginedMoney,
): readonly number[] {
  const breaks = new Array<number>(months).fill(0)
  for (let path = 0; path < paths; path += 1) {
    let cash = cashNow
    for (let step = 0; step < months; step += 1) {
      cash += money[path * months + step] ?? 0
      const asked = required[step] ?? 0
      if (asked > 0 && cash < asked) {
        breaks[step] = (breaks[step] ?? 0) + 1
        break
      }
      cash -= asked
    }
  }
  let kept = paths
  return breaks.map((broken) => (kept -= broken))
}
