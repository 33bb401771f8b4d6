import { MONTHLY } from '../calendar/cadence'
import { localDate } from '../calendar/local-date'
import { PREPAY_FEES_UNKNOWN } from '../loan/default-terms'
import { plainLoan } from '../loan/plain-loan'
import type { FlatFeeTerms } from '../loan/terms'
import { fen } from '../money/fen'
import { simpleAnnualFraction, type InterestRate } from '../rate/interest-rate'
import { rowAt, scheduleOf } from './computed'
import { count, money, percent, rateOf } from './figure'
import { planInputs } from './plan-inputs'
import { planTable } from './plan-table'
import { trueRates } from './true-rate-section'
import type { WorkedExample } from './worked-example'

const FEE: InterestRate = { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 }

const TERMS: FlatFeeTerms = {
  kind: 'flatFee',
  principalFen: fen(1_200_000),
  drawnOn: localDate('2026-01-15'),
  firstDueOn: localDate('2026-02-15'),
  periods: 12,
  cadence: MONTHLY,
  feeRate: FEE,
  feeTiming: 'everyPeriod',
}

/** 12,000.00 on a card in 12 instalments at a monthly fee of 0.6 %: advertised 7.2 %, and what it truly costs. */
export function cardInstalment(): WorkedExample {
  const loan = plainLoan({
    id: 'worked-card-instalment',
    name: '',
    product: 'cardInstalment',
    advertisedRate: FEE,
    prepayment: PREPAY_FEES_UNKNOWN,
    terms: TERMS,
  })
  const schedule = scheduleOf(loan)
  const { row } = rowAt(loan, schedule, 0)
  const { section, answers } = trueRates(loan)
  const advertised = percent(simpleAnnualFraction(FEE), 1)
  return {
    id: 'cardInstalment',
    loan,
    inputs: planInputs(loan, TERMS),
    sections: [
      {
        code: 'plan',
        steps: [
          { code: 'feePerPeriod', formula: [money(TERMS.principalFen), '×', rateOf(FEE)], result: money(row.feeFen) },
          {
            code: 'principalPerPeriod',
            formula: [money(TERMS.principalFen), '÷', count(TERMS.periods)],
            result: money(row.principalFen),
          },
          {
            code: 'flatInstalment',
            formula: [money(row.principalFen), '+', money(row.feeFen)],
            result: money(row.totalFen),
          },
          {
            code: 'totalFees',
            formula: [money(row.feeFen), '×', count(TERMS.periods)],
            result: money(schedule.totals.feeFen),
          },
          { code: 'advertisedYear', formula: [rateOf(FEE), '×', count(12)], result: advertised },
        ],
        table: planTable(schedule),
      },
      section,
    ],
    answers: [{ code: 'advertised', value: advertised }, ...answers],
  }
}
