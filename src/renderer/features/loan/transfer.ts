import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { Assigned, LoanEvent, Subrogated } from '#domain/loan/loan-event'
import type { PartyId } from '#domain/loan/party'
import { stateOn } from '#domain/loan/state-on'

/** The claim changed hands: sold, or taken over by who paid the lender. */
export type Transfer = Assigned | Subrogated

const isTransfer = (event: LoanEvent): event is Transfer => event.kind === 'assigned' || event.kind === 'subrogated'

/** The last change of creditor on record up to a date; of one day, the one recorded last. */
export function latestTransfer({ events }: Pick<Loan, 'events'>, on: LocalDate): Transfer | null {
  let latest: Transfer | null = null
  for (const event of events)
    if (isTransfer(event) && event.on <= on && (latest === null || event.on >= latest.on)) latest = event
  return latest
}

export const newCreditorOf = (transfer: Transfer): PartyId =>
  transfer.kind === 'assigned' ? transfer.toPartyId : transfer.byPartyId

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
