import { MONTHLY } from '../calendar/cadence'
import { localDate } from '../calendar/local-date'
import { plainLoan } from '../loan/plain-loan'
import type { DailyBalanceTerms } from '../loan/terms'
import { fen } from '../money/fen'
import { daysInterest } from '../rate/interest'
import { simpleAnnualFraction, type InterestRate } from '../rate/interest-rate'
import { rowAt, scheduleOf } from './computed'
import { columnSum, count, money, percent, rateOf } from './figure'
import { planInputs } from './plan-inputs'
import { planTable } from './plan-table'
import { trueRates } from './true-rate-section'
import type { WorkedExample, WorkedStep } from './worked-example'

/** 日息万五 */
const RATE: InterestRate = { partsPerTenMillion: 5_000, per: 'day', dayBasis: 365 }
const TEN_THOUSAND = fen(1_000_000)

const TERMS: DailyBalanceTerms = {
  kind: 'dailyBalance',
  repayment: 'equalPrincipal',
  principalFen: fen(1_200_000),
  drawnOn: localDate('2026-01-15'),
  firstDueOn: localDate('2026-02-15'),
  periods: 12,
  cadence: MONTHLY,
  rate: RATE,
}

/** 12,000.00 at 0.05 % a day, a twelfth of it repaid every month: interest by actual days, and the year it comes to. */
export function dailyInterest(): WorkedExample {
  const loan = plainLoan({
    id: 'worked-daily-interest',
    name: '',
    product: 'onlineLoan',
    advertisedRate: RATE,
    terms: TERMS,
  })
  const schedule = scheduleOf(loan)
  const { section, answers } = trueRates(loan)
  const yearly = percent(simpleAnnualFraction(RATE))
  const interestOf = (code: 'interestFirst' | 'interestSecond', index: number): WorkedStep => {
    const { row, held } = rowAt(loan, schedule, index)
    return {
      code,
      formula: [money(held.balanceFen), '×', rateOf(RATE), '×', count(held.days)],
      result: money(row.interestFen),
    }
  }
  return {
    id: 'dailyInterest',
    loan,
    inputs: planInputs(loan, TERMS),
    sections: [
      {
        code: 'plan',
        steps: [
          {
            code: 'perTenThousand',
            formula: [money(TEN_THOUSAND), '×', rateOf(RATE)],
            result: money(daysInterest(TEN_THOUSAND, RATE, 1)),
          },
          { code: 'yearOfDays', formula: [rateOf(RATE), '×', count(365)], result: yearly },
          {
            code: 'principalPerPeriod',
            formula: [money(TERMS.principalFen), '÷', count(TERMS.periods)],
            result: money(rowAt(loan, schedule, 0).row.principalFen),
          },
          interestOf('interestFirst', 0),
          interestOf('interestSecond', 1),
          { code: 'totalInterest', formula: [columnSum('interest')], result: money(schedule.totals.interestFen) },
        ],
        table: planTable(schedule),
      },
      section,
    ],
    answers: [{ code: 'advertised', value: yearly }, ...answers],
  }
}
