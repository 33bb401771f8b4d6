import type { Budget } from '../budget/budget'
import { monthIndex, type LocalDate } from '../calendar/local-date'
import type { Arrangement } from '../extension/arrangement'
import type { Loan } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import type { Fen } from '../money/fen'
import { simulatePlan } from '../plan/simulate-plan'

/** What one loan asks, month by month from the month of today, when everything is paid as it falls due. In fen. */
export interface PaymentLine {
  readonly amounts: Float64Array
  /** The first due day in each month; null in a month with none. */
  readonly dueOn: readonly (LocalDate | null)[]
}

/** Enough to pay any loan the program knows; small enough that sums stay exact. */
const AMPLE: Budget = { lines: [], cashNowFen: 1e13 as Fen, reserveFen: 0 as Fen }

/**
 * The contract as it stands: the simulator's own figures for this loan alone and money enough, so that arrears with their
 * penalty interest are required at once, and what is owed on demand never is.
 */
export function contractLine(loan: Loan, state: LoanState): PaymentLine {
  const first = monthIndex(state.on)
  const ahead = state.rows.filter((row) => row.n > 0 && row.dueOn >= state.on && row.openFen > 0)
  const steps = ahead.reduce((most, row) => Math.max(most, monthIndex(row.dueOn) - first + 1), 1)
  const { months } = simulatePlan({
    on: state.on,
    loans: [{ loan, state }],
    budget: AMPLE,
    settings: { strategy: 'minimumsOnly', ownOrder: [] },
    horizonMonths: steps,
  })
  const dueOn: (LocalDate | null)[] = Array.from({ length: steps }, () => null)
  for (const row of ahead) dueOn[monthIndex(row.dueOn) - first] ??= row.dueOn
  return { amounts: Float64Array.from({ length: steps }, (_, step) => months[step]?.requiredFen ?? 0), dueOn }
}

/** The same under an arrangement: its own rows and nothing else. */
export function arrangedLine({ rows }: Pick<Arrangement, 'rows'>, on: LocalDate): PaymentLine {
  const first = monthIndex(on)
  const steps = rows.reduce((most, row) => Math.max(most, monthIndex(row.dueOn) - first + 1), 1)
  const amounts = new Float64Array(steps)
  const dueOn: (LocalDate | null)[] = Array.from({ length: steps }, () => null)
  for (const row of rows) {
    const step = monthIndex(row.dueOn) - first
    amounts[step] = (amounts[step] ?? 0) + row.totalFen
    if (row.totalFen > 0) dueOn[step] ??= row.dueOn
  }
  return { amounts, dueOn }
}
