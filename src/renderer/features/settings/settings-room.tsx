import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openKeysHelp } from '../../app/keys-help-state'
import { useApp, useInfo } from '../../state/app-context'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { BackupsPanel } from '../backups'
import { SecurityPanel } from '../vault'
import { DataPanel } from './data-panel'
import { SenderPanel } from './sender-panel'
import { WipePanel } from './wipe-panel'

export function SettingsRoom() {
  const { t } = useTranslation()
  const [keyChanges, setKeyChanges] = useState(0)
  return (
    <div className="centre stack">
      <PageHeader title={t('settings.title')} />
      <SecurityPanel onChanged={() => setKeyChanges(keyChanges + 1)} />
      <BackupsPanel key={keyChanges} />
      <SenderPanel />
      <LookPanel />
      <DataPanel />
      <WipePanel />
      <AboutPanel />
    </div>
  )
}

function LookPanel() {
  const { t } = useTranslation()
  const preferences = useApp((state) => state.preferences)
  const save = useApp((state) => state.savePreferences)
  return (
    <Panel title={t('settings.look.title')}>
      <div className="row">
        <SegmentedControl
          aria-label={t('settings.look.language')}
          value={preferences.language}
          onChange={(value) => void save({ ...preferences, language: value === 'en' ? 'en' : 'zh-CN' })}
          data={[
            { value: 'zh-CN', label: t('common.language.zh-CN') },
            { value: 'en', label: t('common.language.en') },
          ]}
        />
        <SegmentedControl
          aria-label={t('settings.look.theme')}
          value={preferences.theme}
          onChange={(theme) => void save({ ...preferences, theme })}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`settings.look.${value}`) }))}
        />
        <Button variant="default" onClick={openKeysHelp}>
          {t('settings.look.keys')}
        </Button>
      </div>
    </Panel>
  )
}

function AboutPanel() {
  const { t } = useTranslation()
  const { version } = useInfo()
  return (
    <Panel
      title={t('settings.about.title')}
      aside={<span className="small muted">{t('settings.about.version', { version })}</span>}
    >
      <p>{t('settings.about.limits')}</p>
      <p>{t('settings.about.privacy')}</p>
      <p>{t('settings.about.figures')}</p>
    </Panel>
  )
}
