import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Escalation, EscalationSent } from '#domain/escalation/escalation'
import type { LetterPaper } from '#domain/letter/blocks'
import { useRun, useToday } from '../../state/app-context'
import { ChoiceInput } from '../../ui/choice-input'
import { DateInput } from '../../ui/date-input'
import { Panel } from '../../ui/panel'

export const WAYS: readonly EscalationSent['channel'][] = ['online', 'phone', 'post', 'counter', 'email']

interface MarkSentProps {
  readonly escalation: Escalation
  readonly paper: LetterPaper
  readonly isReady: boolean
  /** Saves what was typed last; false when it could not be. */
  readonly saveNow: () => Promise<boolean>
}

/** "I handed it in": day, way and number; the paper stays as it went out, and its clock starts. */
export function MarkSent({ escalation, paper, isReady, saveNow }: MarkSentProps) {
  const { t } = useTranslation()
  const today = useToday()
  const run = useRun()
  const [isOpen, setOpen] = useState(false)
  const [on, setOn] = useState<LocalDate | null>(today)
  const [channel, setChannel] = useState<EscalationSent['channel']>('online')
  const [reference, setReference] = useState('')
  const isFuture = on !== null && on > today
  const save = async () => {
    if (on === null || isFuture) return
    if (!(await saveNow())) return
    await run('escalation.markSent', {
      escalationId: escalation.id,
      sent: { on, channel, reference: reference.trim(), paper: channel === 'phone' ? null : paper },
    })
  }
  return (
    <Panel title={t('escalation.sent.title')}>
      {isOpen ? (
        <>
          <DateInput
            label={t('escalation.sent.on')}
            required
            value={on}
            onChange={setOn}
            error={isFuture ? t('contacts.form.error.on.future') : undefined}
          />
          <ChoiceInput
            label={t('escalation.sent.channel')}
            value={channel}
            choices={WAYS}
            words={(way) => t(`escalation.way.${way}`)}
            onChange={setChannel}
          />
          <TextInput
            label={t('escalation.sent.reference')}
            description={t('escalation.sent.referenceHint')}
            maxLength={200}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <div className="row">
            <Button disabled={on === null || isFuture} onClick={() => void save()}>
              {t('escalation.sent.save')}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="small muted">{t('escalation.sent.text')}</p>
          <div>
            <Button variant="default" disabled={!isReady} onClick={() => setOpen(true)}>
              {t('escalation.sent.open')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}
