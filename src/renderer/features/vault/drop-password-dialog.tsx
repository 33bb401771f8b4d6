import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../state/app-context'
import { KeyProblem } from './key-problem'
import { initialKey, PresentKey } from './present-key'
import type { Security } from './security-panel'
import { useKeyChange } from './use-key-change'

interface DropPasswordDialogProps {
  readonly security: Security
  readonly onClose: () => void
  readonly onDone: (changed: Security) => void
}

/** Back to the key file, after plain words about what that means. */
export function DropPasswordDialog({ security, onClose, onDone }: DropPasswordDialogProps) {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const [key, setKey] = useState(initialKey(security))
  const { isBusy, problem, waitSeconds, send } = useKeyChange(onDone)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('vault.dialog.dropTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size="lg"
    >
      <form
        className="stack tight"
        onSubmit={(event) => {
          event.preventDefault()
          if (key && waitSeconds === 0) void send(client.call('vault.dropPassword', { key }))
        }}
      >
        <p>{t('vault.dialog.dropText')}</p>
        <KeyProblem problem={problem} waitSeconds={waitSeconds} />
        <PresentKey security={security} onChange={setKey} />
        <div className="row">
          <Button type="submit" variant="default" loading={isBusy} disabled={key === null || waitSeconds > 0}>
            {t('vault.dialog.dropButton')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
