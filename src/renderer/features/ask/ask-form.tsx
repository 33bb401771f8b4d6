import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../ui/disclosure'
import { Panel } from '../../ui/panel'
import type { PlanView } from '../plan'
import { KindFields } from './kind-fields'
import { LenderTable } from './lender-table'
import type { Ask } from './use-ask'

interface AskFormProps {
  readonly plan: PlanView
  readonly ask: Ask
}

/** Whom not to ask, how far each may be asked, and what may be asked at all. */
export function AskForm({ plan, ask }: AskFormProps) {
  const { t } = useTranslation()
  const { state, choices } = ask
  const isRunning = state.status === 'running'
  const percent = isRunning ? Math.round((state.progress ?? 0) * 100) : 0
  return (
    <Panel title={t('ask.form.title')}>
      <p className="small muted">{t('ask.form.text')}</p>
      <LenderTable open={plan.open} choices={choices} onChange={ask.change} />
      <Disclosure summary={t('ask.kinds.title')}>
        <KindFields kinds={choices.kinds} onChange={(kinds) => ask.change({ kinds })} />
      </Disclosure>
      <div className="row">
        {isRunning ? (
          <Button variant="default" onClick={ask.cancel}>
            {t('common.cancel')}
          </Button>
        ) : (
          <Button onClick={ask.find}>{t('ask.form.find')}</Button>
        )}
        {isRunning ? (
          <div className="grow">
            <Progress value={percent} aria-label={t('ask.form.progress')} />
          </div>
        ) : null}
      </div>
      <p role="status" className="small">
        {isRunning
          ? t('ask.form.running', { percent })
          : state.status === 'failed'
            ? t('ask.form.failed')
            : state.status === 'done'
              ? t(`ask.result.said.${state.answer.status}`, { count: state.answer.asked.length })
              : null}
      </p>
    </Panel>
  )
}
