import { describe, expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import type { LoanTerms } from '#domain/loan/terms'
import { fen, type Fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { buildSchedule } from '#domain/schedule/build-schedule'

const drawnOn = localDate('2026-01-15')
const base = {
  principalFen: fen(12_000_000),
  drawnOn,
  firstDueOn: localDate('2026-02-15'),
  periods: 12,
  cadence: MONTHLY,
}
const rated = { ...base, rate: annualRate(0.12), firstPeriod: 'days' as const }

function rowsOf(terms: LoanTerms) {
  const built = buildSchedule(terms)
  if (!built.ok) throw new Error(built.error.code)
  return built.value.rows
}

describe('a contract written out', () => {
  test('120,000 at 12 % over 12 months is 10,661.85 a month with the residue last', () => {
    const rows = rowsOf({ kind: 'levelInstalment', ...rated })
    expect(rows[0]).toMatchObject({ principalFen: 946_185, interestFen: 120_000, totalFen: 1_066_185 })
    expect(rows[11]).toMatchObject({ dueOn: '2027-01-15', balanceFen: 0 })
    expect(Math.abs((rows[11]?.totalFen ?? 0) - 1_066_185)).toBeLessThan(12)
  })

  test('only an irregular first period is charged by days, when the contract says so', () => {
    const late = { ...rated, firstDueOn: localDate('2026-03-01') }
    // 45 days at 12 % ÷ 360
    expect(rowsOf({ kind: 'interestFirst', ...late })[0]?.interestFen).toBe(180_000)
    expect(rowsOf({ kind: 'interestFirst', ...late, firstPeriod: 'whole' })[0]?.interestFen).toBe(120_000)
    expect(rowsOf({ kind: 'interestFirst', ...rated })[0]?.interestFen).toBe(120_000)
  })

  test('due dates clamp to the month end and come back to the 31st', () => {
    const rows = rowsOf({ kind: 'equalPrincipal', ...rated, firstDueOn: localDate('2028-01-31') })
    expect(rows.slice(0, 4).map((row) => row.dueOn)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'])
  })

  test('100.00 of equal principal over 600 periods is floored, the last takes the residue', () => {
    const rows = rowsOf({ kind: 'equalPrincipal', ...rated, principalFen: fen(10_000), periods: 600 })
    expect(rows[0]?.principalFen).toBe(16)
    expect(rows[599]).toMatchObject({ principalFen: 10_000 - 599 * 16, balanceFen: 0 })
  })

  test('a flat fee is on the original principal every period, or all of it first', () => {
    const terms = {
      kind: 'flatFee',
      ...base,
      feeRate: { partsPerTenMillion: 60_000, per: 'month', dayBasis: 365 },
    } as const
    expect(rowsOf({ ...terms, feeTiming: 'everyPeriod' }).map((row) => row.feeFen)).toEqual(Array(12).fill(72_000))
    expect(rowsOf({ ...terms, feeTiming: 'withFirst' })[0]?.feeFen).toBe(864_000)
  })

  test('a bullet charges actual days on the basis, informal rows pay interest first and leave the rest on demand', () => {
    const bullet = rowsOf({
      kind: 'bullet',
      principalFen: fen(1_000_000),
      drawnOn,
      maturesOn: localDate('2027-01-15'),
      rate: annualRate(0.12),
    })
    expect(bullet[0]?.interestFen).toBe(121_667)
    const informal = buildSchedule({
      kind: 'informal',
      principalFen: fen(1_000_000),
      drawnOn,
      rate: annualRate(0.0365, 365),
      rows: [{ dueOn: localDate('2026-01-25'), amountFen: fen(300_000) }],
    })
    expect(informal).toMatchObject({
      value: { rows: [{ interestFen: 1000, principalFen: 299_000, balanceFen: 701_000 }] },
    })
  })

  test.each<[string, LoanTerms]>([
    ['term_out_of_range', { kind: 'levelInstalment', ...rated, periods: 601 }],
    ['rate_out_of_range', { kind: 'levelInstalment', ...rated, rate: annualRate(36) }],
    ['principal_out_of_range', { kind: 'levelInstalment', ...rated, principalFen: 0 as Fen }],
    ['first_due_before_drawn', { kind: 'levelInstalment', ...rated, firstDueOn: localDate('2026-01-14') }],
    ['cadence_out_of_range', { kind: 'levelInstalment', ...rated, cadence: { every: 'days', days: 0 } }],
    ['no_rows', { kind: 'lenderSchedule', principalFen: fen(1), drawnOn, rows: [] }],
  ])('%s is an error value', (code, terms) => expect(buildSchedule(terms)).toMatchObject({ error: { code } }))
})
