import type { LetterPaper } from '#domain/letter/blocks'
import { forbiddenIn } from '#domain/letter/forbidden-sentences'
import { letterText } from '#domain/letter/text'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@mantine/core'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { PaperView } from '../paper'
import { SenderForm } from '../proposals'

interface NoteDeskProps {
  readonly paper: LetterPaper
  /** What to know before it leaves. */
  readonly children: ReactNode
}

/** A note beside its paper: who writes it on the left, what goes out on the right. */
export function NoteDesk({ paper, children }: NoteDeskProps) {
  const { t } = useTranslation()
  const { sender } = useDocument().settings
  const hasSender = sender.name.trim() !== '' && sender.phone.trim() !== ''
  const [isEditing, setEditing] = useState(false)
  if (forbiddenIn(letterText(paper)).length > 0) throw new Error('a note says what no letter may say')
  return (
    <div className="desk">
      <div className="stack desk-form">
        {children}
        <Panel title={t('audit.note.me')}>
          {hasSender && !isEditing ? (
            <>
              <p>
                {sender.name} · {sender.phone}
              </p>
              <div>
                <Button variant="default" onClick={() => setEditing(true)}>
                  {t('audit.note.changeMe')}
                </Button>
              </div>
            </>
          ) : (
            <SenderForm canWait={hasSender} onDone={() => setEditing(false)} />
          )}
        </Panel>
      </div>
      <PaperView paper={paper} />
    </div>
  )
}
