import { MAX_FILE_BYTES } from '#domain/attachment/attachment'
import { shownName } from '#domain/attachment/file-name'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../app/report-error'
import { useApp, useDocument, useRun } from '../../state/app-context'
import { sendFile } from './send-file'

interface Sent {
  readonly name: string
  readonly part: number
}

/** The files of one loan, or (null) of the case as a whole: which are here, one on its way in, and how to stop it. */
export function useFiles(loanId: string | null) {
  const { t } = useTranslation()
  const run = useRun()
  const client = useApp((state) => state.client)
  const attachments = useDocument().attachments.filter((each) => each.loanId === loanId)
  const ids = attachments.map(({ id }) => id).join()
  const [here, setHere] = useState<ReadonlySet<string> | null>(null)
  const [sending, setSending] = useState<Sent | null>(null)
  const isStopped = useRef(false)
  useEffect(() => {
    let isCurrent = true
    void client.call('files.here', {}).then((reply) => {
      if (isCurrent && reply.ok) setHere(new Set(reply.value.ids))
    })
    return () => {
      isCurrent = false
    }
  }, [client, ids])
  /** The id of the attachment it is now, or was before (which was told); null when it was not taken. */
  const addOne = async (file: File): Promise<string | null> => {
    const name = shownName(file.name)
    if (file.size > MAX_FILE_BYTES) {
      notifications.show({ message: t('files.tooLarge', { name }), color: 'amber' })
      return null
    }
    setSending({ name, part: 0 })
    const sent = await sendFile(client, file, loanId, {
      onProgress: (part) => setSending({ name, part }),
      isStopped: () => isStopped.current,
    })
    if (!sent.ok) reportError(t, sent.error)
    if (!sent.ok || sent.value === null) return null
    const finished = await run('files.finish', { uploadId: sent.value })
    if (finished.ok) return sent.value
    return finished.error.code === 'duplicate_file' ? finished.error.id : null
  }
  /** The ids of those that are here now, also of those that were here before. */
  const add = async (files: readonly File[]): Promise<readonly string[]> => {
    isStopped.current = false
    const goesOn = (): boolean => !isStopped.current
    const taken: string[] = []
    for (const file of files) {
      const id = goesOn() ? await addOne(file) : null
      if (id !== null) taken.push(id)
    }
    setSending(null)
    return taken
  }
  return {
    attachments,
    /** Null until the host has said so. */
    isHere: (id: string): boolean | null => here?.has(id) ?? null,
    sending,
    add,
    stop: () => {
      isStopped.current = true
    },
  }
}
