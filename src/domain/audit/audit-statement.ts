import type { LocalDate } from '../calendar/local-date'
import { PAID } from '../loan/live-instalment'
import type { Loan } from '../loan/loan'
import { MAX_FEN, type Fen } from '../money/fen'
import { err, ok, type Result } from '../result'
import type { ScheduleError } from '../schedule/schedule'
import type { PartOrigin } from './audit-parts'
import { AUDIT_ITEMS, claimedTotal, comparedItems, totalOf, type AuditItem, type Claim, type Figures } from './claim'
import { compute, type Computed } from './compute'
import { explain, type Explanation } from './explain'
import { lineBasis, type LineBasis } from './line-basis'

/** One line of our figure: which instalment, what part of it, and how it was computed. */
export interface AuditLine {
  /** Number of the instalment; 0 for lines of another origin. */
  readonly n: number
  readonly origin: PartOrigin
  readonly dueOn: LocalDate | null
  readonly item: AuditItem
  readonly fen: Fen
  /** Already paid of it, taken off. */
  readonly paidFen: Fen
  readonly basis: LineBasis
}

/** A lender's figure set beside ours. Nothing here says who is right: these are questions to ask. */
export interface StatementAudit {
  readonly on: LocalDate
  readonly claim: Claim
  readonly claimedFen: Fen
  readonly ours: Figures
  readonly oursFen: Fen
  /** Claimed less ours. */
  readonly differenceFen: Fen
  /** The same for every part the claim names. */
  readonly itemDifferences: Partial<Figures>
  /** Every line of ours; they add up to it. */
  readonly lines: readonly AuditLine[]
  /** What would bridge the difference: exact ones first, single before pairs. Empty when there is none. */
  readonly explanations: readonly Explanation[]
  /** What no explanation listed accounts for. */
  readonly unexplainedFen: Fen
  /** Ways of computing that were tried. */
  readonly tried: number
  /** Less arrived than the contract says (民法典 670): how much less, and ours on what arrived where it can be computed. */
  readonly upfront: { readonly deductedFen: Fen; readonly oursOnReceivedFen: Fen | null } | null
  /** The contract does not say what becomes of fees still to come: ours counts them all. */
  readonly areFeesUnknown: boolean
}

export type AuditError =
  | ScheduleError
  | { readonly code: 'nothing_claimed' }
  | { readonly code: 'claim_out_of_range'; readonly maxFen: Fen }
  | { readonly code: 'before_loan'; readonly drawnOn: LocalDate }

/**
 * Audits a lender's statement: our figure on the day by the contract and what is recorded, the difference, where ours comes
 * from line by line, and which other conventions would bridge the difference.
 *
 * Scope   arrears: everything overdue. owed: all principal with what is overdue. settle: that, the interest of the running
 *         period to the day (民法典 677), fees still to come and the fee for paying early by the contract's rule.
 * Cards   figures by component only; no lines by instalment.
 * Errors  `nothing_claimed`, `claim_out_of_range` (0 to `MAX_FEN`), `before_loan`, and those of `buildSchedule`.
 */
export function auditStatement(loan: Loan, on: LocalDate, claim: Claim): Result<StatementAudit, AuditError> {
  const refused = refusal(loan, on, claim)
  if (refused) return err(refused)
  const computed = compute(loan, on, claim.scope)
  if (!computed.ok) return computed
  const ours = computed.value
  const oursFen = totalOf(ours.figures)
  const claimedFen = claimedTotal(claim)
  const differenceFen = (claimedFen - oursFen) as Fen
  const itemDifferences = Object.fromEntries(
    comparedItems(claim).map((item) => [item, (claim.items[item] ?? 0) - ours.figures[item]]),
  ) as Partial<Figures>
  const isSame = differenceFen === 0 && Object.values(itemDifferences).every((difference) => difference === 0)
  const { explanations, tried } = isSame ? { explanations: [], tried: 0 } : explain(loan, on, claim, ours)
  return ok({
    on,
    claim,
    claimedFen,
    ours: ours.figures,
    oursFen,
    differenceFen,
    itemDifferences,
    lines: linesOf(ours, on),
    explanations,
    unexplainedFen: explanations[0]?.restFen ?? differenceFen,
    tried,
    upfront: upfrontOf(loan, on, claim),
    areFeesUnknown:
      claim.scope === 'settle' &&
      loan.prepayment.remainingFees === 'unknown' &&
      ours.parts.some(({ origin }) => origin === 'remainingFees'),
  })
}

function refusal(loan: Loan, on: LocalDate, claim: Claim): AuditError | null {
  const amounts = [claim.totalFen, ...AUDIT_ITEMS.map((item) => claim.items[item])].filter(
    (fen) => typeof fen === 'number',
  )
  if (amounts.length === 0) return { code: 'nothing_claimed' }
  if (amounts.some((fen) => !Number.isSafeInteger(fen) || fen < 0 || fen > MAX_FEN))
    return { code: 'claim_out_of_range', maxFen: MAX_FEN }
  return on < loan.terms.drawnOn ? { code: 'before_loan', drawnOn: loan.terms.drawnOn } : null
}

const linesOf = ({ fold, parts }: Computed, on: LocalDate): readonly AuditLine[] =>
  parts.map((part) => ({
    n: part.row?.n ?? 0,
    origin: part.origin,
    dueOn: part.row?.dueOn ?? null,
    item: part.item,
    fen: part.fen,
    paidFen: (part.row ? part.row[PAID[part.item]] : 0) as Fen,
    basis: fold === null ? { by: 'plan' } : lineBasis(fold, part, on),
  }))

/** 民法典 670: interest may not be taken from the principal in advance; what is repaid is what was really lent. */
function upfrontOf(loan: Loan, on: LocalDate, { scope }: Claim): StatementAudit['upfront'] {
  const { terms, receivedFen } = loan
  if (receivedFen <= 0 || receivedFen >= terms.principalFen) return null
  const deductedFen = (terms.principalFen - receivedFen) as Fen
  const onReceived = compute({ ...loan, terms: { ...terms, principalFen: receivedFen } }, on, scope)
  return { deductedFen, oursOnReceivedFen: onReceived.ok ? totalOf(onReceived.value.figures) : null }
}
