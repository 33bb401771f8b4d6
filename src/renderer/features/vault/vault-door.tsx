import { Loader, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../../ui/brand-mark'
import { useApp } from '../../state/app-context'
import { FreshDoor } from './fresh-door'
import { Protection } from './protection'
import { ShutDoor } from './shut-door'
import { StuckDoor } from './stuck-door'

/** What stands in the place of the rooms while the vault is not open. Nothing of the case is known to this page yet. */
export function VaultDoor() {
  const { t } = useTranslation()
  const vault = useApp((state) => state.vault)
  const preferences = useApp((state) => state.preferences)
  const savePreferences = useApp((state) => state.savePreferences)
  // What is chosen before the saved preferences arrive would be lost, or would overwrite them.
  const hasAnswered = useApp((state) => state.info !== null)
  const [isExplaining, setExplaining] = useState(false)
  return (
    <div className="door">
      <header className="door-head">
        <span className="brand">
          <BrandMark />
          {t('common.appName')}
        </span>
        {hasAnswered ? (
          <SegmentedControl
            aria-label={t('firstRun.language')}
            value={preferences.language}
            onChange={(value) => void savePreferences({ ...preferences, language: value === 'en' ? 'en' : 'zh-CN' })}
            data={[
              { value: 'zh-CN', label: t('common.language.zh-CN') },
              { value: 'en', label: t('common.language.en') },
            ]}
          />
        ) : null}
      </header>
      <main className="door-main stack">
        {isExplaining ? <Protection /> : <DoorFor state={vault?.state} />}
        <p className="door-foot small muted">
          {t('vault.door.tag')}{' '}
          <button type="button" className="link-button" onClick={() => setExplaining(!isExplaining)}>
            {isExplaining ? t('vault.door.back') : t('vault.door.what')}
          </button>
        </p>
      </main>
    </div>
  )
}

function DoorFor({ state }: { readonly state: string | undefined }) {
  const { t } = useTranslation()
  switch (state) {
    case 'fresh':
    case 'plain':
      return <FreshDoor isPlain={state === 'plain'} />
    case 'shut':
    case 'open':
      return <ShutDoor />
    case 'newer':
    case 'headerLost':
      return <StuckDoor state={state} />
    default:
      return (
        <div className="empty" role="status">
          <Loader size="sm" aria-hidden="true" />
          <p>{t('common.loading')}</p>
        </div>
      )
  }
}
