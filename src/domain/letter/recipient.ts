import type { Loan } from '../loan/loan'
import type { Party } from '../loan/party'
import { newCreditorId } from '../loan/transfer'
import type { Proposal } from './proposal'

/** The creditor written to: as chosen, else the current creditor, else the first contract lender. */
export function recipientOf({
  proposal,
  loan,
  parties,
}: {
  readonly proposal: Pick<Proposal, 'recipientId'>
  readonly loan: Loan
  readonly parties: readonly Party[]
}): Party | null {
  const id = proposal.recipientId ?? newCreditorId(loan) ?? loan.parties.contractLenders[0]?.partyId ?? null
  return parties.find((party) => party.id === id) ?? null
}
