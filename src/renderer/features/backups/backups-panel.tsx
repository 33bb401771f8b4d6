import type { BackupPlace, BackupsState } from '#contract/dto/backups'
import type { Reply } from '#contract/errors'
import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { Panel } from '../../ui/panel'
import { sendPicked } from './backup-bytes'
import { BackupList } from './backup-list'
import { DrillDialog } from './drill-dialog'
import { EarlierKeys } from './earlier-keys'
import { FolderForm } from './folder-form'
import { RestoreDialog } from './restore-dialog'
import { StateLine } from './state-line'
import './backups.css'

/** Settings: what is backed up, whether it opens, and how to get it back. Mounted anew when the keys were changed. */
export function BackupsPanel() {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const [state, setState] = useState<BackupsState | null>(null)
  const [hasOnlyKeyFile, setOnlyKeyFile] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [isDrilling, setDrilling] = useState(false)
  const [restoring, setRestoring] = useState<BackupPlace | null>(null)
  const resetFile = useRef<() => void>(null)

  const load = useCallback(
    () =>
      client.call('backups.state', {}).then((reply) => {
        if (reply.ok) setState(reply.value)
      }),
    [client],
  )
  useEffect(() => {
    void load()
    void client.call('vault.security', {}).then((reply) => {
      if (reply.ok) setOnlyKeyFile(reply.value.ways.every((way) => way === 'device'))
    })
  }, [client, load])
  if (!state) return null

  const accept = async (asked: Promise<Reply<BackupsState>>, said?: string): Promise<boolean> => {
    setBusy(true)
    const reply = await asked
    setBusy(false)
    if (!reply.ok) {
      reportError(t, reply.error)
      return false
    }
    setState(reply.value)
    if (said !== undefined) notifications.show({ message: said, autoClose: 6000 })
    return true
  }
  const pick = async (file: File | null) => {
    resetFile.current?.()
    if (!file) return
    setBusy(true)
    const error = await sendPicked(client, file)
    setBusy(false)
    if (error) reportError(t, error)
    else setRestoring({ in: 'picked' })
  }
  return (
    <Panel title={t('backups.panel.title')}>
      <StateLine state={state} />
      {hasOnlyKeyFile ? <p className="backup-note">{t('backups.panel.keyFile')}</p> : null}
      <EarlierKeys state={state} isBusy={isBusy} accept={accept} />
      <div className="row">
        <Button loading={isBusy} onClick={() => void accept(client.call('backups.make', {}), t('backups.panel.made'))}>
          {t('backups.panel.make')}
        </Button>
        <Button variant="default" onClick={() => setDrilling(true)}>
          {t('backups.panel.drill')}
        </Button>
        <FileButton accept=".brbackup" onChange={(file) => void pick(file)} resetRef={resetFile}>
          {(props) => (
            <Button {...props} variant="default" disabled={isBusy} leftSection={<Icon name="upload" />}>
              {t('backups.panel.import')}
            </Button>
          )}
        </FileButton>
      </div>
      <BackupList backups={state.backups} accept={accept} onChecked={load} onRestore={setRestoring} />
      <FolderForm folder={state.folder} isBusy={isBusy} accept={accept} />
      {isDrilling ? (
        <DrillDialog backups={state.backups} onClose={() => setDrilling(false)} onState={setState} />
      ) : null}
      {restoring ? (
        <RestoreDialog
          place={restoring}
          onClose={() => {
            setRestoring(null)
            void client.call('backups.discard', {})
            void load()
          }}
        />
      ) : null}
    </Panel>
  )
}
