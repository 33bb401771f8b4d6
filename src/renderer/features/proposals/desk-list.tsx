import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useDocument, useToday } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { deskItems, type DeskItem, type ProposalStatus } from './proposal-selectors'

/** The requests in one status. */
export function DeskList({ status }: { readonly status: ProposalStatus }) {
  const { t } = useTranslation()
  const document = useDocument()
  const today = useToday()
  const items = deskItems(document, status, today)
  return (
    <Panel title={t(`proposals.list.${status}`)} aside={<span className="pill">{items.length}</span>}>
      {items.length === 0 ? (
        <p className="muted">{t('proposals.list.none')}</p>
      ) : (
        <ul className="desk-list">
          {items.map((item) => (
            <DeskRow key={item.proposal.id} item={item} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function DeskRow({ item }: { readonly item: DeskItem }) {
  const { t } = useTranslation()
  const { proposal, recipientName, loanName, daysToReply } = item
  const name = recipientName ?? t('proposals.list.noRecipient')
  const kind = t(`proposals.kind.${proposal.kind}`)
  return (
    <li>
      <a href={hrefOf('proposals', proposal.id)} aria-label={t('proposals.list.open', { name, kind })}>
        <b>{name}</b>
        <span>{kind}</span>
        <span className="muted small">{loanName ?? t('proposals.list.unknownLoan')}</span>
        <span className="muted small num">
          {proposal.reply
            ? t('proposals.list.repliedOn', { date: proposal.reply.on })
            : proposal.sent
              ? t('proposals.list.sentOn', { date: proposal.sent.on })
              : t('proposals.list.writtenOn', { date: proposal.writtenOn })}
        </span>
        {proposal.reply ? (
          <span className="pill t">{t(`proposals.reply.kind_${proposal.reply.kind}`)}</span>
        ) : proposal.sent ? (
          <span className={daysToReply < 0 ? 'pill a' : 'pill'}>
            {daysToReply < 0
              ? t('proposals.list.replyOver', { count: -daysToReply })
              : t('proposals.list.replyIn', { count: daysToReply })}
          </span>
        ) : (
          <span className="pill">{t('proposals.status.draft')}</span>
        )}
      </a>
    </li>
  )
}
