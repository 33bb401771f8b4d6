import type { Loan } from '../loan/loan'
import type { LoanTerms } from '../loan/terms'

/**
 * Whether a plan may pay the loan before it is due, and if never, why: its fees stay due whatever is paid early (or it is
 * not known that they do not), or the contract does not allow paying a part early. Null: it may be paid early.
 */
export function earlyPaymentOf({ prepayment }: Loan): { readonly keeps: 'feesStay' | 'notAllowed' | null } {
  if (prepayment.allowed !== 'anytime') return { keeps: 'notAllowed' }
  return { keeps: prepayment.remainingFees === 'waived' ? null : 'feesStay' }
}

/** Whether an instalment keeps its sum after early payment, so that the term shortens; equal principal keeps its parts. */
export const keepsInstalment = (terms: LoanTerms): boolean =>
  terms.kind === 'levelInstalment' ||
  terms.kind === 'lenderSchedule' ||
  (terms.kind === 'dailyBalance' && terms.repayment === 'level')
