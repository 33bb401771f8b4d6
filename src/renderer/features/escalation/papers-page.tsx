import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactNotice, phoneCard, witnessForm } from '#domain/escalation/papers/side-papers'
import { valueOn } from '#domain/rules/value-on'
import { ruleBook } from '../../rule-book'
import { useApp, useDocument, useToday } from '../../state/app-context'
import { ChoiceInput } from '../../ui/choice-input'
import { Panel } from '../../ui/panel'
import { PaperActions, PaperView } from '../paper'
import { complaintWordsOf } from './escalation-words'
import { useLadder } from './use-ladder'

const PAPERS = ['card', 'witness', 'notice'] as const

/** Papers beside the ladder: for the telephone, for relatives and friends, and how to be reached. */
export function PapersPage() {
  const { t } = useTranslation()
  const { settings, parties } = useDocument()
  const { partyIds } = useLadder()
  const on = useToday()
  const language = useApp((state) => state.preferences.language)
  const [which, setWhich] = useState<(typeof PAPERS)[number]>('card')
  const [chosen, setChosen] = useState<string | null>(null)
  const partyId = chosen ?? partyIds[0] ?? ''
  const party = parties.find(({ id }) => id === partyId)?.name ?? ''
  const paper = useMemo(() => {
    const input = { words: complaintWordsOf(language), book: ruleBook, language, on }
    switch (which) {
      case 'card':
        return phoneCard(input)
      case 'witness':
        return witnessForm(input)
      case 'notice':
        return contactNotice({ ...input, sender: settings.sender, party, hours: daytimeOn(on) })
    }
  }, [which, language, on, settings.sender, party])
  return (
    <>
      <Panel title={t(`escalation.papers.${which}.title`)}>
        <p>{t(`escalation.papers.${which}.text`)}</p>
        <div className="row between">
          <SegmentedControl
            aria-label={t('escalation.papers.which')}
            value={which}
            transitionDuration={0}
            onChange={(value) => setWhich(PAPERS.find((each) => each === value) ?? 'card')}
            data={PAPERS.map((each) => ({ value: each, label: t(`escalation.papers.${each}.short`) }))}
          />
          {which === 'notice' && partyIds.length > 0 ? (
            <ChoiceInput
              label={t('escalation.ladder.party')}
              value={partyId}
              choices={partyIds}
              words={(id) => parties.find((each) => each.id === id)?.name ?? id}
              onChange={setChosen}
            />
          ) : null}
        </div>
        <PaperActions paper={paper} fileName={t(`escalation.papers.${which}.short`)} />
      </Panel>
      <PaperView paper={paper} />
    </>
  )
}

/** Daytime as the rule on quiet hours leaves it. */
function daytimeOn(on: ReturnType<typeof useToday>): { readonly from: string; readonly to: string } {
  const rule = ruleBook.rules.find(({ check }) => check?.predicate === 'T1')
  const value = rule && valueOn(rule, on)
  return value?.kind === 'value' && value.period.value.kind === 'hours'
    ? { from: value.period.value.to, to: value.period.value.from }
    : { from: '', to: '' }
}
