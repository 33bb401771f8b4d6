import type { LetterPaper } from '#domain/letter/blocks'
import type { LimitationRisk } from '#domain/loan/limitation'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { NoticeDialog } from './notice-dialog'
import { usePaperExport, type ExportKind } from './use-paper-export'

interface ExportBarProps {
  readonly paper: LetterPaper
  readonly fileName: string
  readonly risk: LimitationRisk | null
  /** False while a required item of the checklist is open. */
  readonly isReady: boolean
  readonly isNoticeRead: boolean
  readonly onNoticeRead: () => Promise<boolean>
}

/** Print, PDF, Word, text: behind the checklist and the notice. */
export function ExportBar({ paper, fileName, risk, isReady, isNoticeRead, onNoticeRead }: ExportBarProps) {
  const { t } = useTranslation()
  const { busy, start } = usePaperExport(paper, fileName)
  const [waiting, setWaiting] = useState<ExportKind | null>(null)
  const ask = (kind: ExportKind) => {
    if (!isReady) {
      notifications.show({ message: t('proposals.check.fixFirst') })
      document.getElementById('checklist')?.focus()
    } else if (isNoticeRead || risk === null) void start(kind)
    else setWaiting(kind)
  }
  const confirm = async () => {
    const kind = waiting
    setWaiting(null)
    // The dialog has to be gone before the browser's own print window comes.
    if (kind !== null && (await onNoticeRead())) setTimeout(() => void start(kind), 100)
  }
  return (
    <div className="row" role="group" aria-label={t('proposals.paper.actions')}>
      <Button variant="default" onClick={() => ask('copy')}>
        {t('proposals.paper.copy')}
      </Button>
      <Button variant="default" loading={busy === 'word'} onClick={() => ask('word')}>
        {t('proposals.paper.word')}
      </Button>
      <Button variant="default" loading={busy === 'pdf'} onClick={() => ask('pdf')}>
        {t('proposals.paper.pdf')}
      </Button>
      <Button leftSection={<Icon name="print" />} onClick={() => ask('print')}>
        {t('proposals.paper.print')}
      </Button>
      {risk ? (
        <NoticeDialog
          risk={risk}
          isOpen={waiting !== null}
          onConfirm={() => void confirm()}
          onCancel={() => setWaiting(null)}
        />
      ) : null}
    </div>
  )
}
