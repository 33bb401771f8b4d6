import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useApp, useRun } from '../../state/app-context'
import { newId } from '../../ui/new-id'
import { newProposal } from '../proposals'
import type { Extension } from './use-extension'
import type { PlanView } from './use-plan'

interface WriteRequestProps {
  readonly plan: PlanView
  readonly extension: Extension
}

/** From sliders to a letter: a new draft, or the terms of the draft that is already there. */
export function WriteRequest({ plan, extension }: WriteRequestProps) {
  const { t } = useTranslation()
  const run = useRun()
  const language = useApp((state) => state.preferences.language)
  const { draft, item, request } = extension
  const isSame = draft !== null && JSON.stringify(draft.request) === JSON.stringify(request)
  const write = async () => {
    const proposal = draft
      ? { ...draft, request }
      : newProposal({ id: newId(), loan: item.loan, state: item.state, request, language, on: plan.on })
    const reply = await run('proposals.save', { proposal })
    if (reply.ok) goTo('proposals', proposal.id)
  }
  return (
    <div className="row">
      {isSame ? (
        <Button onClick={() => goTo('proposals', draft.id)}>{t('plan.ask.openDraft')}</Button>
      ) : (
        <Button onClick={() => void write()}>{t(draft ? 'plan.ask.updateDraft' : 'plan.ask.write')}</Button>
      )}
      <span className="small muted">{t('plan.ask.writeHint')}</span>
    </div>
  )
}
