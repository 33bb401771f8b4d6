import type { StressAssumptions } from '#domain/stress/assumptions'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanPageProps } from '../plan/plan-pages'
import { AssumptionsForm } from './assumptions-form'
import { FanPanel } from './fan-panel'
import { KeptPanel } from './kept-panel'
import { OfferPanel } from './offer-panel'
import { RunPanel } from './run-panel'
import { ShockPanel } from './shock-panel'
import { Staged } from './staged'
import type { Tested } from './stress-selectors'
import { TestedPanel } from './tested-panel'
import { useStress } from './use-stress'
import './stress.css'

/** `#/plan/stress`: what breaks the promise, and how large a promise holds in bad months. */
export function StressPage({ plan }: PlanPageProps) {
  const { t } = useTranslation()
  const stress = useStress(plan)
  const { answer, set } = stress
  const setTested = useCallback((tested: Tested) => set({ tested }), [set])
  const setAssumptions = useCallback((assumptions: StressAssumptions) => set({ assumptions }), [set])
  if (plan.open.length === 0) return <p className="card">{t('plan.ask.noneOwed')}</p>
  return (
    <>
      <TestedPanel plan={plan} tested={stress.choices.tested} pendingCount={stress.pendingCount} onChange={setTested} />
      <ShockPanel plan={stress.plan} />
      <RunPanel stress={stress}>
        <AssumptionsForm assumptions={stress.choices.assumptions} onChange={setAssumptions} />
      </RunPanel>
      {answer === null ? null : (
        <>
          <OfferPanel plan={plan} stress={stress} answer={answer} />
          <Staged value={answer} turn={1}>
            {(shown) => <KeptPanel answer={shown} />}
          </Staged>
          <div className="stress-columns">
            <Staged value={answer} turn={2}>
              {(shown) => <FanPanel kind="balance" answer={shown} />}
            </Staged>
            <Staged value={answer} turn={3}>
              {(shown) => <FanPanel kind="cash" answer={shown} />}
            </Staged>
          </div>
        </>
      )}
    </>
  )
}
