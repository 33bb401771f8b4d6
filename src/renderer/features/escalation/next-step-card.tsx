import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nextStep } from '#domain/escalation/next-step'
import { goTo } from '../../app/router'
import { Panel } from '../../ui/panel'
import { useStartStep } from './start-step'
import { useLadder } from './use-ladder'

/** The one thing to do next, and why. */
export function NextStepCard() {
  const { t } = useTranslation()
  const { document, findings, today, partyIds, rules } = useLadder()
  const start = useStartStep()
  const next = nextStep({ document, partyIds, findings, rules, today })
  const party = 'partyId' in next ? (document.parties.find(({ id }) => id === next.partyId)?.name ?? '') : ''
  switch (next.kind) {
    case 'nothing':
      return (
        <Panel title={t('escalation.next.title')} tone="calm">
          <p>{t(document.contacts.length === 0 ? 'escalation.next.noContacts' : 'escalation.next.nothing')}</p>
          <div>
            <Button onClick={() => goTo('contacts')}>{t('escalation.next.toContacts')}</Button>
          </div>
        </Panel>
      )
    case 'courtPaper':
      return (
        <Panel title={t('escalation.next.title')} tone="amber">
          <p>
            {t('escalation.next.court', {
              what: t(`escalation.court.kinds.${next.paper.kind}`),
              by: next.dueOn ?? t('escalation.court.noDay'),
            })}
          </p>
          <div>
            <Button onClick={() => goTo('escalation', 'court')}>{t('escalation.next.toCourt')}</Button>
          </div>
        </Panel>
      )
    case 'take':
      return (
        <Panel title={t('escalation.next.title')} tone={next.step === 'police' ? 'amber' : 'calm'}>
          <p>{t(`escalation.next.why.${next.step}`, { party })}</p>
          <div>
            <Button onClick={() => start(next.step, next.partyId)}>
              {t('escalation.next.take', { step: t(`escalation.kind.${next.step}`) })}
            </Button>
          </div>
        </Panel>
      )
    case 'finish':
    case 'recordAnswer':
    case 'wait': {
      const { rung } = next
      const values = {
        step: t(`escalation.kind.${rung.kind}`),
        party,
        on: rung.clock?.movesTo ?? rung.clock?.dueOn ?? '',
      }
      const key = next.kind === 'wait' && !rung.clock ? 'waitOpen' : next.kind
      return (
        <Panel title={t('escalation.next.title')} tone="calm">
          <p>{t(`escalation.next.${key}`, values)}</p>
          <div>
            <Button onClick={() => goTo('escalation', rung.escalation?.id ?? '')}>{t('escalation.next.open')}</Button>
          </div>
        </Panel>
      )
    }
  }
}
