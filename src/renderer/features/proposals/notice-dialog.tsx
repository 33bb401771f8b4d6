import type { LimitationRisk } from '#domain/loan/limitation'
import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'
import { wordsOf } from './proposal-selectors'

interface NoticeDialogProps {
  readonly risk: LimitationRisk
  readonly isOpen: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** What sending a request means in law, read before anything may leave the app. */
export function NoticeDialog({ risk, isOpen, onConfirm, onCancel }: NoticeDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onCancel}
      title={t('proposals.notice.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size="lg"
    >
      {isOpen ? <Notice risk={risk} onConfirm={onConfirm} onCancel={onCancel} /> : null}
    </Modal>
  )
}

function Notice({ risk, onConfirm, onCancel }: Omit<NoticeDialogProps, 'isOpen'>) {
  const { t } = useTranslation()
  const language = useApp((state) => state.preferences.language)
  const [isUnderstood, setUnderstood] = useState(false)
  const { notice } = wordsOf(language)
  return (
    <div className="stack">
      <p>{notice.acknowledges}</p>
      {risk.level === 'strong' ? (
        <div className="card amber" data-testid="strong-notice">
          <p>
            <b>{notice.strong}</b>
          </p>
        </div>
      ) : null}
      <p className="muted small">
        {notice.notAdvice} {notice.source}
      </p>
      <p className="small">{t('proposals.notice.lawyer')}</p>
      <Checkbox
        label={t('proposals.notice.check')}
        checked={isUnderstood}
        onChange={(event) => setUnderstood(event.currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('proposals.notice.cancel')}
        </Button>
        <Button disabled={!isUnderstood} onClick={onConfirm}>
          {t('proposals.notice.confirm')}
        </Button>
      </Group>
    </div>
  )
}
