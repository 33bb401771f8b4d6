import type { LocalDate } from '../calendar/local-date'
import { contractRate } from '../loan/contract-rate'
import type { Loan } from '../loan/loan'
import { RATE_SCALE, simpleAnnualFraction } from '../rate/interest-rate'
import { lprOn, timesLpr, type LprTable } from './lpr-table'
import type { Measured, ReferenceFinding } from './reference-finding'
import type { PredicateId, Rule, RulePeriod } from './rule'

/** A loan as the predicates see it. */
export interface LoanFacts {
  readonly loan: Loan
  /** `trueCost(loan).simpleAnnual`; null when it cannot be computed. */
  readonly simpleAnnual: number | null
  readonly contractedOn: LocalDate
  readonly lpr: LprTable | null
}

/** Looks at one loan with the value a rule has on the contract date; no finding when there is nothing to look at. */
export type LoanPredicate = (rule: Rule, period: RulePeriod, facts: LoanFacts) => readonly ReferenceFinding[]

type LoanPredicateId = Extract<PredicateId, 'T11' | 'T12' | 'T13' | 'T14' | 'T15' | 'costDisclosure'>

const NEAR = 0.005

/** The checks a loan can answer, by predicate. Thresholds come from the rule's value, never from here. */
export const LOAN_PREDICATES: Readonly<Record<LoanPredicateId, LoanPredicate>> = {
  T11: (rule, period, facts) =>
    period.value.kind === 'rate' && period.value.per === 'year'
      ? againstYearlyLine(rule, period, facts, period.value.partsPerTenMillion, null)
      : [],
  T12: (rule, period, facts) => {
    if (period.value.kind === 'rateBand') return [finding(rule, period, { what: 'olderContract' }, 'unknown')]
    const lpr = facts.lpr && lprOn(facts.lpr, facts.contractedOn)
    if (period.value.kind !== 'lprMultiple' || !lpr) return []
    return againstYearlyLine(rule, period, facts, timesLpr(lpr.row, period.value.multiplePer10000), lpr)
  },
  T13: (rule, period, { loan }) => {
    const { receivedFen, terms } = loan
    const measured: Measured = { what: 'received', oursFen: receivedFen, lineFen: terms.principalFen }
    return receivedFen < terms.principalFen ? [finding(rule, period, measured, 'over')] : []
  },
  T14: (rule, period, { loan }) => {
    const { penalty } = loan.defaultTerms
    const yearly = penaltyRate(loan)
    const contract = simpleAnnualFraction(contractRate(loan))
    if (period.value.kind !== 'surcharge' || penalty === null || yearly === null || contract === 0) return []
    const ours = penalty.by === 'multiple' ? penalty.multiplePer10000 / 10_000 : yearly / contract
    const line = 1 + period.value.maxPer10000 / 10_000
    // Four decimals: a quotient of two stored rates carries noise below that.
    const isOver = Math.round(ours * 10_000) > Math.round(line * 10_000)
    return [finding(rule, period, { what: 'penaltyMultiple', ours, line }, isOver ? 'over' : 'within')]
  },
  T15: (rule, period, { loan }) =>
    loan.defaultTerms.lateFee === null ? [] : [finding(rule, period, { what: 'lateFee' }, 'ask')],
  costDisclosure: (rule, period) => [finding(rule, period, { what: 'disclosure' }, 'ask')],
}

/** The cost of the loan, and apart from it what the contract charges when late, beside the same yearly line. */
function againstYearlyLine(
  rule: Rule,
  period: RulePeriod,
  { loan, simpleAnnual }: LoanFacts,
  lineParts: number,
  lpr: ReferenceFinding['lpr'],
): readonly ReferenceFinding[] {
  const line = lineParts / RATE_SCALE
  const compared = (what: 'simpleAnnual' | 'penaltyRate', ours: number | null): ReferenceFinding => ({
    ...finding(rule, period, { what, ours, line }, sideOf(ours, lineParts)),
    isNear: ours !== null && Math.abs(ours - line) <= NEAR,
    lpr,
    lateFeeAdds: what === 'penaltyRate' && loan.defaultTerms.lateFee !== null,
  })
  const late = penaltyRate(loan)
  return [compared('simpleAnnual', simpleAnnual), ...(late === null ? [] : [compared('penaltyRate', late)])]
}

/** Compared in whole 1e-7, so that a rate computed as 0.24000000000000002 is not over 24 %. */
const sideOf = (ours: number | null, lineParts: number): ReferenceFinding['status'] =>
  ours === null ? 'unknown' : Math.round(ours * RATE_SCALE) > lineParts ? 'over' : 'within'

/** Penalty interest as a simple yearly rate; null when the contract has none. */
function penaltyRate(loan: Loan): number | null {
  const { penalty } = loan.defaultTerms
  if (penalty === null) return null
  return penalty.by === 'rate'
    ? simpleAnnualFraction(penalty.rate)
    : (simpleAnnualFraction(contractRate(loan)) * penalty.multiplePer10000) / 10_000
}

const finding = (
  rule: Rule,
  period: RulePeriod,
  measured: Measured,
  status: ReferenceFinding['status'],
): ReferenceFinding => ({
  ruleId: rule.id,
  predicate: rule.check?.predicate ?? 'costDisclosure',
  period,
  measured,
  status,
  isNear: false,
  lpr: null,
  lateFeeAdds: false,
})
