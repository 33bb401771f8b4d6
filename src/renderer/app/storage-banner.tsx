import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../state/app-context'
import { hrefOf } from './router'
import { useSaveCopy } from './use-save-copy'

/** Says in words when the case cannot be written, was recovered from an older copy, or is the sample. */
export function StorageBanner() {
  const { t } = useTranslation()
  const cache = useApp((state) => state.caseCache)
  const saveCopy = useSaveCopy()
  if (cache.status !== 'ready') return null
  if (cache.readOnly !== null) {
    return (
      <div className="banner" role="alert">
        <div className="row between">
          <span>{t(`nav.readOnly.${cache.readOnly}`)}</span>
          {cache.readOnly === 'write_failed' ? (
            <Button size="xs" variant="default" onClick={() => void saveCopy()}>
              {t('nav.saveCopy')}
            </Button>
          ) : (
            // Nothing of the case could be read: a copy would be an empty one.
            <a href={hrefOf('recovered')}>{t('vault.recovered.again')}</a>
          )}
        </div>
      </div>
    )
  }
  if (cache.opened.state === 'recovered') {
    return (
      <div className="banner" role="status">
        {t('nav.recovered', { damaged: cache.opened.damaged })}{' '}
        <a href={hrefOf('recovered')}>{t('vault.recovered.again')}</a>
      </div>
    )
  }
  return cache.document.settings.isSample ? (
    <div className="banner info" role="status">
      {t('nav.sample')} <a href="#/start">{t('nav.sampleLeave')}</a>
    </div>
  ) : null
}
