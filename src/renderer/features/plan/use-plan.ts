import { cannotPayFigures } from '#domain/plan/cannot-pay'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { useMemo } from 'react'
import { useDocument, useToday } from '../../state/app-context'
import { horizonOf, openLoans, planInput, type PlanQuestion } from './plan-selectors'

/** Everything the Plan page computes from the case without a request; memoised by the parts it depends on. */
export function usePlan() {
  const document = useDocument()
  const on = useToday()
  const { loans, budget, plan } = document
  const { open, unreadable } = useMemo(() => openLoans({ loans }, on), [loans, on])
  const question = useMemo<PlanQuestion>(
    () => ({ document: { budget, plan }, open, on, horizonMonths: horizonOf(open) }),
    [budget, plan, open, on],
  )
  const baseline = useMemo(() => simulatePlan(planInput(question, 'minimumsOnly')), [question])
  const chosen = useMemo(() => simulatePlan(planInput(question, question.document.plan.strategy)), [question])
  const figures = useMemo(() => cannotPayFigures(planInput(question, 'minimumsOnly')), [question])
  return useMemo(
    () => ({ document, on, open, unreadable, question, baseline, chosen, figures }),
    [document, on, open, unreadable, question, baseline, chosen, figures],
  )
}

export type PlanView = ReturnType<typeof usePlan>
