import type { BackupPlace, BackupPreview } from '#contract/dto/backups'
import type { Key, Way } from '#contract/dto/vault'
import { Button, Loader, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../app/report-error'
import { useApp, useRun } from '../../state/app-context'
import { KeyInput } from '../vault/key-input'
import { KeyProblem } from '../vault/key-problem'
import { useKeyChange } from '../vault/use-key-change'
import { PreviewFacts } from './preview-facts'

interface RestoreDialogProps {
  readonly place: BackupPlace
  readonly onClose: () => void
}

/** What is in a backup first; its own key where today's does not fit; then the restore, which saves the present first. */
export function RestoreDialog({ place, onClose }: RestoreDialogProps) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const run = useRun()
  const [preview, setPreview] = useState<BackupPreview | null>(null)
  const [ways, setWays] = useState<readonly Way[] | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [key, setKey] = useState<Key | null>(null)
  const [isRestoring, setRestoring] = useState(false)
  const { isBusy, problem, waitSeconds, send } = useKeyChange<BackupPreview>(setPreview)
  useEffect(() => {
    void client.call('backups.preview', { place, key: null }).then((reply) => {
      if (reply.ok) setPreview(reply.value)
      else if (reply.error.code === 'backup_locked') setWays(reply.error.ways)
      else {
        const { what, next } = errorText(t, reply.error)
        setRefusal(`${what} ${next}`)
      }
    })
  }, [client, place, t])
  const restore = async () => {
    setRestoring(true)
    const reply = await run('backups.restore', { place, key })
    setRestoring(false)
    if (!reply.ok) return
    notifications.show({ message: t('backups.restore.done'), autoClose: 8000 })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('backups.restore.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size="lg"
    >
      {refusal !== null ? (
        <p className="door-problem" role="alert">
          {refusal}
        </p>
      ) : preview ? (
        <div className="stack tight">
          <PreviewFacts preview={preview} />
          {preview.isThisVault ? null : <p>{t('backups.restore.otherText')}</p>}
          <p>{t('backups.restore.before')}</p>
          <div className="row">
            <Button loading={isRestoring} onClick={() => void restore()}>
              {t('backups.restore.confirm')}
            </Button>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      ) : ways ? (
        <form
          className="stack tight"
          onSubmit={(event) => {
            event.preventDefault()
            if (key) void send(client.call('backups.preview', { place, key }))
          }}
        >
          <p>{t('backups.restore.askKey')}</p>
          <KeyProblem problem={problem} waitSeconds={waitSeconds} />
          <KeyInput ways={ways} onChange={setKey} passwordLabel={t('backups.restore.password')} autoFocus />
          <div className="row">
            <Button type="submit" loading={isBusy} disabled={key === null || waitSeconds > 0}>
              {t('backups.restore.look')}
            </Button>
          </div>
        </form>
      ) : (
        <div className="row" role="status">
          <Loader size="sm" aria-hidden="true" />
          <p>{t('backups.restore.reading')}</p>
        </div>
      )}
    </Modal>
  )
}
