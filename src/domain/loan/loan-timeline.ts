import type { LocalDate } from '../calendar/local-date'
import { ok, type Result } from '../result'
import type { ScheduleError } from '../schedule/schedule'
import { effectiveEvents } from './effective-events'
import { beginFold, copyFold, type LoanFold } from './fold-state'
import type { Loan } from './loan'
import type { LoanEvent } from './loan-event'
import { applyEvent } from './loan-fold'
import type { LoanState } from './loan-state'
import { summarise } from './summarise'

/** A loan's states over time, from events that may come one by one and in any order. */
export interface LoanTimeline {
  readonly stateOn: (on: LocalDate) => LoanState
  /** The same loan with one more event at the end of its list. */
  readonly record: (event: LoanEvent) => void
}

const EVENTS_BETWEEN_COPIES = 16

/**
 * Opens a timeline. A state asked for goes on from the latest copy of the fold that has seen exactly the events that count
 * on that date, so the next date or the next event costs only what is new, and the answer is that of a fold from scratch.
 * Errors: those of `buildSchedule`.
 */
export function loanTimeline(loan: Loan): Result<LoanTimeline, ScheduleError> {
  const begun = beginFold(loan)
  if (!begun.ok) return begun
  const events = [...loan.events]
  let applied: readonly LoanEvent[] = []
  let copies: LoanFold[] = [begun.value]

  const foldOf = (wanted: readonly LoanEvent[]): LoanFold => {
    let common = 0
    while (common < applied.length && common < wanted.length && isSame(applied[common], wanted[common])) common += 1
    copies = copies.slice(0, Math.floor(common / EVENTS_BETWEEN_COPIES) + 1)
    let at = (copies.length - 1) * EVENTS_BETWEEN_COPIES
    const fold = copyFold(copies[copies.length - 1] ?? begun.value)
    for (const event of wanted.slice(at)) {
      applyEvent(fold, event)
      at += 1
      if (at % EVENTS_BETWEEN_COPIES === 0) copies.push(copyFold(fold))
    }
    applied = wanted
    return fold
  }
  return ok({
    stateOn: (on) => summarise(foldOf(effectiveEvents(events, on)), on),
    record: (event) => void events.push(event),
  })
}

/** The same event with the same content: a correction makes another one of the same id. */
const isSame = (left: LoanEvent | undefined, right: LoanEvent | undefined): boolean =>
  left === right ||
  (left?.kind === 'payment' &&
    right?.kind === 'payment' &&
    left.id === right.id &&
    left.on === right.on &&
    left.amountFen === right.amountFen &&
    left.purpose === right.purpose)
