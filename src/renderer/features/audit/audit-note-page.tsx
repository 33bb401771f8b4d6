import type { StatementAudit } from '#domain/audit/audit-statement'
import { limitationRisk } from '#domain/loan/limitation'
import type { Loan } from '#domain/loan/loan'
import { stateOn } from '#domain/loan/state-on'
import { composeAuditNote } from '#domain/note/compose-audit-note'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../app/router'
import { useApp, useDocument, useToday } from '../../state/app-context'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { NoteDesk, noteFrame } from '../note'
import { PaperActions } from '../paper'
import { wordsOf } from '../proposals'

interface AuditNotePageProps {
  readonly loan: Loan
  readonly audit: StatementAudit
}

/** The note that asks the lender to explain, ready for paper. */
export function AuditNotePage({ loan, audit }: AuditNotePageProps) {
  const { t } = useTranslation()
  const document = useDocument()
  const today = useToday()
  const language = useApp((state) => state.preferences.language)
  const letters = wordsOf(language)
  const frame = useMemo(() => {
    const state = stateOn(loan, today)
    return noteFrame({ document, loan, state: state.ok ? state.value : null, language, letters, today })
  }, [document, loan, language, letters, today])
  const paper = useMemo(() => composeAuditNote(frame, audit), [frame, audit])
  const risk = limitationRisk(loan, today, document.proposals)
  return (
    <div className="stack">
      <a className="text-link small" href={hrefOf('loans', loan.id, 'audit')}>
        {t('audit.note.back')}
      </a>
      <PageHeader
        title={t('audit.note.title')}
        sub={t('audit.note.sub')}
        actions={<PaperActions paper={paper} fileName={`${frame.notes.audit.title}-${audit.on}`} />}
      />
      <NoteDesk paper={paper}>
        <Panel title={t('audit.note.before')}>
          <p>{t('audit.note.asksOnly')}</p>
          {audit.differenceFen < 0 ? <p className="card amber">{t('audit.note.lower')}</p> : null}
          {risk.level === 'strong' ? (
            <p className="card amber">
              <b>{letters.notice.strong}</b>
            </p>
          ) : null}
          <p className="small muted">
            {letters.notice.notAdvice} {letters.notice.source}
          </p>
        </Panel>
      </NoteDesk>
    </div>
  )
}
