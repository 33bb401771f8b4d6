import type { Proposal, SentRecord } from '#domain/letter/proposal'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { PaperView } from '../paper'
import { DeskHeader } from './desk-header'
import { ExportBar } from './export-bar'
import { ReplyPanel } from './reply-panel'

interface SentDeskProps {
  readonly proposal: Proposal
  readonly sent: SentRecord
}

/** A request as it went out, and what came back. */
export function SentDesk({ proposal, sent }: SentDeskProps) {
  const { t } = useTranslation()
  const { parties } = useDocument()
  const name = parties.find(({ id }) => id === proposal.recipientId)?.name ?? sent.recipient
  const channel = t(`proposals.send.channel_${sent.channel}`)
  return (
    <div className="stack">
      <DeskHeader
        name={name === '' ? null : name}
        actions={
          <ExportBar
            paper={sent.paper}
            fileName={`${t(`proposals.kind.${proposal.kind}`)}-${sent.on}`}
            risk={null}
            isReady
            isNoticeRead
            onNoticeRead={() => Promise.resolve(true)}
          />
        }
      />
      <div className="desk">
        <div className="stack desk-form">
          <Panel title={t('proposals.status.sent')}>
            <p>{t('proposals.send.frozen', { date: sent.on, channel })}</p>
            {sent.trackingNumber === '' ? null : (
              <p className="num">{t('proposals.send.trackingIs', { number: sent.trackingNumber })}</p>
            )}
            {sent.recipient === '' ? null : <p>{t('proposals.send.to', { recipient: sent.recipient })}</p>}
          </Panel>
          <ReplyPanel proposal={proposal} />
          <a className="text-link" href={hrefOf('proposals', 'guide')}>
            {t('proposals.howTo')}
          </a>
        </div>
        <PaperView paper={sent.paper} />
      </div>
    </div>
  )
}
