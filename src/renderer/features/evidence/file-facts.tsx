import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#domain/attachment/attachment'
import { shownName } from '#domain/attachment/file-name'
import { useInstantText } from '../../ui/use-instant-text'

/** When a file was taken in, the time it gives itself, and its fingerprint to copy. */
export function FileFacts({ file }: { readonly file: Attachment }) {
  const { t } = useTranslation()
  const instantText = useInstantText()
  const { addedAt, fileTime, sha256 } = file
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256)
      notifications.show({ message: t('evidence.page.hashCopied'), autoClose: 5000 })
    } catch {
      notifications.show({ message: t('evidence.page.hashNotCopied'), color: 'amber' })
    }
  }
  return (
    <>
      <p className="small muted">
        {fileTime === null
          ? t('evidence.page.takenNoTime', { at: instantText(addedAt, 'minute') })
          : t('evidence.page.taken', { at: instantText(addedAt, 'minute'), fileTime: instantText(fileTime, 'minute') })}
      </p>
      <div className="row tight">
        <span className="small muted">
          {t('evidence.page.hash')} <code className="hash">{sha256}</code>
        </span>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('evidence.page.copyHashOf', { name: shownName(file.name) })}
          onClick={() => void copy()}
        >
          {t('evidence.page.copyHash')}
        </Button>
      </div>
    </>
  )
}
