import { daysBetween } from '../calendar/local-date'
import type { Loan } from '../loan/loan'
import { moneyInHand } from '../loan/true-cost'
import { roundHalfUp } from '../money/rounding'
import { effectiveFromNominal } from '../rate/conversion'
import { plainCost, rowAt, scheduleOf } from './computed'
import {
  columnSum,
  count,
  date,
  days,
  money,
  percent,
  worth,
  yuanDays,
  type ColumnCode,
  type Figure,
  type Formula,
} from './figure'
import { annuityFormula } from './level-formula'
import type { WorkedExample, WorkedSection, WorkedStep } from './worked-example'

/** Digits of a per cent that bring a principal of some 10,000 yuan back to the fen when typed into a calculator. */
const MONTH_DIGITS = 7
export const YEAR_DIGITS = 6

/** A rate as it is printed: what follows from it is computed from the printed digits, as a reader does. */
export const asPrinted = (fraction: number, digits: number): number => Number((fraction * 100).toFixed(digits)) / 100

const COLUMNS: readonly ColumnCode[] = [
  'n',
  'dueOn',
  'inHand',
  'days',
  'yuanDays',
  'total',
  'worthByMonth',
  'daysSince',
  'worthByDay',
]

interface TrueRates {
  readonly section: WorkedSection
  readonly answers: WorkedExample['answers']
}

/**
 * What a loan of equal months costs on the money received, in the three rates that are easily taken for one another: simple
 * annual (what reference lines are compared with), nominal (12 × the monthly rate), effective (by equal months, and XIRR by
 * actual days).
 */
export function trueRates(loan: Loan): TrueRates {
  const schedule = scheduleOf(loan)
  const cost = plainCost(loan)
  const { drawnOn } = loan.terms
  const monthly = asPrinted(cost.nominalApr / 12, MONTH_DIGITS)
  const yearly = asPrinted(cost.effectiveAnnual, YEAR_DIGITS)
  const monthlyFigure = percent(monthly, MONTH_DIGITS)
  const yearlyFigure = percent(yearly, YEAR_DIGITS)
  const held = moneyInHand(loan, schedule)
  const lines = schedule.rows.map((row, index) => {
    const since = daysBetween(drawnOn, row.dueOn)
    const { balanceFen = 0, days: heldDays = 0 } = held[index] ?? {}
    return {
      row,
      balanceFen,
      heldDays,
      since,
      byMonth: row.totalFen / (1 + monthly) ** row.n,
      byDay: row.totalFen / (1 + yearly) ** (since / 365),
    }
  })
  const sum = (pick: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((total, line) => total + pick(line), 0)
  const fenDays = sum((line) => line.balanceFen * line.heldDays)
  const byMonthSum = money(roundHalfUp(sum((line) => line.byMonth)))
  const byDaySum = money(roundHalfUp(sum((line) => line.byDay)))
  const { row: first } = rowAt(loan, schedule, 0)
  const firstSince = daysBetween(drawnOn, first.dueOn)
  const simpleAnnual = percent(cost.simpleAnnual)
  const nominalApr = percent(cost.nominalApr)
  const effectiveByMonths = percent(effectiveFromNominal(cost.nominalApr, 12))
  const isLevel = schedule.rows.every((row) => row.totalFen === first.totalFen)
  const steps: WorkedStep[] = [
    { code: 'yuanDays', formula: [columnSum('yuanDays')], result: yuanDays(fenDays) },
    {
      code: 'simpleAnnual',
      formula: [money(cost.costFen), '×', count(365), '÷', yuanDays(fenDays)],
      result: simpleAnnual,
    },
    {
      code: 'monthFirst',
      formula: discounted(first.totalFen, monthlyFigure, [count(1)]),
      result: worth(lines[0]?.byMonth ?? 0),
    },
    { code: 'monthSum', formula: [columnSum('worthByMonth')], result: byMonthSum },
    ...(isLevel
      ? [
          {
            code: 'annuityCheck',
            formula: annuityFormula(first.totalFen, monthlyFigure, schedule.rows.length),
            result: byMonthSum,
          } as const,
        ]
      : []),
    { code: 'nominalApr', formula: [monthlyFigure, '×', count(12)], result: nominalApr },
    {
      code: 'effectiveByMonths',
      formula: ['(', count(1), '+', monthlyFigure, ')', '^', count(12), '−', count(1)],
      result: effectiveByMonths,
    },
    {
      code: 'dayFirst',
      formula: discounted(first.totalFen, yearlyFigure, ['(', count(firstSince), '÷', count(365), ')']),
      result: worth(lines[0]?.byDay ?? 0),
    },
    { code: 'daySum', formula: [columnSum('worthByDay')], result: byDaySum },
  ]
  return {
    section: {
      code: 'trueRate',
      steps,
      table: {
        columns: COLUMNS,
        rows: lines.map(({ row, balanceFen, heldDays, since, byMonth, byDay }) => [
          count(row.n),
          date(row.dueOn),
          money(balanceFen),
          days(heldDays),
          yuanDays(balanceFen * heldDays),
          money(row.totalFen),
          worth(byMonth),
          days(since),
          worth(byDay),
        ]),
        totals: [
          null,
          null,
          null,
          days(sum((line) => line.heldDays)),
          yuanDays(fenDays),
          money(schedule.totals.totalFen),
          byMonthSum,
          null,
          byDaySum,
        ],
      },
    },
    answers: [
      { code: 'simpleAnnual', value: simpleAnnual },
      { code: 'nominalApr', value: nominalApr },
      { code: 'effectiveByMonths', value: effectiveByMonths },
      { code: 'effectiveByDays', value: percent(cost.effectiveAnnual) },
      { code: 'totalPaid', value: money(cost.totalPaidFen) },
      { code: 'totalCost', value: money(cost.costFen) },
    ],
  }
}

/** amount ÷ (1 + rate)^exponent */
export const discounted = (fen: number, rate: Figure, exponent: Formula): Formula => [
  money(fen),
  '÷',
  '(',
  count(1),
  '+',
  rate,
  ')',
  '^',
  ...exponent,
]
