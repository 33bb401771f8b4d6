import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { agreedEvent } from '#domain/extension/agreed-event'
import type { Proposal, ReplyRecord } from '#domain/letter/proposal'
import { goTo } from '../../app/router'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import { TermLimitLine } from '../plan/term-limit-line'
import { newProposal } from '../proposals/proposal-selectors'
import { OfferTable } from './offer-table'
import { useOffer } from './use-offer'

interface OfferPanelProps {
  readonly proposal: Proposal
  readonly reply: ReplyRecord
}

/** What a reply's terms come to, and the two ways on: the new contract, or a new request from them. */
export function OfferPanel({ proposal, reply }: OfferPanelProps) {
  const { t } = useTranslation()
  const run = useRun()
  const today = useToday()
  const { loans } = useDocument()
  const offer = useOffer(proposal, reply)
  const loan = loans.find(({ id }) => id === proposal.loanId)
  const isMade = loan?.events.some((event) => event.kind === 'rearranged' && event.proposalId === proposal.id) ?? false
  if (isMade) return <p className="card calm small">{t('agreed.offer.made')}</p>
  if (!offer) return <p className="small muted">{t('agreed.offer.problem')}</p>
  const { means } = reply
  const make = async () => {
    if (means === null) return
    const { reference, condition, breach } = reply
    const by = { proposalId: proposal.id, means, reference, condition, breach }
    const event = agreedEvent(newId(), reply.on, offer.offered, by)
    await run('ledger.recordEvent', { loanId: proposal.loanId, event: { ...event, rows: [...event.rows] } })
  }
  const counter = async () => {
    const request = offer.offered.request
    const draft = newProposal({
      id: newId(),
      loan: offer.loan,
      state: offer.state,
      request: request.firstDueOn < today ? { ...request, firstDueOn: today } : request,
      language: proposal.language,
      on: today,
    })
    const answer = await run('proposals.save', {
      proposal: { ...draft, recipientId: proposal.recipientId, cause: proposal.cause },
    })
    if (answer.ok) goTo('proposals', draft.id)
  }
  return (
    <div className="stack tight">
      <OfferTable offer={offer} />
      <TermLimitLine product={offer.loan.product} periods={offer.offered.rows.length} />
      <p className="small muted">{t('agreed.credit')}</p>
      <div className="row">
        <Button disabled={means === null} onClick={() => void make()}>
          {t('agreed.offer.make')}
        </Button>
        {reply.kind === 'otherTerms' ? (
          <Button variant="default" onClick={() => void counter()}>
            {t('agreed.offer.counter')}
          </Button>
        ) : null}
      </div>
      <p className="small muted">
        {means === null ? `${t('agreed.offer.needMeans')}. ` : ''}
        {t('agreed.offer.makeHint')}
      </p>
    </div>
  )
}
