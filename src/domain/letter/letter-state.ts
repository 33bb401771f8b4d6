import type { LocalDate } from '../calendar/local-date'
import type { Loan } from '../loan/loan'
import type { LoanState } from '../loan/loan-state'
import { stateOn } from '../loan/state-on'
import type { Result } from '../result'
import type { ScheduleError } from '../schedule/schedule'

/**
 * The state a letter computes with. A letter quotes the lender's own figures; while nothing has fallen due or been paid
 * since the lender stated them, it asks on exactly those, so that what is quoted and what is asked agree to the fen.
 * Otherwise the state of the day itself.
 */
export function letterState(loan: Loan, on: LocalDate): Result<LoanState, ScheduleError> {
  const stated = loan.events
    .filter((event) => event.kind === 'balanceStated' && event.on <= on)
    .reduce<LocalDate | null>((latest, event) => (latest === null || event.on > latest ? event.on : latest), null)
  if (stated === null) return stateOn(loan, on)
  const then = stateOn(loan, stated)
  if (!then.ok) return then
  const hasMoved =
    loan.events.some((event) => event.kind !== 'interruption' && event.on > stated && event.on <= on) ||
    then.value.rows.some((row) => row.dueOn > stated && row.dueOn <= on)
  return hasMoved ? stateOn(loan, on) : then
}
