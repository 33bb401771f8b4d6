import type { LetterPaper } from '#domain/letter/blocks'
import type { Proposal, SentRecord } from '#domain/letter/proposal'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRun, useToday } from '../../state/app-context'
import { DateInput } from '../../ui/date-input'
import { Panel } from '../../ui/panel'

export const CHANNELS: readonly SentRecord['channel'][] = ['counter', 'ems', 'email', 'appChat', 'fax', 'other']

interface SendPanelProps {
  readonly proposal: Proposal
  readonly paper: LetterPaper
  readonly recipientName: string
  readonly isReady: boolean
}

/** "It has been sent": date, channel, number, recipient; the paper is frozen as it went out. */
export function SendPanel({ proposal, paper, recipientName, isReady }: SendPanelProps) {
  const { t } = useTranslation()
  const today = useToday()
  const run = useRun()
  const [isOpen, setOpen] = useState(false)
  const [on, setOn] = useState<SentRecord['on'] | null>(today)
  const [channel, setChannel] = useState<SentRecord['channel']>('ems')
  const [trackingNumber, setTrackingNumber] = useState('')
  const [recipient, setRecipient] = useState(recipientName)
  const isNoticeRead = proposal.noticeReadOn !== null
  const isFuture = on !== null && on > today
  const save = () => {
    if (on === null || isFuture) return
    const sent: SentRecord = { on, channel, trackingNumber: trackingNumber.trim(), recipient: recipient.trim(), paper }
    void run('proposals.markSent', { proposalId: proposal.id, sent })
  }
  if (!isOpen) {
    return (
      <Panel title={t('proposals.desk.progress')}>
        {isNoticeRead ? null : <p className="small muted">{t('proposals.send.needsNotice')}</p>}
        <div>
          <Button variant="default" disabled={!isNoticeRead || !isReady} onClick={() => setOpen(true)}>
            {t('proposals.send.open')}
          </Button>
        </div>
      </Panel>
    )
  }
  return (
    <Panel title={t('proposals.send.title')}>
      <p className="small muted">{t('proposals.send.intro')}</p>
      <DateInput
        label={t('proposals.send.on')}
        required
        value={on}
        onChange={setOn}
        error={isFuture ? t('proposals.send.futureDate') : undefined}
      />
      <NativeSelect
        label={t('proposals.send.channel')}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value as SentRecord['channel'])}
        data={CHANNELS.map((value) => ({ value, label: t(`proposals.send.channel_${value}`) }))}
      />
      <TextInput
        label={t('proposals.send.tracking')}
        description={t('proposals.send.trackingHint')}
        maxLength={200}
        value={trackingNumber}
        onChange={(event) => setTrackingNumber(event.currentTarget.value)}
      />
      <TextInput
        label={t('proposals.send.recipient')}
        maxLength={200}
        value={recipient}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
      <div className="row">
        <Button disabled={on === null || isFuture} onClick={save}>
          {t('proposals.send.save')}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </Panel>
  )
}
