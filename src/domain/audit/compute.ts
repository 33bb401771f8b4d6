import type { LocalDate } from '../calendar/local-date'
import { effectiveEvents } from '../loan/effective-events'
import { beginFold, foldOf, type LoanFold } from '../loan/fold-state'
import type { Loan } from '../loan/loan'
import { applyEvent } from '../loan/loan-fold'
import { stateOn } from '../loan/state-on'
import type { Fen } from '../money/fen'
import { ok, type Result } from '../result'
import type { ScheduleError } from '../schedule/schedule'
import { auditParts, figuresOf, type AuditPart } from './audit-parts'
import type { AuditItem, AuditScope, Figures } from './claim'

/** A loan's figure on a day and its parts. `fold` is null for cards, whose account is not kept by instalments. */
export interface Computed {
  readonly fold: LoanFold | null
  readonly parts: readonly AuditPart[]
  readonly figures: Figures
}

/**
 * What a loan asks on a day by its contract and its events. `like` is a loan computed before: while the contract's plan is
 * the same one it is not written out again. Errors: those of `buildSchedule`.
 */
export function compute(
  loan: Loan,
  on: LocalDate,
  scope: AuditScope,
  like?: Computed,
): Result<Computed, ScheduleError> {
  if (loan.terms.kind === 'revolving') return cardAccount(loan, on, scope)
  const known = like?.fold
  const isSamePlan = known?.loan.terms === loan.terms && known.loan.recurringFees === loan.recurringFees
  const begun = known && isSamePlan ? ok(foldOf(loan, known.schedule)) : beginFold(loan)
  if (!begun.ok) return begun
  const fold = begun.value
  for (const event of effectiveEvents(loan.events, on)) applyEvent(fold, event)
  const parts = auditParts(fold, on, scope)
  return ok({ fold, parts, figures: figuresOf(parts) })
}

function cardAccount(loan: Loan, on: LocalDate, scope: AuditScope): Result<Computed, ScheduleError> {
  const folded = stateOn(loan, on)
  if (!folded.ok) return folded
  const state = folded.value
  const amounts: Record<AuditItem, number> = {
    principal: scope === 'arrears' ? state.overduePrincipalFen : state.principalFen,
    interest: state.interestFen + (scope === 'settle' ? state.accruedFen : 0),
    penalty: state.penaltyFen,
    compound: state.compoundFen,
    lateFee: state.lateFeeFen,
    fee: state.feeFen,
  }
  const parts = Object.entries(amounts)
    .filter(([, amount]) => amount !== 0)
    .map(([item, amount]): AuditPart => ({ origin: 'account', row: null, item: item as AuditItem, fen: amount as Fen }))
  return ok({ fold: null, parts, figures: figuresOf(parts) })
}
