import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useSaveCopy } from '../../app/use-save-copy'
import type { Opened } from '#contract/procedures'
import { useApp } from '../../state/app-context'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { useInstantText } from '../../ui/use-instant-text'

/** `#/recovered`: what opening found of the files. What is safe, what may be missing, what to do next. */
export function RecoveredRoom() {
  const cache = useApp((state) => state.caseCache)
  if (cache.status !== 'ready') return null
  const { opened } = cache
  return <div className="centre stack">{pageFor(opened)}</div>
}

function pageFor(opened: Opened): ReactNode {
  switch (opened.state) {
    case 'recovered':
      return <Recovered opened={opened} />
    case 'unreadable':
      return <Unreadable damaged={opened.damaged} />
    case 'newer':
      return <NewerCase found={opened.found} supported={opened.supported} />
    case 'opened':
    case 'fresh':
      return <NothingMissing />
  }
}

function Recovered({ opened }: { readonly opened: Extract<Opened, { readonly state: 'recovered' }> }) {
  const { t } = useTranslation()
  const saveCopy = useSaveCopy()
  const instantText = useInstantText()
  const savedAt = instantText(opened.savedAt, 'minute')
  return (
    <>
      <PageHeader title={t('vault.recovered.title')} />
      <Panel title={t('vault.recovered.safe')} tone="calm">
        <p>{t('vault.recovered.safeText', { savedAt })}</p>
      </Panel>
      <Panel title={t('vault.recovered.missing')} tone="amber">
        <p>
          {opened.damagedSavedAt > 0
            ? t('vault.recovered.missingText', {
                savedAt,
                damagedAt: instantText(opened.damagedSavedAt, 'minute'),
              })
            : t('vault.recovered.missingUnknown', { savedAt })}
        </p>
        <p className="small muted">{t('vault.recovered.aside', { count: opened.damaged })}</p>
      </Panel>
      <Panel title={t('vault.recovered.next')}>
        <p>{t('vault.recovered.nextText')}</p>
        <div className="row">
          <Button onClick={() => goTo('loans')}>{t('vault.recovered.go')}</Button>
          <Backups />
          <Button variant="default" onClick={() => void saveCopy()}>
            {t('vault.recovered.copy')}
          </Button>
        </div>
      </Panel>
    </>
  )
}

/** No file could be read: nothing is shown as if it were the case, and nothing is begun anew without a typed word. */
function Unreadable({ damaged }: { readonly damaged: number }) {
  const { t } = useTranslation()
  const dataDir = useApp((state) => state.info?.dataDir ?? '')
  return (
    <>
      <PageHeader title={t('vault.unreadable.title')} sub={t('vault.unreadable.sub')} />
      <Panel title={t('vault.recovered.safe')} tone="calm">
        <p>{t('vault.unreadable.safe')}</p>
        <code className="path-text">{dataDir}</code>
      </Panel>
      <Panel title={t('vault.unreadable.missing')} tone="amber">
        <p>{damaged > 0 ? t('vault.unreadable.damaged', { count: damaged }) : t('vault.unreadable.gone')}</p>
      </Panel>
      <Panel title={t('vault.recovered.next')}>
        <p>{t('vault.unreadable.next')}</p>
        <div className="row">
          <Backups />
        </div>
      </Panel>
    </>
  )
}

function NewerCase({ found, supported }: { readonly found: number; readonly supported: number }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('vault.newer.title')} />
      <Panel title={t('vault.newer.next')} tone="amber">
        <p>{t('vault.newer.text', { found, supported })}</p>
      </Panel>
    </>
  )
}

/** The address stayed, the damage is told: whoever comes here later finds that all is well. */
function NothingMissing() {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader title={t('vault.whole.title')} sub={t('vault.whole.text')} />
      <div className="row">
        <Button onClick={() => goTo('loans')}>{t('vault.whole.go')}</Button>
      </div>
    </>
  )
}

function Backups() {
  const { t } = useTranslation()
  return (
    <Button variant="default" onClick={() => goTo('settings')}>
      {t('vault.recovered.backups')}
    </Button>
  )
}
