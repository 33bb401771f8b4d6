import { Button, FileButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EvidencePack } from '#domain/evidence/exhibit'
import { reportError } from '../../app/report-error'
import { useApp, useRun } from '../../state/app-context'
import { downloadBlob } from '../../ui/download-text'
import { useInstantText } from '../../ui/use-instant-text'

/** Largest answer that is read: one with its certificates takes some kilobytes. */
const MAX_ANSWER_BYTES = 40_000

/** The trusted time of a pack: the question as a file, the answer brought back and verified here. */
export function PackStamp({ pack }: { readonly pack: EvidencePack }) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const run = useRun()
  const instantText = useInstantText()
  if (pack.trustedTime)
    return (
      <p className="pill t">
        {t('evidencePack.stamped', { at: instantText(pack.trustedTime.at, 'minute'), by: pack.trustedTime.by })}
      </p>
    )
  const saveQuery = async () => {
    const reply = await client.call('evidence.timeStampQuery', { packId: pack.id })
    if (!reply.ok) reportError(t, reply.error)
    else downloadBlob('request.tsq', new Blob([bytesOf(reply.value.base64)], { type: 'application/timestamp-query' }))
  }
  const bring = async (file: File | null) => {
    if (!file) return
    const bytes = new Uint8Array(await file.slice(0, MAX_ANSWER_BYTES).arrayBuffer())
    await run('evidence.bringTimeStamp', { packId: pack.id, answer: btoa(String.fromCharCode(...bytes)) })
  }
  return (
    <div className="row">
      <Button size="xs" variant="default" onClick={() => void saveQuery()}>
        {t('evidencePack.saveQuery')}
      </Button>
      <FileButton accept=".tsr" onChange={(file) => void bring(file)}>
        {(props) => (
          <Button {...props} size="xs" variant="default">
            {t('evidencePack.bring')}
          </Button>
        )}
      </FileButton>
    </div>
  )
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
