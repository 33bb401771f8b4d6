import { readFileSync } from 'node:fs'
import { MONTHLY, type Cadence } from '#domain/calendar/cadence'
import { isLocalDate, type LocalDate } from '#domain/calendar/local-date'
import { parseLenderPlan } from '#domain/loan/parse-lender-plan'
import type { LoanTerms, MinimumRule, RateStep, StatedRow } from '#domain/loan/terms'
import { parseAmount } from '#domain/money/parse-amount'
import { sumFen, ZERO_FEN, type Fen } from '#domain/money/fen'
import { RATE_SCALE, type InterestRate } from '#domain/rate/interest-rate'
import type { Arguments } from './arguments'
import { CliError } from './cli-error'

const KINDS = [
  'levelInstalment',
  'equalPrincipal',
  'interestFirst',
  'bullet',
  'flatFee',
  'dailyBalance',
  'revolving',
  'lenderSchedule',
  'informal',
] as const

/** The contract the options describe. */
export function termsFrom(given: Arguments): LoanTerms {
  const kind = given.oneOf('kind', KINDS)
  if (kind === 'lenderSchedule') return lenderSchedule(given)
  const drawn = { principalFen: given.amount('principal'), drawnOn: given.date('drawn') }
  const dayCount = given.has('day-count') ? { dayCount: given.oneOf('day-count', ['actual', 'thirty']) } : {}
  switch (kind) {
    case 'bullet':
      return { kind, ...drawn, maturesOn: given.date('first-due'), rate: rateFrom(given), ...dayCount }
    case 'informal':
      return { kind, ...drawn, rate: isRateGiven(given) ? rateFrom(given) : null, rows: agreedRows(given) }
    case 'revolving':
      return { kind, ...drawn, rate: rateFrom(given), limitFen: null, ...cardRules(given) }
    case 'flatFee': {
      const feeRate: InterestRate = given.has('fee-rate')
        ? { partsPerTenMillion: given.fraction('fee-rate'), per: 'month', dayBasis: dayBasis(given, 360) }
        : rateFrom(given)
      const feeTiming = given.oneOf('fee-timing', ['everyPeriod', 'withFirst'], 'everyPeriod')
      return { kind, ...drawn, ...instalments(given), feeRate, feeTiming }
    }
    case 'dailyBalance': {
      const repayment = given.oneOf('repayment', ['level', 'equalPrincipal', 'interestFirst'], 'level')
      return { kind, ...drawn, ...instalments(given), rate: rateFrom(given), ...traits(given), ...dayCount, repayment }
    }
    default: {
      const firstPeriod = given.oneOf('first-period', ['whole', 'days'], 'days')
      return {
        kind,
        ...drawn,
        ...instalments(given),
        rate: rateFrom(given),
        ...traits(given),
        ...dayCount,
        firstPeriod,
      }
    }
  }
}

const isRateGiven = (given: Arguments): boolean => given.has('annual-rate') || given.has('daily-rate')

const dayBasis = (given: Arguments, usual: 360 | 365): 360 | 365 =>
  given.oneOf('day-basis', ['360', '365'], usual === 365 ? '365' : '360') === '365' ? 365 : 360

/** A rate per day where one is given, else per year. */
const rateFrom = (given: Arguments): InterestRate =>
  given.has('daily-rate')
    ? { partsPerTenMillion: given.fraction('daily-rate'), per: 'day', dayBasis: dayBasis(given, 365) }
    : { partsPerTenMillion: given.fraction('annual-rate'), per: 'year', dayBasis: dayBasis(given, 360) }

/** Term, first due date and cadence; own dates say all three. */
function instalments(given: Arguments): {
  readonly periods: number
  readonly firstDueOn: LocalDate
  readonly cadence: Cadence
} {
  if (!given.has('dates'))
    return { periods: given.whole('periods'), firstDueOn: given.date('first-due'), cadence: cadenceFrom(given) }
  const dates = given
    .text('dates')
    .split(',')
    .map((text) => dateIn('dates', text.trim()))
  return { periods: dates.length, firstDueOn: given.date('first-due', dates[0]), cadence: { every: 'ownDates', dates } }
}

function cadenceFrom(given: Arguments): Cadence {
  if (!given.has('cadence')) return MONTHLY
  const days = /^days:(\d{1,3})$/.exec(given.text('cadence'))
  if (days) return { every: 'days', days: Number(days[1]) }
  return { every: given.oneOf('cadence', ['month', 'quarter', 'week', 'twoWeeks']) }
}

function traits(given: Arguments): {
  readonly rateSteps?: readonly RateStep[]
  readonly interestOnlyPeriods?: number
  readonly balloonFen?: Fen
} {
  const { per, dayBasis: basis } = rateFrom(given)
  const steps = given.all('rate-step').map((text): RateStep => {
    const [from = '', fraction = ''] = text.split(':')
    const value = Number(fraction)
    if (fraction === '' || !Number.isFinite(value) || value < 0)
      throw new CliError({ code: 'rate_unreadable', option: '--rate-step' })
    const rate: InterestRate = { partsPerTenMillion: Math.round(value * RATE_SCALE), per, dayBasis: basis }
    return { from: dateIn('rate-step', from), rate }
  })
  return {
    ...(steps.length > 0 ? { rateSteps: steps } : {}),
    ...(given.has('interest-only') ? { interestOnlyPeriods: given.whole('interest-only') } : {}),
    ...(given.has('balloon') ? { balloonFen: given.amount('balloon') } : {}),
  }
}

function cardRules(
  given: Arguments,
): Pick<Extract<LoanTerms, { kind: 'revolving' }>, 'statementDay' | 'due' | 'minimum' | 'interestOn' | 'compounds'> {
  return {
    statementDay: given.whole('statement-day'),
    due: given.has('due-day')
      ? { by: 'dayOfMonth', day: given.whole('due-day') }
      : { by: 'daysAfter', days: given.has('due-days') ? given.whole('due-days') : 20 },
    minimum: minimumFrom(given),
    interestOn: given.oneOf('interest-on', ['wholeStatement', 'unpaidPart'], 'wholeStatement'),
    compounds: given.has('compounds'),
  }
}

function minimumFrom(given: Arguments): MinimumRule {
  const by = given.oneOf('minimum', ['shareAndCharges', 'share', 'fixed'], 'shareAndCharges')
  if (by === 'fixed') return { by, amountFen: given.amount('minimum-amount') }
  const sharePer10000 = given.has('minimum-share') ? Math.round(given.fraction('minimum-share') / 1000) : 1000
  return { by, sharePer10000, floorFen: given.has('minimum-floor') ? given.amount('minimum-floor') : ZERO_FEN }
}

/** `--row 2026-12-01:5000`, one for each sum agreed. */
const agreedRows = (given: Arguments): readonly { readonly dueOn: LocalDate; readonly amountFen: Fen }[] =>
  given.all('row').map((text) => {
    const [dueOn = '', ...amount] = text.split(':')
    const parsed = parseAmount(amount.join(':'))
    if (!parsed.ok) throw new CliError({ ...parsed.error, option: '--row' })
    return { dueOn: dateIn('row', dueOn), amountFen: parsed.value }
  })

/** The plan in a file, in any form the app's own paste understands; every line must be read. */
function lenderSchedule(given: Arguments): LoanTerms {
  const rows = rowsIn(given.text('rows'))
  const principalFen = given.has('principal') ? given.amount('principal') : sumFen(rows, (row) => row.principalFen)
  return { kind: 'lenderSchedule', principalFen, drawnOn: given.date('drawn'), rows }
}

function rowsIn(path: string): readonly StatedRow[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CliError({ code: 'file_not_read', reason: (cause as { code?: string }).code ?? 'unknown' })
  }
  const { rows, dropped } = parseLenderPlan(text)
  const [first] = dropped
  if (first) throw new CliError({ code: 'row_unreadable', line: first.line, reason: first.reason })
  return rows
}

function dateIn(option: string, text: string): LocalDate {
  if (!isLocalDate(text)) throw new CliError({ code: 'date_does_not_exist', option: `--${option}`, given: text })
  return text
}
