import { daysBetween, type LocalDate } from '../calendar/local-date'
import { daysPerPeriod } from '../calendar/cadence'
import { ZERO_FEN, type Fen } from '../money/fen'
import { simpleAnnualFraction } from '../rate/interest-rate'
import type { PlanRow } from './fill-plan'
import { impliedRates } from './implied-rates'
import { isOnePeriod } from '../calendar/cadence'
import { mostFrequent } from './plan-shapes'
import type { PlanFinding, RecoveredPlan, StatedPlan } from './recovered-plan'

/** A hundredth of a per cent a year: below it a rate is the same rate, rounded. */
const RATE_NOISE = 0.0005

type Ground = Omit<RecoveredPlan, 'findings'> & {
  readonly plan: StatedPlan
  readonly rows: readonly PlanRow[]
  readonly isTotalsOnly: boolean
}

/** What is worth saying about the plan, in the order it matters to the one who pays. */
export const planFindings = (ground: Ground): readonly PlanFinding[] => [
  ...costFindings(ground),
  ...readingFindings(ground),
]

function costFindings({
  plan,
  rows,
  fits,
  fees,
  implied,
  principalFen,
  receivedFen,
  drawnOn,
  cadence,
}: Ground): PlanFinding[] {
  const found: PlanFinding[] = []
  const [fit] = fits
  const { nominalAnnual } = implied
  const { advertised } = plan
  if (advertised && nominalAnnual !== null && nominalAnnual > simpleAnnualFraction(advertised) + RATE_NOISE) {
    found.push({ code: 'above_advertised', advertised, impliedAnnual: nominalAnnual })
  }
  if (fit?.kind === 'flatFee' && fit.rate.partsPerTenMillion > 0) {
    const trueAnnual = flatAlone(rows, principalFen, drawnOn, fees.totalFen > 0)
    if (trueAnnual !== null) {
      found.push({ code: 'flat_rate', statedAnnual: simpleAnnualFraction(fit.rate), trueAnnual })
    }
  }
  if (fees.totalFen > 0) {
    const { everyFen, firstFen, totalFen } = fees
    found.push(
      fees.isRegular
        ? { code: 'fees_beside', everyFen, firstFen, totalFen, shareOfPrincipal: totalFen / principalFen }
        : { code: 'fees_vary', totalFen },
    )
  }
  const contractFen = plan.principalFen ?? principalFen
  if (receivedFen < contractFen) {
    const deductedFen = (contractFen - receivedFen) as Fen
    found.push({ code: 'upfront_deduction', deductedFen, shareOfPrincipal: deductedFen / contractFen })
  }
  const [first, second] = rows
  if (first && second && plan.drawnOn !== null && cadence && !isOnePeriod(drawnOn, first.dueOn, cadence)) {
    const days = daysBetween(drawnOn, first.dueOn)
    const usualDays = daysPerPeriod(cadence) ?? daysBetween(first.dueOn, second.dueOn)
    if (days > usualDays) found.push({ code: 'first_period_longer', days, usualDays })
  }
  const totals = rows.map((row) => row.principalFen + row.interestFen + row.feeFen)
  const lastFen = totals[totals.length - 1] ?? 0
  const usualFen = mostFrequent(totals.slice(0, -1))
  // Residue is a few fen; a hundredth more is a different instalment. Interest first ends so by its nature.
  if (rows.length > 2 && fit?.kind !== 'interestFirst' && fit?.kind !== 'equalPrincipal' && lastFen > usualFen * 1.01) {
    found.push({ code: 'last_instalment_larger', lastFen: lastFen as Fen, usualFen: usualFen as Fen })
  }
  return found
}

/** What the flat fee is a year by itself: without other fees, on the whole principal. */
function flatAlone(
  rows: readonly PlanRow[],
  principalFen: Fen,
  drawnOn: LocalDate,
  hasOtherFees: boolean,
): number | null {
  const alone = hasOtherFees ? rows.map((row) => ({ ...row, feeFen: ZERO_FEN })) : rows
  return impliedRates(alone, principalFen, drawnOn).nominalAnnual
}

function readingFindings({
  plan,
  rows,
  fits,
  comparedRows,
  principalFen,
  drawnOn,
  isTotalsOnly,
}: Ground): PlanFinding[] {
  const found: PlanFinding[] = []
  const [fit] = fits
  const missing = rows.filter((row) => !row.isGiven).map((row) => row.dueOn)
  const hasParts = plan.rows.some((row) => row.interestFen + row.feeFen > 0)
  if (missing.length > 0) found.push({ code: 'rows_missing', dueOn: missing })
  if (plan.principalFen !== null && !isTotalsOnly && principalFen !== plan.principalFen) {
    found.push({ code: 'rows_repay_other_amount', rowsFen: principalFen, principalFen: plan.principalFen })
  }
  if (fit && fit.equalRows < comparedRows) {
    const { equalRows, largestDifferenceFen } = fit
    found.push({ code: 'rows_differ', equalRows, comparedRows, largestDifferenceFen })
  }
  if (isTotalsOnly) found.push({ code: 'totals_split' })
  if (!hasParts && plan.principalFen === null && plan.receivedFen === null) found.push({ code: 'amount_needed' })
  if (plan.drawnOn === null) found.push({ code: 'drawn_on_assumed', drawnOn })
  return found
}
