import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Escalation } from '#domain/escalation/escalation'
import { checkEscalation } from '#domain/escalation/papers/check-escalation'
import { composeEscalation, usualRequest } from '#domain/escalation/papers/compose-escalation'
import { goTo } from '../../app/router'
import { ruleBook } from '../../rule-book'
import { useDocument, useRun, useToday } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { PaperActions, PaperView } from '../paper'
import { SenderForm } from '../proposals'
import { ContactPicker } from './contact-picker'
import { complaintWordsOf } from './escalation-words'
import { ExhibitPicker } from './exhibit-picker'
import { MarkSent } from './mark-sent'
import { useEscalationDraft } from './use-escalation-draft'
import { useLadder } from './use-ladder'

/** A step being written: what goes in on the left, the paper on the right. Every change is saved. */
export function WriteStep({ escalation }: { readonly escalation: Escalation }) {
  const { t } = useTranslation()
  const document = useDocument()
  const { findings } = useLadder()
  const today = useToday()
  const run = useRun()
  const { draft, set, saveNow, stopWaiting } = useEscalationDraft(escalation)
  const shown = useDeferredValue(draft)
  const words = complaintWordsOf(shown.language)
  const paper = useMemo(
    () => composeEscalation({ words, escalation: shown, document, book: ruleBook, findings }),
    [words, shown, document, findings],
  )
  const problems = checkEscalation(draft, document, ruleBook.rules, today)
  const isReady = problems.every(({ weight }) => weight === 'look')
  const { sender } = document.settings
  const [isEditingMe, setEditingMe] = useState(false)
  const hasSender = sender.name.trim() !== '' && sender.phone.trim() !== ''
  const party = document.parties.find(({ id }) => id === draft.partyId)?.name ?? ''
  return (
    <>
      <div className="row between">
        <h2>{t('escalation.step.title', { step: t(`escalation.kind.${draft.kind}`), party })}</h2>
        {isReady ? <PaperActions paper={paper} fileName={`${words.title[draft.kind]}-${draft.writtenOn}`} /> : null}
      </div>
      <div className="desk">
        <div className="stack desk-form">
          <Panel title={t('escalation.step.before')} tone={isReady ? 'plain' : 'amber'}>
            <p className="small">{t(`escalation.prepare.${draft.kind}`)}</p>
            {problems.length === 0 ? (
              <p className="small muted">{t('escalation.step.allGood')}</p>
            ) : (
              <ul className="scam-list">
                {problems.map(({ code, weight }) => (
                  <li key={code}>
                    <span className={weight === 'must' ? 'pill a' : 'pill'}>{t(`escalation.weight.${weight}`)}</span>{' '}
                    {t(`escalation.problem.${code}`)}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={t('escalation.step.who')}>
            <Checkbox
              checked={draft.complainant !== null}
              onChange={(event) =>
                set({ complainant: event.currentTarget.checked ? { name: '', phone: '', relation: '' } : null })
              }
              label={t('escalation.step.relative')}
            />
            {draft.complainant ? (
              <div className="grid two">
                {(['name', 'phone', 'relation'] as const).map((field) => (
                  <TextInput
                    key={field}
                    label={t(`escalation.step.complainant.${field}`)}
                    maxLength={200}
                    value={draft.complainant?.[field] ?? ''}
                    onChange={(event) =>
                      set({
                        complainant: {
                          name: '',
                          phone: '',
                          relation: '',
                          ...draft.complainant,
                          [field]: event.currentTarget.value,
                        },
                      })
                    }
                  />
                ))}
              </div>
            ) : hasSender && !isEditingMe ? (
              <div className="row between">
                <span>
                  {sender.name} · {sender.phone}
                </span>
                <Button size="xs" variant="default" onClick={() => setEditingMe(true)}>
                  {t('audit.note.changeMe')}
                </Button>
              </div>
            ) : (
              <SenderForm canWait={hasSender} onDone={() => setEditingMe(false)} />
            )}
          </Panel>
          <Panel title={t('escalation.step.what')}>
            <Textarea
              label={t('escalation.step.request')}
              description={t('escalation.step.requestHint')}
              placeholder={usualRequest(words, draft)}
              autosize
              minRows={2}
              maxLength={2000}
              value={draft.request}
              onChange={(event) => set({ request: event.currentTarget.value })}
            />
            <Textarea
              label={t('escalation.step.facts')}
              description={t('escalation.step.factsHint')}
              autosize
              minRows={3}
              maxLength={4000}
              value={draft.facts}
              onChange={(event) => set({ facts: event.currentTarget.value })}
            />
            <div className="row">
              <span id="step-language">{t('escalation.step.language')}</span>
              <SegmentedControl
                aria-labelledby="step-language"
                value={draft.language}
                transitionDuration={0}
                onChange={(language) => set({ language: language === 'en' ? 'en' : 'zh-CN' })}
                data={[
                  { value: 'zh-CN', label: t('escalation.step.languages.zh') },
                  { value: 'en', label: t('escalation.step.languages.en') },
                ]}
              />
            </div>
          </Panel>
          <ContactPicker draft={draft} onChange={(contactIds) => set({ contactIds })} />
          <ExhibitPicker draft={draft} onChange={(exhibitIds) => set({ exhibitIds })} />
          <MarkSent escalation={draft} paper={paper} isReady={isReady} saveNow={saveNow} />
          <div>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                stopWaiting()
                void run('escalation.remove', { escalationId: escalation.id }).then((reply) => {
                  if (reply.ok) goTo('escalation')
                })
              }}
            >
              {t('escalation.step.remove')}
            </Button>
          </div>
        </div>
        <PaperView paper={paper} />
      </div>
    </>
  )
}
