import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { pathSteps } from '../../app/path-state'
import { goTo } from '../../app/router'
import { useApp, useDocument, useRun } from '../../state/app-context'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'

/** The first page: a language, the sample, or the first loan of one's own. Also the way back to where one stopped. */
export function StartPage() {
  const { t } = useTranslation()
  const document = useDocument()
  const run = useRun()
  const preferences = useApp((state) => state.preferences)
  const savePreferences = useApp((state) => state.savePreferences)
  const { isSample, hasStarted } = document.settings
  const isEmpty = document.loans.length === 0 && document.budget.lines.length === 0
  const next = pathSteps(document).find(({ state }) => state === 'next')

  const begin = async () => {
    const reply = hasStarted
      ? { ok: true }
      : await run('settings.save', { settings: { ...document.settings, hasStarted: true } })
    if (!reply.ok) return
    if (isEmpty || next === undefined) goTo('loans', 'new')
    else goTo(next.path)
  }
  const loadSample = async () => {
    const reply = await run('case.loadSample', { language: preferences.language })
    if (reply.ok) goTo('loans')
  }
  return (
    <div className="centre stack">
      <PageHeader title={t('firstRun.title')} sub={t('firstRun.sub')} />
      <div className="row">
        <SegmentedControl
          aria-label={t('firstRun.language')}
          value={preferences.language}
          onChange={(value) => void savePreferences({ ...preferences, language: value === 'en' ? 'en' : 'zh-CN' })}
          data={[
            { value: 'zh-CN', label: t('common.language.zh-CN') },
            { value: 'en', label: t('common.language.en') },
          ]}
        />
        <span className="small muted">{t('firstRun.private')}</span>
      </div>
      <div className="grid two">
        <Panel title={t('firstRun.own.title')} tone="calm">
          <p>{t('firstRun.own.text')}</p>
          <div className="row">
            {isSample ? (
              <Button onClick={() => void run('case.wipe', {})}>{t('firstRun.sample.wipe')}</Button>
            ) : (
              <Button onClick={() => void begin()}>
                {isEmpty || next === undefined
                  ? t('firstRun.own.begin')
                  : t('firstRun.own.resume', { step: t(`nav.path.${next.id}`) })}
              </Button>
            )}
          </div>
        </Panel>
        <Panel title={t('firstRun.sample.title')}>
          <p>{t('firstRun.sample.text')}</p>
          <div className="row">
            {isEmpty || isSample ? (
              <Button variant="default" onClick={() => void loadSample()}>
                {t('firstRun.sample.load')}
              </Button>
            ) : (
              <span className="small muted">{t('firstRun.sample.needsEmpty')}</span>
            )}
          </div>
        </Panel>
      </div>
      <Panel title={t('firstRun.papers.title')}>
        <ul>
          {(['app', 'contract', 'wage', 'rent'] as const).map((id) => (
            <li key={id}>{t(`firstRun.papers.${id}`)}</li>
          ))}
        </ul>
      </Panel>
      <p className="small muted">{t('firstRun.notAdvice')}</p>
    </div>
  )
}
