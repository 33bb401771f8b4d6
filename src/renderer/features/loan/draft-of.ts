import type { Cadence } from '#domain/calendar/cadence'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { Party, PartyType } from '#domain/loan/party'
import { cardOf } from './card-draft'
import { lateOf } from './late-draft'
import { emptyDraft, NO_LENDER, NOBODY, type LoanDraft, type PartyDraft } from './loan-draft'
import { prepayOf } from './prepay-draft'
import { traitsOf } from './traits-draft'

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
  const base: LoanDraft = {
    ...emptyDraft(today),
    name: loan.name,
    product: loan.product,
    kind: terms.kind,
    lenders: lenders.length > 0 ? lenders : [NO_LENDER],
    platform: party(loan.parties.platformId, 'platform'),
    guarantor: party(loan.parties.creditEnhancerId, 'guarantor'),
    collector: party(loan.parties.collectorId, 'collector'),
    creditor: party(loan.parties.currentCreditorId, 'unknown'),
    debit: loan.debit,
    contractNumber: loan.contractNumber,
    cardTail: loan.cardTail,
    contractedOn: loan.contractedOn,
    principalFen: terms.principalFen,
    receivedFen: loan.receivedFen === terms.principalFen ? null : loan.receivedFen,
    drawnOn: terms.drawnOn,
    advertisedRate: loan.advertisedRate,
    fees: loan.recurringFees,
    late: lateOf(loan.defaultTerms),
    prepay: prepayOf(loan.prepayment),
    traits: traitsOf(terms),
    isEstimate: loan.isEstimate,
    note: loan.note,
  }
  switch (terms.kind) {
    case 'levelInstalment':
    case 'equalPrincipal':
    case 'interestFirst': {
      const { rate, periods, firstDueOn, cadence, firstPeriod } = terms
      return { ...base, rate, periods, firstDueOn, ...cadenceOf(cadence), firstPeriod }
    }
    case 'flatFee': {
      const { feeRate, periods, firstDueOn, cadence, feeTiming } = terms
      return { ...base, rate: feeRate, periods, firstDueOn, ...cadenceOf(cadence), feeTiming }
    }
    case 'dailyBalance': {
      const { rate, periods, firstDueOn, cadence, repayment } = terms
      return { ...base, rate, periods, firstDueOn, ...cadenceOf(cadence), repayment }
    }
    case 'revolving':
      return { ...base, rate: terms.rate, card: cardOf(terms) }
    case 'bullet':
      return { ...base, rate: terms.rate, maturesOn: terms.maturesOn }
    case 'lenderSchedule':
      return { ...base, rows: terms.rows }
    case 'informal':
      return { ...base, rate: terms.rate, repayments: terms.rows }
  }
}

const cadenceOf = (cadence: Cadence): Pick<LoanDraft, 'cadence' | 'ownDates'> => ({
  cadence,
  ownDates: cadence.every === 'ownDates' ? cadence.dates.join('\n') : '',
})
