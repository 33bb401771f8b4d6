import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MONTHLY, type Cadence } from '#domain/calendar/cadence'
import { addDays, localDate } from '#domain/calendar/local-date'
import type { LoanTerms, RecurringFee, StatedRow } from '#domain/loan/terms'
import { parseLenderPlan } from '#domain/loan/parse-lender-plan'
import { recoverPlan } from '#domain/loan/recover-plan'
import type { RecoveredPlan, StatedPlan } from '#domain/loan/recovered-plan'
import { fen, type Fen } from '#domain/money/fen'
import { annualRate, type InterestRate } from '#domain/rate/interest-rate'
import { buildSchedule } from '#domain/schedule/build-schedule'

const drawnOn = localDate('2026-01-15')
const common = {
  principalFen: fen(1_200_000),
  drawnOn,
  periods: 12,
  firstDueOn: localDate('2026-02-15'),
  cadence: MONTHLY,
}
const perDay = (parts: number): InterestRate => ({ partsPerTenMillion: parts, per: 'day', dayBasis: 365 })
const perMonth = (parts: number): InterestRate => ({ partsPerTenMillion: parts, per: 'month', dayBasis: 360 })

function rowsOf(terms: LoanTerms, fees: readonly RecurringFee[] = []): StatedRow[] {
  const schedule = buildSchedule(terms, fees)
  if (!schedule.ok) throw new Error(schedule.error.code)
  return schedule.value.rows.map(({ dueOn, principalFen, interestFen, feeFen }) => ({
    dueOn,
    principalFen,
    interestFen,
    feeFen,
  }))
}

function recovered(plan: Partial<StatedPlan> & { readonly rows: readonly StatedRow[] }): RecoveredPlan {
  const read = recoverPlan({ principalFen: null, receivedFen: null, drawnOn: null, advertised: null, ...plan })
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

const codes = (plan: RecoveredPlan) => plan.findings.map(({ code }) => code)
const level: LoanTerms = { kind: 'levelInstalment', ...common, rate: annualRate(0.154), firstPeriod: 'whole' }

describe('a plan read backwards', () => {
  test.each<[string, LoanTerms, object]>([
    ['level at 15.4 % a year', level, { kind: 'levelInstalment', rate: annualRate(0.154), interestBy: 'period' }],
    [
      'equal principal at 18 % a year',
      { kind: 'equalPrincipal', ...common, rate: annualRate(0.18), firstPeriod: 'whole' },
      { kind: 'equalPrincipal', rate: annualRate(0.18) },
    ],
    [
      'interest first at 12 % a year',
      { kind: 'interestFirst', ...common, rate: annualRate(0.12), firstPeriod: 'whole' },
      { kind: 'interestFirst', rate: annualRate(0.12) },
    ],
    [
      'a flat fee of 0.6 % a month',
      { kind: 'flatFee', ...common, feeRate: perMonth(60_000), feeTiming: 'everyPeriod' },
      { kind: 'flatFee', rate: perMonth(60_000), feeTiming: 'everyPeriod', interestBy: 'original' },
    ],
    [
      'the whole flat fee with the first instalment',
      { kind: 'flatFee', ...common, feeRate: perMonth(60_000), feeTiming: 'withFirst' },
      { kind: 'flatFee', rate: perMonth(60_000), feeTiming: 'withFirst' },
    ],
    [
      '日息万五, equal principal by actual days',
      { kind: 'equalPrincipal', ...common, rate: perDay(5000), firstPeriod: 'days' },
      { kind: 'equalPrincipal', rate: perDay(5000), interestBy: 'days' },
    ],
    [
      '日息万五, level by actual days',
      { kind: 'levelInstalment', ...common, rate: perDay(5000), firstPeriod: 'days' },
      { kind: 'levelInstalment', rate: perDay(5000), interestBy: 'days' },
    ],
    [
      'a first period of 45 days',
      {
        kind: 'levelInstalment',
        ...common,
        drawnOn: localDate('2026-01-01'),
        rate: annualRate(0.154),
        firstPeriod: 'days',
      },
      { kind: 'levelInstalment', rate: annualRate(0.154), firstPeriod: 'days' },
    ],
    [
      'a bullet of 90 days',
      { kind: 'bullet', principalFen: fen(1_200_000), drawnOn, maturesOn: addDays(drawnOn, 90), rate: perDay(5000) },
      { kind: 'bullet', rate: perDay(5000) },
    ],
  ])('%s', (_, terms, found) => {
    const rows = rowsOf(terms)
    const plan = recovered({ rows, drawnOn: terms.drawnOn })
    expect(plan.fits[0]).toMatchObject({ ...found, equalRows: rows.length, largestDifferenceFen: 0 })
    expect(plan.fits[0]?.terms && rowsOf(plan.fits[0].terms)).toEqual(rows)
  })

  test('fees, a deduction and an advertised rate below the real one are told', () => {
    const fees: RecurringFee[] = [
      { id: 'a', name: '', amountFen: fen(3000), timing: 'everyInstalment' },
      { id: 'b', name: '', amountFen: fen(5000), timing: 'withFirst' },
    ]
    const plan = recovered({
      rows: rowsOf(level, fees),
      drawnOn,
      receivedFen: fen(1_100_000),
      advertised: annualRate(0.154),
    })
    expect(plan.fits[0]).toMatchObject({ kind: 'levelInstalment', rate: annualRate(0.154), equalRows: 12 })
    expect(codes(plan)).toEqual(['above_advertised', 'fees_beside', 'upfront_deduction'])
    expect(plan.findings[1]).toMatchObject({ everyFen: 3000, firstFen: 5000, totalFen: 41_000 })
    expect(plan.findings[2]).toMatchObject({ deductedFen: 100_000 })
  })

  test('0.6 % a month is stated as 7.2 % a year and is 13.03 % on the money still owed', () => {
    const rows = rowsOf({ kind: 'flatFee', ...common, feeRate: perMonth(60_000), feeTiming: 'everyPeriod' })
    const [flat] = recovered({ rows, drawnOn }).findings
    if (flat?.code !== 'flat_rate') throw new Error('not told')
    expect(flat.statedAnnual).toBeCloseTo(0.072, 9)
    expect(flat.trueAnnual).toBeCloseTo(0.130342243, 8)
  })

  test('the flat fee is told by itself, fees beside it apart', () => {
    const flat: LoanTerms = { kind: 'flatFee', ...common, feeRate: perMonth(60_000), feeTiming: 'everyPeriod' }
    const rows = rowsOf(flat).map((row) => ({ ...row, interestFen: row.feeFen, feeFen: fen(2000) }))
    const plan = recovered({ rows, drawnOn, receivedFen: fen(1_150_000) })
    const [told, fees] = plan.findings
    if (told?.code !== 'flat_rate') throw new Error('not told')
    expect(told.trueAnnual).toBeCloseTo(0.130342243, 8)
    expect(plan.implied.nominalAnnual).toBeGreaterThan(0.2)
    expect(fees).toMatchObject({ code: 'fees_beside', everyFen: 2000, firstFen: 0 })
  })

  test('a flat fee that the app calls interest is still a flat fee', () => {
    const rows = rowsOf({ kind: 'flatFee', ...common, feeRate: perMonth(60_000), feeTiming: 'everyPeriod' })
    const called = rows.map((row) => ({ ...row, interestFen: row.feeFen, feeFen: fen(0) }))
    expect(recovered({ rows: called, drawnOn }).fits[0]).toMatchObject({ kind: 'flatFee', rate: perMonth(60_000) })
  })

  test('a row left out is said and the rest still tells the loan', () => {
    const rows = rowsOf(level)
    const plan = recovered({ rows: rows.filter((_, at) => at !== 4), drawnOn })
    expect(plan.fits[0]).toMatchObject({ kind: 'levelInstalment', rate: annualRate(0.154) })
    expect(plan.fits[0]?.equalRows).toBeGreaterThanOrEqual(9)
    expect(plan.findings).toContainEqual({ code: 'rows_missing', dueOn: ['2026-06-15'] })
    const known = recovered({ rows: rows.filter((_, at) => at !== 4), drawnOn, principalFen: fen(1_200_000) })
    expect(known.fits[0]).toMatchObject({ equalRows: 11, largestDifferenceFen: 0 })
  })

  test('month-end dates are one rhythm', () => {
    const ends = {
      ...level,
      drawnOn: localDate('2025-12-31'),
      firstDueOn: localDate('2026-01-31'),
    }
    const plan = recovered({ rows: rowsOf(ends) })
    expect(plan).toMatchObject({ cadence: MONTHLY, drawnOn: '2025-12-31' })
    expect(plan.fits[0]).toMatchObject({ equalRows: 12 })
    expect(codes(plan)).toEqual(['drawn_on_assumed'])
  })

  test('interest cut off to whole fen instead of rounded is told with how many rows differ and by how much', () => {
    let balance = 1_200_000
    const rows = rowsOf(level).map((row): StatedRow => {
      const interestFen = Math.floor((balance * 0.154) / 12) as Fen
      balance -= row.principalFen
      return { ...row, interestFen }
    })
    const plan = recovered({ rows, drawnOn })
    expect(plan.fits[0]).toMatchObject({ kind: 'levelInstalment', largestDifferenceFen: 1 })
    const differ = plan.findings.find(({ code }) => code === 'rows_differ')
    expect(differ).toMatchObject({ comparedRows: 12, largestDifferenceFen: 1 })
  })

  test('a schedule of its own has no kind but has a rate', () => {
    const parts = [100_000, 340_000, 20_000, 400_000, 340_000]
    const rows = parts.map((principal, at): StatedRow => ({
      dueOn: localDate(`2026-0${at + 2}-${['03', '17', '09', '28', '11'][at]}`),
      principalFen: fen(principal),
      interestFen: fen([20_000, 11_000, 300, 9000, 4000][at] ?? 0),
      feeFen: fen([0, 500, 0, 900, 0][at] ?? 0),
    }))
    const plan = recovered({ rows, drawnOn })
    expect(plan.fits).toEqual([])
    expect(plan.cadence).toBeNull()
    expect(plan.implied.nominalAnnual ?? 0).toBeGreaterThan(0.1)
    expect(codes(plan)).toContain('fees_vary')
  })

  test('a level plan with a balloon keeps its kind and says the last instalment is larger', () => {
    const rows = rowsOf(level).slice(0, 11)
    const left = 1_200_000 - rows.reduce((sum, row) => sum + row.principalFen, 0)
    const cut = rows.slice(0, 6)
    const balloon = rows.slice(6).reduce((sum, row) => sum + row.principalFen, 0) + left
    const last = { ...rows[6]!, principalFen: fen(balloon) }
    const plan = recovered({ rows: [...cut, last], drawnOn })
    expect(codes(plan)).toContain('last_instalment_larger')
  })
})

describe('rows that show only what is paid', () => {
  const totals = (terms: LoanTerms) =>
    rowsOf(terms).map((row): StatedRow => ({
      dueOn: row.dueOn,
      principalFen: (row.principalFen + row.interestFen + row.feeFen) as Fen,
      interestFen: fen(0),
      feeFen: fen(0),
    }))
  test('equal instalments may be level or a flat fee: both are listed, the roundest rates with them', () => {
    const plan = recovered({ rows: totals(level), drawnOn, principalFen: fen(1_200_000) })
    expect(plan.fits.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['levelInstalment', 'flatFee']))
    expect(plan.fits.find(({ kind }) => kind === 'levelInstalment')?.rate).toEqual(annualRate(0.154))
    expect(codes(plan)).toContain('totals_split')
  })
  test('falling instalments are equal principal; small ones before a large one are interest first', () => {
    const equal = totals({ kind: 'equalPrincipal', ...common, rate: annualRate(0.18), firstPeriod: 'whole' })
    const first = totals({ kind: 'interestFirst', ...common, rate: annualRate(0.12), firstPeriod: 'whole' })
    expect(recovered({ rows: equal, drawnOn, principalFen: fen(1_200_000) }).fits[0]).toMatchObject({
      kind: 'equalPrincipal',
      rate: annualRate(0.18),
    })
    expect(recovered({ rows: first, drawnOn, principalFen: fen(1_200_000) }).fits[0]).toMatchObject({
      kind: 'interestFirst',
      rate: annualRate(0.12),
    })
  })
  test('without the amount nothing is claimed but a need for it', () => {
    expect(codes(recovered({ rows: totals(level), drawnOn }))).toContain('amount_needed')
  })
})

test('what cannot be read is refused with its reason', () => {
  const plan: StatedPlan = { rows: [], principalFen: null, receivedFen: null, drawnOn: null, advertised: null }
  expect(recoverPlan(plan)).toMatchObject({ error: { code: 'no_rows' } })
  const rows = rowsOf(level)
  expect(recoverPlan({ ...plan, rows, drawnOn: localDate('2026-03-01') })).toMatchObject({
    error: { code: 'first_due_before_drawn' },
  })
  expect(recoverPlan({ ...plan, rows: [...rows, ...rows] })).toMatchObject({ error: { code: 'date_twice' } })
})

test('pasted text to kind and rate: 12 lines as an app shows them', () => {
  const text = rowsOf(level)
    .map((row, at) => `第${at + 1}期 ${row.dueOn} ${row.principalFen / 100} ${row.interestFen / 100}`)
    .join('\n')
  const { rows, dropped } = parseLenderPlan(text)
  expect(dropped).toEqual([])
  expect(recovered({ rows, drawnOn }).fits[0]).toMatchObject({ kind: 'levelInstalment', rate: annualRate(0.154) })
})

describe('whatever the terms, the plan they write is read back', () => {
  const cadences: readonly Cadence[] = [MONTHLY, { every: 'quarter' }, { every: 'week' }, { every: 'days', days: 10 }]
  const rateUnit = fc.constantFrom<InterestRate['per']>('year', 'month', 'day')
  const anyTerms = fc
    .record({
      kind: fc.constantFrom('levelInstalment', 'equalPrincipal', 'interestFirst', 'flatFee', 'bullet' as const),
      principalFen: fc.integer({ min: 50_000, max: 100_000_000 }).map(fen),
      periods: fc.integer({ min: 2, max: 60 }),
      cadence: fc.constantFrom(...cadences),
      unit: rateUnit,
      // 1 % to 60 % a year in steps of 0.01 %.
      bps: fc.integer({ min: 100, max: 6000 }),
      start: fc.integer({ min: 0, max: 700 }),
      longer: fc.constantFrom(0, 0, 0, 9),
      withFirst: fc.boolean(),
      feeFen: fc.constantFrom(0, 0, 1990),
    })
    .map((seed) => {
      const firstDueOn = addDays(localDate('2026-02-01'), seed.start)
      const length = seed.cadence.every === 'quarter' ? 89 : seed.cadence.every === 'month' ? 28 : 7
      const from = addDays(firstDueOn, -length - seed.longer)
      const year = seed.bps * 1000
      const rate: InterestRate =
        seed.unit === 'year'
          ? { partsPerTenMillion: year, per: 'year', dayBasis: 360 }
          : seed.unit === 'month'
            ? perMonth(Math.round(year / 12))
            : perDay(Math.round(year / 365))
      const { kind, principalFen, periods, cadence } = seed
      const dates = { principalFen, drawnOn: from, periods, firstDueOn, cadence }
      const fees: RecurringFee[] =
        seed.feeFen === 0 || kind === 'flatFee'
          ? []
          : [{ id: 'f', name: '', amountFen: fen(seed.feeFen), timing: 'everyInstalment' }]
      const terms: LoanTerms =
        kind === 'bullet'
          ? { kind, principalFen, drawnOn: from, maturesOn: firstDueOn, rate: perDay(Math.round(year / 365)) }
          : kind === 'flatFee'
            ? {
                kind,
                ...dates,
                feeRate: perMonth(Math.round(year / 12)),
                feeTiming: seed.withFirst ? 'withFirst' : 'everyPeriod',
              }
            : { kind, ...dates, rate, firstPeriod: rate.per === 'day' ? 'days' : 'whole' }
      return { terms, fees }
    })

  test('the kind is among the fits, and the best fit writes every row again to the fen', () => {
    fc.assert(
      fc.property(anyTerms, ({ terms, fees }) => {
        const rows = rowsOf(terms, fees)
        // The anchor rule: a plan that starts on a clamped month end is not a rhythm a contract can write.
        const plan = recovered({ rows, drawnOn: terms.drawnOn, principalFen: terms.principalFen })
        const best = plan.fits[0]
        expect(plan.fits.map(({ kind }) => kind)).toContain(terms.kind)
        expect(best).toMatchObject({ equalRows: rows.length, largestDifferenceFen: 0 })
        const again = best?.terms ? rowsOf(best.terms, best.fees) : []
        const sums = (all: readonly StatedRow[]) =>
          all.map((row) => [row.dueOn, row.principalFen, row.interestFen + row.feeFen])
        expect(sums(again)).toEqual(sums(rows))
      }),
      { numRuns: 300 },
    )
  })

  test('with any one inner row left out and the amount known, kind and every given row are still told', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(1000), ({ terms, fees }, pick) => {
        const rows = rowsOf(terms, fees)
        // Without its second or its last row but one a short plan has no rhythm left to see a gap in.
        fc.pre(rows.length >= 6)
        const out = 2 + (pick % (rows.length - 4))
        const plan = recovered({
          rows: rows.filter((_, at) => at !== out),
          drawnOn: terms.drawnOn,
          principalFen: terms.principalFen,
        })
        expect(plan.findings.map(({ code }) => code)).toContain('rows_missing')
        expect(plan.fits.map(({ kind }) => kind)).toContain(terms.kind)
        expect(plan.fits[0]).toMatchObject({ equalRows: rows.length - 1, largestDifferenceFen: 0 })
      }),
      { numRuns: 200 },
    )
  })
})

test('a plan of 600 rows is read within a second', () => {
  const long = { ...level, principalFen: fen(100_000_000), periods: 600 }
  const started = performance.now()
  expect(recovered({ rows: rowsOf(long), drawnOn }).fits[0]).toMatchObject({ rate: annualRate(0.154) })
  expect(performance.now() - started).toBeLessThan(1000)
})
