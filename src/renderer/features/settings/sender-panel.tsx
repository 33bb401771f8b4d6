import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useDocument } from '../../state/app-context'
import { Panel } from '../../ui/panel'
import { SenderForm } from '../proposals'

/** "Me, for letters": the form the first letter asks with. */
export function SenderPanel() {
  const { t } = useTranslation()
  const { sender } = useDocument().settings
  return (
    <Panel title={t('proposals.sender.title')}>
      <SenderForm
        // Typed anew when the saved sender changes from outside (undo).
        key={JSON.stringify(sender)}
        canWait={false}
        onDone={() => notifications.show({ message: t('settings.saved'), autoClose: 3000 })}
      />
    </Panel>
  )
}
