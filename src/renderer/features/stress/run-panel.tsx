import { Button, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import { FigureInput } from './figure-input'
import type { Stress } from './use-stress'

const MOST_SEED = 2 ** 32 - 1

/** Assumptions, seed, and the run with its progress; it can be stopped at any moment. */
export function RunPanel({ stress, children }: { readonly stress: Stress; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const { task, choices } = stress
  const progress = task.status === 'running' ? task.progress : null
  const percent = progress === null ? 0 : Math.round((progress.done / progress.of) * 100)
  return (
    <Panel title={t('stress.run.title')}>
      <p className="muted">{t('stress.run.sub')}</p>
      {children}
      <div className="row bottom">
        {task.status === 'running' ? (
          <Button variant="default" onClick={stress.cancel}>
            {t('stress.run.cancel')}
          </Button>
        ) : (
          <Button onClick={stress.run}>{t('stress.run.start')}</Button>
        )}
        <FigureInput
          label={t('stress.run.seed')}
          unit=""
          max={MOST_SEED}
          value={choices.seed}
          onChange={(seed) => stress.set({ seed })}
        />
      </div>
      {task.status === 'running' ? (
        <Progress value={percent} aria-label={t('stress.run.progress')} transitionDuration={0} />
      ) : null}
      <p role="status" className="small muted">
        {task.status === 'running'
          ? t('stress.run.running', { percent })
          : task.status === 'failed'
            ? t('stress.run.failed')
            : stress.answer !== null && stress.isStale
              ? t('stress.run.stale')
              : t('stress.run.seedHint')}
      </p>
    </Panel>
  )
}
