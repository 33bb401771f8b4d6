import type { LocalDate } from '../calendar/local-date'
import type { Loan } from './loan'
import type { Assigned, LoanEvent, Subrogated } from './loan-event'
import type { PartyId } from './party'

/** The claim changed hands: sold, or taken over by who paid the lender. */
export type Transfer = Assigned | Subrogated

const isTransfer = (event: LoanEvent): event is Transfer => event.kind === 'assigned' || event.kind === 'subrogated'

/** The last change of creditor on record up to a date (null: of all); of one day, the one recorded last. */
export function latestTransfer({ events }: Pick<Loan, 'events'>, on: LocalDate | null): Transfer | null {
  let latest: Transfer | null = null
  for (const event of events)
    if (isTransfer(event) && (on === null || event.on <= on) && (latest === null || event.on >= latest.on))
      latest = event
  return latest
}

export const newCreditorOf = (transfer: Transfer): PartyId =>
  transfer.kind === 'assigned' ? transfer.toPartyId : transfer.byPartyId

/** Who has taken the place of the contract lenders by everything on record: by the events, else as the loan says; or nobody. */
export function newCreditorId(loan: Pick<Loan, 'events' | 'parties'>): PartyId | null {
  const transfer = latestTransfer(loan, null)
  return transfer ? newCreditorOf(transfer) : loan.parties.currentCreditorId
}
