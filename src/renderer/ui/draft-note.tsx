import { useTranslation } from 'react-i18next'
import { useInstantText } from './use-instant-text'

interface DraftNoteProps {
  readonly savedAt: number
  readonly onRestart: () => void
}

/** A form goes on where it was left; or starts afresh. */
export function DraftNote({ savedAt, onRestart }: DraftNoteProps) {
  const { t } = useTranslation()
  const instantText = useInstantText()
  return (
    <p className="small muted" role="status">
      {t('common.draft.kept', { savedAt: instantText(savedAt, 'minute') })}{' '}
      <button type="button" className="link-button" onClick={onRestart}>
        {t('common.draft.restart')}
      </button>
    </p>
  )
}
