import type { LetterPaper } from '#domain/letter/blocks'
import { letterText } from '#domain/letter/text'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportError } from '../../app/report-error'
import { useApp } from '../../state/app-context'
import { downloadBlob } from '../../ui/download-text'

export type ExportKind = 'print' | 'pdf' | 'word' | 'copy'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Print, PDF, Word and text of a paper. `name` is the file's name without its ending. */
export function usePaperExport(paper: LetterPaper, name: string) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const [busy, setBusy] = useState<ExportKind | null>(null)
  const say = (message: string) => notifications.show({ message })
  const save = (base64: string, ending: string, type: string) => {
    downloadBlob(`${name}.${ending}`, new Blob([bytesOf(base64)], { type }))
    say(t('proposals.paper.saved', { name: `${name}.${ending}` }))
  }
  const run = async (kind: ExportKind): Promise<void> => {
    switch (kind) {
      case 'print':
        window.print()
        return
      case 'copy':
        try {
          await navigator.clipboard.writeText(letterText(paper))
          say(t('proposals.paper.copied'))
        } catch {
          say(t('proposals.paper.copyFailed'))
        }
        return
      case 'word': {
        const reply = await client.call('letters.docx', { paper })
        if (reply.ok) save(reply.value.base64, 'docx', DOCX)
        else reportError(t, reply.error)
        return
      }
      case 'pdf': {
        const reply = await client.call('letters.pdf', { paper })
        if (reply.ok) save(reply.value.base64, 'pdf', 'application/pdf')
        else if (reply.error.code === 'pdf_unavailable') {
          say(t('proposals.paper.pdfUnavailable'))
          window.print()
        } else reportError(t, reply.error)
      }
    }
  }
  const start = async (kind: ExportKind): Promise<void> => {
    setBusy(kind)
    try {
      await run(kind)
    } finally {
      setBusy(null)
    }
  }
  return { busy, start }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
