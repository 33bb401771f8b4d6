import { addMonths, type LocalDate } from '../calendar/local-date'
import type { Proposal } from '../letter/proposal'
import { buildSchedule } from '../schedule/build-schedule'
import { effectiveEvents } from './effective-events'
import type { Loan } from './loan'

const PERIOD_MONTHS = 36

/** How loudly to warn before a letter goes out, because sending it acknowledges the debt. */
export interface LimitationRisk {
  readonly level: 'notice' | 'strong'
  readonly reason: 'within_three_years' | 'over_three_years' | 'unknown_history'
  /** The later of the final due date and the last known interruption; null when neither is known. */
  readonly runsFrom: LocalDate | null
}

/**
 * Whether the three-year limitation period may have run out.
 *
 * It runs from the final due date of a debt paid in instalments, and anew from each interruption: a payment, a demand, an
 * automatic debit, a notice of assignment, a co-debtor's act, a suit, a letter of one's own. The warning is strong when the
 * later of the two may be over three years old, or when it cannot be known: a loan drawn three years ago or more of which
 * nothing is recorded but a balance, or a debt on demand.
 *
 * Source  民法典 188, 189, 192, 195; 最高法《诉讼时效规定》14. A hint to ask a lawyer, never a finding.
 */
export function limitationRisk(loan: Loan, on: LocalDate, proposals: readonly Proposal[]): LimitationRisk {
  const interruptions = [
    ...effectiveEvents(loan.events, on)
      .filter(({ kind }) => kind === 'payment' || kind === 'interruption' || kind === 'assigned')
      .map((event) => event.on),
    ...proposals.flatMap((proposal) => (proposal.loanId === loan.id && proposal.sent ? [proposal.sent.on] : [])),
  ].filter((date) => date <= on)
  const finalDueOn = finalDueDate(loan, on)
  const runsFrom = [...interruptions, ...(finalDueOn === null ? [] : [finalDueOn])].sort().at(-1) ?? null
  const isOldWithoutHistory = interruptions.length === 0 && addMonths(loan.terms.drawnOn, PERIOD_MONTHS) <= on
  if (runsFrom === null) return { level: 'strong', reason: 'unknown_history', runsFrom }
  if (addMonths(runsFrom, PERIOD_MONTHS) <= on) return { level: 'strong', reason: 'over_three_years', runsFrom }
  // The plan on record may not be the plan in force: an acceleration would have started the period earlier.
  if (isOldWithoutHistory) return { level: 'strong', reason: 'unknown_history', runsFrom }
  return { level: 'notice', reason: 'within_three_years', runsFrom }
}

/** The last due day of the plan, or the day the whole was called; a card account has no last day. */
function finalDueDate(loan: Loan, on: LocalDate): LocalDate | null {
  const called = effectiveEvents(loan.events, on).find(({ kind }) => kind === 'accelerated')
  if (called) return called.on
  if (loan.terms.kind === 'revolving') return null
  const schedule = buildSchedule(loan.terms)
  return schedule.ok ? (schedule.value.rows.at(-1)?.dueOn ?? null) : null
}
