import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import type { LoanTerms, RecurringFee } from '#domain/loan/terms'
import { solveBlank, type LoanFigures, type SolvedFigures } from '#domain/loan/solve-blank'
import { fen, type Fen } from '#domain/money/fen'
import { annualRate, type InterestRate } from '#domain/rate/interest-rate'
import { buildSchedule } from '#domain/schedule/build-schedule'

const monthly = (partsPerTenMillion: number): InterestRate => ({ partsPerTenMillion, per: 'month', dayBasis: 360 })

const all: LoanFigures = {
  kind: 'levelInstalment',
  cadence: MONTHLY,
  amountFen: fen(12_000_000),
  rate: annualRate(0.12),
  periods: 12,
  instalmentFen: fen(1_066_185),
  feeFen: fen(0),
  feeTiming: 'everyInstalment',
}

/** What the first instalment is when the solved figures are written out as a contract. */
function firstInstalment({ kind, cadence }: LoanFigures, solved: SolvedFigures, everyFen: number): number {
  const { principalFen, rate, periods } = solved
  const dates = { drawnOn: localDate('2026-01-15'), firstDueOn: localDate('2026-02-15') }
  const common = { principalFen, periods, cadence, ...dates }
  const terms: LoanTerms =
    kind === 'flatFee'
      ? { kind, ...common, feeRate: rate, feeTiming: 'everyPeriod' }
      : { kind, ...common, rate, firstPeriod: 'whole' }
  const fees: RecurringFee[] = [{ id: 'fee', name: '', amountFen: everyFen as Fen, timing: 'everyInstalment' }]
  const schedule = buildSchedule(terms, fees)
  if (!schedule.ok) throw new Error(schedule.error.code)
  const [row] = schedule.value.rows
  return row ? row.totalFen - (kind === 'interestFirst' ? row.principalFen : 0) : 0
}

describe('leave one blank of five', () => {
  test('each figure is found exactly, round figures as they were chosen', () => {
    expect(solveBlank({ ...all, instalmentFen: null })).toMatchObject({ value: { instalmentFen: 1_066_185 } })
    expect(solveBlank({ ...all, periods: null })).toMatchObject({ value: { periods: 12 } })
    expect(solveBlank({ ...all, rate: null })).toMatchObject({ value: { rate: { partsPerTenMillion: 1_200_000 } } })
    expect(solveBlank({ ...all, amountFen: null })).toMatchObject({ value: { principalFen: 12_000_000 } })
    expect(solveBlank({ ...all, feeFen: null })).toMatchObject({ value: { feeFen: 0, solved: 'fee' } })
  })

  test('10,000 over 12 months at 0.6 % of the original amount is 893.33; paying 950 hides a fee of 56.67', () => {
    const flat: LoanFigures = {
      ...all,
      kind: 'flatFee',
      amountFen: fen(1_000_000),
      rate: monthly(60_000),
      instalmentFen: fen(95_000),
    }
    expect(solveBlank({ ...flat, feeFen: null })).toMatchObject({ value: { feeFen: 5667, solved: 'fee' } })
    // The same question for a level instalment: PMT(0.6 %, 12, 10000) is 866.19.
    expect(solveBlank({ ...flat, kind: 'levelInstalment', feeFen: null })).toMatchObject({ value: { feeFen: 8381 } })
  })

  test('9,000 received and 888.49 paid for 12 months at 12 %: 1,000 of a contract of 10,000 never arrived', () => {
    const cut: LoanFigures = { ...all, amountFen: fen(900_000), instalmentFen: fen(88_849), feeFen: null }
    expect(solveBlank({ ...cut, feeTiming: 'upfront' })).toMatchObject({
      value: { principalFen: 1_000_000, receivedFen: 900_000, feeFen: 100_000 },
    })
    expect(solveBlank({ ...cut, feeTiming: 'upfront', feeFen: fen(100_000), amountFen: null })).toMatchObject({
      value: { principalFen: 1_000_000, receivedFen: 900_000, solved: 'amount' },
    })
  })

  test('interest first: the instalment is the interest of a period', () => {
    const first: LoanFigures = { ...all, kind: 'interestFirst', instalmentFen: fen(120_000) }
    expect(solveBlank({ ...first, instalmentFen: null })).toMatchObject({ value: { instalmentFen: 120_000 } })
    expect(solveBlank({ ...first, rate: null })).toMatchObject({ value: { rate: { partsPerTenMillion: 1_200_000 } } })
    expect(solveBlank({ ...first, amountFen: null })).toMatchObject({ value: { principalFen: 12_000_000 } })
    expect(solveBlank({ ...first, periods: null })).toMatchObject({ error: { code: 'periods_do_not_matter' } })
  })

  test('what cannot be solved says why', () => {
    expect(solveBlank(all)).toMatchObject({ error: { code: 'not_one_blank', blanks: 0 } })
    expect(solveBlank({ ...all, periods: null, feeFen: null })).toMatchObject({ error: { blanks: 2 } })
    expect(solveBlank({ ...all, periods: null, instalmentFen: fen(120_000) })).toMatchObject({
      error: { code: 'instalment_below_interest', interestFen: 120_000 },
    })
    expect(solveBlank({ ...all, rate: null, instalmentFen: fen(900_000) })).toMatchObject({
      error: { code: 'instalments_below_principal' },
    })
    expect(solveBlank({ ...all, feeFen: null, instalmentFen: fen(1_000_000) })).toMatchObject({
      error: { code: 'no_room_for_fee', withoutFeeFen: 1_066_185 },
    })
    expect(solveBlank({ ...all, rate: null, feeFen: fen(2_000_000) })).toMatchObject({
      error: { code: 'instalment_below_fee' },
    })
    expect(solveBlank({ ...all, amountFen: fen(0), rate: null })).toMatchObject({
      error: { code: 'figures_out_of_range' },
    })
    expect(solveBlank({ ...all, feeTiming: 'upfront', feeFen: null, amountFen: fen(20_000_000) })).toMatchObject({
      error: { code: 'no_room_for_fee', withoutFeeFen: 12_000_000 },
    })
  })

  test('any one of a consistent five gives five whose first instalment, by the schedule, is the one given', () => {
    const kind = fc.constantFrom('levelInstalment', 'equalPrincipal', 'interestFirst', 'flatFee' as const)
    const blank = fc.constantFrom('amountFen', 'rate', 'periods', 'instalmentFen', 'feeFen' as const)
    const timing = fc.constantFrom('everyInstalment', 'upfront' as const)
    const amount = fc.integer({ min: 10_000, max: 50_000_000 })
    const parts = fc.integer({ min: 1, max: 3_600_000 })
    fc.assert(
      fc.property(
        kind,
        blank,
        timing,
        amount,
        parts,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(200_000),
        (kind, blank, feeTiming, amountFen, rateParts, periods, feeFen) => {
          const rate = kind === 'flatFee' ? monthly(Math.ceil(rateParts / 12)) : annualRate(rateParts / 1e7)
          const five = { ...all, kind, feeTiming, rate, periods, amountFen: fen(amountFen), feeFen: fen(feeFen) }
          const whole = solveBlank({ ...five, instalmentFen: null })
          const everyFen = (solved: SolvedFigures) => (feeTiming === 'everyInstalment' ? solved.feeFen : 0)
          // Interest of less than half a fen is no instalment.
          if (!whole.ok || whole.value.instalmentFen === everyFen(whole.value)) return
          const { instalmentFen } = whole.value
          expect(firstInstalment(five, whole.value, everyFen(whole.value))).toBe(instalmentFen)
          const again = solveBlank({ ...five, instalmentFen, [blank]: null })
          if (kind === 'interestFirst' && blank === 'periods') {
            expect(again.ok).toBe(false)
            return
          }
          if (!again.ok) throw new Error(again.error.code)
          const given = firstInstalment(five, again.value, everyFen(again.value))
          // The figure was chosen from whole fen and 1e-7, so one that gives the instalment exists and is found.
          expect(given).toBe(instalmentFen)
          expect(again.value.principalFen - again.value.receivedFen).toBe(
            feeTiming === 'upfront' ? again.value.feeFen : 0,
          )
        },
      ),
      { numRuns: 400 },
    )
  })
})
