import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#domain/calendar/local-date'
import { clockOf, hasLapsed } from '#domain/escalation/clock'
import type { Escalation, EscalationOutcome, EscalationSent } from '#domain/escalation/escalation'
import { goTo } from '../../app/router'
import { ruleBook } from '../../rule-book'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { ChoiceInput } from '../../ui/choice-input'
import { DateInput } from '../../ui/date-input'
import { Panel } from '../../ui/panel'
import { RuleSource } from '../contact-findings'
import { PaperView } from '../paper'

const RESULTS: readonly EscalationOutcome['result'][] = [
  'settled',
  'partly',
  'refused',
  'silent',
  'transferred',
  'withdrawn',
]

interface SentStepProps {
  readonly escalation: Escalation
  readonly sent: EscalationSent
}

/** A step that was taken: its clock, its number, how it ended, and the paper as it went out. */
export function SentStep({ escalation, sent }: SentStepProps) {
  const { t } = useTranslation()
  const { parties } = useDocument()
  const party = parties.find(({ id }) => id === escalation.partyId)?.name ?? ''
  return (
    <>
      <h2>{t('escalation.step.title', { step: t(`escalation.kind.${escalation.kind}`), party })}</h2>
      <div className="desk">
        <div className="stack desk-form">
          <ClockPanel escalation={escalation} sent={sent} />
          <FollowPanel escalation={escalation} sent={sent} />
        </div>
        {sent.paper ? <PaperView paper={sent.paper} /> : <p className="muted">{t('escalation.follow.byPhone')}</p>}
      </div>
    </>
  )
}

function ClockPanel({ escalation, sent }: SentStepProps) {
  const { t } = useTranslation()
  const today = useToday()
  const clock = clockOf(escalation, ruleBook.rules)
  const rule = clock && ruleBook.rules.find(({ id }) => id === clock.ruleId)
  return (
    <Panel title={t('escalation.follow.clock')} tone={clock && hasLapsed(clock, today) ? 'amber' : 'plain'}>
      <p>{t('escalation.follow.sentOn', { on: sent.on, way: t(`escalation.way.${sent.channel}`) })}</p>
      {escalation.outcome ? (
        <p>
          {t(`escalation.result.${escalation.outcome.result}`)} · {escalation.outcome.on}
        </p>
      ) : clock && rule ? (
        <>
          <p className="big num">{clock.dueOn}</p>
          <p>{t(hasLapsed(clock, today) ? 'escalation.follow.lapsed' : 'escalation.follow.running')}</p>
          {clock.movesTo ? (
            <p className="small muted">{t('escalation.follow.weekend', { on: clock.movesTo })}</p>
          ) : null}
          <p className="small muted">{t('escalation.follow.holidays')}</p>
          <RuleSource rule={rule} period={clock.period} isFinding={false} />
        </>
      ) : (
        <p className="small muted">{t('escalation.follow.noClock')}</p>
      )}
    </Panel>
  )
}

function FollowPanel({ escalation, sent }: SentStepProps) {
  const { t } = useTranslation()
  const today = useToday()
  const run = useRun()
  const { outcome } = escalation
  const [reference, setReference] = useState(sent.reference)
  const [prolonged, setProlonged] = useState(escalation.prolonged)
  const [result, setResult] = useState<EscalationOutcome['result'] | ''>(outcome?.result ?? '')
  const [on, setOn] = useState<LocalDate | null>(outcome?.on ?? today)
  const [text, setText] = useState(outcome?.text ?? '')
  const save = () => {
    if (result !== '' && (on === null || on > today)) return
    void run('escalation.follow', {
      escalationId: escalation.id,
      reference: reference.trim(),
      prolonged,
      outcome: result === '' || on === null ? null : { on, result, text: text.trim() },
    }).then((reply) => {
      if (reply.ok && result !== '') goTo('escalation')
    })
  }
  return (
    <Panel title={t('escalation.follow.title')}>
      <TextInput
        label={t('escalation.sent.reference')}
        maxLength={200}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      {escalation.kind === 'lender' ? (
        <ChoiceInput
          label={t('escalation.follow.prolonged')}
          value={prolonged}
          choices={['no', 'once', 'twice']}
          words={(value) => t(`escalation.follow.prolongedAs.${value}`)}
          onChange={setProlonged}
        />
      ) : null}
      <ChoiceInput
        label={t('escalation.follow.result')}
        value={result}
        choices={['', ...RESULTS]}
        words={(value) => (value === '' ? t('escalation.follow.noAnswer') : t(`escalation.result.${value}`))}
        onChange={setResult}
      />
      {result === '' ? null : (
        <>
          <DateInput
            label={t('escalation.follow.on')}
            required
            value={on}
            onChange={setOn}
            error={on !== null && on > today ? t('contacts.form.error.on.future') : undefined}
          />
          <Textarea
            label={t('escalation.follow.text')}
            autosize
            minRows={2}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </>
      )}
      <div>
        <Button onClick={save}>{t('escalation.follow.save')}</Button>
      </div>
    </Panel>
  )
}
