import type { Loan } from '../loan/loan'
import type { LoanTerms } from '../loan/terms'
import { count, date, money, rateOf } from './figure'
import type { WorkedExample } from './worked-example'

type PlanTerms = Extract<LoanTerms, { readonly periods: number }>

/** What is known of a loan repaid in instalments, in the order a contract says it. */
export function planInputs({ receivedFen }: Loan, terms: PlanTerms): WorkedExample['inputs'] {
  return [
    { code: 'kind', value: { as: 'kind', kind: terms.kind } },
    { code: 'principal', value: money(terms.principalFen) },
    { code: 'received', value: money(receivedFen) },
    terms.kind === 'flatFee'
      ? { code: 'feeRate', value: rateOf(terms.feeRate) }
      : { code: 'rate', value: rateOf(terms.rate) },
    { code: 'periods', value: count(terms.periods) },
    { code: 'drawnOn', value: date(terms.drawnOn) },
    { code: 'firstDueOn', value: date(terms.firstDueOn) },
  ]
}
