import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { stateOn } from '#domain/loan/state-on'
import { latestTransfer, newCreditorOf } from '#domain/loan/transfer'

/** Everybody who must be paid on a date, as one key: by the events, else as the loan says, else its lenders. */
function creditorKey(loan: Loan, on: LocalDate): string {
  const transfer = latestTransfer(loan, on)
  if (transfer) return newCreditorOf(transfer)
  const { currentCreditorId, contractLenders } = loan.parties
  return (
    currentCreditorId ??
    contractLenders
      .map(({ partyId }) => partyId)
      .sort()
      .join(' ')
  )
}

/**
 * Other loans of the same creditor that are still open on a date: a payer who owes one creditor several debts may say which
 * one a payment is for (民法典 560). Nobody named is nobody in common.
 */
export function otherLoansOfCreditor(loan: Loan, loans: readonly Loan[], on: LocalDate): readonly Loan[] {
  const key = creditorKey(loan, on)
  if (key === '') return []
  return loans.filter((other) => {
    if (other.id === loan.id || other.isArchived || creditorKey(other, on) !== key) return false
    const state = stateOn(other, on)
    return state.ok && state.value.stage !== 'settled'
  })
}
