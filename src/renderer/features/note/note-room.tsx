import { effectiveEvents } from '#domain/loan/effective-events'
import { stateOn } from '#domain/loan/state-on'
import { composeDesignationNote, loansOfSameCreditor } from '#domain/note/compose-designation-note'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../app/rooms'
import { goTo, hrefOf } from '../../app/router'
import { useApp, useDocument, useToday } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { PageHeader } from '../../ui/page-header'
import { Panel } from '../../ui/panel'
import { PaperActions } from '../paper'
import { wordsOf } from '../proposals'
import { NoteDesk } from './note-desk'
import { noteFrame } from './note-frame'

/** `#/note/designation/<loan>/<event>`: which loan of several a payment is for (民法典 560). */
export function NoteRoom({ rest }: RoomProps) {
  const { t } = useTranslation()
  const document = useDocument()
  const today = useToday()
  const language = useApp((state) => state.preferences.language)
  const [, loanId = '', eventId = ''] = rest
  const loan = document.loans.find(({ id }) => id === loanId)
  const payment = effectiveEvents(loan?.events ?? [], today).find(({ id }) => id === eventId)
  if (rest[0] !== 'designation' || !loan || payment?.kind !== 'payment') {
    const back = <Button onClick={() => goTo('loans')}>{t('loan.page.toLedger')}</Button>
    return (
      <>
        <PageHeader title={t('audit.designation.title')} />
        <EmptyState title={t('audit.designation.missing')} text={t('audit.designation.missingText')} action={back} />
      </>
    )
  }
  const state = stateOn(loan, today)
  const frame = noteFrame({
    document,
    loan,
    state: state.ok ? state.value : null,
    language,
    letters: wordsOf(language),
    today,
  })
  const others = loansOfSameCreditor(document.loans, loanId)
  const paper = composeDesignationNote(frame, payment, others)
  return (
    <div className="stack">
      <a className="text-link small" href={hrefOf('loans', loanId)}>
        {t('audit.back', { name: loan.name })}
      </a>
      <PageHeader
        title={t('audit.designation.title')}
        sub={t('audit.designation.sub')}
        actions={<PaperActions paper={paper} fileName={`${frame.notes.designation.title}-${payment.on}`} />}
      />
      <NoteDesk paper={paper}>
        <Panel title={t('audit.note.before')}>
          <p>{t('audit.designation.when')}</p>
          {payment.on < today ? <p className="card amber">{t('audit.designation.late', { on: payment.on })}</p> : null}
          {others.length === 0 ? <p className="card amber">{t('audit.designation.only')}</p> : null}
          <p className="small muted">{t('audit.designation.source')}</p>
        </Panel>
      </NoteDesk>
    </div>
  )
}
