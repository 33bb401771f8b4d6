import type { BackupEntry, BackupPlace } from '#contract/dto/backups'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { Disclosure } from '../../ui/disclosure'
import { downloadBlob } from '../../ui/download-text'
import { useInstantText } from '../../ui/use-instant-text'
import type { Accept } from './accept'
import { fetchBackup } from './backup-bytes'
import { BackupTable } from './backup-table'

const SHOWN = 5

interface BackupListProps {
  readonly backups: readonly BackupEntry[]
  readonly accept: Accept
  readonly onChecked: () => Promise<void>
  readonly onRestore: (place: BackupPlace) => void
}

/** The backups on this computer, newest first, with what can be done with each. */
export function BackupList({ backups, accept, onChecked, onRestore }: BackupListProps) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const instantText = useInstantText()
  if (backups.length === 0) return null
  const placeOf = ({ name }: BackupEntry): BackupPlace => ({ in: 'vault', name })

  const check = async (backup: BackupEntry) => {
    const reply = await client.call('backups.preview', { place: placeOf(backup), key: null })
    // Under keys of another day it is opened as for a restore: by what the person types.
    if (!reply.ok && reply.error.code === 'backup_locked') onRestore(placeOf(backup))
    else if (reply.ok) notifications.show({ message: t('backups.list.whole', reply.value), autoClose: 6000 })
    else reportError(t, reply.error)
    await onChecked()
  }
  const saveCopy = async ({ name }: BackupEntry) => {
    const reply = await fetchBackup(client, name)
    if (!reply.ok) {
      reportError(t, reply.error)
      return
    }
    downloadBlob(`breathing-room-${name}`, reply.value)
    notifications.show({ message: t('common.copySaved'), autoClose: 6000 })
  }
  const remove = ({ name, savedAt }: BackupEntry) => {
    modals.openConfirmModal({
      title: t('backups.list.removeTitle', { at: instantText(savedAt, 'minute') }),
      children: t('backups.list.removeText'),
      labels: { confirm: t('backups.list.remove'), cancel: t('common.cancel') },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void accept(client.call('backups.remove', { names: [name] }), t('backups.list.removed')),
    })
  }
  const actions = {
    check: (backup: BackupEntry) => void check(backup),
    restore: (backup: BackupEntry) => onRestore(placeOf(backup)),
    copy: (backup: BackupEntry) => void saveCopy(backup),
    remove,
  }
  const older = backups.slice(SHOWN)
  return (
    <>
      <BackupTable label={t('backups.list.title')} backups={backups.slice(0, SHOWN)} actions={actions} />
      {older.length === 0 ? null : (
        <Disclosure summary={t('backups.list.older', { count: older.length })}>
          <BackupTable label={t('backups.list.older', { count: older.length })} backups={older} actions={actions} />
        </Disclosure>
      )}
    </>
  )
}
