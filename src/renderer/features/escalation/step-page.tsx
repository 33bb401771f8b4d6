import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Escalation } from '#domain/escalation/escalation'
import { goTo, hrefOf } from '../../app/router'
import { useDocument } from '../../state/app-context'
import { EmptyState } from '../../ui/empty-state'
import { SentStep } from './sent-step'
import { WriteStep } from './write-step'

/** One step: being written, or sent and followed. */
export function StepPage({ escalationId }: { readonly escalationId: string }) {
  const { t } = useTranslation()
  const escalation = useDocument().escalations.find(({ id }) => id === escalationId)
  if (!escalation)
    return (
      <EmptyState
        title={t('escalation.step.missing')}
        text={t('escalation.step.missingText')}
        action={<Button onClick={() => goTo('escalation')}>{t('escalation.step.back')}</Button>}
      />
    )
  return (
    <>
      <a className="text-link small" href={hrefOf('escalation')}>
        {t('escalation.step.back')}
      </a>
      <Step escalation={escalation} />
    </>
  )
}

const Step = ({ escalation }: { readonly escalation: Escalation }) =>
  escalation.sent ? <SentStep escalation={escalation} sent={escalation.sent} /> : <WriteStep escalation={escalation} />
