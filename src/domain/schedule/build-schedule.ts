import { minimumRows } from '../card/minimum-rows'
import { cadenceDate } from '../calendar/cadence'
import { countedDays } from '../calendar/day-count'
import type { LocalDate } from '../calendar/local-date'
import type { FlatFeeTerms, LoanTerms, RecurringFee } from '../loan/terms'
import { MAX_FEN, sumFen, ZERO_FEN, type Fen } from '../money/fen'
import { daysInterest, periodInterest } from '../rate/interest'
import { isRateInRange, type InterestRate } from '../rate/interest-rate'
import { err, ok, type Result } from '../result'
import { amortiseLevel, equalPrincipalPart, type Amortisation } from './amortise'
import { informalRows, type PlainRow } from './informal-rows'
import { isRated, type RatedTerms } from './period-fractions'
import { ratedAmortisation } from './rated-amortisation'
import type { Schedule, ScheduleError, ScheduleRow } from './schedule'

const MAX_PERIODS = 600

/**
 * Writes a contract out: what falls due when, to the fen, by the conventions of each kind.
 *
 * Dates    anchored to the first due date and clamped to the month's end.
 * Interest rounded half up for each period. A daily rate charges the actual days of every period. `firstPeriod: 'days'`
 *          charges an irregular first period by its actual days; a first period that is exactly one period long
 *          (15 January to 15 February) is a whole one either way. The level instalment itself stays the formula's.
 * Cards    the rows are the minimum payments if nothing more is bought (`minimumRows`).
 * Fees     recurring fees join the fee of their instalments.
 * Errors   `principal_out_of_range` (1 fen to `MAX_FEN`, a card from 0), `rate_out_of_range` (0 to `MAX_SIMPLE_ANNUAL` a year),
 *          `term_out_of_range` (1–600), `first_due_before_drawn`, `cadence_out_of_range` (1–366 days),
 *          `own_dates_do_not_fit`, `rate_steps_out_of_order`, `head_longer_than_term`, `balloon_out_of_range`,
 *          `rows_do_not_repay`, `rows_out_of_order`, `no_rows`.
 */
export function buildSchedule(terms: LoanTerms, fees: readonly RecurringFee[] = []): Result<Schedule, ScheduleError> {
  const refused = refusal(terms)
  if (refused) return err(refused)
  const rows = plainRows(terms)
  if (!rows.ok) return rows
  return ok(finish(terms.principalFen, rows.value, fees))
}

function refusal(terms: LoanTerms): ScheduleError | null {
  const { principalFen, drawnOn } = terms
  const least = terms.kind === 'revolving' ? 0 : 1
  if (!Number.isSafeInteger(principalFen) || principalFen < least || principalFen > MAX_FEN) {
    return { code: 'principal_out_of_range', principalFen }
  }
  const rate = terms.kind === 'flatFee' ? terms.feeRate : terms.kind === 'lenderSchedule' ? null : terms.rate
  if (rate && !isRateInRange(rate)) {
    return { code: 'rate_out_of_range', partsPerTenMillion: rate.partsPerTenMillion }
  }
  if ('periods' in terms) {
    const { periods, cadence } = terms
    if (!Number.isInteger(periods) || periods < 1 || periods > MAX_PERIODS) {
      return { code: 'term_out_of_range', periods }
    }
    if (cadence.every === 'days' && !(Number.isInteger(cadence.days) && cadence.days >= 1 && cadence.days <= 366)) {
      return { code: 'cadence_out_of_range', days: cadence.days }
    }
    if (cadence.every === 'ownDates' && !areOwnDates(cadence.dates, terms.firstDueOn, periods))
      return { code: 'own_dates_do_not_fit', dates: cadence.dates.length, periods }
  }
  const refusedTrait = isRated(terms) ? traitRefusal(terms) : null
  if (refusedTrait) return refusedTrait
  const firstDueOn = firstDueOf(terms)
  if (firstDueOn !== null && firstDueOn < drawnOn) return { code: 'first_due_before_drawn', drawnOn, firstDueOn }
  return null
}

/** One date for each instalment, in order, the first of them the first due date. */
const areOwnDates = (dates: readonly LocalDate[], firstDueOn: LocalDate, periods: number): boolean =>
  dates.length === periods && dates[0] === firstDueOn && outOfOrder(dates.map((dueOn) => ({ dueOn }))) === null

function traitRefusal(terms: RatedTerms): ScheduleError | null {
  const { rateSteps = [], interestOnlyPeriods = 0, balloonFen = ZERO_FEN, principalFen, periods } = terms
  const tooHigh = rateSteps.find((step) => !isRateInRange(step.rate))
  if (tooHigh) return { code: 'rate_out_of_range', partsPerTenMillion: tooHigh.rate.partsPerTenMillion }
  const unordered = outOfOrder(rateSteps.map((step) => ({ dueOn: step.from })))
  if (unordered !== null) return { code: 'rate_steps_out_of_order', step: unordered }
  if (!(Number.isInteger(interestOnlyPeriods) && interestOnlyPeriods >= 0 && interestOnlyPeriods < periods))
    return { code: 'head_longer_than_term', head: interestOnlyPeriods, periods }
  return balloonFen >= 0 && balloonFen < principalFen
    ? null
    : { code: 'balloon_out_of_range', balloonFen, principalFen }
}

function firstDueOf(terms: LoanTerms): LocalDate | null {
  if (terms.kind === 'bullet') return terms.maturesOn
  if ('firstDueOn' in terms) return terms.firstDueOn
  if (terms.kind === 'revolving') return null
  return terms.rows[0]?.dueOn ?? null
}

function plainRows(terms: LoanTerms): Result<readonly PlainRow[], ScheduleError> {
  switch (terms.kind) {
    case 'levelInstalment':
    case 'equalPrincipal':
    case 'interestFirst':
    case 'dailyBalance':
      return ok(datedRows(terms, ratedAmortisation(terms), () => ZERO_FEN))
    case 'flatFee':
      return ok(flatFeeRows(terms))
    case 'bullet': {
      const { principalFen, drawnOn, maturesOn, rate, dayCount } = terms
      const interestFen = daysInterest(principalFen, rate, countedDays(drawnOn, maturesOn, dayCount))
      return ok([{ dueOn: maturesOn, principalFen, interestFen, feeFen: ZERO_FEN }])
    }
    case 'revolving':
      return ok(minimumRows(terms))
    case 'lenderSchedule': {
      const { rows, principalFen } = terms
      if (rows.length === 0) return err({ code: 'no_rows' })
      const unordered = outOfOrder(rows)
      if (unordered !== null) return err({ code: 'rows_out_of_order', row: unordered })
      const rowsFen = sumFen(rows, (row) => row.principalFen)
      return rowsFen === principalFen ? ok(rows) : err({ code: 'rows_do_not_repay', principalFen, rowsFen })
    }
    case 'informal': {
      const unordered = outOfOrder(terms.rows)
      return unordered === null ? informalRows(terms) : err({ code: 'rows_out_of_order', row: unordered })
    }
  }
}

/** The first row (from 1) that is earlier than the one before it. */
function outOfOrder(rows: readonly { readonly dueOn: LocalDate }[]): number | null {
  const index = rows.findIndex((row, at) => at > 0 && row.dueOn < (rows[at - 1]?.dueOn ?? row.dueOn))
  return index < 0 ? null : index + 1
}

function flatFeeRows(terms: FlatFeeTerms): readonly PlainRow[] {
  const { principalFen, periods, feeRate, cadence, feeTiming } = terms
  const feeFen = periodInterest(principalFen, feeRate, cadence)
  const part = equalPrincipalPart(principalFen, periods)
  const amortisation = amortiseLevel(principalFen, part, periods, () => ZERO_FEN)
  return datedRows(terms, amortisation, (index) =>
    feeTiming === 'everyPeriod' ? feeFen : index === 0 ? ((feeFen * periods) as Fen) : ZERO_FEN,
  )
}

function datedRows(
  terms: RatedTerms | FlatFeeTerms,
  { principal, interest }: Amortisation,
  feeOf: (index: number) => Fen,
): readonly PlainRow[] {
  return Array.from(principal, (principalFen, index) => ({
    dueOn: cadenceDate(terms.firstDueOn, terms.cadence, index),
    principalFen: principalFen as Fen,
    interestFen: (interest[index] ?? 0) as Fen,
    feeFen: feeOf(index),
  }))
}

function finish(principalFen: Fen, plain: readonly PlainRow[], fees: readonly RecurringFee[]): Schedule {
  const everyFen = sumFen(fees, (fee) => (fee.timing === 'everyInstalment' ? fee.amountFen : ZERO_FEN))
  const onceFen = sumFen(fees, (fee) => (fee.timing === 'withFirst' ? fee.amountFen : ZERO_FEN))
  let balance: number = principalFen
  let interest = 0
  let fee = 0
  const rows = plain.map((row, index): ScheduleRow => {
    const feeFen = row.feeFen + everyFen + (index === 0 ? onceFen : 0)
    balance -= row.principalFen
    interest += row.interestFen
    fee += feeFen
    return {
      n: index + 1,
      dueOn: row.dueOn,
      principalFen: row.principalFen,
      interestFen: row.interestFen,
      feeFen: feeFen as Fen,
      totalFen: (row.principalFen + row.interestFen + feeFen) as Fen,
      balanceFen: balance as Fen,
    }
  })
  const repaid = principalFen - balance
  return {
    rows,
    totals: {
      principalFen: repaid as Fen,
      interestFen: interest as Fen,
      feeFen: fee as Fen,
      totalFen: (repaid + interest + fee) as Fen,
    },
  }
}

/** Rate a schedule of these terms computes with; null for terms that carry none. */
export const statedRate = (terms: LoanTerms): InterestRate | null =>
  terms.kind === 'flatFee' || terms.kind === 'lenderSchedule' ? null : terms.rate
