import type { LetterPaper } from '#domain/letter/blocks'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon'
import { usePaperExport, type ExportKind } from './use-paper-export'

interface PaperActionsProps {
  readonly paper: LetterPaper
  /** Without its ending. */
  readonly fileName: string
  /** Stands between the button and the paper: calls `go` when, and only when, the paper may leave. */
  readonly before?: (go: () => void) => void
  readonly children?: ReactNode
}

/** Print, PDF, Word, text of any paper. */
export function PaperActions({ paper, fileName, before, children }: PaperActionsProps) {
  const { t } = useTranslation()
  const { busy, start } = usePaperExport(paper, fileName)
  const ask = (kind: ExportKind) => {
    const go = () => void start(kind)
    if (before) before(go)
    else go()
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
      {children}
    </div>
  )
}
