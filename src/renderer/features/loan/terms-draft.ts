import type { Cadence } from '#domain/calendar/cadence'
import type { LoanTerms } from '#domain/loan/terms'
import { cardOf } from './card-draft'
import type { LoanDraft } from './loan-draft'
import { traitsOf } from './traits-draft'

/** The part of the form that is the contract, filled with terms. */
export function termsDraft(terms: LoanTerms): Partial<LoanDraft> {
  const { kind, principalFen, drawnOn } = terms
  return { kind, principalFen, drawnOn, traits: traitsOf(terms), ...ofKind(terms) }
}

function ofKind(terms: LoanTerms): Partial<LoanDraft> {
  switch (terms.kind) {
    case 'levelInstalment':
    case 'equalPrincipal':
    case 'interestFirst': {
      const { rate, periods, firstDueOn, cadence, firstPeriod } = terms
      return { rate, periods, firstDueOn, ...cadenceOf(cadence), firstPeriod }
    }
    case 'flatFee': {
      const { feeRate, periods, firstDueOn, cadence, feeTiming } = terms
      return { rate: feeRate, periods, firstDueOn, ...cadenceOf(cadence), feeTiming }
    }
    case 'dailyBalance': {
      const { rate, periods, firstDueOn, cadence, repayment } = terms
      return { rate, periods, firstDueOn, ...cadenceOf(cadence), repayment }
    }
    case 'revolving':
      return { rate: terms.rate, card: cardOf(terms) }
    case 'bullet':
      return { rate: terms.rate, maturesOn: terms.maturesOn }
    case 'lenderSchedule':
      return { rows: terms.rows }
    case 'informal':
      return { rate: terms.rate, repayments: terms.rows }
  }
}

const cadenceOf = (cadence: Cadence): Pick<LoanDraft, 'cadence' | 'ownDates'> => ({
  cadence,
  ownDates: cadence.every === 'ownDates' ? cadence.dates.join('\n') : '',
})
