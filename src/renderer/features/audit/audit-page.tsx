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

/** `#/loans/<id>/audit`: what the lender says is owed beside our figure, and the note that asks. */
export function AuditPage({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation()
  const loan = useDocument().loans.find(({ id }) => id === loanId)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [isWriting, setWriting] = useState(false)
  const audit = useMemo(() => (loan && asked ? auditStatement(loan, asked.on, asked.claim) : null), [loan, asked])
  if (!loan) {
    const back = <Button onClick={() => goTo('loans')}>{t('loan.page.toLedger')}</Button>
    return <EmptyState title={t('loan.page.missing.title')} text={t('loan.page.missing.text')} action={back} />
  }
  if (isWriting && audit?.ok) return <AuditNotePage loan={loan} audit={audit.value} onBack={() => setWriting(false)} />
  return (
    <div className="stack">
      <a className="text-link small" href={hrefOf('loans', loanId)}>
        {t('audit.back', { name: loan.name })}
      </a>
      <PageHeader title={t('audit.title')} sub={t('audit.sub')} />
      <ClaimForm loan={loan} initial={asked} onAsk={(on, claim) => setAsked({ on, claim })} />
      {audit === null ? null : audit.ok ? (
        <AuditResult audit={audit.value} onWrite={() => setWriting(true)} />
      ) : (
        <p className="card amber" role="alert">
          {t('loan.page.problem', { code: audit.error.code })}
        </p>
      )}
    </div>
  )
}
