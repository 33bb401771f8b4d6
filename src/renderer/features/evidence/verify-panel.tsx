import { Button, Progress } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownName } from '#domain/attachment/file-name'
import type { Attachment } from '#domain/attachment/attachment'
import type { CustodyFault } from '#domain/evidence/verify-custody'
import { hrefOf } from '../../app/router'
import { reportError } from '../../app/report-error'
import { useApp, useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'

interface Verified {
  readonly intact: number
  readonly bad: readonly { readonly file: Attachment; readonly state: 'damaged' | 'notHere' }[]
  readonly entries: number
  readonly faults: readonly CustodyFault[]
}

/** Reads every file and the whole chain again, and says in words what a match means and what it does not. */
export function VerifyPanel() {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const { attachments } = useDocument()
  const [done, setDone] = useState<number | null>(null)
  const [result, setResult] = useState<Verified | null>(null)
  const stopped = useRef(false)
  const isStopped = (): boolean => stopped.current
  const verify = async () => {
    stopped.current = false
    setResult(null)
    const bad: Verified['bad'][number][] = []
    let intact = 0
    for (const [at, file] of attachments.entries()) {
      if (isStopped()) break
      setDone(at)
      const reply = await client.call('evidence.verifyFile', { attachmentId: file.id })
      if (!reply.ok) {
        reportError(t, reply.error)
        break
      }
      if (reply.value.state === 'intact') intact += 1
      else bad.push({ file, state: reply.value.state })
    }
    const chain = await client.call('evidence.verifyChain', {})
    setDone(null)
    if (!chain.ok) reportError(t, chain.error)
    else if (!isStopped()) setResult({ intact, bad, entries: chain.value.entries, faults: chain.value.faults })
  }
  const said = t('evidence.verify.running', { done: done ?? 0, count: attachments.length })
  return (
    <Panel title={t('evidence.verify.title')}>
      <p className="small muted">{t('evidence.verify.text')}</p>
      {done === null ? (
        <div>
          <Button variant="default" disabled={attachments.length === 0} onClick={() => void verify()}>
            {t('evidence.verify.start')}
          </Button>
        </div>
      ) : (
        <div className="row">
          <Progress
            className="files-progress"
            aria-label={said}
            value={(100 * done) / Math.max(1, attachments.length)}
            transitionDuration={0}
          />
          <span className="small muted">{said}</span>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              stopped.current = true
            }}
          >
            {t('files.cancel')}
          </Button>
        </div>
      )}
      {result === null ? null : <Result result={result} />}
    </Panel>
  )
}

function Result({ result }: { readonly result: Verified }) {
  const { t } = useTranslation()
  const { intact, bad, entries, faults } = result
  const isGood = bad.length === 0 && faults.length === 0
  return (
    <div role="status" className={isGood ? 'card calm' : 'card amber'}>
      <div className="stack tight">
        <p>{t('evidence.verify.files', { intact, bad: bad.length })}</p>
        {bad.length === 0 ? null : (
          <ul className="plain-list">
            {bad.map(({ file, state }) => (
              <li key={file.id}>
                {shownName(file.name)}：{t(`evidence.verify.state.${state}`)}
              </li>
            ))}
          </ul>
        )}
        <p>
          {t(faults.length === 0 ? 'evidence.verify.chainGood' : 'evidence.verify.chainBad', {
            entries,
            faults: faults.length,
          })}
        </p>
        <p className="small">
          {t('evidence.verify.means')}{' '}
          <a className="text-link" href={hrefOf('rights', 'evidence-weight')}>
            {t('findings.readRule')}
          </a>
        </p>
      </div>
    </div>
  )
}
