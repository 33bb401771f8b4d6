import type { Asked } from '#domain/ask/ask'
import type { Proposal } from '#domain/letter/proposal'
import { Button } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useApp, useRun } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import type { PlanView } from '../plan'
import { newProposal } from '../proposals'
import { nameOf } from './ask-selectors'

interface WriteDraftsProps {
  readonly plan: PlanView
  readonly asked: readonly Asked[]
  readonly isStale: boolean
}

/** One draft for each lender. A draft that is already open gets the new terms, after asking; what was sent stays. */
export function WriteDrafts({ plan, asked, isStale }: WriteDraftsProps) {
  const { t } = useTranslation()
  const run = useRun()
  const language = useApp((state) => state.preferences.language)
  const [isWriting, setWriting] = useState(false)
  const { proposals } = plan.document
  const draftOf = (loanId: string) => proposals.find((item) => item.loanId === loanId && item.sent === null) ?? null
  const existing = asked.filter(({ loanId }) => draftOf(loanId) !== null)
  const proposalFor = ({ loanId, request }: Asked): Proposal | null => {
    const draft = draftOf(loanId)
    if (draft) return { ...draft, request }
    const item = plan.open.find(({ loan }) => loan.id === loanId)
    return item
      ? newProposal({ id: newId(), loan: item.loan, state: item.state, request, language, on: plan.on })
      : null
  }
  const write = async () => {
    setWriting(true)
    let isWritten = true
    for (const item of asked) {
      const proposal = proposalFor(item)
      if (!proposal) continue
      isWritten = (await run('proposals.save', { proposal })).ok
      if (!isWritten) break
    }
    setWriting(false)
    if (isWritten) goTo('proposals')
  }
  const ask = () => {
    if (existing.length === 0) return void write()
    modals.openConfirmModal({
      title: t('ask.drafts.replaceTitle'),
      children: t('ask.drafts.replaceText', {
        count: existing.length,
        names: existing.map(({ loanId }) => nameOf(plan.open, loanId)).join(t('ask.drafts.comma')),
      }),
      labels: { confirm: t('ask.drafts.replaceYes'), cancel: t('common.cancel') },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void write(),
    })
  }
  return (
    <div className="row">
      <Button disabled={isStale || isWriting} onClick={ask}>
        {t('ask.drafts.write', { count: asked.length })}
      </Button>
      <span className="small muted">{t('ask.drafts.hint')}</span>
    </div>
  )
}
