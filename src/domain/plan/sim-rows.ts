import { dayNumber, monthIndex, type LocalDate } from '../calendar/local-date'
import type { Arrangement } from '../extension/arrangement'
import type { LoanState } from '../loan/loan-state'

/** One future instalment as the simulator needs it. `opening` is the principal not yet due before it. */
export interface SimRow {
  readonly month: number
  readonly dueOn: LocalDate
  readonly day: number
  readonly opening: number
  readonly principal: number
  readonly interest: number
  readonly fee: number
}

/** An instalment that has fallen due and is not yet counted as arrears: `charges` are its interest and fee. */
export interface DueRow {
  readonly day: number
  principal: number
  charges: number
}

type PlainRow = Omit<SimRow, 'opening' | 'month' | 'day'>

function withOpenings(rows: readonly PlainRow[]): readonly SimRow[] {
  let opening = rows.reduce((sum, row) => sum + row.principal, 0)
  return rows.map((row) => {
    const before = opening
    opening -= row.principal
    // Field by field: a spread here took half of the simulator's time.
    return {
      month: monthIndex(row.dueOn),
      dueOn: row.dueOn,
      day: dayNumber(row.dueOn),
      opening: before,
      principal: row.principal,
      interest: row.interest,
      fee: row.fee,
    }
  })
}

/**
 * Rows of an arrangement. Old interest and charges are owed already, so they count with the principal of their rows; the
 * interest is the schedule's own, and that of a holiday is charged with the first payments that carry it.
 */
export function arrangedRows({ rows, holidayInterestFen }: Arrangement): readonly SimRow[] {
  let holidayInterest: number = holidayInterestFen
  return withOpenings(
    rows.map((row) => {
      const ofHoliday = Math.min(holidayInterest, row.arrearsFen)
      holidayInterest -= ofHoliday
      return {
        dueOn: row.dueOn,
        principal: row.principalFen + row.arrearsFen - ofHoliday,
        interest: row.interestFen + ofHoliday,
        fee: 0,
      }
    }),
  )
}

/** What the contract still asks from the day of the state on. */
export function contractRows(state: LoanState): readonly SimRow[] {
  return withOpenings(
    state.rows
      .filter((row) => row.n > 0 && row.dueOn >= state.on && row.openFen > 0)
      .map((row) => {
        const charges = row.openFen - row.openPrincipalFen
        const interest = Math.min(row.interestFen, charges)
        return { dueOn: row.dueOn, principal: row.openPrincipalFen, interest, fee: charges - interest }
      }),
  )
}

/** Instalments that have fallen due and are still within the contract's grace days (容时). */
export const rowsWithinGrace = (state: LoanState): readonly DueRow[] =>
  state.rows
    .filter((row) => row.n > 0 && row.dueOn < state.on && row.openFen > 0 && row.daysLate === 0)
    .map((row) => ({
      day: dayNumber(row.dueOn),
      principal: row.openPrincipalFen,
      charges: row.openFen - row.openPrincipalFen,
    }))
