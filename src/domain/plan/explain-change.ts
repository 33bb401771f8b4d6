import type { Loan } from '../loan/loan'
import type { Fen } from '../money/fen'
import { stateOn } from '../loan/state-on'
import { indexOfMonth } from '../calendar/local-date'
import { causesOf, type KnownThen } from './change-causes'
import type { ChangeEffect, ChangeReason, PlanChange } from './plan-change'
import type { PlanInput } from './plan-input'
import type { PlanVersion } from './plan-version'
import { paymentsSince } from './refold'
import { simulatePlan } from './simulate-plan'

/** Where a plan ends, and what it costs from the version's day on. */
interface Outcome {
  readonly debtFreeMonth: string | null
  readonly costFen: Fen
}

/**
 * Why the plan of today is another than a version of it promised: every cause on record, what each does alone, and the rest.
 *
 * Each cause is undone in the record itself (the missed payment is made, the penalty never grew, the old contract goes on,
 * the new loan was never taken) and today's plan is computed again; everything else stays as it is, cash too. Payments
 * count in whole months that are over; what the running month still promises is not missed yet.
 *
 * `allLoans` are those of the case, so that a loan that has ended is seen. What is not on record any more (`then`: the
 * budget and the contracts of that day) explains nothing when it is not given, and its effect is in `together`.
 */
export function explainChange(
  version: PlanVersion,
  now: PlanInput,
  allLoans: readonly Loan[],
  then: KnownThen = {},
): PlanChange {
  const before: Outcome = { debtFreeMonth: version.debtFreeMonth, costFen: version.costFen }
  const outcome = outcomeOf(version, now, allLoans)
  const reasons = causesOf(version, now, allLoans, then).map(({ cause, without }): ChangeReason => ({
    ...cause,
    effect: difference(outcomeOf(version, without, allLoans), outcome),
  }))
  const total = difference(before, outcome)
  return { before, now: outcome, total, reasons, together: restOf(total, reasons) }
}

/** What a plan costs is what is still to come and what has come since: what is owed and was paid (less what a lender has to give back), over what was owed then. */
function outcomeOf(version: PlanVersion, input: PlanInput, allLoans: readonly Loan[]): Outcome {
  const { debtFreeMonth, costFen } = simulatePlan(input)
  const entries = new Map(input.loans.map((entry) => [entry.loan.id, entry]))
  const records = new Map(allLoans.map((loan) => [loan.id, loan]))
  let sinceFen = 0
  for (const { loanId, owedFen, paidThatDayFen } of version.loans) {
    const entry = entries.get(loanId)
    const loan = entry?.loan ?? records.get(loanId)
    if (!loan) continue
    const payments = paymentsSince(loan, version.madeOn, input.on, paidThatDayFen)
    const paidFen = payments.reduce((sum, payment) => sum + payment.amountFen, 0)
    const ended = entry ? null : stateOn(loan, input.on)
    const creditFen = ended?.ok ? ended.value.creditFen : 0
    sinceFen += (entry?.state.owedFen ?? 0) + paidFen - creditFen - owedFen
  }
  return { debtFreeMonth, costFen: (costFen + sinceFen) as Fen }
}

const difference = (from: Outcome, to: Outcome): ChangeEffect => ({
  months:
    from.debtFreeMonth === null || to.debtFreeMonth === null
      ? null
      : indexOfMonth(to.debtFreeMonth) - indexOfMonth(from.debtFreeMonth),
  costFen: (to.costFen - from.costFen) as Fen,
})

function restOf(total: ChangeEffect, reasons: readonly ChangeReason[]): ChangeEffect {
  let months = total.months
  let costFen: number = total.costFen
  for (const { effect } of reasons) {
    costFen -= effect.costFen
    months = months === null || effect.months === null ? null : months - effect.months
  }
  return { months, costFen: costFen as Fen }
}
