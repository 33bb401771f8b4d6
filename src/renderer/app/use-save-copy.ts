import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { downloadText } from '../ui/download-text'
import { useApp } from '../state/app-context'
import { reportError } from './report-error'

/** Saves the case as a file of its own, also when the data folder can no longer be written. */
export function useSaveCopy(): () => Promise<void> {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const today = useApp((state) => state.info?.today ?? 'case')
  return async () => {
    const reply = await client.call('case.export', {})
    if (!reply.ok) {
      reportError(t, reply.error)
      return
    }
    downloadText(`breathing-room-${today}.json`, 'application/json', reply.value.text)
    notifications.show({ message: t('common.copySaved'), autoClose: 6000 })
  }
}
