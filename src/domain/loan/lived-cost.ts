import type { LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import type { EffectiveAnnual } from '../rate/effective-annual'
import { effectiveAnnual, nominalApr, type CashFlow } from '../rate/xirr'
import { effectiveEvents } from './effective-events'
import type { Loan } from './loan'
import type { LoanState } from './loan-state'

/** What a loan has cost so far and will cost if from today everything open is paid: arrears today, the rest on its day. */
export interface LivedCost {
  readonly nominalApr: number | null
  readonly effectiveAnnual: EffectiveAnnual
  /** Paid so far. */
  readonly paidFen: Fen
  /** Paid so far and still to pay, less what was received. */
  readonly costFen: Fen
}

/**
 * The cost of a loan from its cash flows as they were lived: what was received and drawn, every payment on its real day, and
 * what is still open by the state. Late charges count, so it is never compared with a reference line.
 *
 * Null when the flows are not whole: history before a balance stated by the lender is not on record, principal is owed on
 * demand without a day, or the creditor has changed to a guarantor.
 */
export function livedCost(loan: Loan, state: LoanState): LivedCost | null {
  if (state.basis === 'balanceStated' || state.creditor.because === 'subrogated') return null
  const events = effectiveEvents(loan.events, state.on)
  const open: CashFlow[] = state.rows
    .filter((row) => row.openFen > 0)
    .map((row) => ({ on: laterOf(row.dueOn, state.on), amountFen: 0 - row.openFen }))
  const inRows = state.rows.reduce((sum, row) => sum + row.openPrincipalFen, 0)
  if (inRows < state.principalFen) return null
  const upfrontFen = loan.recurringFees.reduce((sum, fee) => sum + (fee.timing === 'upfront' ? fee.amountFen : 0), 0)
  const lived = events.flatMap((event): CashFlow[] => {
    if (event.kind === 'payment') return [{ on: event.on, amountFen: 0 - event.amountFen }]
    return event.kind === 'drawdown' ? [{ on: event.on, amountFen: event.amountFen }] : []
  })
  const flows = [{ on: loan.terms.drawnOn, amountFen: loan.receivedFen - upfrontFen }, ...lived, ...open]
  const paid = lived.reduce((sum, flow) => sum + Math.max(0, -flow.amountFen), upfrontFen)
  return {
    nominalApr: nominalApr(flows),
    effectiveAnnual: effectiveAnnual(flows),
    paidFen: paid as Fen,
    costFen: (0 - flows.reduce((sum, flow) => sum + flow.amountFen, 0)) as Fen,
  }
}

const laterOf = (left: LocalDate, right: LocalDate): LocalDate => (left > right ? left : right)
