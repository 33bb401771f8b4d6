import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useSaveCopy } from '../../app/use-save-copy'
import { useApp } from '../../state/app-context'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { useInstantText } from '../../ui/use-instant-text'

/** `#/recovered`: files were damaged. What is safe, what may be missing, what to do next. */
export function RecoveredRoom() {
  const { t } = useTranslation()
  const cache = useApp((state) => state.caseCache)
  const saveCopy = useSaveCopy()
  const instantText = useInstantText()
  if (cache.status !== 'ready') return null
  const { opened } = cache
  if (opened.state === 'unreadable') {
    return (
      <div className="centre stack">
        <PageHeader title={t('vault.unreadable.title')} />
        <Panel title={t('vault.recovered.safe')} tone="calm">
          <p>{t('vault.unreadable.safe')}</p>
        </Panel>
        <Panel title={t('vault.recovered.next')} tone="amber">
          <p>{t('vault.unreadable.next')}</p>
          <div className="row">
            <Button onClick={() => goTo('settings')}>{t('vault.recovered.backups')}</Button>
          </div>
        </Panel>
      </div>
    )
  }
  if (opened.state !== 'recovered') return null
  const savedAt = instantText(opened.savedAt, 'minute')
  return (
    <div className="centre stack">
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
          <Button variant="default" onClick={() => goTo('settings')}>
            {t('vault.recovered.backups')}
          </Button>
          <Button variant="default" onClick={() => void saveCopy()}>
            {t('vault.recovered.copy')}
          </Button>
        </div>
      </Panel>
    </div>
  )
}
