import type { BackupPlace } from '#contract/dto/backups'
import type { Key } from '#contract/dto/vault'
import type { Output } from '#contract/procedures'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { useInstantText } from '../../ui/use-instant-text'

interface DoorChoiceProps {
  readonly look: Output<'backups.look'>
  readonly place: BackupPlace
  readonly givenKey: Key
  readonly onBack: () => void
}

/** What was found: the case in the backup, and the one on the disk where the same keys open it. */
export function DoorChoice({ look, place, givenKey, onBack }: DoorChoiceProps) {
  const { t } = useTranslation()
  const takeOver = useApp((state) => state.takeOverBackup)
  const instantText = useInstantText()
  const [busy, setBusy] = useState<'backup' | 'disk' | null>(null)
  const take = async (use: 'backup' | 'disk') => {
    setBusy(use)
    const reply = await takeOver({ place, key: givenKey, use })
    setBusy(null)
    if (!reply.ok) reportError(t, reply.error)
  }
  const factsOf = ({ savedAt, loans, letters }: typeof look.backup) => ({
    at: instantText(savedAt, 'minute'),
    loans,
    letters,
  })
  const { backup, onDisk } = look
  return (
    <Panel title={t('backups.door.choose')} tone="calm">
      {onDisk ? (
        <>
          <h3>{t('backups.door.onDisk')}</h3>
          <p>{t('backups.door.onDiskText', factsOf(onDisk))}</p>
        </>
      ) : null}
      <h3>{t('backups.door.backup')}</h3>
      <p>{t('backups.door.backupText', factsOf(backup))}</p>
      <p className="small muted">
        {onDisk ? `${t('backups.door.keepsDisk')} ` : ''}
        {t('backups.door.after')}
      </p>
      <div className="row">
        {onDisk ? (
          <Button loading={busy === 'disk'} disabled={busy !== null} onClick={() => void take('disk')}>
            {t('backups.door.useDisk')}
          </Button>
        ) : null}
        <Button
          variant={onDisk ? 'default' : 'filled'}
          loading={busy === 'backup'}
          disabled={busy !== null}
          onClick={() => void take('backup')}
        >
          {t('backups.door.useBackup')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('common.back')}
        </Button>
      </div>
    </Panel>
  )
}
