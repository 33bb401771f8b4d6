import { addDays, type LocalDate } from '../calendar/local-date'
import { CIVIL_CODE_ORDER, type ApplicationOrder, type PayItem } from '../loan/default-terms'
import { effectiveEvents } from '../loan/effective-events'
import type { LoanFold } from '../loan/fold-state'
import type { Loan } from '../loan/loan'
import type { LoanEvent, PaymentMade } from '../loan/loan-event'
import { runningInterest } from '../loan/running-interest'
import { isComing } from '../loan/settlement'
import type { LoanTerms, RevolvingTerms } from '../loan/terms'
import type { InterestRate } from '../rate/interest-rate'
import type { AuditScope } from './claim'
import type { Convention } from './convention'

/** Other ways to read the contract: the year's days, what the principal is, when the loan is called, how a card is charged. */
export function contractConventions(loan: Loan, on: LocalDate): readonly Convention[] {
  const { terms, receivedFen } = loan
  const canBeReceived = terms.kind !== 'lenderSchedule' && terms.kind !== 'informal' && receivedFen > 0
  return [
    ...([360, 365] as const).map((dayBasis): Convention => ({
      code: 'dayBasis',
      detail: { dayBasis },
      family: 'dayBasis',
      change: (other) => withDayBasis(other, dayBasis),
    })),
    ...(canBeReceived && receivedFen < terms.principalFen
      ? [
          {
            code: 'receivedAsPrincipal',
            detail: { amountFen: receivedFen },
            family: 'principal',
            change: (other: Loan) => ({ ...other, terms: { ...other.terms, principalFen: receivedFen } as LoanTerms }),
          } as const,
        ]
      : []),
    {
      code: 'calledToday',
      detail: {},
      family: 'called',
      change: (other) => ({ ...other, events: [...other.events, { kind: 'accelerated', id: 'audit', on, note: '' }] }),
    },
    ...(terms.kind === 'revolving' ? [cardConvention(terms)] : []),
  ]
}

function cardConvention(terms: RevolvingTerms): Convention {
  const isWhole = terms.interestOn === 'wholeStatement'
  const changed: RevolvingTerms = { ...terms, interestOn: isWhole ? 'unpaidPart' : 'wholeStatement' }
  return {
    code: isWhole ? 'cardUnpaidPart' : 'cardWholeStatement',
    detail: {},
    family: 'card',
    change: (other) => ({ ...other, terms: changed }),
  }
}

function withDayBasis(loan: Loan, dayBasis: 360 | 365): Loan {
  const { terms, defaultTerms } = loan
  const based = (rate: InterestRate): InterestRate => ({ ...rate, dayBasis })
  const changed = {
    ...terms,
    ...('rate' in terms && terms.rate ? { rate: based(terms.rate) } : {}),
    ...('feeRate' in terms ? { feeRate: based(terms.feeRate) } : {}),
    ...('rateSteps' in terms && terms.rateSteps
      ? { rateSteps: terms.rateSteps.map((step) => ({ ...step, rate: based(step.rate) })) }
      : {}),
  } as LoanTerms
  const { penalty } = defaultTerms
  const ownRate = penalty?.by === 'rate' ? { ...penalty, rate: based(penalty.rate) } : penalty
  return { ...loan, terms: changed, defaultTerms: { ...defaultTerms, penalty: ownRate } }
}

const PREPAYMENT_FEES = [100, 200, 300, 500] as const

/** Other ways to settle early: interest not by days, fees still to come, a fee for paying early. */
export function settlementConventions(): readonly Convention[] {
  return [
    ...([1, -1] as const).map((days): Convention => ({
      code: 'runningDays',
      detail: { days },
      family: 'running',
      add: runningDays(days),
    })),
    {
      code: 'wholePeriodInterest',
      detail: {},
      family: 'running',
      add: (fold, on, scope) => ({ interest: comingInterest(fold, on, scope, 1) }),
    },
    {
      code: 'allRemainingInterest',
      detail: {},
      family: 'running',
      add: (fold, on, scope) => ({ interest: comingInterest(fold, on, scope, Infinity) }),
    },
    ...(['due', 'waived'] as const).map((rule): Convention => ({
      code: rule === 'due' ? 'remainingFeesDue' : 'remainingFeesWaived',
      detail: {},
      family: 'remainingFees',
      change: (loan) => ({ ...loan, prepayment: { ...loan.prepayment, remainingFees: rule } }),
    })),
    ...PREPAYMENT_FEES.map((per10000): Convention => ({
      code: 'prepaymentFee',
      detail: { per10000 },
      family: 'prepaymentFee',
      change: (loan) => ({ ...loan, prepayment: { ...loan.prepayment, feePer10000: per10000 } }),
    })),
  ]
}

/** One day more or less of the running period. */
const runningDays =
  (days: 1 | -1) =>
  ({ loan, rows }: LoanFold, on: LocalDate, scope: AuditScope) => {
    const other = addDays(on, days)
    const next = rows.find((row) => isComing(row, on))
    if (scope !== 'settle' || !next || !isComing(next, other)) return {}
    return { interest: runningInterest(loan.terms, rows, other) - runningInterest(loan.terms, rows, on) }
  }

/** Interest of the next so many instalments in full, beyond what the days of the running period make of it. */
function comingInterest({ loan, rows }: LoanFold, on: LocalDate, scope: AuditScope, count: number): number {
  if (scope !== 'settle') return 0
  return rows
    .filter((row) => isComing(row, on))
    .slice(0, count)
    .reduce((sum, row) => sum + row.interest - row.paidInterest, 0 - runningInterest(loan.terms, rows, on))
}

const RECENT_PAYMENTS = 12
const BOOKING_DAYS = [1, 2, 3] as const

/** Payments left out or booked late, and other orders of applying them. `loan` has effective events only. */
export function paymentConventions(loan: Loan, on: LocalDate): readonly Convention[] {
  const payments = effectiveEvents(loan.events, on)
    .filter((event) => event.kind === 'payment')
    .slice(-RECENT_PAYMENTS)
  const swap = (payment: PaymentMade, changed: LoanEvent[]) => (other: Loan) => ({
    ...other,
    events: other.events.flatMap((event) => (event.id === payment.id ? changed : [event])),
  })
  return [
    ...ORDERS.map(([code, order]): Convention => ({
      code,
      detail: {},
      family: 'application',
      change: (other) => ({ ...other, defaultTerms: { ...other.defaultTerms, application: order } }),
    })),
    ...payments.flatMap((payment): readonly Convention[] => {
      const detail = { on: payment.on, amountFen: payment.amountFen }
      const family = `payment ${payment.id}`
      return [
        { code: 'paymentNotCounted', detail, family, change: swap(payment, []) },
        ...BOOKING_DAYS.map((days): Convention => ({
          code: 'paymentLater',
          detail: { ...detail, days },
          family,
          change: swap(payment, [{ ...payment, on: addDays(payment.on, days) }]),
        })),
      ]
    }),
  ]
}

const PRINCIPAL_FIRST: readonly PayItem[] = ['principal', ...CIVIL_CODE_ORDER.filter((item) => item !== 'principal')]

const ORDERS: readonly (readonly ['oldestFirst' | 'chargesFirst' | 'principalFirst', ApplicationOrder])[] = [
  ['oldestFirst', { items: CIVIL_CODE_ORDER, across: 'instalment' }],
  ['chargesFirst', { items: CIVIL_CODE_ORDER, across: 'item' }],
  ['principalFirst', { items: PRINCIPAL_FIRST, across: 'instalment' }],
  ['principalFirst', { items: PRINCIPAL_FIRST, across: 'item' }],
]
