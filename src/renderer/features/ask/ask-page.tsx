import { useTranslation } from 'react-i18next'
import type { PlanPageProps } from '../plan'
import { AskForm } from './ask-form'
import { AskResult } from './ask-result'
import { FairPanel } from './fair-panel'
import { GapPanel } from './gap-panel'
import { useAsk } from './use-ask'
import './ask.css'

/** `#/plan/ask`: what has to be asked, of whom, so that every month can be paid? */
export function AskPage({ plan }: PlanPageProps) {
  const { t } = useTranslation()
  const ask = useAsk(plan)
  if (plan.open.length === 0) return <p className="card">{t('plan.ask.noneOwed')}</p>
  return (
    <>
      <GapPanel plan={plan} />
      <AskForm plan={plan} ask={ask} />
      {ask.state.status === 'done' ? <AskResult plan={plan} answer={ask.state.answer} isStale={ask.isStale} /> : null}
      <FairPanel plan={plan} />
    </>
  )
}
