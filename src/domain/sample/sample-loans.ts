import type { LocalDate } from '../calendar/local-date'
import type { BalanceStated, DefaultTerms, Loan, LoanTerms } from '../loan/loan'
import type { PartyId } from '../loan/party'
import { stateOn } from '../loan/state-on'
import { fen } from '../money/fen'
import { buildSchedule } from '../schedule/build-schedule'
import { PARTY } from './sample-parties'
import type { SampleWords } from './sample-words'

/** Moves a date of the day the sample was written for to the day it is shown. */
export type Shift = (text: string) => LocalDate

const NO_DEFAULT: DefaultTerms = { penalty: null, penaltyBase: 'overduePrincipal', graceDays: 0, lateFee: null }
const HALF_MORE: DefaultTerms = { ...NO_DEFAULT, penalty: { by: 'multiple', multiplePer10000: 15_000 } }
const MONTHLY = { every: 'month' } as const

type LoanFacts = Pick<Loan, 'id' | 'name' | 'product' | 'terms'> & Partial<Loan> & { readonly lender: PartyId }

function loan({ lender, ...facts }: LoanFacts): Loan {
  return {
    parties: {
      contractLenders: [{ partyId: lender, sharePer10000: null }],
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
    defaultTerms: HALF_MORE,
    prepayment: 'byActualDays',
    debit: null,
    events: [],
    isEstimate: false,
    isArchived: false,
    note: '',
    ...facts,
  }
}

/** The first instalments paid on their days, to the fen. */
function paidUpTo(facts: Loan, count: number): Loan {
  const schedule = buildSchedule(facts.terms, facts.recurringFees)
  const rows = schedule.ok ? schedule.value.rows.slice(0, count) : []
  return {
    ...facts,
    events: rows.map((row) => ({
      kind: 'payment',
      id: `${facts.id}-pay-${row.n}`,
      on: row.dueOn,
      amountFen: row.totalFen,
      note: '',
    })),
  }
}

/** Known only from the lender's app: its figures are those of the contract after so many payments, and a late fee. */
function knownFromApp(facts: Loan, count: number, on: LocalDate, source: string): Loan {
  const state = stateOn(paidUpTo(facts, count), on)
  if (!state.ok) return facts
  const { principalFen, interestFen, penaltyFen, overduePrincipalFen, nextDueOn, daysLate } = state.value
  const stated: BalanceStated = {
    kind: 'balanceStated',
    id: `${facts.id}-stated`,
    on,
    note: '',
    source,
    principalFen,
    interestFen,
    penaltyFen,
    lateFeeFen: fen(8_700),
    otherFeeFen: fen(0),
    overduePrincipalFen,
    nextDueOn,
    daysLate,
  }
  return { ...facts, events: [stated] }
}

/** Five debts: flat fee, daily interest by the lender's plan, a card instalment, a loan two months overdue, a friend. */
export function sampleLoans(words: SampleWords, shift: Shift): readonly Loan[] {
  const flatFee = loan({
    id: 'loan-flat-fee',
    name: words.loans.flatFee,
    product: 'onlineLoan',
    lender: PARTY.spendingCredit,
    contractNumber: 'HB-2026-0525-2208',
    advertisedRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
    prepayment: 'feesStay',
    terms: {
      kind: 'flatFee',
      principalFen: fen(960_000),
      drawnOn: shift('2026-05-25'),
      periods: 12,
      firstDueOn: shift('2026-06-25'),
      cadence: MONTHLY,
      feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
      feeTiming: 'everyPeriod',
    },
  })
  const daily = loan({
    id: 'loan-daily',
    name: words.loans.dailyInterest,
    product: 'onlineLoan',
    lender: PARTY.internetBank,
    contractNumber: 'WL-2026-0713-5521',
    advertisedRate: { partsPerTenMillion: 4_000, per: 'day', dayBasis: 365 },
    terms: dailyInterestPlan(shift),
  })
  const card = loan({
    id: 'loan-card',
    name: words.loans.cardInstalment,
    product: 'cardInstalment',
    lender: PARTY.cardBank,
    cardTail: '6688',
    advertisedRate: { partsPerTenMillion: 1_420_000, per: 'year', dayBasis: 360 },
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(2_400_000),
      drawnOn: shift('2026-03-05'),
      rate: { partsPerTenMillion: 1_420_000, per: 'year', dayBasis: 360 },
      firstPeriod: 'whole',
      periods: 18,
      firstDueOn: shift('2026-04-05'),
      cadence: MONTHLY,
    },
  })
  const consumer = loan({
    id: 'loan-consumer',
    name: words.loans.consumerLoan,
    product: 'consumerLoan',
    lender: PARTY.consumerFinance,
    contractNumber: 'XF-2025-0828-0417',
    advertisedRate: { partsPerTenMillion: 1_980_000, per: 'year', dayBasis: 360 },
    debit: { day: 28, accountTail: '3021', isWageAccount: false },
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(4_000_000),
      drawnOn: shift('2025-08-28'),
      rate: { partsPerTenMillion: 1_980_000, per: 'year', dayBasis: 360 },
      firstPeriod: 'whole',
      periods: 24,
      firstDueOn: shift('2025-09-28'),
      cadence: MONTHLY,
    },
  })
  const friend = loan({
    id: 'loan-friend',
    name: words.loans.friend,
    product: 'privateLoan',
    lender: PARTY.friend,
    defaultTerms: NO_DEFAULT,
    terms: {
      kind: 'informal',
      principalFen: fen(800_000),
      drawnOn: shift('2026-09-02'),
      rate: null,
      rows: Array.from({ length: 16 }, (_, index) => ({ dueOn: shift(monthsAfter(index)), amountFen: fen(50_000) })),
    },
  })
  return [
    paidUpTo(flatFee, 5),
    paidUpTo(daily, 4),
    paidUpTo(card, 8),
    knownFromApp(consumer, 12, shift('2026-11-23'), words.source),
    friend,
  ]
}

const monthsAfter = (index: number): string => {
  const month = 11 + index
  return `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-30`.replace('-02-30', '-02-28')
}

/** 12,000.00 at 0.04 % a day by actual days: the rows as the lender's app shows them (interest = balance × days × 0.0004). */
function dailyInterestPlan(shift: Shift): LoanTerms {
  const dates = [
    '2026-08-13',
    '2026-09-13',
    '2026-10-13',
    '2026-11-13',
    '2026-12-13',
    '2027-01-13',
    '2027-02-13',
    '2027-03-13',
    '2027-04-13',
    '2027-05-13',
  ]
  const days = [31, 31, 30, 31, 30, 31, 31, 28, 31, 30]
  return {
    kind: 'lenderSchedule',
    principalFen: fen(1_200_000),
    drawnOn: shift('2026-07-13'),
    rows: dates.map((on, index) => ({
      dueOn: shift(on),
      principalFen: fen(120_000),
      interestFen: fen(((1_200_000 - 120_000 * index) * 4 * (days[index] ?? 30)) / 10_000),
      feeFen: fen(0),
    })),
  }
}
