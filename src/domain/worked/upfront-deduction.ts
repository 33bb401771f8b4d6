import { MONTHLY } from '../calendar/cadence'
import { localDate } from '../calendar/local-date'
import { plainLoan } from '../loan/plain-loan'
import type { LevelInstalmentTerms } from '../loan/terms'
import { fen } from '../money/fen'
import { annualRate, simpleAnnualFraction } from '../rate/interest-rate'
import type { Schedule } from '../schedule/schedule'
import { plainCost, rowAt, scheduleOf } from './computed'
import { columnSum, count, date, money, percent, rateOf } from './figure'
import { levelFormula } from './level-formula'
import { planInputs } from './plan-inputs'
import { planTable } from './plan-table'
import { trueRates } from './true-rate-section'
import type { WorkedExample, WorkedSection } from './worked-example'

const TERMS: LevelInstalmentTerms = {
  kind: 'levelInstalment',
  principalFen: fen(1_000_000),
  drawnOn: localDate('2026-01-10'),
  firstDueOn: localDate('2026-02-10'),
  periods: 12,
  cadence: MONTHLY,
  rate: annualRate(0.12),
  firstPeriod: 'whole',
}
const RECEIVED = fen(900_000)
const MONTHLY_RATE = percent(simpleAnnualFraction(TERMS.rate) / 12, 0)

/**
 * 10,000.00 by contract at 12 % over 12 months, 9,000.00 received: what that costs on the money received, and the same loan
 * computed on the amount really lent (民法典 670).
 */
export function upfrontDeduction(): WorkedExample {
  const loan = plainLoan({
    id: 'worked-upfront-deduction',
    name: '',
    product: 'onlineLoan',
    advertisedRate: TERMS.rate,
    receivedFen: RECEIVED,
    terms: TERMS,
  })
  const schedule = scheduleOf(loan)
  const { row } = rowAt(loan, schedule, 0)
  const { totalPaidFen, costFen } = plainCost(loan)
  const { section, answers } = trueRates(loan)
  const onReceived = scheduleOf(plainLoan({ ...loan, terms: { ...TERMS, principalFen: RECEIVED } }))
  const deducted = money(TERMS.principalFen - RECEIVED)
  return {
    id: 'upfrontDeduction',
    loan,
    inputs: planInputs(loan, TERMS),
    sections: [
      {
        code: 'plan',
        steps: [
          { code: 'deducted', formula: [money(TERMS.principalFen), '−', money(RECEIVED)], result: deducted },
          { code: 'monthlyRate', formula: [rateOf(TERMS.rate), '÷', count(12)], result: MONTHLY_RATE },
          {
            code: 'levelInstalment',
            formula: levelFormula(TERMS.principalFen, MONTHLY_RATE, TERMS.periods),
            result: money(row.totalFen),
          },
          { code: 'totalPaid', formula: [columnSum('total')], result: money(totalPaidFen) },
          { code: 'totalCost', formula: [money(totalPaidFen), '−', money(RECEIVED)], result: money(costFen) },
        ],
        table: planTable(schedule),
      },
      section,
      byReceived(schedule, onReceived),
    ],
    answers: [
      { code: 'advertised', value: percent(simpleAnnualFraction(TERMS.rate), 0) },
      ...answers,
      { code: 'deducted', value: deducted },
      { code: 'byReceived', value: money(onReceived.totals.totalFen) },
      { code: 'lawDifference', value: money(totalPaidFen - onReceived.totals.totalFen) },
    ],
  }
}

/** The contract's plan beside the same terms on the money received. */
function byReceived(contract: Schedule, onReceived: Schedule): WorkedSection {
  const paidFen = contract.totals.totalFen
  const { totalFen } = onReceived.totals
  const lines = contract.rows.map((row, index) => ({ row, other: onReceived.rows[index]?.totalFen ?? 0 }))
  return {
    code: 'byReceived',
    steps: [
      {
        code: 'instalmentOnReceived',
        formula: levelFormula(RECEIVED, MONTHLY_RATE, TERMS.periods),
        result: money(lines[0]?.other ?? 0),
      },
      { code: 'totalOnReceived', formula: [columnSum('byReceived')], result: money(totalFen) },
      { code: 'lawDifference', formula: [money(paidFen), '−', money(totalFen)], result: money(paidFen - totalFen) },
    ],
    table: {
      columns: ['n', 'dueOn', 'byContract', 'byReceived', 'difference'],
      rows: lines.map(({ row, other }) => [
        count(row.n),
        date(row.dueOn),
        money(row.totalFen),
        money(other),
        money(row.totalFen - other),
      ]),
      totals: [null, null, money(paidFen), money(totalFen), money(paidFen - totalFen)],
    },
  }
}
