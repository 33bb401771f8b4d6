import { localDate } from '../calendar/local-date'
import type { Loan } from '../loan/loan'
import { NOTHING_WHEN_LATE, plainLoan } from '../loan/plain-loan'
import { trueCost } from '../loan/true-cost'
import type { RevolvingTerms } from '../loan/terms'
import { fen } from '../money/fen'
import { simpleAnnualFraction } from '../rate/interest-rate'
import { cardMonths, type CardMonths } from './card-months'
import { cardRate } from './card-rate'
import { certain, scheduleOf } from './computed'
import { columnSum, count, date, days, money, percent, rateOf, yuanDays, type Figure } from './figure'
import type { WorkedExample, WorkedSection } from './worked-example'

const MONTHS = 24
const DAYS_TO_DUE = 20
const SHARE_PER_10000 = 500
const FLOOR = fen(5_000)

const TERMS: RevolvingTerms = {
  kind: 'revolving',
  principalFen: fen(1_000_000),
  drawnOn: localDate('2026-01-05'),
  rate: { partsPerTenMillion: 5_000, per: 'day', dayBasis: 365 },
  limitFen: null,
  statementDay: 10,
  due: { by: 'daysAfter', days: DAYS_TO_DUE },
  minimum: { by: 'shareAndCharges', sharePer10000: SHARE_PER_10000, floorFen: FLOOR },
  interestOn: 'wholeStatement',
  compounds: false,
}
const SHARE: Figure = percent(SHARE_PER_10000 / 10_000, 0)

/** 10,000.00 spent on a card, nothing more bought, exactly the minimum paid on every due day for two years. */
export function cardMinimum(): WorkedExample {
  const loan = plainLoan({
    id: 'worked-card-minimum',
    name: '',
    product: 'creditCard',
    advertisedRate: TERMS.rate,
    defaultTerms: NOTHING_WHEN_LATE,
    terms: TERMS,
  })
  const months = cardMonths(loan, TERMS, MONTHS)
  const rate = cardRate(loan, months)
  return {
    id: 'cardMinimum',
    loan,
    inputs: [
      { code: 'kind', value: { as: 'kind', kind: TERMS.kind } },
      { code: 'owedOnCard', value: money(TERMS.principalFen) },
      { code: 'postedOn', value: date(TERMS.drawnOn) },
      { code: 'rate', value: rateOf(TERMS.rate) },
      { code: 'statementDay', value: count(TERMS.statementDay) },
      { code: 'dueAfter', value: days(DAYS_TO_DUE) },
      { code: 'minimumShare', value: SHARE },
      { code: 'minimumFloor', value: money(FLOOR) },
      { code: 'months', value: count(MONTHS) },
    ],
    sections: [twoStatements(months), wholeTime(months), rate.section],
    answers: [
      { code: 'advertised', value: percent(simpleAnnualFraction(TERMS.rate)) },
      ...rate.answers,
      { code: 'paidInMonths', value: money(months.paidFen) },
      { code: 'interestInMonths', value: money(months.interestFen) },
      { code: 'interestShare', value: interestShare(months) },
      { code: 'leftAfterMonths', value: money(months.principalLeftFen) },
      ...toTheEnd(loan),
    ],
  }
}

/** The first statements one by one: a share of the principal, then interest from the day it was spent. */
function twoStatements({ lines }: CardMonths): WorkedSection {
  const [first, second] = lines
  if (!first || !second) throw new Error('the example has no second statement')
  const { principalFen } = TERMS
  return {
    code: 'twoStatements',
    steps: [
      { code: 'firstMinimum', formula: [money(principalFen), '×', SHARE], result: money(first.minimumFen) },
      {
        code: 'leftAfterFirst',
        formula: [money(principalFen), '−', money(first.minimumFen)],
        result: money(first.principalLeftFen),
      },
      {
        code: 'secondYuanDays',
        formula: [
          money(principalFen),
          '×',
          count(second.daysBefore),
          '+',
          money(first.principalLeftFen),
          '×',
          count(second.daysAfter),
        ],
        result: yuanDays(second.fenDays),
      },
      {
        code: 'secondInterest',
        formula: [yuanDays(second.fenDays), '×', rateOf(TERMS.rate)],
        result: money(second.interestFen),
      },
      {
        code: 'secondMinimum',
        formula: [money(first.principalLeftFen), '×', SHARE, '+', money(second.interestFen)],
        result: money(second.minimumFen),
      },
      {
        code: 'leftAfterSecond',
        formula: [
          money(first.principalLeftFen),
          '−',
          '(',
          money(second.minimumFen),
          '−',
          money(second.interestFen),
          ')',
        ],
        result: money(second.principalLeftFen),
      },
    ],
    table: null,
  }
}

function wholeTime(months: CardMonths): WorkedSection {
  const { lines, paidFen, interestFen, principalLeftFen } = months
  const repaidFen = paidFen - interestFen
  const fenDays = lines.reduce((sum, line) => sum + line.fenDays, 0)
  return {
    code: 'months',
    steps: [
      { code: 'paidInMonths', formula: [columnSum('minimum')], result: money(paidFen) },
      { code: 'interestInMonths', formula: [columnSum('interest')], result: money(interestFen) },
      { code: 'principalInMonths', formula: [money(paidFen), '−', money(interestFen)], result: money(repaidFen) },
      {
        code: 'leftAfterMonths',
        formula: [money(TERMS.principalFen), '−', money(repaidFen)],
        result: money(principalLeftFen),
      },
      { code: 'interestShare', formula: [money(interestFen), '÷', money(paidFen)], result: interestShare(months) },
    ],
    table: {
      columns: ['n', 'statementOn', 'yuanDays', 'interest', 'minimum', 'dueOn', 'principalLeft'],
      rows: lines.map((line) => [
        count(line.n),
        date(line.statementOn),
        yuanDays(line.fenDays),
        money(line.interestFen),
        money(line.minimumFen),
        date(line.dueOn),
        money(line.principalLeftFen),
      ]),
      totals: [null, null, yuanDays(fenDays), money(interestFen), money(paidFen), null, null],
    },
  }
}

const interestShare = ({ interestFen, paidFen }: CardMonths): Figure => percent(interestFen / paidFen, 1)

/** How long it goes on and what it costs until nothing is owed. */
function toTheEnd(loan: Loan): WorkedExample['answers'] {
  return [
    { code: 'paymentsToEnd', value: count(scheduleOf(loan).rows.length) },
    { code: 'costToEnd', value: money(certain(trueCost(loan)).costFen) },
  ]
}
