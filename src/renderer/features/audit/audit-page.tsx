import { auditStatement } from '#domain/audit/audit-statement'
import type { Claim } from '#domain/audit/claim'
import type { LocalDate } from '#domain/calendar/local-date'
import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { goTo, hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { AuditNotePage } from './audit-note-page'
import { AuditResult } from './audit-result'
import { ClaimForm } from './claim-form'
import './audit.css'

interface Asked {
  readonly on: LocalDate
  readonly claim: Claim
}

interface AuditPageProps {
  readonly loanId: string
  /** The note instead of the comparison. */
  readonly isWriting: boolean
}

/**
 * `#/loans/<id>/audit`: what the lender says is owed beside our figure; `…/audit/note`: the note that asks. What was typed
 * stays while one goes between the two.
 */
export function AuditPage({ loanId, isWriting }: AuditPageProps) {
  const { t } = useTranslation()
  const loan = useDocument().loans.find(({ id }) => id === loanId)
  const [asked, setAsked] = useState<Asked | null>(null)
  const audit = useMemo(() => (loan && asked ? auditStatement(loan, asked.on, asked.claim) : null), [loan, asked])
  if (!loan) {
    const back = <Button onClick={() => goTo('loans')}>{t('loan.page.toLedger')}</Button>
    return (
      <>
        <PageHeader title={t('audit.title')} />
        <EmptyState title={t('loan.page.missing.title')} text={t('loan.page.missing.text')} action={back} />
      </>
    )
  }
  if (isWriting && audit?.ok) return <AuditNotePage loan={loan} audit={audit.value} />
  return (
    <div className="stack">
      <a className="text-link small" href={hrefOf('loans', loanId)}>
        {t('audit.back', { name: loan.name })}
      </a>
      <PageHeader title={t('audit.title')} sub={t('audit.sub')} />
      <ClaimForm loan={loan} initial={asked} onAsk={(on, claim) => setAsked({ on, claim })} />
      {audit === null ? null : audit.ok ? (
        <AuditResult audit={audit.value} onWrite={() => goTo('loans', loanId, 'audit', 'note')} />
      ) : (
        <p className="card amber" role="alert">
          {t('loan.page.problem', { code: audit.error.code })}
        </p>
      )}
    </div>
  )
}
