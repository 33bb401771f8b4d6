import { addDays, addMonths, daysBetween, localDate, monthIndex, type LocalDate } from '../calendar/local-date'
import { PREPAY_FEES_UNKNOWN } from '../loan/default-terms'
import type { Loan } from '../loan/loan'
import type { BalanceStated } from '../loan/loan-event'
import type { LoanTerms } from '../loan/terms'
import type { PartyId } from '../loan/party'
import { NOTHING_WHEN_LATE, plainLoan } from '../loan/plain-loan'
import { stateOn } from '../loan/state-on'
import { fen } from '../money/fen'
import { buildSchedule } from '../schedule/build-schedule'
import { PARTY } from './sample-parties'
import type { SampleWords } from './sample-words'

/** The month the sample was written for; every date moves by whole calendar months from it. */
const WRITTEN_IN = monthIndex(localDate('2026-11-24'))

/** A date of the sample as written, moved to the month it is shown in, and some months further. */
type Shift = (text: string, further?: number) => LocalDate

const MONTHLY = { every: 'month' } as const

type LoanFacts = Parameters<typeof plainLoan>[0] & { readonly lender: PartyId }

const loan = ({ lender, ...facts }: LoanFacts): Loan => {
  const plain = plainLoan(facts)
  return { ...plain, parties: { ...plain.parties, contractLenders: [{ partyId: lender, sharePer10000: null }] } }
}

/** Every instalment due up to and on a day paid on its own day, to the fen. */
function paidUpTo(facts: Loan, last: LocalDate): Loan {
  const schedule = buildSchedule(facts.terms, facts.recurringFees)
  const rows = schedule.ok ? schedule.value.rows.filter((row) => row.dueOn <= last) : []
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

/** Known only from the lender's app: its figures are those of the contract after the last payment, and a late fee. */
function knownFromApp(facts: Loan, lastPaidOn: LocalDate, on: LocalDate, source: string): Loan {
  const state = stateOn(paidUpTo(facts, lastPaidOn), on)
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

/**
 * The first instalment missed by the loan that is two behind. Two missed instalments are 31 to 60 days late (M2) only
 * from three days after a due day to two days before the next: near the 28th the loan falls due on the 12th instead.
 */
function firstMissedOn(today: LocalDate): LocalDate {
  const day = Number(today.slice(8))
  if (day < 3) return addMonths(localDate(`${today.slice(0, 7)}-12`), -2)
  return day <= 26
    ? addMonths(localDate(`${today.slice(0, 7)}-28`), -2)
    : addMonths(localDate(`${today.slice(0, 7)}-12`), -1)
}

const contractNumberOf = (prefix: string, drawnOn: LocalDate, tail: string): string =>
  `${prefix}-${drawnOn.slice(0, 4)}-${drawnOn.slice(5, 7)}${drawnOn.slice(8)}-${tail}`

/** Five debts: flat fee, daily interest by the lender's plan, a card instalment, a loan two months overdue, a friend. */
export function sampleLoans(words: SampleWords, today: LocalDate): readonly Loan[] {
  const months = monthIndex(today) - WRITTEN_IN
  const shift: Shift = (text, further = 0) => addMonths(localDate(text), months + further)
  const missedOn = firstMissedOn(today)
  const flatFee = loan({
    id: 'loan-flat-fee',
    name: words.loans.flatFee,
    product: 'onlineLoan',
    lender: PARTY.spendingCredit,
    contractNumber: contractNumberOf('HB', shift('2026-05-25'), '2208'),
    advertisedRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
    prepayment: PREPAY_FEES_UNKNOWN,
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
    contractNumber: contractNumberOf('WL', shift('2026-07-13'), '5521'),
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
    contractNumber: contractNumberOf('XF', addMonths(missedOn, -13), '0417'),
    advertisedRate: { partsPerTenMillion: 1_980_000, per: 'year', dayBasis: 360 },
    debit: { day: Number(missedOn.slice(8)), accountTail: '3021', isWageAccount: false },
    terms: {
      kind: 'levelInstalment',
      principalFen: fen(4_000_000),
      drawnOn: addMonths(missedOn, -13),
      rate: { partsPerTenMillion: 1_980_000, per: 'year', dayBasis: 360 },
      firstPeriod: 'whole',
      periods: 24,
      firstDueOn: addMonths(missedOn, -12),
      cadence: MONTHLY,
    },
  })
  const friend = loan({
    id: 'loan-friend',
    name: words.loans.friend,
    product: 'privateLoan',
    lender: PARTY.friend,
    defaultTerms: NOTHING_WHEN_LATE,
    terms: {
      kind: 'informal',
      principalFen: fen(800_000),
      drawnOn: shift('2026-09-02'),
      rate: null,
      rows: Array.from({ length: 16 }, (_, index) => ({
        dueOn: shift('2026-12-30', index),
        amountFen: fen(50_000),
      })),
    },
  })
  return [
    paidUpTo(flatFee, today),
    paidUpTo(daily, today),
    paidUpTo(card, today),
    knownFromApp(consumer, addMonths(missedOn, -1), addDays(today, -1), words.source),
    paidUpTo(friend, today),
  ]
}

/** 12,000.00 at 0.04 % a day by actual days: the rows as the lender's app shows them (interest = balance × days × 0.0004). */
function dailyInterestPlan(shift: Shift): LoanTerms {
  return {
    kind: 'lenderSchedule',
    principalFen: fen(1_200_000),
    drawnOn: shift('2026-07-13'),
    rows: Array.from({ length: 10 }, (_, index) => {
      const days = daysBetween(shift('2026-07-13', index), shift('2026-07-13', index + 1))
      return {
        dueOn: shift('2026-07-13', index + 1),
        principalFen: fen(120_000),
        interestFen: fen(((1_200_000 - 120_000 * index) * 4 * days) / 10_000),
        feeFen: fen(0),
      }
    }),
  }
}
