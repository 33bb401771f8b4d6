import { PREPAY_BY_ACTUAL_DAYS, type DefaultTerms } from './default-terms'
import type { Loan } from './loan'

/** Lateness costs nothing beyond the contract rate. */
export const NOTHING_WHEN_LATE: DefaultTerms = {
  penalty: null,
  penaltyBase: 'overduePrincipal',
  graceDays: 0,
  lateFee: null,
}

/** Penalty interest (罚息) at one and a half times the contract rate on overdue principal, no late fee, no grace. */
export const HALF_MORE_WHEN_LATE: DefaultTerms = {
  ...NOTHING_WHEN_LATE,
  penalty: { by: 'multiple', multiplePer10000: 15_000 },
}

type LoanFacts = Pick<Loan, 'id' | 'name' | 'product' | 'terms'> & Partial<Loan>

/** A loan of which only the contract is known: paid out whole on its day, penalty interest at 1.5×, nothing on record. */
export function plainLoan(facts: LoanFacts): Loan {
  return {
    parties: {
      contractLenders: [],
      platformId: null,
      creditEnhancerId: null,
      collectorId: null,
      currentCreditorId: null,
    },
    contractNumber: '',
    cardTail: '',
    contractedOn: facts.terms.drawnOn,
    advertisedRate: null,
    receivedFen: facts.terms.principalFen,
    recurringFees: [],
    defaultTerms: HALF_MORE_WHEN_LATE,
    prepayment: PREPAY_BY_ACTUAL_DAYS,
    debit: null,
    events: [],
    isEstimate: false,
    isArchived: false,
    note: '',
    ...facts,
  }
}
