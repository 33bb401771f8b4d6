import { Worker } from 'node:worker_threads'
import * as formula from '@formulajs/formulajs'
import { Calculator } from 'amortizejs'
import { irr, nper, pmt } from 'financial'
import { Finance } from 'financejs'
import { Loan } from 'loanjs'
import * as nodeIrr from 'node-irr'
import { describe, expect, test } from 'vitest'
import xirr from 'xirr'
import { MONTHLY } from '#domain/calendar/cadence'
import { dayNumber, localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { rateRoots } from '#domain/rate/rate-roots'
import { effectiveAnnual } from '#domain/rate/xirr'
import { levelPayment, paymentCount } from '#domain/schedule/annuity'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { financeWithXirr } from './finance-with-xirr'

// Inputs at which packages from npm answer wrongly, hang or refuse, as measured with the exact versions in package.json,
// and what is right, shown by a check that is neither theirs nor ours. docs/correctness.md has the table.

const years = (amounts: readonly number[]) => amounts.map((amount, time) => ({ time, amount }))
const worthAt = (amounts: readonly number[], rate: number): number =>
  amounts.reduce((sum, amount, year) => sum + amount / (1 + rate) ** year, 0)
const plan = (changes: object) => {
  const built = buildSchedule({
    kind: 'levelInstalment',
    principalFen: fen(1_000_000),
    drawnOn: localDate('2025-12-31'),
    firstDueOn: localDate('2026-01-31'),
    periods: 12,
    cadence: MONTHLY,
    rate: annualRate(0.154),
    firstPeriod: 'whole',
    ...changes,
  })
  if (!built.ok) throw new Error(built.error.code)
  return built.value
}
const inLocalTime = (date: Date | undefined): string =>
  date ? `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}` : ''

describe('no rate solves the flows', () => {
  const amounts = [-1000, 2200, -1250]

  test('the worth of the flows is negative at every rate: 1000 y² − 2200 y + 1250 has no real root', () => {
    expect(2200 ** 2 - 4 * 1000 * 1250).toBeLessThan(0)
    for (let rate = -0.99; rate < 100; rate += 0.01)
      if (worthAt(amounts, rate) >= 0) throw new Error(`root near ${rate}`)
    expect(rateRoots(years(amounts))).toEqual({ kind: 'none' })
  })
  test('@formulajs/formulajs returns its guess, 10 %, at which 33 are missing', () => {
    expect(formula.IRR(amounts)).toBe(0.1)
    expect(worthAt(amounts, 0.1)).toBeCloseTo(-33.06, 2)
  })
  test('node-irr returns −99.9999996 %', () => {
    const rate = nodeIrr.irr([...amounts])
    expect(rate).toBeCloseTo(-1, 6)
    expect(worthAt(amounts, rate)).toBeLessThan(-1e18)
  })
  test('financial and financejs return infinity, xirr throws', () => {
    const dates = amounts.map((_, year) => new Date(Date.UTC(2025, 0, 1) + year * 365 * 86_400_000))
    expect(irr([...amounts])).toBe(Infinity)
    expect(financeWithXirr().XIRR(amounts, dates, 0.1)).toBe(Infinity)
    expect(() => xirr(amounts.map((amount, index) => ({ amount, when: dates[index]! })))).toThrow('failed to converge')
  })
})

describe('several rates solve the flows: 10 %, 20 % and 30 %', () => {
  const amounts = [1000, -3600, 4310, -1716]

  test('each is a rate and all are listed', () => {
    for (const rate of [0.1, 0.2, 0.3]) expect(worthAt(amounts, rate)).toBeCloseTo(0, 9)
    const answer = rateRoots(years(amounts))
    if (answer.kind !== 'several') throw new Error(answer.kind)
    answer.roots.forEach((root, index) => expect(root).toBeCloseTo([0.1, 0.2, 0.3][index]!, 9))
  })
  test('four packages return 10 % and do not say that there are others; financejs throws', () => {
    expect(irr([...amounts])).toBeCloseTo(0.1, 6)
    expect(formula.IRR(amounts)).toBeCloseTo(0.1, 6)
    expect(nodeIrr.irr([...amounts])).toBeCloseTo(0.1, 6)
    const dates = amounts.map((_, year) => new Date(Date.UTC(2025, 0, 1) + year * 365 * 86_400_000))
    expect(xirr(amounts.map((amount, index) => ({ amount, when: dates[index]! })))).toBeCloseTo(0.1, 6)
    expect(() => new Finance().IRR(1000, -3600, 4310, -1716)).toThrow("can't find a result")
  })
})

describe('an interest-free loan and a loss', () => {
  test('10,000 repaid in two halves costs nothing; financejs finds no rate', () => {
    expect(worthAt([10_000, -5000, -5000], 0)).toBe(0)
    expect(rateRoots(years([10_000, -5000, -5000]))).toEqual({ kind: 'one', root: 0 })
    expect(() => new Finance().IRR(10_000, -5000, -5000)).toThrow("can't find a result")
  })
  test('10,000 of which 100 comes back after 181 days has one rate; xirr throws, financejs and formulajs are NaN', () => {
    const on = [localDate('2026-01-01'), localDate('2026-07-01')]
    const amounts = [-10_000, 100]
    const dates = on.map((day) => new Date(dayNumber(day) * 86_400_000))
    const truth = (100 / 10_000) ** (365 / 181) - 1
    const answer = effectiveAnnual(amounts.map((yuan, index) => ({ on: on[index]!, amountFen: yuan * 100 })))
    expect(answer.kind === 'one' && answer.root).toBeCloseTo(truth, 12)
    expect(() => xirr(amounts.map((amount, index) => ({ amount, when: dates[index]! })))).toThrow('failed to converge')
    expect(financeWithXirr().XIRR(amounts, dates, 0.1)).toBeNaN()
    expect(formula.XIRR(amounts, dates, 0.1)).toBeNaN()
  })
  test('the repayment written before the loan: node-irr −100 %, financejs −9.09 %, truth 10 %', () => {
    const amounts = [-1100, 1000]
    const on = [localDate('2027-01-01'), localDate('2026-01-01')]
    const dates = on.map((day) => new Date(dayNumber(day) * 86_400_000))
    expect(worthAt([1000, -1100], 0.1)).toBeCloseTo(0, 9)
    const answer = effectiveAnnual(amounts.map((yuan, index) => ({ on: on[index]!, amountFen: yuan * 100 })))
    expect(answer.kind === 'one' && answer.root).toBeCloseTo(0.1, 12)
    const daily = nodeIrr.xirr(amounts.map((amount, index) => ({ amount, date: dates[index]! }))).rate
    expect((1 + daily) ** 365 - 1).toBeCloseTo(-1, 9)
    expect(financeWithXirr().XIRR(amounts, dates, 0.1)).toBe(-9.09)
  })
})

describe('an instalment that does not reach its interest', () => {
  test('no number of payments of 100 repays 10,000 at 2 % a month; financial and formulajs say NaN, ours null', () => {
    expect(10_000 * 0.02).toBeGreaterThan(100)
    expect(nper(0.02, -100, 10_000)).toBeNaN()
    expect(formula.NPER(0.02, -100, 10_000)).toBeNaN()
    expect(paymentCount(0.02, -100, 10_000)).toBeNull()
  })

  /** Whether amortizejs answers within twenty seconds and 64 MB, asked in a thread that can be ended. */
  const answersInTime = (loanTerm: number): Promise<boolean> =>
    new Promise((resolve) => {
      const worker = new Worker(
        `const { Calculator } = require('amortizejs')
        const { parentPort, workerData } = require('node:worker_threads')
        Calculator.calculate({ method: 'mortgage', balance: 10000, apr: 100, loanTerm: workerData })
        parentPort.postMessage('done')`,
        { eval: true, workerData: loanTerm, resourceLimits: { maxOldGenerationSizeMb: 64 } },
      )
      const finish = (isInTime: boolean) => {
        clearTimeout(timer)
        void worker.terminate().then(() => resolve(isInTime))
      }
      const timer = setTimeout(() => finish(false), 20_000)
      worker.once('message', () => finish(true))
      // Out of memory: the rows never end.
      worker.once('error', () => finish(false))
    })

  test('10,000 at 100 % over 600 months: amortizejs never ends, ours repays the principal with the last', async () => {
    expect(await answersInTime(120)).toBe(true)
    expect(await answersInTime(600)).toBe(false)
    const { rows } = plan({ rate: annualRate(1), periods: 600 })
    expect(rows).toHaveLength(600)
    expect(rows.reduce((sum, row) => sum + row.principalFen, 0)).toBe(1_000_000)
    expect(rows[599]?.balanceFen).toBe(0)
    expect(rows.every((row) => row.principalFen >= 0)).toBe(true)
  })
})

describe('month ends and leap years', () => {
  const datesOf = (startDate: Date, loanTerm: number) =>
    Calculator.calculate({ method: 'mortgage', balance: 10_000, apr: 15.4, loanTerm, startDate }).schedule.map((row) =>
      inLocalTime(row.date),
    )

  test('due on the 31st: amortizejs has no instalment in February and stays on the 3rd', () => {
    expect(datesOf(new Date(2026, 0, 31), 4)).toEqual(['2026-1-31', '2026-3-3', '2026-4-3', '2026-5-3'])
    expect(
      plan({})
        .rows.slice(0, 4)
        .map((row) => row.dueOn),
    ).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
  })
  test('due on 29 February 2024: amortizejs leaves out February 2025 and stays on the 1st', () => {
    expect(datesOf(new Date(2024, 1, 29), 14).slice(11)).toEqual(['2025-1-29', '2025-3-1', '2025-4-1'])
    const { rows } = plan({ drawnOn: localDate('2024-01-29'), firstDueOn: localDate('2024-02-29'), periods: 14 })
    expect(rows.slice(11).map((row) => row.dueOn)).toEqual(['2025-01-29', '2025-02-28', '2025-03-29'])
  })
})

describe('the residue of rounding', () => {
  const yuan = (value: number): number => Math.round(value * 100) / 100

  test('10,000 at 15.4 % over 12 months: the rows of loanjs repay 9,999.97 and its last instalment forgets 0.03', () => {
    const loan = Loan(10_000, 12, 15.4, 'annuity')
    const last = loan.installments[11]!
    expect(yuan(loan.installments.reduce((sum, row) => sum + row.capital, 0))).toBe(9999.97)
    expect(yuan(loan.installments.reduce((sum, row) => sum + row.installment, 0))).not.toBe(loan.sum)
    expect(last).toMatchObject({ installment: 904.47, remain: 0 })
    const { rows, totals } = plan({})
    expect(totals.principalFen).toBe(1_000_000)
    expect(rows[11]).toMatchObject({ totalFen: 90_450, balanceFen: 0 })
    // What is paid is what is owed: the rows add up to the printed total.
    expect(rows.reduce((sum, row) => sum + row.totalFen, 0)).toBe(totals.totalFen)
  })
  test('100 in equal parts over 600 months: loanjs repays 102, goes below zero and charges negative interest', () => {
    const { installments } = Loan(100, 600, 12, 'diminishing')
    expect(yuan(installments.reduce((sum, row) => sum + row.capital, 0))).toBe(102)
    expect(yuan(Math.min(...installments.map((row) => row.remain)))).toBe(-1.83)
    expect(Math.min(...installments.map((row) => row.interest))).toBe(-0.02)
    const terms = { kind: 'equalPrincipal', principalFen: fen(10_000), periods: 600, rate: annualRate(0.12) }
    const { rows, totals } = plan(terms)
    expect(totals.principalFen).toBe(10_000)
    expect(rows.every((row) => row.balanceFen >= 0 && row.interestFen >= 0)).toBe(true)
  })
  test('amortizejs rounds nothing: instalments of a part of a fen, which nobody can pay', () => {
    const { periodicPayment } = Calculator.calculate({ method: 'mortgage', balance: 10_000, apr: 15.4, loanTerm: 12 })
    expect(periodicPayment).toBeCloseTo(904.47169, 5)
    expect(yuan(periodicPayment)).not.toBe(periodicPayment)
    expect(Number.isInteger(plan({}).rows[0]?.totalFen)).toBe(true)
  })
})

describe('no interest, and next to none', () => {
  test('0 %: amortizejs has one row of NaN, loanjs refuses, ours is twelve instalments', () => {
    const { schedule } = Calculator.calculate({ method: 'mortgage', balance: 1200, apr: 0, loanTerm: 12 })
    expect(schedule).toHaveLength(1)
    expect(schedule[0]?.principal).toBeNaN()
    expect(() => Loan(1200, 12, 0, 'annuity')).toThrow('wrong parameters')
    const { rows } = plan({ principalFen: fen(120_000), rate: annualRate(0) })
    expect(rows.map((row) => row.totalFen)).toEqual(Array(12).fill(10_000))
  })
  test('1e-12 a month: financial and formulajs lose the digits and ask for less than the principal', () => {
    const [ofFinancial, ofFormula] = [pmt(1e-12, 12, 10_000), formula.PMT(1e-12, 12, 10_000) as number]
    expect(-12 * ofFinancial).toBeLessThan(10_000 - 0.8)
    expect(-12 * ofFormula).toBeLessThan(10_000 - 0.8)
    expect(-12 * levelPayment(1e-12, 12, 10_000)).toBeCloseTo(10_000, 6)
  })
})
