import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MONTHLY, type Cadence } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import type { LoanTerms } from '#domain/loan/terms'
import { fen, MAX_FEN, type Fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { levelInstalmentFen } from '#domain/schedule/amortise'
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

const cadence = fc.constantFrom<Cadence>(MONTHLY, { every: 'quarter' }, { every: 'week' }, { every: 'days', days: 10 })
const anyTerms = fc
  .record({
    kind: fc.constantFrom('levelInstalment' as const, 'equalPrincipal' as const, 'interestFirst' as const),
    principalFen: fc.integer({ min: 1, max: MAX_FEN }).map(fen),
    periods: fc.integer({ min: 1, max: 600 }),
    per10000: fc.nat(50_000),
    per: fc.constantFrom('year' as const, 'month' as const, 'day' as const),
    cadence,
    firstPeriod: fc.constantFrom('whole' as const, 'days' as const),
  })
  .map(({ per10000, per, ...rest }) => ({
    ...base,
    ...rest,
    rate: {
      partsPerTenMillion: per10000 * (per === 'year' ? 1000 : per === 'month' ? 80 : 2),
      per,
      dayBasis: 365 as const,
    },
  }))

describe('properties of every schedule', () => {
  test('it repays exactly the principal, never goes below zero, and no part is negative', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const rows = rowsOf(terms)
        expect(rows).toHaveLength(terms.periods)
        expect(rows.reduce((sum, row) => sum + row.principalFen, 0)).toBe(terms.principalFen)
        expect(rows[rows.length - 1]?.balanceFen).toBe(0)
        const smallest = rows.reduce(
          (least, row) => Math.min(least, row.principalFen, row.interestFen, row.balanceFen),
          0,
        )
        expect(smallest).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  test('a higher rate never costs less', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 1, max: 10_000 }), (terms, more) => {
        const dearer = { ...terms, rate: { ...terms.rate, partsPerTenMillion: terms.rate.partsPerTenMillion + more } }
        const figure = (of: typeof terms) => {
          const rows = rowsOf(of)
          // The rounding of a level instalment grows into its last row: the instalment itself is what is monotone.
          return of.kind === 'levelInstalment' && of.periods > 1
            ? levelInstalmentFen(of.principalFen, of.rate, of.cadence, of.periods)
            : rows.reduce((sum, row) => sum + row.interestFen, 0)
        }
        expect(figure(dearer)).toBeGreaterThanOrEqual(figure(terms))
      }),
      { numRuns: 60 },
    )
  })
})

test('the same schedule in three time zones', () => {
  const answers = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) => {
    const vite = `import { createServer } from 'vite'; const s = await createServer({ server: { middlewareMode: true, hmr: false, ws: false }, configFile: false, appType: 'custom', logLevel: 'silent', optimizeDeps: { noDiscovery: true } }); const d = await s.ssrLoadModule('/src/domain/calendar/local-date.ts'); const b = await s.ssrLoadModule('/src/domain/schedule/build-schedule.ts'); console.log(JSON.stringify([new Date(0).getHours(), d.addDays('2026-03-28', 1), b.buildSchedule({ kind: 'levelInstalment', principalFen: 12000000, drawnOn: '2026-01-31', firstDueOn: '2026-02-28', periods: 24, cadence: { every: 'days', days: 30 }, rate: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 }, firstPeriod: 'days' })])); await s.close()`
    return JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', vite], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    ) as unknown[]
  })
  // The control: the zones really differ.
  expect(new Set(answers.map(([hour]) => hour)).size).toBe(3)
  expect(answers.map((answer) => answer.slice(1))).toEqual(Array(3).fill(answers[0]?.slice(1)))
})
