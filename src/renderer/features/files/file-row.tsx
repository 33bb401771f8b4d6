import type { Attachment } from '#domain/attachment/attachment'
import { shownName } from '#domain/attachment/file-name'
import { shownAs } from '#domain/attachment/media-type'
import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun } from '../../state/app-context'
import { useInstantText } from '../../ui/use-instant-text'
import { Shown } from './shown'
import { sizeText } from './size-text'
import { useFile } from './use-file'

interface FileRowProps {
  readonly attachment: Attachment
  /** Null while it is not known yet. */
  readonly isHere: boolean | null
}

export function FileRow({ attachment, isHere }: FileRowProps) {
  const { t } = useTranslation()
  const run = useRun()
  const instantText = useInstantText()
  const [address, setAddress] = useState<string | null>(null)
  const { id, mediaType, sha256, sizeBytes, addedAt } = attachment
  const name = shownName(attachment.name)
  const kind = shownAs(mediaType)
  const { granted, save } = useFile(attachment)
  const remove = async () => {
    const reply = await run('files.remove', { attachmentId: id })
    if (reply.ok) notifications.show({ message: t('files.removed'), autoClose: 5000 })
  }
  return (
    <tr>
      <td>
        <span className="file-name">{name}</span>
        <div className="small muted">{t('files.hash', { short: sha256.slice(0, 12) })}</div>
      </td>
      <td className="num">{sizeText(sizeBytes)}</td>
      <td>{instantText(addedAt, 'minute')}</td>
      <td>
        <span className="cell-actions">
          {isHere === false ? <span className="muted">{t('files.notHere')}</span> : null}
          {isHere === true && kind !== null ? (
            <button type="button" className="link-button" onClick={() => void granted().then(setAddress)}>
              {t('files.open', { name: '' })}
              <span className="visually-hidden">{name}</span>
            </button>
          ) : null}
          {isHere === true ? (
            <button type="button" className="link-button" onClick={() => void save()}>
              {t('files.copy', { name: '' })}
              <span className="visually-hidden">{name}</span>
            </button>
          ) : null}
          <button type="button" className="link-button" onClick={() => void remove()}>
            {t('files.remove', { name: '' })}
            <span className="visually-hidden">{name}</span>
          </button>
        </span>
        <Modal
          opened={address !== null}
          onClose={() => setAddress(null)}
          title={name}
          size="xl"
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          {address === null || kind === null ? null : <Shown kind={kind} address={address} name={name} />}
        </Modal>
      </td>
    </tr>
  )
}
