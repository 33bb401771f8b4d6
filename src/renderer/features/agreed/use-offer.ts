import { useMemo } from 'react'
import { arrange } from '#domain/extension/arrange'
import type { Arrangement } from '#domain/extension/arrangement'
import { letterState } from '#domain/letter/letter-state'
import type { Proposal, ReplyRecord } from '#domain/letter/proposal'
import { contractOn } from '#domain/loan/agreed-contract'
import type { Loan } from '#domain/loan/loan'
import type { LoanState } from '#domain/loan/loan-state'
import { stateOn } from '#domain/loan/state-on'
import type { PlanResult } from '#domain/plan/plan'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { useDocument, useToday } from '../../state/app-context'
import { horizonOf, openLoans, planInput, type PlanQuestion } from '../plan/plan-selectors'

export interface Offer {
  readonly loan: Loan
  /** As it stood on the day of the reply. */
  readonly state: LoanState
  readonly asked: Arrangement | null
  readonly offered: Arrangement
  /** The whole plan from today: as the contracts are, with what was asked, with what is offered. */
  readonly plans: {
    readonly old: PlanResult
    readonly asked: PlanResult | null
    readonly offered: PlanResult
  }
}

/** A reply's terms beside the request and the contract, and what each makes of the whole plan; null when they cannot be computed. */
export function useOffer(proposal: Proposal, reply: ReplyRecord): Offer | null {
  const document = useDocument()
  const today = useToday()
  const { loans, budget, plan } = document
  return useMemo(() => {
    const terms = reply.terms ?? (reply.kind === 'agreed' ? proposal.request : null)
    const loan = loans.find(({ id }) => id === proposal.loanId)
    if (!terms || !loan) return null
    const contract = contractOn(loan, reply.on)
    const state = stateOn(loan, reply.on)
    const then = letterState(loan, proposal.writtenOn)
    if (!state.ok || !then.ok) return null
    const offered = arrange(contract, state.value, terms)
    if (!offered.ok) return null
    const asked = arrange(contractOn(loan, proposal.writtenOn), then.value, proposal.request)
    const { open } = openLoans({ loans }, today)
    const question: PlanQuestion = { document: { budget, plan }, open, on: today, horizonMonths: horizonOf(open) }
    const planWith = (arrangement: Arrangement | null) =>
      simulatePlan(planInput(question, plan.strategy, arrangement ? new Map([[loan.id, arrangement]]) : new Map()))
    return {
      loan,
      state: state.value,
      asked: asked.ok ? asked.value : null,
      offered: offered.value,
      plans: {
        old: planWith(null),
        asked: asked.ok ? planWith(asked.value) : null,
        offered: planWith(offered.value),
      },
    }
  }, [loans, budget, plan, proposal, reply, today])
}
