import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { useVerify } from './use-verify'
import { VerifyResult } from './verify-result'

/** Reads every file and the whole chain again, and says in words what a match means and what it does not. */
export function VerifyPanel() {
  const { t } = useTranslation()
  const { attachments, custody } = useDocument()
  const { running, result, verify, stop } = useVerify()
  const said = t('evidence.verify.running', { done: running?.files ?? 0, count: attachments.length })
  return (
    <Panel title={t('evidence.verify.title')}>
      <p className="small muted">{t('evidence.verify.text')}</p>
      {running === null ? (
        <div>
          <Button
            variant="default"
            disabled={attachments.length === 0 && custody.length === 0}
            onClick={() => void verify()}
          >
            {t('evidence.verify.start')}
          </Button>
        </div>
      ) : (
        <div className="row">
          <Progress className="files-progress" aria-label={said} value={100 * running.part} transitionDuration={0} />
          <span className="small muted">{said}</span>
          <Button size="xs" variant="default" onClick={stop}>
            {t('files.cancel')}
          </Button>
        </div>
      )}
      {result === null ? null : <VerifyResult result={result} />}
    </Panel>
  )
}
