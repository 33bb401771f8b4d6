import { daysBetween } from '../calendar/local-date'
import type { Loan } from '../loan/loan'
import type { LoanEvent } from '../loan/loan-event'
import { stateOn } from '../loan/state-on'
import { statedRate } from '../schedule/build-schedule'
import { roundHalfUp } from '../money/rounding'
import { effectiveAnnual } from '../rate/xirr'
import type { CardMonths } from './card-months'
import { certain } from './computed'
import { columnSum, count, date, days, money, percent, rateOf, worth, yuanDays } from './figure'
import { asPrinted, discounted, YEAR_DIGITS } from './true-rate-section'
import type { WorkedExample, WorkedSection } from './worked-example'

interface CardRate {
  readonly section: WorkedSection
  readonly answers: WorkedExample['answers']
}

/** The yearly rate of a card paid at the minimum, if all that is left is paid with the last of the payments. */
export function cardRate(loan: Loan, { lines, interestFen, principalLeftFen }: CardMonths): CardRate {
  const { terms } = loan
  const rate = statedRate(terms)
  const [first] = lines
  const last = lines.at(-1)
  const before = lines.at(-2)
  if (!first || !last || !before || !rate) throw new Error('the example has no statements')
  const events = lines.map((line): LoanEvent => ({
    kind: 'payment',
    id: `worked-pay-${line.n}`,
    on: line.dueOn,
    amountFen: line.minimumFen,
    note: '',
  }))
  const runningFen = certain(stateOn({ ...loan, events }, last.dueOn)).accruedFen
  const settleFen = last.minimumFen + principalLeftFen + runningFen
  const payments = lines.map(({ n, dueOn, minimumFen }) => ({
    n,
    dueOn,
    amountFen: n === last.n ? settleFen : minimumFen,
    since: daysBetween(terms.drawnOn, dueOn),
  }))
  const effective = effectiveAnnual([
    { on: terms.drawnOn, amountFen: terms.principalFen },
    ...payments.map(({ dueOn, amountFen }) => ({ on: dueOn, amountFen: 0 - amountFen })),
  ])
  if (effective.kind !== 'one') throw new Error('the example has no single rate')
  const yearly = asPrinted(effective.root, YEAR_DIGITS)
  const worths = payments.map(({ amountFen, since }) => amountFen / (1 + yearly) ** (since / 365))
  const worthFen = money(roundHalfUp(worths.reduce((sum, part) => sum + part, 0)))
  const fenDays = lines.reduce((sum, line) => sum + line.fenDays, 0)
  const simpleAnnual = percent((interestFen * 365) / fenDays)
  return {
    section: {
      code: 'cardRate',
      steps: [
        {
          code: 'simpleAnnual',
          formula: [money(interestFen), '×', count(365), '÷', yuanDays(fenDays)],
          result: simpleAnnual,
        },
        {
          code: 'interestToSettle',
          formula: [
            money(before.principalLeftFen),
            '×',
            count(daysBetween(last.statementOn, last.dueOn)),
            '×',
            rateOf(rate),
          ],
          result: money(runningFen),
        },
        {
          code: 'settleAmount',
          formula: [money(last.minimumFen), '+', money(principalLeftFen), '+', money(runningFen)],
          result: money(settleFen),
        },
        {
          code: 'dayFirst',
          formula: discounted(first.minimumFen, percent(yearly, YEAR_DIGITS), [
            '(',
            count(payments[0]?.since ?? 0),
            '÷',
            count(365),
            ')',
          ]),
          result: worth(worths[0] ?? 0),
        },
        { code: 'daySum', formula: [columnSum('worthByDay')], result: worthFen },
      ],
      table: {
        columns: ['n', 'dueOn', 'paid', 'daysSince', 'worthByDay'],
        rows: payments.map(({ n, dueOn, amountFen, since }, index) => [
          count(n),
          date(dueOn),
          money(amountFen),
          days(since),
          worth(worths[index] ?? 0),
        ]),
        totals: [null, null, money(payments.reduce((sum, { amountFen }) => sum + amountFen, 0)), null, worthFen],
      },
    },
    answers: [
      { code: 'simpleAnnual', value: simpleAnnual },
      { code: 'effectiveByDays', value: percent(effective.root) },
    ],
  }
}
