import type { LoanTerms, RecurringFee } from '#domain/loan/terms'
import type { LoanDraft } from './loan-draft'

/**
 * The form filled with recovered terms, or null for terms it cannot show. By actual days at a daily rate is the plain
 * kind with a daily rate; at a yearly rate the form has no such kind.
 */
export function termsToDraft(terms: LoanTerms, fees: readonly RecurringFee[]): Partial<LoanDraft> | null {
  const { principalFen, drawnOn } = terms
  switch (terms.kind) {
    case 'levelInstalment':
    case 'equalPrincipal':
    case 'interestFirst': {
      const { kind, rate, periods, firstDueOn, cadence, firstPeriod } = terms
      return { kind, principalFen, drawnOn, rate, periods, firstDueOn, cadence, firstPeriod, fees }
    }
    case 'dailyBalance': {
      if (terms.rate.per !== 'day') return null
      const { rate, periods, firstDueOn, cadence, repayment } = terms
      const kind = repayment === 'level' ? 'levelInstalment' : repayment
      return { kind, principalFen, drawnOn, rate, periods, firstDueOn, cadence, firstPeriod: 'days', fees }
    }
    case 'flatFee': {
      const { kind, feeRate: rate, feeTiming, periods, firstDueOn, cadence } = terms
      return { kind, principalFen, drawnOn, rate, feeTiming, periods, firstDueOn, cadence, fees }
    }
    case 'bullet': {
      const { kind, rate, maturesOn } = terms
      return { kind, principalFen, drawnOn, rate, maturesOn, fees }
    }
    default:
      return null
  }
}
