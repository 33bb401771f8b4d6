import { dayNumber } from '../calendar/local-date'
import type { Arrangement } from '../extension/arrangement'
import { contractRate } from '../loan/contract-rate'
import type { Loan } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import type { Fen } from '../money/fen'
import { mulDivFen } from '../money/rounding'
import { simpleAnnualFraction } from '../rate/interest-rate'
import { earlyPaymentOf, keepsInstalment } from './early-payment'
import { arrangedRows, contractRows, type SimRow } from './sim-rows'

/** What a yuan paid early saves in a year: before each row still to come, and on a loan without rows. */
export interface SavingAhead {
  readonly before: readonly number[]
  readonly whereNoRow: number
  /** Before each row, principal that the instalments pay back sooner than its saving makes up for the fee: fen, better kept. */
  readonly keep: readonly number[]
}

const WHOLE = 10_000
const DAYS_PER_MONTH = 365.2425 / 12

/**
 * The marginal saving of a yuan paid early, as a yearly rate that can be compared between loans.
 *
 * Constant rate  the contract's rate (an arrangement's own).
 * Rate that changes, and a lender's own rows  what the rows still to come charge on the principal left before each: their
 *                growth together, spread evenly over the time until the last; a promotion that ends counts with the rates
 *                after it, one that ended no longer.
 * Fee for paying early  a yuan of principal costs a yuan and the fee; spread over the time left it may exceed what is
 *                saved, and the rate is below zero: the loan is better kept. The yuan paid early is the last that the
 *                instalments would pay back: what they pay back before the fee is made up for is kept in any case.
 * Nothing        where the loan is never paid early (`earlyPaymentOf`): its fees stay due, or the contract does not allow it.
 *
 * Assumes that the loan would otherwise run to its last row. Fees that end only when the loan is paid in full are not in it.
 */
export function savingAhead(
  loan: Loan,
  state: LoanState,
  arrangement: Arrangement | undefined,
  rows: readonly SimRow[],
): SavingAhead {
  if (earlyPaymentOf(loan).keeps !== null) return { before: rows.map(() => 0), whereNoRow: 0, keep: rows.map(() => 0) }
  const fee = (arrangement ? 0 : (loan.prepayment.feePer10000 ?? 0)) / WHOLE
  const isByRows = !arrangement && goesByRows(loan, rows)
  if (!isByRows && fee === 0) {
    const rate = simpleAnnualFraction(arrangement ? arrangement.rate : contractRate(loan))
    return { before: rows.map(() => rate), whereNoRow: rate, keep: rows.map(() => 0) }
  }
  const constant = isByRows ? null : simpleAnnualFraction(contractRate(loan))
  const before = new Array<number>(rows.length).fill(0)
  const last = rows.at(-1)
  let growth = 1
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index]
    if (row === undefined || last === undefined) break
    const from = rows[index - 1]?.day ?? dayBefore(loan, state)
    const months = Math.max(1, (last.day - from) / DAYS_PER_MONTH)
    growth *= 1 + (row.opening > 0 ? row.interest / row.opening : 0)
    const whole = constant === null ? growth : Math.pow(1 + constant / 12, months)
    before[index] = 12 * (Math.pow(whole / (1 + fee), 1 / months) - 1)
  }
  return { before, whereNoRow: constant ?? 0, keep: rows.map((_, from) => keptBefore(loan, rows, from, fee)) }
}

/** Principal that the rows from one on pay back while their interest has not yet come to the fee. */
function keptBefore({ terms }: Loan, rows: readonly SimRow[], from: number, fee: number): number {
  let growth = 1
  let kept = 0
  for (let index = from; fee > 0 && index < rows.length; index += 1) {
    const row = rows[index]
    if (row === undefined) break
    growth *= 1 + (row.opening > 0 ? row.interest / row.opening : 0)
    if (growth > 1 + fee) break
    // With less principal more of a level instalment pays it back: its present value.
    kept += keepsInstalment(terms) ? (row.principal + row.interest) / growth : row.principal
  }
  return Math.min(kept, rows[from]?.opening ?? 0)
}

/** A rate that is not one for the whole contract: it changes by date, or only the lender's rows are known. */
function goesByRows({ terms }: Loan, rows: readonly SimRow[]): boolean {
  if (terms.kind === 'lenderSchedule') return rows.some((row) => row.interest > 0)
  return 'rateSteps' in terms && terms.rateSteps !== undefined && terms.rateSteps.length > 0
}

/** Day number from which the first row's interest runs: the due day before it, or the day the loan was drawn. */
function dayBefore({ terms }: Loan, { rows, on }: LoanState): number {
  const past = rows.filter((row) => row.n > 0 && row.dueOn < on).at(-1)
  return dayNumber(past?.dueOn ?? terms.drawnOn)
}

/** Whether a loan is better settled early or kept to its end, with both figures. */
export interface KeepOrSettle {
  /** `never`: the contract does not allow it, or its fees stay due. */
  readonly verdict: 'settle' | 'keep' | 'never'
  /** What a yuan paid now saves in a year, the fee counted; negative: it costs more than it saves. */
  readonly yearlySaving: number
  /** Interest and fees still to come, which end with the loan. */
  readonly savesFen: Fen
  /** Fee for paying early. */
  readonly costsFen: Fen
}

/**
 * What settling everything that is not due yet would save by the rows still to come, and what it would cost. By the
 * simulator's convention interest is saved from the row that comes next; `settlementOutcomes` counts it to the day.
 */
export function keepOrSettle(loan: Loan, state: LoanState, arrangement?: Arrangement): KeepOrSettle {
  const rows = arrangement ? arrangedRows(arrangement) : contractRows(state)
  const { before, whereNoRow } = savingAhead(loan, state, arrangement, rows)
  const principal = rows.reduce((sum, row) => sum + row.principal, 0)
  const savesFen = rows.reduce((sum, row) => sum + row.interest + row.fee, 0) as Fen
  const costsFen = mulDivFen(principal as Fen, arrangement ? 0 : (loan.prepayment.feePer10000 ?? 0), WHOLE)
  const yearlySaving = before[0] ?? whereNoRow
  const isNever = earlyPaymentOf(loan).keeps !== null
  return { verdict: isNever ? 'never' : savesFen > costsFen ? 'settle' : 'keep', yearlySaving, savesFen, costsFen }
}
