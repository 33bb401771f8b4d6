import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../state/app-context'
import { EmptyState } from '../ui/empty-state'
import { errorText } from './report-error'

/** The case could not be read at all: what happened and what to do. */
export function FailurePage() {
  const { t } = useTranslation()
  const cache = useApp((state) => state.caseCache)
  const start = useApp((state) => state.start)
  if (cache.status !== 'failed') return null
  const { what, next } = errorText(t, cache.error)
  return (
    <EmptyState
      title={what}
      text={next}
      action={<Button onClick={() => void start()}>{t('common.tryAgain')}</Button>}
    />
  )
}
