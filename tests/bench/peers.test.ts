import { Calculator } from 'amortizejs'
import * as formula from '@formulajs/formulajs'
import { ipmt, ppmt } from 'financial'
import { Loan } from 'loanjs'
import * as nodeIrr from 'node-irr'
import { afterAll, expect, test } from 'vitest'
import xirr from 'xirr'
import { MONTHLY } from '#domain/calendar/cadence'
import { addDays, dayNumber, localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { effectiveAnnual } from '#domain/rate/xirr'
import { amortiseLevel, levelInstalmentFen, repaymentPlan, wholePeriods } from '#domain/schedule/amortise'
import { amortiseInto } from '#domain/schedule/amortise-into'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { financeWithXirr } from '../peers/finance-with-xirr'
import { bareLoop, bareNearestLoop, bracketedNewton } from './ceilings'
import { quickestOf, race, raceTable, type Contender, type Finish } from './race'

// Ours, a ceiling and packages from npm at the same work in one run. Only ratios are asserted; the figures are printed.

const tables: string[] = []
afterAll(() => console.info(`\n${tables.join('\n\n')}\n`))

/** Races, prints, and holds ours to at most so many times the ceiling and to less than every package. */
function raced(title: string, mostOfCeiling: number, contenders: readonly Contender[]): void {
  const ratios = (finishes: readonly Finish[]) => {
    const ours = quickestOf(finishes, 'ours')
    return { ofCeiling: ours / quickestOf(finishes, 'ceiling'), ofPeer: ours / quickestOf(finishes, 'peer') }
  }
  const finishes = race(contenders, (soFar) => {
    const { ofCeiling, ofPeer } = ratios(soFar)
    return ofCeiling < mostOfCeiling && ofPeer < 1
  })
  tables.push(raceTable(title, finishes))
  expect(ratios(finishes).ofCeiling).toBeLessThan(mostOfCeiling)
  expect(ratios(finishes).ofPeer).toBeLessThan(1)
}

const MONTHS = 360
const principal = new Float64Array(MONTHS)
const interest = new Float64Array(MONTHS)
const contractOf = (index: number) => ({ principalFen: fen(100_000_000 + 13_700 * index), rate: annualRate(0.041) })
const contracts = Array.from({ length: 10_000 }, (_, index) => contractOf(index))

const figuresOf = ({ principalFen, rate }: (typeof contracts)[number]) =>
  amortiseLevel(
    principalFen,
    levelInstalmentFen(principalFen, rate, MONTHLY, MONTHS),
    MONTHS,
    wholePeriods(rate, MONTHLY),
  )

test('10,000 schedules of 360 months: within twice a bare loop over typed arrays, and ahead of every package', () => {
  raced('10,000 schedules × 360 months, principal and interest of every row', 2, [
    {
      name: 'amortiseInto, exact to the fen',
      side: 'ours',
      work: () => {
        for (const { principalFen, rate } of contracts) {
          amortiseInto(repaymentPlan('levelInstalment', principalFen, rate, MONTHLY, MONTHS), principal, interest)
        }
      },
    },
    { name: 'amortiseLevel, new arrays each', side: 'ours', work: () => contracts.forEach(figuresOf) },
    {
      name: 'bare loop in doubles',
      side: 'ceiling',
      work: () => {
        for (const { principalFen } of contracts) bareLoop(principalFen, 0.041 / 12, MONTHS, principal, interest)
      },
    },
    {
      name: 'bare loop in doubles, no floor',
      side: 'ceiling',
      work: () => {
        for (const { principalFen } of contracts) bareNearestLoop(principalFen, 0.041 / 12, MONTHS, principal, interest)
      },
    },
    {
      name: 'loanjs 1.1.2',
      side: 'peer',
      work: () => {
        for (const { principalFen } of contracts) Loan(principalFen / 100, MONTHS, 4.1, 'annuity')
      },
    },
    {
      name: 'amortizejs 1.0.3',
      side: 'peer',
      work: () => {
        for (const { principalFen } of contracts) {
          Calculator.calculate({ method: 'mortgage', balance: principalFen / 100, apr: 4.1, loanTerm: MONTHS })
        }
      },
    },
    {
      name: 'financial 0.2.4 (ipmt, ppmt)',
      side: 'peer',
      work: () => {
        for (const { principalFen } of contracts) {
          for (let month = 1; month <= MONTHS; month++) {
            interest[month - 1] = ipmt(0.041 / 12, month, MONTHS, principalFen / -100)
            principal[month - 1] = ppmt(0.041 / 12, month, MONTHS, principalFen / -100)
          }
        }
      },
    },
  ])
})

test('1,000 schedules with dates: ahead of the package that dates its rows', () => {
  const some = contracts.slice(0, 1000)
  // Objects, dates and totals have no bare loop: it is printed for scale.
  raced('1,000 schedules × 360 months, rows with due dates', Infinity, [
    {
      name: 'buildSchedule (totals, balances, fees)',
      side: 'ours',
      work: () => {
        for (const { principalFen, rate } of some) {
          buildSchedule({
            kind: 'levelInstalment',
            principalFen,
            rate,
            drawnOn: localDate('2026-01-31'),
            firstDueOn: localDate('2026-02-28'),
            periods: MONTHS,
            cadence: MONTHLY,
            firstPeriod: 'whole',
          })
        }
      },
    },
    {
      name: 'bare loop in doubles, no dates',
      side: 'ceiling',
      work: () => {
        for (const { principalFen } of some) bareLoop(principalFen, 0.041 / 12, MONTHS, principal, interest)
      },
    },
    {
      name: 'amortizejs 1.0.3 with startDate',
      side: 'peer',
      work: () => {
        const startDate = new Date(2026, 1, 28)
        for (const { principalFen } of some) {
          const balance = principalFen / 100
          Calculator.calculate({ method: 'mortgage', balance, apr: 4.1, loanTerm: MONTHS, startDate })
        }
      },
    },
  ])
})

test('the ceiling, the packages and ours compute the same schedule', () => {
  const contract = contractOf(0)
  const ours = figuresOf(contract)
  bareLoop(contract.principalFen, 0.041 / 12, MONTHS, principal, interest)
  expect([...principal]).toEqual([...ours.principal])
  const peer = Loan(contract.principalFen / 100, MONTHS, 4.1, 'annuity').installments
  expect(Math.round((peer[0]?.interest ?? NaN) * 100)).toBe(ours.interest[0])
  expect(Math.round((peer[200]?.capital ?? NaN) * 100)).toBe(ours.principal[200])
})

/** A loan repaid in irregular amounts at irregular gaps of 1 to 29 days, at a few per cent a year. */
function irregular(count: number, seed: number) {
  const start = localDate('2020-01-31')
  const paid = Array.from({ length: count - 1 }, (_, index) => 50_000 + ((index * 7919 + seed * 104_729) % 9973) * 17)
  let gapsSum = 0
  const flows = paid.map((amount, index) => {
    gapsSum += 1 + ((index * 31 + seed * 17) % 29)
    return { on: addDays(start, gapsSum), amountFen: -amount }
  })
  const received = Math.round(paid.reduce((sum, amount) => sum + amount, 0) * (0.75 - (seed % 20) / 1000))
  return [{ on: start, amountFen: received }, ...flows]
}

test.each([100, 1000])(
  'the rates of irregular loans of %i flows: within three times a bracketed Newton, ahead of every package',
  (count) => {
    const loans = Array.from({ length: 20_000 / count }, (_, seed) => irregular(count, seed))
    const prepared = loans.map((flows) => {
      const days = flows.map((flow) => dayNumber(flow.on))
      const dates = days.map((day) => new Date(day * 86_400_000))
      const amounts = flows.map((flow) => flow.amountFen)
      return {
        dates,
        amounts,
        years: Float64Array.from(days, (day) => (day - days[0]!) / 365),
        typed: Float64Array.from(amounts),
        withWhen: amounts.map((amount, index) => ({ amount, when: dates[index]! })),
        withDate: amounts.map((amount, index) => ({ amount, date: dates[index]! })),
      }
    })
    const finance = financeWithXirr()

    for (const [index, flows] of loans.entries()) {
      const { years, typed } = prepared[index]!
      const answer = effectiveAnnual(flows)
      expect(answer.kind).toBe('one')
      if (answer.kind === 'one') expect(answer.root).toBeCloseTo(bracketedNewton(years, typed), 11)
    }

    raced(`XIRR of ${loans.length} loans × ${count} irregular flows`, 3, [
      { name: 'effectiveAnnual, from dated flows', side: 'ours', work: () => loans.forEach(effectiveAnnual) },
      {
        name: 'bracketed Newton, from sorted years',
        side: 'ceiling',
        work: () => {
          for (const { years, typed } of prepared) bracketedNewton(years, typed)
        },
      },
      { name: 'xirr 1.1.0', side: 'peer', work: () => prepared.map(({ withWhen }) => xirr(withWhen)) },
      {
        name: 'node-irr 2.0.5',
        side: 'peer',
        work: () => prepared.map(({ withDate }) => nodeIrr.xirr(withDate)),
      },
      {
        name: 'financejs 4.1.0 (to five decimals)',
        side: 'peer',
        work: () => prepared.map(({ amounts, dates }) => finance.XIRR(amounts, dates, 0.1)),
      },
      {
        name: '@formulajs/formulajs 4.6.1',
        side: 'peer',
        work: () => prepared.map(({ amounts, dates }) => formula.XIRR(amounts, dates, 0.1) as unknown),
      },
    ])
  },
)
