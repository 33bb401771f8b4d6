import type { LocalDate } from '../calendar/local-date'
import { cardStateOn } from '../card/card-state'
import { addFen, subtractFen, ZERO_FEN, type Fen } from '../money/fen'
import { ok, type Result } from '../result'
import type { ScheduleError } from '../schedule/schedule'
import type { PrepaymentTerms } from './default-terms'
import { contractOn } from './agreed-contract'
import { effectiveEvents } from './effective-events'
import { beginFold, onDemandOn } from './fold-state'
import type { Loan } from './loan'
import type { SettlementQuoted } from './loan-event'
import { applyEvent } from './loan-fold'
import { openAll } from './live-instalment'
import { settlementParts, type SettlementParts } from './settlement'
import type { RevolvingTerms } from './terms'

/** One way a settlement today can come out: by a rule for the fees still to come, or by the lender's quote. */
export interface SettlementOutcome {
  readonly rule: 'byContract' | 'feesWaived' | 'feesDue' | 'feesShare' | 'quote'
  /** What the contract says, as far as it is known. */
  readonly isContract: boolean
  readonly totalFen: Fen
  /** Null for a quote: the lender gives one sum. */
  readonly parts: SettlementParts | null
  /** What going on to the end would still cost, less this; below zero when settling is dearer. */
  readonly savesFen: Fen
  readonly quote: SettlementQuoted | null
}

/**
 * What settling everything on a day takes. Where fees are still to come and the contract's rule for them is not known, the
 * outcomes stand side by side (all due, none) until the lender's quote is entered; there is no default by brand.
 * Errors: those of `buildSchedule`.
 */
export function settlementOutcomes(whole: Loan, on: LocalDate): Result<readonly SettlementOutcome[], ScheduleError> {
  const loan = contractOn(whole, on)
  const { terms } = loan
  if (terms.kind === 'revolving') return cardOutcomes({ ...loan, terms }, on)
  const begun = beginFold(loan)
  if (!begun.ok) return begun
  const fold = begun.value
  for (const event of effectiveEvents(loan.events, on)) applyEvent(fold, event)
  const onDemand = onDemandOn(fold, on)
  const goingOn = fold.rows.reduce(
    (sum, row) => sum + openAll(row, on, fold.rules),
    onDemand.principal + onDemand.interest,
  )
  const parts = (prepayment: PrepaymentTerms): SettlementParts =>
    settlementParts(loan.terms, fold.rows, on, fold.rules, prepayment, onDemand)
  const outcome = (
    rule: SettlementOutcome['rule'],
    prepayment: PrepaymentTerms,
    isContract: boolean,
  ): SettlementOutcome => {
    const found = parts(prepayment)
    const savesFen = (goingOn - found.totalFen) as Fen
    return { rule, isContract, totalFen: found.totalFen, parts: found, savesFen, quote: null }
  }
  const { prepayment } = loan
  const waived = outcome(
    'feesWaived',
    { ...prepayment, remainingFees: 'waived' },
    prepayment.remainingFees === 'waived',
  )
  const due = outcome('feesDue', { ...prepayment, remainingFees: 'due' }, prepayment.remainingFees === 'due')
  const hasFees = due.totalFen !== waived.totalFen
  const byRule = !hasFees
    ? [outcome('byContract', prepayment, true)]
    : prepayment.remainingFees === 'share'
      ? [outcome('feesShare', prepayment, true)]
      : prepayment.remainingFees === 'unknown'
        ? [due, waived]
        : [prepayment.remainingFees === 'due' ? due : waived]
  return ok(withQuote(fold.quote, on, goingOn, byRule))
}

/** A card has one outcome beside a quote: what is owed, and the interest that runs; purchases still free bear none. */
function cardOutcomes(
  loan: Loan & { readonly terms: RevolvingTerms },
  on: LocalDate,
): Result<readonly SettlementOutcome[], ScheduleError> {
  const card = cardStateOn(loan, on)
  if (!card.ok) return card
  const { owedFen, accruedFen, arrearsFen, principalFen, overduePrincipalFen, rows } = card.value
  const comingPrincipalFen = subtractFen(principalFen, overduePrincipalFen)
  const parts: SettlementParts = {
    dueFen: arrearsFen,
    principalFen: comingPrincipalFen,
    interestFen: (owedFen - arrearsFen - comingPrincipalFen + accruedFen) as Fen,
    remainingFeesFen: ZERO_FEN,
    feeFen: ZERO_FEN,
    totalFen: addFen(owedFen, accruedFen),
  }
  const goingOn = rows.reduce((sum, row) => sum + row.openFen, 0)
  const savesFen = (goingOn - parts.totalFen) as Fen
  const { totalFen } = parts
  const quotes = effectiveEvents(loan.events, on).filter((event) => event.kind === 'settlementQuoted')
  const byContract = { rule: 'byContract', isContract: true, totalFen, parts, savesFen, quote: null } as const
  return ok(withQuote(quotes.at(-1) ?? null, on, goingOn, [byContract]))
}

function withQuote(
  quote: SettlementQuoted | null,
  on: LocalDate,
  goingOn: number,
  byRule: readonly SettlementOutcome[],
): readonly SettlementOutcome[] {
  if (!quote || (quote.validUntil !== null && quote.validUntil < on)) return byRule
  const savesFen = (goingOn - quote.amountFen) as Fen
  return [{ rule: 'quote', isContract: false, totalFen: quote.amountFen, parts: null, savesFen, quote }, ...byRule]
}
