import type { StressedOffer } from '#domain/stress/kept-offer'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useApp, useRun } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import type { PlanView } from '../plan/use-plan'
import { newProposal } from '../proposals'
import { draftFor } from './stress-selectors'

interface WriteOfferProps {
  readonly plan: PlanView
  readonly offer: StressedOffer
  /** What stands there answers an earlier question. */
  readonly isBusy: boolean
}

/** The terms into the drafts: what is written there already stays, only the request changes. Nothing of chance goes along. */
export function WriteOffer({ plan, offer, isBusy }: WriteOfferProps) {
  const { t } = useTranslation()
  const run = useRun()
  const language = useApp((state) => state.preferences.language)
  const { document, open, on } = plan
  const proposals = offer.terms.flatMap(({ loanId, request }) => {
    const item = open.find(({ loan }) => loan.id === loanId)
    if (!item) return []
    const draft = draftFor(document.proposals, loanId)
    return [{ item, request, draft }]
  })
  const isDrafted = proposals.length > 0 && proposals.every(({ draft }) => draft)
  const write = async () => {
    let lastId = ''
    for (const { item, request, draft } of proposals) {
      const proposal = draft
        ? { ...draft, request }
        : newProposal({ id: newId(), loan: item.loan, state: item.state, request, language, on })
      const reply = await run('proposals.save', { proposal })
      if (!reply.ok) return
      lastId = proposal.id
    }
    if (proposals.length === 1) goTo('proposals', lastId)
    else goTo('proposals')
  }
  return (
    <div className="row">
      <Button disabled={isBusy} onClick={() => void write()}>
        {t(isDrafted ? 'stress.offer.update' : 'stress.offer.write', { count: proposals.length })}
      </Button>
      <span className="small muted">{t('plan.ask.writeHint')}</span>
    </div>
  )
}
