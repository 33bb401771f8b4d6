import { checkProposal } from '#domain/letter/check-proposal'
import { composeProposal, type ProposalInput } from '#domain/letter/compose-proposal'
import { recipientOf } from '#domain/letter/recipient'
import type { Proposal } from '#domain/letter/proposal'
import { limitationRisk } from '#domain/loan/limitation'
import { Button } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/router'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { Icon } from '../../ui/icon'
import { PaperView } from '../paper'
import { Checklist } from './checklist'
import { DeskHeader } from './desk-header'
import { ExportBar } from './export-bar'
import { FormAnnexes } from './form-annexes'
import { FormMe } from './form-me'
import { FormTerms } from './form-terms'
import { FormWho } from './form-who'
import { FormWhy } from './form-why'
import { LetterProblemNote } from './letter-problem-note'
import { letterInput } from './proposal-selectors'
import { SendPanel } from './send-panel'
import { useProposalDraft, type ProposalDraft } from './use-proposal-draft'

/** A request being written: the form on the left, the paper on the right. */
export function DraftDesk({ proposal }: { readonly proposal: Proposal }) {
  const document = useDocument()
  const today = useToday()
  const edit = useProposalDraft(proposal)
  const input = letterInput(document, edit.draft, today)
  if (!input.ok) {
    return (
      <div className="stack">
        <DeskHeader name={null} />
        <LetterProblemNote problem={input.error} loanId={proposal.loanId} />
        <RemoveDraft proposal={proposal} />
      </div>
    )
  }
  return <Desk proposal={proposal} edit={edit} input={input.value} />
}

interface DeskProps {
  readonly proposal: Proposal
  readonly edit: ProposalDraft
  readonly input: ProposalInput
}

function Desk({ proposal, edit, input }: DeskProps) {
  const document = useDocument()
  const today = useToday()
  const shown = useDeferredValue(input)
  const paper = useMemo(() => composeProposal(shown), [shown])
  const checks = useMemo(() => checkProposal(input), [input])
  const risk = useMemo(() => limitationRisk(input.loan, today, document.proposals), [input.loan, today, document])
  const recipientName = recipientOf(input)?.name ?? ''
  const isReady = checks.every(({ code, isGood, weight }) => isGood || weight === 'should' || code === 'notice_read')
  return (
    <div className="stack">
      <DeskHeader
        name={recipientName === '' ? null : recipientName}
        actions={
          <ExportBar
            paper={paper}
            fileName={`${input.words.title[input.proposal.kind]}-${input.proposal.writtenOn}`}
            risk={risk}
            isReady={isReady}
            isNoticeRead={input.proposal.noticeReadOn !== null}
            onNoticeRead={() => edit.set({ noticeReadOn: today })}
          />
        }
      />
      <div className="desk">
        <div className="stack desk-form">
          <Checklist checks={checks} />
          <FormMe />
          <FormTerms input={input} />
          <FormWho input={input} edit={edit} />
          <FormWhy edit={edit} />
          <FormAnnexes edit={edit} />
          <SendPanel proposal={proposal} paper={paper} recipientName={recipientName} isReady={isReady} />
          <RemoveDraft proposal={proposal} />
        </div>
        <PaperView paper={paper} />
      </div>
    </div>
  )
}

function RemoveDraft({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation()
  const run = useRun()
  const remove = async () => {
    const reply = await run('proposals.remove', { proposalId: proposal.id })
    if (reply.ok) goTo('proposals')
  }
  return (
    <div>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Icon name="trash" />}
        onClick={() =>
          modals.openConfirmModal({
            title: t('proposals.desk.removeAsk'),
            children: t('proposals.desk.removeText'),
            labels: { confirm: t('proposals.desk.removeYes'), cancel: t('proposals.desk.cancel') },
            closeButtonProps: { 'aria-label': t('common.close') },
            onConfirm: () => void remove(),
          })
        }
      >
        {t('proposals.desk.remove')}
      </Button>
    </div>
  )
}
