import type { Loan } from '../loan/loan'
import type { Party, PartyType } from '../loan/party'
import { LOAN_PREDICATES, type LoanFacts } from './loan-predicates'
import type { LprEntry } from '../rate/lpr-entry'
import { lprTable } from './lpr-table'
import type { ReferenceLines } from './reference-finding'
import type { Rule, RuleBook } from './rule'
import { valueOn } from './value-on'

export interface ReferenceInput {
  readonly loan: Loan
  readonly parties: readonly Party[]
  /** `trueCost(loan).simpleAnnual`, never an XIRR: a lawful 24 % paid monthly is an XIRR of 26.82 %. */
  readonly simpleAnnual: number | null
  readonly book: RuleBook
  readonly lprEntries: readonly LprEntry[]
}

const LICENSED_TYPES: readonly PartyType[] = ['bank', 'consumerFinance', 'trust', 'autoFinance', 'microLoan']
const LICENSED: ReadonlySet<PartyType> = new Set(LICENSED_TYPES)

/** Types that can stand as 贷款人 in a contract and whose rules are known; the rest ask to look again. */
const LENDING_TYPES: ReadonlySet<PartyType> = new Set([...LICENSED_TYPES, 'unlicensedCompany', 'privatePerson'])

/**
 * The lines that matter to one loan, each beside the loan's own figure.
 *
 * A line is shown only where it applies to every contract lender and to the product, with the value it had on the day of
 * the contract (the day the money came, while the contract's is not known). Without a lender, with a lender of a type that
 * says nothing, or with licensed and unlicensed lenders together, nothing is asserted.
 *
 * Source  `resources/rules`: 民间借贷规定 1, 25, 28, 29 and the reply on its scope; 法发〔2017〕22号; 民法典 670; and others.
 */
export function referenceLines({ loan, parties, simpleAnnual, book, lprEntries }: ReferenceInput): ReferenceLines {
  const types = loan.parties.contractLenders.map(
    ({ partyId }) => parties.find(({ id }) => id === partyId)?.type ?? 'unknown',
  )
  if (types.length === 0) return { kind: 'lookAtContract', reason: 'noLender' }
  if (types.some((type) => !LENDING_TYPES.has(type))) return { kind: 'lookAtContract', reason: 'unknownType' }
  if (new Set(types.map((type) => LICENSED.has(type))).size > 1) {
    return { kind: 'lookAtContract', reason: 'mixedTypes' }
  }
  const on = loan.contractedOn ?? loan.terms.drawnOn
  const facts: LoanFacts = { loan, simpleAnnual, contractedOn: on, lpr: lprTable(book, lprEntries) }
  const findings = book.rules.flatMap((rule) => {
    const { check } = rule
    if (check?.by !== 'loan' || !appliesTo(rule, types, loan.product)) return []
    const said = valueOn(rule, on)
    const predicates: Readonly<Record<string, (typeof LOAN_PREDICATES)['T11'] | undefined>> = LOAN_PREDICATES
    return said.kind === 'value' ? (predicates[check.predicate]?.(rule, said.period, facts) ?? []) : []
  })
  return { kind: 'findings', on, isContractDate: loan.contractedOn !== null, findings }
}

const appliesTo = ({ appliesTo: { lenders, products } }: Rule, types: readonly PartyType[], product: Loan['product']) =>
  (lenders === 'all' || types.every((type) => lenders.includes(type))) &&
  (products === 'all' || products.includes(product))
