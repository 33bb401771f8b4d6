import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { courtDeadline } from '#domain/escalation/court-deadline'
import type { CourtPaper } from '#domain/escalation/escalation'
import { hrefOf } from '../../app/router'
import { ruleBook } from '../../rule-book'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { ChoiceInput } from '../../ui/choice-input'
import { DateInput } from '../../ui/date-input'
import { newId } from '../../ui/new-id'
import { Panel } from '../../ui/panel'
import { PayeeCheck } from './payee-check'

const KINDS: readonly CourtPaper['kind'][] = ['summons', 'paymentOrder', 'mediation', 'judgment', 'textMessage']

/** Papers that came from a court, or say so: first whether they are genuine, then by when what is due. */
export function CourtPage() {
  const { t } = useTranslation()
  const { courtPapers } = useDocument()
  const today = useToday()
  const [editing, setEditing] = useState<CourtPaper | null>(null)
  const empty = (): CourtPaper => ({
    id: newId(),
    kind: 'summons',
    receivedOn: today,
    court: '',
    caseNumber: '',
    isGenuine: null,
    dueOn: null,
    note: '',
    isDone: false,
  })
  return (
    <>
      <Panel title={t('escalation.court.title')} tone="calm">
        <p>{t('escalation.court.verify')}</p>
        <p>{t('escalation.court.come')}</p>
        <p className="small">
          <a className="text-link" href={hrefOf('rights', 'payment-order-15-days')}>
            {t('escalation.court.orderRule')}
          </a>{' '}
          <a className="text-link" href={hrefOf('rights', 'legal-aid')}>
            {t('escalation.court.aidRule')}
          </a>
        </p>
      </Panel>
      {courtPapers.map((paper) => (
        <CourtRow key={paper.id} paper={paper} onEdit={() => setEditing(paper)} />
      ))}
      {editing ? (
        <CourtForm key={editing.id} initial={editing} onDone={() => setEditing(null)} />
      ) : (
        <div>
          <Button onClick={() => setEditing(empty())}>{t('escalation.court.add')}</Button>
        </div>
      )}
      <PayeeCheck />
    </>
  )
}

function CourtRow({ paper, onEdit }: { readonly paper: CourtPaper; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const run = useRun()
  const today = useToday()
  const dueOn = courtDeadline(paper, ruleBook.rules)
  const isUrgent = !paper.isDone && dueOn !== null && dueOn >= today
  return (
    <Panel
      title={t(`escalation.court.kinds.${paper.kind}`)}
      tone={isUrgent ? 'amber' : 'plain'}
      aside={<span className="pill">{t(paper.isDone ? 'escalation.court.done' : 'escalation.court.open')}</span>}
    >
      <p>
        {[paper.court, paper.caseNumber].filter(Boolean).join(' · ')}{' '}
        {t('escalation.court.received', { on: paper.receivedOn })}
      </p>
      <p>
        <strong>{t('escalation.court.by', { on: dueOn ?? t('escalation.court.noDay') })}</strong>
        {paper.kind === 'paymentOrder' ? ` ${t('escalation.court.orderText')}` : null}
      </p>
      {paper.isGenuine === null ? <p className="pill a">{t('escalation.court.notVerified')}</p> : null}
      {paper.isGenuine === false ? <p className="pill a">{t('escalation.court.forged')}</p> : null}
      {paper.note === '' ? null : <p className="muted">{paper.note}</p>}
      <div className="row">
        <Button
          size="xs"
          variant="default"
          onClick={() => void run('escalation.saveCourtPaper', { paper: { ...paper, isDone: !paper.isDone } })}
        >
          {t(paper.isDone ? 'escalation.court.reopen' : 'escalation.court.markDone')}
        </Button>
        <Button size="xs" variant="default" onClick={onEdit}>
          {t('escalation.court.edit')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={() => void run('escalation.removeCourtPaper', { paperId: paper.id })}
        >
          {t('escalation.court.remove')}
        </Button>
      </div>
    </Panel>
  )
}

function CourtForm({ initial, onDone }: { readonly initial: CourtPaper; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const run = useRun()
  const [paper, setPaper] = useState(initial)
  const [receivedOn, setReceivedOn] = useState<CourtPaper['receivedOn'] | null>(initial.receivedOn)
  const genuine = paper.isGenuine === null ? 'unknown' : paper.isGenuine ? 'yes' : 'no'
  return (
    <Panel title={t('escalation.court.formTitle')}>
      <form
        className="stack tight"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (receivedOn === null) return
          void run('escalation.saveCourtPaper', { paper: { ...paper, receivedOn } }).then((reply) => {
            if (reply.ok) onDone()
          })
        }}
      >
        <div className="grid two">
          <ChoiceInput
            label={t('escalation.court.kind')}
            value={paper.kind}
            choices={KINDS}
            words={(kind) => t(`escalation.court.kinds.${kind}`)}
            onChange={(kind) => setPaper({ ...paper, kind })}
          />
          <DateInput
            label={t('escalation.court.receivedOn')}
            required
            value={receivedOn}
            onChange={setReceivedOn}
            error={receivedOn === null ? t('contacts.form.error.on.missing') : undefined}
          />
          <TextInput
            label={t('escalation.court.court')}
            maxLength={200}
            value={paper.court}
            onChange={(event) => setPaper({ ...paper, court: event.currentTarget.value })}
          />
          <TextInput
            label={t('escalation.court.caseNumber')}
            maxLength={200}
            value={paper.caseNumber}
            onChange={(event) => setPaper({ ...paper, caseNumber: event.currentTarget.value })}
          />
          <DateInput
            label={t('escalation.court.dueOn')}
            value={paper.dueOn}
            onChange={(dueOn) => setPaper({ ...paper, dueOn })}
          />
          <ChoiceInput
            label={t('escalation.court.genuine')}
            value={genuine}
            choices={['unknown', 'yes', 'no']}
            words={(value) => t(`escalation.court.genuineAs.${value}`)}
            onChange={(value) => setPaper({ ...paper, isGenuine: value === 'unknown' ? null : value === 'yes' })}
          />
        </div>
        <Textarea
          label={t('escalation.court.note')}
          autosize
          maxLength={4000}
          value={paper.note}
          onChange={(event) => setPaper({ ...paper, note: event.currentTarget.value })}
        />
        <div className="row">
          <Button type="submit">{t('common.save')}</Button>
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
