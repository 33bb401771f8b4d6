import { MONTHLY } from '../calendar/cadence'
import { localDate } from '../calendar/local-date'
import type { Loan } from '../loan/loan'
import type { DuePaidRow } from '../loan/loan-state'
import { penaltyOf } from '../loan/penalty-rate'
import { NOTHING_WHEN_LATE, plainLoan } from '../loan/plain-loan'
import { stateOn } from '../loan/state-on'
import type { LevelInstalmentTerms } from '../loan/terms'
import { fen, sumFen, type Fen } from '../money/fen'
import { annualRate, simpleAnnualFraction } from '../rate/interest-rate'
import { certain, rowAt, scheduleOf } from './computed'
import { columnSum, count, date, days, money, percent, rateOf, type Formula } from './figure'
import { levelFormula } from './level-formula'
import { planInputs } from './plan-inputs'
import { planTable } from './plan-table'
import type { WorkedExample, WorkedSection } from './worked-example'

const RATE = annualRate(0.144, 360)
const TERMS: LevelInstalmentTerms = {
  kind: 'levelInstalment',
  principalFen: fen(1_200_000),
  drawnOn: localDate('2026-03-10'),
  firstDueOn: localDate('2026-04-10'),
  periods: 12,
  cadence: MONTHLY,
  rate: RATE,
  firstPeriod: 'whole',
}
/** Instalments paid on their day; the next ones are missed. */
const PAID = 2
/** 40 days after the third instalment fell due, 10 after the fourth. */
const LATE_ON = localDate('2026-07-20')
const MULTIPLE_PER_10000 = 15_000
const MULTIPLE = MULTIPLE_PER_10000 / 10_000
const MONTHLY_RATE = percent(simpleAnnualFraction(RATE) / 12, 1)

/**
 * An instalment 40 days late with penalty interest at 1.5 times the contract rate, on overdue principal, by actual days over
 * 360; the next instalment has meanwhile been missed too, and counts its own days.
 */
export function latePenalty(): WorkedExample {
  const bare = plainLoan({
    id: 'worked-late-penalty',
    name: '',
    product: 'consumerLoan',
    advertisedRate: RATE,
    defaultTerms: { ...NOTHING_WHEN_LATE, penalty: { by: 'multiple', multiplePer10000: MULTIPLE_PER_10000 } },
    terms: TERMS,
  })
  const schedule = scheduleOf(bare)
  const loan: Loan = {
    ...bare,
    events: schedule.rows.slice(0, PAID).map((row) => ({
      kind: 'payment',
      id: `worked-pay-${row.n}`,
      on: row.dueOn,
      amountFen: row.totalFen,
      note: '',
    })),
  }
  const state = certain(stateOn(loan, LATE_ON))
  const late = state.rows.filter((row) => row.status === 'overdue')
  const [third, fourth] = late
  if (!third || !fourth || late.length !== 2) throw new Error('the example is not late as it says')
  const { row: second } = rowAt(loan, schedule, PAID - 1)
  const penaltyRate = percent(simpleAnnualFraction(RATE) * MULTIPLE, 1)
  return {
    id: 'latePenalty',
    loan,
    inputs: [
      ...planInputs(loan, TERMS),
      { code: 'dayBasis', value: days(RATE.dayBasis) },
      { code: 'penaltyMultiple', value: count(MULTIPLE) },
      { code: 'paidPeriods', value: count(PAID) },
      { code: 'lateOn', value: date(LATE_ON) },
      { code: 'daysLate', value: days(third.daysLate) },
    ],
    sections: [
      {
        code: 'plan',
        steps: [
          { code: 'monthlyRate', formula: [rateOf(RATE), '÷', count(12)], result: MONTHLY_RATE },
          {
            code: 'levelInstalment',
            formula: levelFormula(TERMS.principalFen, MONTHLY_RATE, TERMS.periods),
            result: money(rowAt(loan, schedule, 0).row.totalFen),
          },
          {
            code: 'interestOfThird',
            formula: [money(second.balanceFen), '×', MONTHLY_RATE],
            result: money(third.interestFen),
          },
          {
            code: 'principalOfThird',
            formula: [money(second.totalFen), '−', money(third.interestFen)],
            result: money(third.principalFen),
          },
        ],
        table: planTable(schedule),
      },
      {
        code: 'penalty',
        steps: [
          { code: 'penaltyRate', formula: [rateOf(RATE), '×', count(MULTIPLE)], result: penaltyRate },
          { code: 'penaltyOfThird', formula: penaltyFormula(third), result: money(third.penaltyFen) },
          { code: 'penaltyOfFourth', formula: penaltyFormula(fourth), result: money(fourth.penaltyFen) },
          { code: 'penaltySum', formula: [columnSum('penalty')], result: money(state.penaltyFen) },
          { code: 'owedThatDay', formula: [columnSum('open')], result: money(state.arrearsFen) },
        ],
        table: {
          columns: ['n', 'dueOn', 'principal', 'interest', 'daysLate', 'penalty', 'open'],
          rows: late.map((row) => [
            count(row.n),
            date(row.dueOn),
            money(row.principalFen),
            money(row.interestFen),
            days(row.daysLate),
            money(row.penaltyFen),
            money(row.openFen),
          ]),
          totals: [
            null,
            null,
            money(sumFen(late, (row) => row.principalFen)),
            money(sumFen(late, (row) => row.interestFen)),
            null,
            money(state.penaltyFen),
            money(state.arrearsFen),
          ],
        },
      },
      otherBases(loan, third, state.principalFen),
    ],
    answers: [
      { code: 'penaltyRate', value: penaltyRate },
      { code: 'penalty', value: money(third.penaltyFen) },
      { code: 'owedThatDay', value: money(state.arrearsFen) },
      { code: 'dearestPenalty', value: money(penaltyOf(loan)(state.principalFen, third.daysLate)) },
    ],
  }
}

/** overdue principal × rate × 1.5 × days late ÷ 360 */
const penaltyFormula = ({ principalFen, daysLate }: DuePaidRow, baseFen = principalFen, basis = 360): Formula => [
  money(baseFen),
  '×',
  rateOf(RATE),
  '×',
  count(MULTIPLE),
  '×',
  count(daysLate),
  '÷',
  count(basis),
]

/** The same 40 days as a lender may have computed them: on another base, over another year. */
function otherBases(loan: Loan, third: DuePaidRow, balanceFen: Fen): WorkedSection {
  const instalmentFen = fen(third.principalFen + third.interestFen)
  const over365 = penaltyOf({ ...loan, terms: { ...TERMS, rate: { ...RATE, dayBasis: 365 } } })
  return {
    code: 'otherBases',
    steps: [
      {
        code: 'baseInstalment',
        formula: penaltyFormula(third, instalmentFen),
        result: money(penaltyOf(loan)(instalmentFen, third.daysLate)),
      },
      {
        code: 'baseDays365',
        formula: penaltyFormula(third, third.principalFen, 365),
        result: money(over365(third.principalFen, third.daysLate)),
      },
      {
        code: 'baseWholeBalance',
        formula: penaltyFormula(third, balanceFen),
        result: money(penaltyOf(loan)(balanceFen, third.daysLate)),
      },
    ],
    table: null,
  }
}
