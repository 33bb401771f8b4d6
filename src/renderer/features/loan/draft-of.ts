import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { Party, PartyType } from '#domain/loan/party'
import { lateOf } from './late-draft'
import { emptyDraft, NO_LENDER, NOBODY, type LoanDraft, type PartyDraft } from './loan-draft'
import { prepayOf } from './prepay-draft'
import { termsDraft } from './terms-draft'

/** The form of a loan that already exists. Its events stay with the loan; the form does not touch them. */
export function draftOf(loan: Loan, parties: readonly Party[], today: LocalDate): LoanDraft {
  const party = (id: string | null, type: PartyType): PartyDraft => {
    const found = parties.find((candidate) => candidate.id === id)
    return found ? { id: found.id, name: found.name, type: found.type } : { ...NOBODY, type }
  }
  const { terms } = loan
  const lenders = loan.parties.contractLenders.map(({ partyId, sharePer10000 }) => ({
    ...party(partyId, 'unknown'),
    sharePer10000,
  }))
  return {
    ...emptyDraft(today),
    ...termsDraft(terms),
    name: loan.name,
    product: loan.product,
    lenders: lenders.length > 0 ? lenders : [NO_LENDER],
    platform: party(loan.parties.platformId, 'platform'),
    guarantor: party(loan.parties.creditEnhancerId, 'guarantor'),
    collector: party(loan.parties.collectorId, 'collector'),
    creditor: party(loan.parties.currentCreditorId, 'unknown'),
    debit: loan.debit,
    contractNumber: loan.contractNumber,
    cardTail: loan.cardTail,
    contractedOn: loan.contractedOn,
    receivedFen: loan.receivedFen === terms.principalFen ? null : loan.receivedFen,
    advertisedRate: loan.advertisedRate,
    fees: loan.recurringFees,
    late: lateOf(loan.defaultTerms),
    prepay: prepayOf(loan.prepayment),
    isEstimate: loan.isEstimate,
    note: loan.note,
  }
}
