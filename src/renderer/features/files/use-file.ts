import { useTranslation } from 'react-i18next'
import type { Attachment } from '#domain/attachment/attachment'
import { nameForDisk } from '#domain/attachment/file-name'
import { reportError } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { downloadBlob } from '../../ui/download-text'

/** What can be done with the bytes of a file: an address to show them from, and a copy to save. */
export function useFile({ id, name }: Pick<Attachment, 'id' | 'name'>) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  /** An address that is good until the vault is shut; null when it could not be had, which was told. */
  const granted = async (): Promise<string | null> => {
    const reply = await client.call('files.grant', { attachmentId: id })
    if (reply.ok) return `/media/${reply.value.token}`
    reportError(t, reply.error)
    return null
  }
  const save = async (): Promise<void> => {
    const from = await granted()
    if (from === null) return
    const answer = await fetch(from, { cache: 'no-store' })
    if (answer.ok) downloadBlob(nameForDisk(name), await answer.blob())
    else reportError(t, { code: 'file_not_here', id })
  }
  return { granted, save }
}
