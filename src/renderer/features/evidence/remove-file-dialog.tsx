import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#domain/attachment/attachment'
import { shownName } from '#domain/attachment/file-name'
import { useRun } from '../../state/app-context'

interface RemoveFileDialogProps {
  /** Null: nothing is asked. */
  readonly file: Attachment | null
  readonly onClose: () => void
}

/** Says what stays behind a removed file before it goes: its entries in the chain of custody, and one more. */
export function RemoveFileDialog({ file, onClose }: RemoveFileDialogProps) {
  const { t } = useTranslation()
  const run = useRun()
  const remove = async (attachmentId: string) => {
    const reply = await run('files.remove', { attachmentId })
    if (!reply.ok) return
    notifications.show({ message: t('files.removed'), autoClose: 5000 })
    onClose()
  }
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      title={t('evidence.removal.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {file === null ? null : (
        <div className="stack tight">
          <p>{shownName(file.name)}</p>
          <p>{t('evidence.removal.text')}</p>
          <p className="small muted">{t('evidence.removal.original')}</p>
          <div className="row">
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('evidence.removal.keep')}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => void remove(file.id)}>
              {t('evidence.removal.confirm')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
