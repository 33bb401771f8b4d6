import type { Loan } from '../loan/loan'

/**
 * Whether a plan may pay the loan before it is due, and if never, why: its fees stay due whatever is paid early, or the
 * contract does not allow it. Null: it may be paid early.
 */
export const earlyPaymentOf = ({ prepayment }: Loan): { readonly keeps: 'feesStay' | 'notAllowed' | null } => ({
  keeps: prepayment === 'byActualDays' ? null : prepayment,
})
