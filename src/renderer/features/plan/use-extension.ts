import type { Arrangement, ArrangementError, ArrangementRequest } from '#domain/extension/arrangement'
import { defaultRequest } from '#domain/extension/default-request'
import type { Proposal } from '#domain/letter/proposal'
import type { LoanId } from '#domain/loan/loan'
import type { PlanResult } from '#domain/plan/plan'
import { simulatePlan } from '#domain/plan/simulate-plan'
import type { Result } from '#domain/result'
import { useDeferredValue, useMemo, useState } from 'react'
import { arrangeFor, pendingArrangements, planInput, type Arrangements, type OpenLoan } from './plan-selectors'
import type { PlanView } from './use-plan'

export interface Extension {
  readonly item: OpenLoan
  readonly request: ArrangementRequest
  readonly made: Result<Arrangement, ArrangementError>
  /** An open draft to this lender, which the sliders can be written back to. */
  readonly draft: Proposal | null
  readonly others: Arrangements
  readonly otherCount: number
  readonly countsOthers: boolean
  /** The chosen strategy with the other requests but without this one, and with it. */
  readonly before: PlanResult
  readonly after: PlanResult | null
  readonly asked: Arrangements
  choose(loanId: LoanId): void
  change(request: ArrangementRequest): void
  setCountsOthers(counts: boolean): void
}

/** The what-if: which loan, what is asked, and what the whole plan becomes. Nothing here is saved. */
export function useExtension(plan: PlanView, wantedLoanId: LoanId | null): Extension | null {
  const { open, on, question, document, chosen } = plan
  const [pickedId, setPickedId] = useState<LoanId | null>(wantedLoanId)
  const [edited, setEdited] = useState<{ readonly loanId: LoanId; readonly request: ArrangementRequest } | null>(null)
  const [countsOthers, setCountsOthers] = useState(true)
  const item = open.find(({ loan }) => loan.id === pickedId) ?? worstLoan(open)
  const { proposals, budget } = document
  const loanId = item?.loan.id ?? null
  const draft = proposals.find((proposal) => proposal.loanId === loanId && proposal.sent === null) ?? null
  const start = useMemo(() => {
    if (!item) return null
    const request = draft?.request ?? defaultRequest(item.loan, item.state, budget, on)
    return request.firstDueOn < on ? { ...request, firstDueOn: on } : request
  }, [item, draft, budget, on])
  const request = edited?.loanId === loanId ? edited.request : start
  // The sliders move at once; the whole plan follows as fast as it can be computed.
  const settled = useDeferredValue(request)
  const pending = useMemo(() => pendingArrangements(proposals, open, loanId), [proposals, open, loanId])
  const others = useMemo<Arrangements>(() => (countsOthers ? pending : new Map()), [countsOthers, pending])
  const { strategy } = question.document.plan
  const before = useMemo(
    () => (others.size === 0 ? chosen : simulatePlan(planInput(question, strategy, others))),
    [question, strategy, others, chosen],
  )
  const made = useMemo(() => (item && settled ? arrangeFor(item, settled) : null), [item, settled])
  const asked = useMemo<Arrangements>(
    () => (item && made?.ok ? new Map(others).set(item.loan.id, made.value) : others),
    [item, made, others],
  )
  const after = useMemo(
    () => (made?.ok ? simulatePlan(planInput(question, strategy, asked)) : null),
    [made, question, strategy, asked],
  )
  if (!item || !request || !made) return null
  return {
    item,
    request,
    made,
    draft,
    others,
    otherCount: pending.size,
    countsOthers,
    before,
    after,
    asked,
    choose: setPickedId,
    change: (next) => setEdited({ loanId: item.loan.id, request: next }),
    setCountsOthers,
  }
}

/** The loan most worth talking about first: the one longest overdue, else the one that asks most. */
const worstLoan = (open: readonly OpenLoan[]): OpenLoan | undefined =>
  [...open].sort(
    (left, right) =>
      right.state.daysLate - left.state.daysLate ||
      right.state.nextDueFen - left.state.nextDueFen ||
      right.state.owedFen - left.state.owedFen,
  )[0]
