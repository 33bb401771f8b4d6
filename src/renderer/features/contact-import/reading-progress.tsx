import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/panel'
import type { ContactReading } from './use-contact-reading'

export function ReadingProgress({ reading }: { readonly reading: ContactReading }) {
  const { t } = useTranslation()
  const { progress } = reading
  const percent = progress ? Math.round((100 * progress.readBytes) / Math.max(1, progress.totalBytes)) : 0
  const said = t('contactImport.reading', { percent, count: progress?.records ?? 0 })
  return (
    <Panel title={t('contactImport.readingTitle')}>
      <div className="row">
        <Progress className="files-progress" aria-label={said} value={percent} transitionDuration={0} />
        <span className="small muted">{said}</span>
        <Button size="xs" variant="default" onClick={reading.stop}>
          {t('files.cancel')}
        </Button>
      </div>
    </Panel>
  )
}
