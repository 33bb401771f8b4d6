import { describe, expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import { fen, type Fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { effectiveFromNominal } from '#domain/rate/conversion'
import { levelInstalmentFen } from '#domain/schedule/amortise'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { futureValue, paymentCount } from '#domain/schedule/annuity'
import { oracleFile } from './oracle-file'
import { rootsOf } from './spreadsheet-functions'
import { printTally } from './tally'

interface Example {
  kind: string
  principal?: number
  annual_rate_pct?: number
  months?: number
  inputs?: string
  published?: Record<string, string> | string
  computed?: Record<string, string> | string
  source: string
  note?: string
}

const examples = oracleFile<Example[]>('cn_and_card_examples.json') ?? []
const toFen = (yuan: string | undefined): Fen => fen(Math.round(Number(yuan) * 100))
const figures = (value: Example['computed']): Record<string, string> => (typeof value === 'object' ? value : {})

function rowsOf(example: Example, kind: 'levelInstalment' | 'equalPrincipal') {
  const built = buildSchedule({
    kind,
    principalFen: fen((example.principal ?? 0) * 100),
    drawnOn: localDate('2026-01-20'),
    firstDueOn: localDate('2026-02-20'),
    periods: example.months ?? 0,
    cadence: MONTHLY,
    rate: annualRate((example.annual_rate_pct ?? 0) / 100),
    firstPeriod: 'whole',
  })
  if (!built.ok) throw new Error(built.error.code)
  return built.value
}

const level = examples.filter((example) => example.kind === '等额本息')
const equal = examples.filter((example) => example.kind === '等额本金')
const cards = examples.filter((example) => example.kind.startsWith('US card'))

describe.runIf(examples.length > 0)('Chinese and card examples', () => {
  printTally('Chinese and card examples', level.length + equal.length + cards.length + 1, {
    '砍头息 article without term or instalments': 1,
    '规则原文 (a text without figures)': 1,
  })

  test.each(level)('等额本息 $principal at $annual_rate_pct %: $source', (example) => {
    const { rows, totals } = rowsOf(example, 'levelInstalment')
    const computed = figures(example.computed)
    expect(rows[0]?.totalFen).toBe(toFen(computed['instalment']))
    const published = figures(example.published)['instalment']
    if (published !== undefined) expect(rows[0]?.totalFen).toBe(toFen(published))
    // Published totals are n × the unrounded instalment. Half a fen of rounding in every instalment grows with the rate
    // until the last one takes it back.
    const months = example.months ?? 0
    const roundingFen = (futureValue((example.annual_rate_pct ?? 0) / 1200, months, -1) + months) / 2
    expect(Math.abs(totals.totalFen - Number(computed['total']) * 100)).toBeLessThanOrEqual(roundingFen)
  })

  test.each(equal)('等额本金 $principal at $annual_rate_pct %: $source', (example) => {
    const { rows, totals } = rowsOf(example, 'equalPrincipal')
    const computed = figures(example.computed)
    // Published: the sum, rounded. Posted (loans.md): principal and interest each rounded; at most one fen apart.
    expect(Math.abs((rows[0]?.totalFen ?? 0) - toFen(computed['first']))).toBeLessThanOrEqual(1)
    expect(Math.abs((rows[0]?.totalFen ?? 0) - toFen(figures(example.published)['first']))).toBeLessThanOrEqual(1)
    expect(Math.abs(totals.interestFen - Number(computed['total_interest']) * 100)).toBeLessThanOrEqual(
      (example.months ?? 0) / 2,
    )
  })

  test('信用卡分期 12,000 over 12 at 0.6 % a period: 1,072.00, 13.0342243 % nominal, 13.8417851 % effective', () => {
    const built = buildSchedule({
      kind: 'flatFee',
      principalFen: fen(1_200_000),
      drawnOn: localDate('2026-01-20'),
      firstDueOn: localDate('2026-02-20'),
      periods: 12,
      cadence: MONTHLY,
      feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
      feeTiming: 'everyPeriod',
    })
    if (!built.ok) throw new Error(built.error.code)
    expect(built.value.rows.map((row) => row.totalFen)).toEqual(Array<number>(12).fill(107_200))
    const [monthly = NaN] = rootsOf([
      { time: 0, amount: 1_200_000 },
      ...built.value.rows.map((row) => ({ time: row.n, amount: 0 - row.totalFen })),
    ])
    expect(12 * monthly).toBeCloseTo(0.130342243, 9)
    expect(effectiveFromNominal(12 * monthly, 12)).toBeCloseTo(0.138417851, 9)
  })

  test.each(cards)('$kind $inputs: $published', (example) => {
    const computed = figures(example.computed)
    const [, principal = '', rate = ''] = /^(\d+) @([\d.]+)%/.exec(example.inputs ?? '') ?? []
    const principalFen = toFen(principal)
    const annual = annualRate(Number(rate) / 100)
    expect(levelInstalmentFen(principalFen, annual, MONTHLY, 36)).toBe(toFen(computed['pmt36']))
    const minimum = /min (\d+)/.exec(typeof example.published === 'string' ? example.published : '')?.[1] ?? ''
    const months = paymentCount(Number(rate) / 1200, 0 - Number(minimum), Number(principal)) ?? NaN
    expect(months).toBeCloseTo(Number(computed['months_at_fixed_min']), 3)
  })
})
