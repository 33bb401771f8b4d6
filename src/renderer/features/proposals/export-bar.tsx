import type { LetterPaper } from '#domain/letter/blocks'
import type { LimitationRisk } from '#domain/loan/limitation'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperActions } from '../paper'
import { NoticeDialog } from './notice-dialog'

interface ExportBarProps {
  readonly paper: LetterPaper
  readonly fileName: string
  readonly risk: LimitationRisk | null
  /** False while a required item of the checklist is open. */
  readonly isReady: boolean
  readonly isNoticeRead: boolean
  readonly onNoticeRead: () => Promise<boolean>
}

/** A request leaves only behind the checklist and the notice. */
export function ExportBar({ paper, fileName, risk, isReady, isNoticeRead, onNoticeRead }: ExportBarProps) {
  const { t } = useTranslation()
  const [waiting, setWaiting] = useState<{ readonly go: () => void } | null>(null)
  const before = (go: () => void) => {
    if (!isReady) {
      notifications.show({ message: t('proposals.check.fixFirst') })
      document.getElementById('checklist')?.focus()
    } else if (isNoticeRead || risk === null) go()
    else setWaiting({ go })
  }
  const confirm = async () => {
    const asked = waiting
    setWaiting(null)
    // The dialog has to be gone before the browser's own print window comes.
    if (asked !== null && (await onNoticeRead())) setTimeout(asked.go, 100)
  }
  return (
    <PaperActions paper={paper} fileName={fileName} before={before}>
      {risk ? (
        <NoticeDialog
          risk={risk}
          isOpen={waiting !== null}
          onConfirm={() => void confirm()}
          onCancel={() => setWaiting(null)}
        />
      ) : null}
    </PaperActions>
  )
}
