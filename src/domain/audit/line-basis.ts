import { countedDays } from '../calendar/day-count'
import { daysBetween, type LocalDate } from '../calendar/local-date'
import { contractRate } from '../loan/contract-rate'
import type { PrepaymentTerms } from '../loan/default-terms'
import type { LoanFold } from '../loan/fold-state'
import { lateFeeCharges } from '../loan/late-fee'
import { openInstalment, openPrincipal, type LiveInstalment } from '../loan/live-instalment'
import { startOfRow } from '../loan/plan-rows'
import { isComing } from '../loan/settlement'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { daysFraction, periodFraction } from '../rate/interest'
import type { InterestRate } from '../rate/interest-rate'
import { isRated, rateOn, type RatedTerms } from '../schedule/period-fractions'
import type { AuditPart } from './audit-parts'

/** How a part was computed, in figures a reader can do again by hand. */
export type LineBasis =
  /** As the plan, the statement or the posting has it. */
  | { readonly by: 'plan' }
  /** Balance × rate for a whole period (`days` null) or for days. */
  | { readonly by: 'interest'; readonly baseFen: Fen; readonly rate: InterestRate; readonly days: number | null }
  /** Base × days × rate × multiple since `from`, beside what earlier bases bore. */
  | {
      readonly by: 'penalty'
      readonly baseFen: Fen
      readonly from: LocalDate
      readonly days: number
      readonly rate: InterestRate
      readonly multiplePer10000: number
      readonly earlierFen: Fen
    }
  | { readonly by: 'lateFee'; readonly charges: number }
  | { readonly by: 'remainingFees'; readonly rule: PrepaymentTerms['remainingFees'] }
  | { readonly by: 'prepaymentFee'; readonly baseFen: Fen; readonly per10000: number }

const AS_PLANNED: LineBasis = { by: 'plan' }

/** How a part of a fold came about on a day. */
export function lineBasis(fold: LoanFold, part: AuditPart, on: LocalDate): LineBasis {
  const { origin, row, item } = part
  const { loan, rules } = fold
  if (row === null) {
    if (origin === 'running') return runningBasis(fold, part, on)
    if (origin === 'remainingFees') return { by: 'remainingFees', rule: loan.prepayment.remainingFees }
    if (origin !== 'prepaymentFee') return AS_PLANNED
    const base = fold.rows.reduce(
      (sum, other) => (isComing(other, on) ? sum + openPrincipal(other) : sum),
      fold.onDemand,
    )
    return { by: 'prepaymentFee', baseFen: base as Fen, per10000: loan.prepayment.feePer10000 ?? 0 }
  }
  if (item === 'interest') return interestBasis(fold, row)
  if (item === 'penalty') return defaultBasis(fold, row, on, penaltyBaseOf(fold, row), row.closedPenalty)
  if (item === 'compound') return defaultBasis(fold, row, on, row.interest - row.paidInterest, row.closedCompound)
  const { lateFee, graceDays } = rules.terms
  return item === 'lateFee' && lateFee !== null && row.origin === 'plan'
    ? { by: 'lateFee', charges: lateFeeCharges(lateFee, row.dueOn, graceDays, on) }
    : AS_PLANNED
}

/** What penalty interest of an instalment runs on. */
export const penaltyBaseOf = ({ rules }: LoanFold, row: LiveInstalment): number =>
  rules.terms.penaltyBase === 'overduePrincipal' ? openPrincipal(row) : openInstalment(row)

function defaultBasis(fold: LoanFold, row: LiveInstalment, on: LocalDate, base: number, earlier: number): LineBasis {
  const { penalty } = fold.loan.defaultTerms
  if (penalty === null) return AS_PLANNED
  return {
    by: 'penalty',
    baseFen: base as Fen,
    from: row.segmentFrom,
    days: Math.max(0, daysBetween(row.segmentFrom, on)),
    rate: penalty.by === 'rate' ? penalty.rate : contractRate(fold.loan),
    multiplePer10000: penalty.by === 'rate' ? 10_000 : penalty.multiplePer10000,
    earlierFen: earlier as Fen,
  }
}

function interestBasis({ loan, rows }: LoanFold, row: LiveInstalment): LineBasis {
  const { terms } = loan
  if (!isRated(terms) || row.origin !== 'plan') return AS_PLANNED
  const base = rows.reduce(
    (sum, other) => (other.origin === 'plan' && other.n >= row.n ? sum + other.principal : sum),
    0,
  )
  const from = startOfRow(terms, row.n, rows)
  return (
    formula(terms, base, from, null, row.interest) ??
    formula(terms, base, from, countedDays(from, row.dueOn, terms.dayCount), row.interest) ??
    AS_PLANNED
  )
}

function runningBasis({ loan, rows }: LoanFold, { fen }: AuditPart, on: LocalDate): LineBasis {
  const { terms } = loan
  const coming = rows.filter((row) => isComing(row, on))
  const next = coming[0]
  if (!next || !isRated(terms)) return AS_PLANNED
  const from = startOfRow(terms, next.n, rows)
  const base = coming.reduce((sum, row) => sum + openPrincipal(row), 0)
  return formula(terms, base, from, countedDays(from, on, terms.dayCount), fen) ?? AS_PLANNED
}

/** Balance × rate, for a whole period or for days: only where it gives the figure to the fen; else the plan says it. */
function formula(
  terms: RatedTerms,
  base: number,
  from: LocalDate,
  days: number | null,
  figure: number,
): LineBasis | null {
  const rate = rateOn(terms, from)
  const { numerator, denominator } = days === null ? periodFraction(rate, terms.cadence) : daysFraction(rate, days)
  return mulDivFen(base as Fen, numerator, denominator) === figure
    ? { by: 'interest', baseFen: base as Fen, rate, days }
    : null
}
