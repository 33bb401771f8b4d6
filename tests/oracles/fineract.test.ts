import { describe, expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { cadenceDate } from '#domain/calendar/cadence'
import { daysBetween, localDate, type LocalDate } from '#domain/calendar/local-date'
import { fen, type Fen } from '#domain/money/fen'
import { mulDivFen } from '#domain/money/rounding'
import { daysInterest } from '#domain/rate/interest'
import { annualRate } from '#domain/rate/interest-rate'
import { amortiseLevel, equalPrincipalPart, levelInstalmentFen, wholePeriods } from '#domain/schedule/amortise'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { oracleFile } from './oracle-file'
import { printTally } from './tally'

type Row = Record<'Nr' | 'Days' | 'Date' | 'Principal due' | 'Interest', string>
interface Case {
  scenario: string
  config: Record<string, string>
  steps: string[]
  schedules: { rows: Row[] }[]
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

function dateOf(text: string): LocalDate {
  const [day = '', month = '', year = ''] = text.split(' ')
  return localDate(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`)
}

const cents = (text: string): number => Math.round(Number(text) * 100)

/** First interest exactly half a cent: 1,250.00 at 15 % for a month is 15.625. */
const hasHalfEvenTie = (config: Record<string, string>): boolean =>
  config['interest type'] === 'DECLINING_BALANCE' &&
  config['interest calculation period'] === 'SAME_AS_REPAYMENT_PERIOD' &&
  (Number(config['with Principal']) * 100 * Number(config['ANNUAL interest rate %'])) % 1200 === 600

/** Why the engine's contract kinds cannot express a case, or null when they can. */
function reason({ config, schedules }: Case): string | null {
  if (config['graceOnPrincipalPayment'] !== '0' || config['interest free period'] !== '0') {
    return 'interest-only or interest-free head (issue B)'
  }
  if (config['LoanProduct']?.includes('MULTIDISB')) return 'several disbursements (issue B)'
  if (config['LoanProduct']?.includes('DOWNPAYMENT')) return 'down payment on the first day'
  if (config['LoanProduct']?.includes('RECALCULATION')) return 'interest recalculated by the payments made'
  if (hasHalfEvenTie(config)) return 'a tie rounded half to even (ours round half up: the control below)'
  return schedules.length === 0 ? 'no schedule printed' : null
}

const cases = oracleFile<{ cases: Case[] }>('fineract_schedules.json')?.cases ?? []
const applicable = cases.filter((item) => reason(item) === null)
const skipped: Record<string, number> = {}
for (const item of cases) {
  const why = reason(item)
  if (why !== null) skipped[why] = (skipped[why] ?? 0) + 1
}

/** These products round the instalment to a whole unit where `installmentAmountInMultiplesOf` is set: 327.78 → 328. */
const wholeUnits = (amount: Fen): Fen => fen(mulDivFen(amount, 1, 100) * 100)

function engineRows(item: Case, isRounded: boolean): { principal: number[]; interest: number[] } {
  const { config } = item
  const principalFen = fen(Number(config['with Principal']) * 100)
  const periods = Number(config['numberOfRepayments'])
  const rate = annualRate(Number(config['ANNUAL interest rate %']) / 100, 365)
  const dates = item.schedules[0]?.rows.filter((row) => row.Nr !== '').map((row) => dateOf(row.Date)) ?? []
  const drawnOn = dateOf(item.schedules[0]?.rows[0]?.Date ?? '')
  if (config['interest type'] === 'FLAT' && !isRounded) {
    const built = buildSchedule({
      kind: 'flatFee',
      principalFen,
      drawnOn,
      firstDueOn: cadenceDate(drawnOn, MONTHLY, 1),
      periods,
      cadence: MONTHLY,
      feeRate: rate,
      feeTiming: 'everyPeriod',
    })
    if (!built.ok) throw new Error(built.error.code)
    return {
      principal: built.value.rows.map((row) => row.principalFen),
      interest: built.value.rows.map((row) => row.feeFen),
    }
  }
  const whole = wholePeriods(rate, MONTHLY)
  if (config['interest type'] === 'FLAT') {
    const feeFen = whole(principalFen, 0)
    const instalment = wholeUnits(fen(equalPrincipalPart(principalFen, periods) + feeFen))
    const rows = amortiseLevel(principalFen, instalment, periods, () => feeFen)
    return { principal: [...rows.principal], interest: [...rows.interest] }
  }
  const interestOf =
    config['interest calculation period'] === 'DAILY'
      ? (balance: Fen, index: number) =>
          daysInterest(balance, rate, daysBetween(dates[index - 1] ?? drawnOn, dates[index] ?? drawnOn))
      : whole
  const instalment = levelInstalmentFen(principalFen, rate, MONTHLY, periods)
  const rows = amortiseLevel(principalFen, isRounded ? wholeUnits(instalment) : instalment, periods, interestOf)
  return { principal: [...rows.principal], interest: [...rows.interest] }
}

describe.runIf(cases.length > 0)('Apache Fineract schedules', () => {
  printTally('Fineract schedules', applicable.length, skipped)
  test.each(applicable)('$scenario', (item) => {
    const printed = item.schedules[0]?.rows.filter((row) => row.Nr !== '') ?? []
    const body = printed.slice(0, -1)
    const isRounded = body.every((row) => (cents(row['Principal due']) + cents(row.Interest)) % 100 === 0)
    const rows = engineRows(item, isRounded && body.length > 0)
    expect(rows.principal).toEqual(printed.map((row) => cents(row['Principal due'])))
    expect(rows.interest).toEqual(printed.map((row) => cents(row.Interest)))
  })

  test.each(cases.filter((item) => hasHalfEvenTie(item.config) && !item.config['LoanProduct']?.includes('MULTIDISB')))(
    'half to even against half up moves one cent and nothing else: $scenario',
    (item) => {
      const printed = item.schedules[0]?.rows.filter((row) => row.Nr !== '') ?? []
      const rows = engineRows(item, true)
      printed.forEach((row, index) => {
        expect(Math.abs((rows.principal[index] ?? NaN) - cents(row['Principal due']))).toBeLessThanOrEqual(1)
        expect(Math.abs((rows.interest[index] ?? NaN) - cents(row.Interest))).toBeLessThanOrEqual(1)
      })
    },
  )
})
