import { useMemo } from 'react'
import { payList } from '#domain/plan/living/pay-list'
import type { PlanPageProps } from '../plan/plan-pages'
import { CellsPanel } from './cells-panel'
import { ChangePanel } from './change-panel'
import { PayPanel } from './pay-panel'
import { PromisePanel } from './promise-panel'
import './living.css'

/** The plan as it is lived: this month's payments, the promise, what was really paid, and what moved. */
export function LivingPage({ plan }: PlanPageProps) {
  const { chosen, open, on, document } = plan
  const list = useMemo(() => payList(chosen, open, on), [chosen, open, on])
  const version = document.planVersions.at(-1) ?? null
  return (
    <>
      <PayPanel plan={plan} list={list} />
      <PromisePanel plan={plan} version={version} />
      {version ? (
        <>
          <ChangePanel plan={plan} version={version} />
          <CellsPanel version={version} loans={document.loans} today={on} />
        </>
      ) : null}
    </>
  )
}
