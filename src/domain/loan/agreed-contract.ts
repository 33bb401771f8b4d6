import type { LocalDate } from '../calendar/local-date'
import { sumFen } from '../money/fen'
import { effectiveEvents } from './effective-events'
import type { Loan } from './loan'
import type { LoanEvent, Rearranged } from './loan-event'

/** A loan under the terms that were agreed last and still hold. */
export interface Agreed {
  readonly rearranged: Rearranged
  /** The loan as it was before, with what had happened until then. */
  readonly before: Loan
  /** The loan under the agreed plan, with what has happened since. */
  readonly now: Loan
}

/**
 * The agreed terms in force on a day; null when the contract itself is. Agreed terms that have ended never were, for every
 * later day: the payments made under them count by the contract before them.
 */
export function agreedOn(loan: Loan, on: LocalDate): Agreed | null {
  // Nearly every loan: its events are then worked in once, by the fold itself.
  if (!loan.events.some(({ kind }) => kind === 'rearranged')) return null
  const events = effectiveEvents(loan.events, on)
  const ended = new Set(events.flatMap((event) => (event.kind === 'rearrangementEnded' ? [event.rearrangedId] : [])))
  const holding = events.filter((event) => !isOff(event, ended))
  const rearranged = holding.filter((event) => event.kind === 'rearranged').at(-1)
  if (!rearranged) return null
  const at = holding.indexOf(rearranged)
  const { rows } = rearranged
  const principalFen = sumFen(rows, (row) => row.principalFen)
  return {
    rearranged,
    before: { ...loan, events: holding.slice(0, at) },
    now: {
      ...loan,
      terms: { kind: 'lenderSchedule', principalFen, drawnOn: rearranged.on, rows },
      receivedFen: principalFen,
      recurringFees: [],
      events: holding.slice(at + 1),
    },
  }
}

/** The contract in force on a day: the loan itself, or the loan under the terms agreed last. */
export const contractOn = (loan: Loan, on: LocalDate): Loan => agreedOn(loan, on)?.now ?? loan

const isOff = (event: LoanEvent, ended: ReadonlySet<string>): boolean =>
  event.kind === 'rearrangementEnded' || (event.kind === 'rearranged' && ended.has(event.id))
