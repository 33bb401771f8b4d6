import type { LoanProduct } from '#domain/loan/loan'
import type { LoanKind } from '#domain/loan/terms'

const KINDS: readonly LoanKind[] = [
  'levelInstalment',
  'equalPrincipal',
  'dailyBalance',
  'flatFee',
  'interestFirst',
  'bullet',
  'revolving',
  'lenderSchedule',
  'informal',
]

/** How each product is usually repaid, the most usual first. */
const USUAL: Readonly<Record<LoanProduct, readonly LoanKind[]>> = {
  onlineLoan: ['levelInstalment', 'dailyBalance', 'flatFee', 'equalPrincipal', 'interestFirst', 'lenderSchedule'],
  creditCard: ['revolving', 'flatFee', 'lenderSchedule'],
  cardInstalment: ['flatFee', 'levelInstalment', 'lenderSchedule'],
  consumerLoan: ['levelInstalment', 'equalPrincipal', 'flatFee', 'dailyBalance', 'lenderSchedule'],
  bankLoan: ['levelInstalment', 'equalPrincipal', 'interestFirst', 'bullet', 'dailyBalance', 'lenderSchedule'],
  privateLoan: ['informal', 'bullet', 'levelInstalment'],
  other: ['levelInstalment', 'bullet', 'lenderSchedule'],
}

/** Kinds offered for a product: the usual ones first, and all the others, since contracts differ. */
export function kindsFor(product: LoanProduct): {
  readonly usual: readonly LoanKind[]
  readonly others: readonly LoanKind[]
} {
  const usual = USUAL[product]
  return { usual, others: KINDS.filter((kind) => !usual.includes(kind)) }
}
