import { spotlight } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import { useApp } from '../state/app-context'
import { Icon } from '../ui/icon'

export function AppBar() {
  const { t } = useTranslation()
  const canUndo = useApp((state) => state.caseCache.status === 'ready' && state.caseCache.canUndo)
  const canRedo = useApp((state) => state.caseCache.status === 'ready' && state.caseCache.canRedo)
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  const hidden = useApp((state) => state.numbersHidden)
  const toggleNumbers = useApp((state) => state.toggleNumbers)
  const preferences = useApp((state) => state.preferences)
  const savePreferences = useApp((state) => state.savePreferences)
  const shutVault = useApp((state) => state.shutVault)
  const otherLanguage = preferences.language === 'en' ? 'zh-CN' : 'en'
  return (
    <div className="app-bar" role="region" aria-label={t('nav.bar')}>
      <button type="button" className="search" onClick={() => spotlight.open()} aria-keyshortcuts="Control+K">
        <span>{t('nav.search')}</span>
        <kbd aria-hidden="true">{'Ctrl K'}</kbd>
      </button>
      <span className="bar-space" />
      <button
        type="button"
        className="bar-button"
        disabled={!canUndo}
        onClick={() => void undo()}
        aria-label={t('nav.action.undo')}
        title={t('nav.action.undo')}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="bar-button"
        disabled={!canRedo}
        onClick={() => void redo()}
        aria-label={t('nav.action.redo')}
        title={t('nav.action.redo')}
      >
        <Icon name="redo" />
      </button>
      <button type="button" className="bar-button" aria-pressed={hidden} onClick={toggleNumbers}>
        <Icon name={hidden ? 'eyeOff' : 'eye'} />
        {t('nav.hideNumbers')}
      </button>
      <button
        type="button"
        className="bar-button"
        onClick={shutVault}
        title={t('vault.lock.action')}
        aria-keyshortcuts="Control+L"
      >
        <Icon name="lock" />
        {t('vault.lock.button')}
      </button>
      <button
        type="button"
        className="bar-button"
        lang={otherLanguage}
        onClick={() => void savePreferences({ ...preferences, language: otherLanguage })}
      >
        {t('nav.otherLanguage')}
      </button>
    </div>
  )
}
