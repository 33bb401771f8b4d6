import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { useFiles } from './use-files'

/** How far a file on its way in has come, and the way to stop it. */
export function SendingLine({ sending, stop }: Pick<ReturnType<typeof useFiles>, 'sending' | 'stop'>) {
  const { t } = useTranslation()
  if (sending === null) return null
  const said = t('files.sending', { name: sending.name, percent: Math.round(100 * sending.part) })
  return (
    <div className="row">
      <Progress className="files-progress" aria-label={said} value={100 * sending.part} transitionDuration={0} />
      <span className="small muted">{said}</span>
      <Button size="xs" variant="default" onClick={stop}>
        {t('files.cancel')}
      </Button>
    </div>
  )
}
