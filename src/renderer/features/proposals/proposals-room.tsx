import type { RoomProps } from '../../app/rooms'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo, hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { DeskHeader } from './desk-header'
import { DeskList } from './desk-list'
import { DraftDesk } from './draft-desk'
import { GuidePage } from './guide-page'
import { SentDesk } from './sent-desk'
import type { ProposalStatus } from './proposal-selectors'
import './proposals.css'

const STATUSES: readonly ProposalStatus[] = ['draft', 'sent', 'answered']

/** `#/proposals` the list, `#/proposals/guide` how to hand in, `#/proposals/<id>` one desk. */
export function ProposalsRoom({ rest }: RoomProps) {
  const { proposals } = useDocument()
  const [id] = rest
  if (id === 'guide') return <GuidePage />
  if (id === undefined) return <Desks />
  const proposal = proposals.find((candidate) => candidate.id === id)
  if (!proposal) return <Missing />
  return proposal.sent ? (
    <SentDesk key={id} proposal={proposal} sent={proposal.sent} />
  ) : (
    <DraftDesk key={id} proposal={proposal} />
  )
}

function Missing() {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <DeskHeader name={null} />
      <p className="card">{t('proposals.desk.missing')}</p>
    </div>
  )
}

function Desks() {
  const { t } = useTranslation()
  const { proposals } = useDocument()
  return (
    <div className="stack">
      <PageHeader
        title={t('proposals.title')}
        sub={t('proposals.sub')}
        actions={
          <a className="text-link" href={hrefOf('proposals', 'guide')}>
            {t('proposals.howTo')}
          </a>
        }
      />
      {proposals.length === 0 ? (
        <EmptyState
          title={t('proposals.start')}
          text={t('proposals.empty')}
          action={<Button onClick={() => goTo('plan')}>{t('proposals.emptyAction')}</Button>}
        />
      ) : (
        <>
          <StartAnother />
          {STATUSES.map((status) => (
            <DeskList key={status} status={status} />
          ))}
        </>
      )}
    </div>
  )
}

/** Leads to the sliders of a loan: terms come before words. */
function StartAnother() {
  const { t } = useTranslation()
  const { loans } = useDocument()
  const open = loans.filter(({ isArchived }) => !isArchived)
  const [loanId, setLoanId] = useState(open[0]?.id ?? '')
  if (open.length === 0) return null
  return (
    <div className="row end">
      <NativeSelect
        label={t('proposals.newFor')}
        value={loanId}
        onChange={(event) => setLoanId(event.currentTarget.value)}
        data={open.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button onClick={() => goTo('plan', loanId)}>{t('proposals.start')}</Button>
    </div>
  )
}
